package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.matching.Matching;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.space.RailSettings;
import app.latchkey.space.SpaceRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** What an operator was shown by name, and said yes to, waits for no second yes, however strict the rails are. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownRemovalsIT {

    private static final RailSettings NOTHING_PASSES = new RailSettings(0, 0, 0, 1, 0, 50, 30);
    private static final String FLEX = "Flex members";
    private static final String OFFICE_12 = "Office 12";
    private static final String COLLEAGUE = "ingrid.haugen@fjordkod.example";

    private final Harbour harbour;

    ShownRemovalsIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        rules(rules -> rules.railedBy(NOTHING_PASSES).withTeams(true));
        eventually("the colleague in", () -> harbour.isIn(COLLEAGUE, OFFICE_12));
    }

    @Test
    @Case(50)
    void holdsWhatNobodyWasShownAndLetsAChangeOfTheRulesPassThatWas() {
        var nexudus = harbour.partners().nexudus();
        long pass = nexudus.buyPass(harbour.customer(PreparedWorld.AISHA).value(), nexudus.pass("Flex pass"));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        nexudus.refundPass(pass);
        harbour.secondLookAt(PreparedWorld.AISHA);
        eventually("the removal held", () -> held().stream().anyMatch(name -> name.contains("Aisha")));
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();

        RulePreview preview = rules(rules -> rules.withTeams(false));
        assertThat(preview.losses()).extracting(MatchPreview.Line::name).containsExactly("Ingrid Haugen");
        eventually("the colleague out", () -> !harbour.isIn(COLLEAGUE, OFFICE_12));
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
    }

    @Test
    void letsAMatchVersionPassThatWasShown() {
        assertThat(harbour.isIn("elif.yilmaz@kumas.example", "Off. 14 (3rd floor)"))
                .isTrue();
        MatchPublishing publishing = harbour.bean(MatchPublishing.class);
        Map<ItemId, Set<AccessGroupId>> without = new HashMap<>(
                harbour.bean(Matching.class).current(harbour.space()).groupsOf());
        without.remove(ItemId.office(harbour.partners().nexudus().desk("Office 14")));
        MatchPreview preview = publishing.preview(harbour.space(), without);
        assertThat(publishing.publish(
                        harbour.space(), without, preview, new AccountId(UUID.randomUUID()), PreparedWorld.ANA))
                .isInstanceOf(MatchPublishing.Published.Done.class);
        eventually("Elif out", () -> !harbour.isIn("elif.yilmaz@kumas.example", "Off. 14 (3rd floor)"));
    }

    @Test
    void savesNothingWhenTheEffectIsNoLongerWhatWasShown() {
        ChangeSettings settings = harbour.bean(ChangeSettings.class);
        SpaceRules read = settings.read(harbour.space()).rules();
        SpaceRules wanted = read.around(Duration.ofMinutes(20), Duration.ofMinutes(20));
        RulePreview other = new RulePreview(
                List.of(new MatchPreview.Line(Optional.empty(), "Somebody", "Some group", true)),
                List.of(),
                List.of(),
                List.of());
        assertThat(harbour.asOperator(() -> settings.rules(harbour.space(), PreparedWorld.ANA, read, wanted, other)))
                .isInstanceOf(ChangeSettings.Saved.Otherwise.class);
        assertThat(settings.read(harbour.space()).rules()).isEqualTo(read);
    }

    private List<String> held() {
        return harbour.bean(Decisions.class).open(harbour.space()).stream()
                .map(Object::toString)
                .toList();
    }

    private RulePreview rules(UnaryOperator<SpaceRules> change) {
        return RuleChange.save(harbour, change);
    }
}
