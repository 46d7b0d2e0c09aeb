package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Reason;
import app.latchkey.people.Link;
import app.latchkey.people.LinkEvidence;
import app.latchkey.people.People;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.SpaceRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Who is let in when Salto says that it will not make somebody: exactly that person, or nobody. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownToSaltoIT {

    private static final String FLEX = "Flex members";
    private static final String NEAR = "tomasz.wojcik@somewhere-else.example";

    private final Harbour harbour;
    private final Salto salto;

    KnownToSaltoIT(RunningProduct product) {
        harbour = new Harbour(product);
        salto = harbour.partners().salto();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @AfterEach
    void asUsual() {
        salto.settings().searchesLoosely(false).refusesNewUsers(false);
        RuleChange.save(harbour, _ -> SpaceRules.defaults());
    }

    private void buy(String email) {
        long unused = harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(email).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
    }

    private List<String> inFlex() {
        Set<String> members = salto.members(harbour.group(FLEX).toString());
        return salto.users(PreparedWorld.HARBOUR_HOUSE).stream()
                .filter(user -> members.contains(user.platformUserId()))
                .map(Salto.User::email)
                .toList();
    }

    @Test
    void letsNobodyElseInAndTellsWhatToDoAboutIt() {
        String near = salto.addUserByHand(PreparedWorld.HARBOUR_NORTH, "Tomasz", "Wójcik", NEAR);
        salto.settings().searchesLoosely(true).refusesNewUsers(true);
        buy(PreparedWorld.TOMASZ);
        eventually(
                "a run that says so",
                () -> harbour.bean(Runs.class).runs(harbour.space(), false, 0, 20).stream()
                        .anyMatch(run -> run.trouble()
                                .filter(words -> words.contains("by hand"))
                                .isPresent()));
        eventually("their doors say so", () -> reasons(PreparedWorld.TOMASZ).contains(new Reason.SaltoRefuses()));
        assertThat(salto.members(harbour.group(FLEX).toString())).doesNotContain(near);
        assertThat(salto.user(PreparedWorld.HARBOUR_HOUSE, NEAR)).isEmpty();
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).state()).isNotEqualTo(SpaceState.STOPPED);

        buy(PreparedWorld.AISHA);
        eventually("Aisha in all the same", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        harbour.fullRun();

        salto.addUserByHand(PreparedWorld.HARBOUR_HOUSE, "Tomasz", "Wójcik", PreparedWorld.TOMASZ);
        harbour.fullRun();
        eventually("Tomasz in, whom somebody has added by hand", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        assertThat(inFlex()).doesNotContain(NEAR);
        assertThat(evidence(PreparedWorld.TOMASZ)).contains(LinkEvidence.SAME_EMAIL);
        harbour.partners().clock().advance(Duration.ofMinutes(11));
        harbour.awaitNoted();
    }

    @Test
    void neverTakesTheSeatOfWhomSaltoKnewBefore() {
        assertThat(salto.user(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.IKER)).isEmpty();
        long pass = harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.IKER).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually("Iker in", () -> harbour.isIn(PreparedWorld.IKER, FLEX));
        assertThat(evidence(PreparedWorld.IKER)).contains(LinkEvidence.SAME_EMAIL);

        harbour.partners().nexudus().refundPass(pass);
        eventually("Iker out", () -> !harbour.isIn(PreparedWorld.IKER, FLEX));
        harbour.awaitNoted();
        harbour.partners().clock().advance(Duration.ofHours(49));
        RuleChange.save(harbour, rules -> rules.idleAfter(1));
        harbour.fullRun();
        assertThat(salto.user(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.IKER)
                        .orElseThrow()
                        .subscribed())
                .isTrue();
    }

    private List<Reason> reasons(String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .flatMap(door -> door.reason().stream())
                .toList();
    }

    private Optional<LinkEvidence> evidence(String email) {
        return harbour.bean(People.class)
                .link(harbour.space(), harbour.customer(email))
                .map(Link::evidence);
    }
}
