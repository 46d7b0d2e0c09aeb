package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.audit.Audit;
import app.latchkey.audit.TestAudit;
import app.latchkey.operator.ChangeSettings.Saved;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.RuleEffects.Effect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeSettingsIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private final Audit audit = TestAudit.of(DATABASE, CLOCK);
    private final List<SpaceId> run = new ArrayList<>();
    private final ChangeSettings settings =
            new ChangeSettings(DATABASE.scopes(), TestSpaces.spaces(DATABASE, CLOCK), audit, CLOCK, run::add);

    @Test
    void savedRulesStandInTheAuditAndARunFollows() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "rules");
        SpaceRules read = settings.read(space).rules();

        assertThat(settings.rules(space, "ana@example.com", read, rules(30, 15)))
                .isInstanceOf(Saved.Done.class);

        assertThat(settings.read(space).rules()).isEqualTo(rules(30, 15));
        assertThat(run).containsExactly(space);
        assertThat(audit.latest(space, 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("minutes before", "30"));
    }

    @Test
    void pausingAndResumingStandInTheAuditAndARunFollows() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "paused");
        settings.pause(space, "ana@example.com");
        assertThat(settings.read(space).paused()).isTrue();
        settings.resume(space, "ana@example.com");
        assertThat(settings.read(space).paused()).isFalse();
        assertThat(run).containsExactly(space, space);
        assertThat(audit.latest(space, 5))
                .extracting(entry -> entry.what())
                .containsExactlyInAnyOrder("paused changes", "resumed changes");
    }

    @Test
    void aFreezeStandsInTheAuditAndHasAnEnd() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "frozen");
        Instant until = settings.freeze(space, "ana@example.com");
        assertThat(until).isEqualTo(CLOCK.instant().plus(Duration.ofHours(4)));
        assertThat(settings.read(space).frozen(until.minusSeconds(1))).isTrue();
        assertThat(settings.read(space).frozen(until)).isFalse();
        settings.thaw(space, "ana@example.com");
        assertThat(settings.read(space).frozen(CLOCK.instant())).isFalse();
        assertThat(run).containsExactly(space, space);
        assertThat(audit.latest(space, 5))
                .extracting(entry -> entry.what())
                .containsExactlyInAnyOrder("stopped every change", "let changes go on");
    }

    @Test
    void twoPeopleAtOnceDoNotOverwriteEachOtherSilently() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "two-people");
        SpaceRules read = settings.read(space).rules();
        settings.rules(space, "ben@example.com", read, rules(20, 15));

        Saved saved = settings.rules(space, "ana@example.com", read, rules(5, 15));

        assertThat(saved).isInstanceOfSatisfying(Saved.Meanwhile.class, meanwhile -> {
            assertThat(meanwhile.theirs()).isEqualTo(rules(20, 15));
            assertThat(meanwhile.change().orElseThrow().who()).isEqualTo("ben@example.com");
        });
        assertThat(settings.read(space).rules()).isEqualTo(rules(20, 15));
        assertThat(run).hasSize(1);
        assertThat(audit.latest(space, 5)).hasSize(1);
    }

    @Test
    void aModeIsChangedOnlyWhereTheSetUpIsDone() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "not-yet");

        settings.mode(space, "ana@example.com", Mode.FULL);

        assertThat(settings.read(space).active() || settings.read(space).mode() == Mode.WATCH)
                .isTrue();
    }

    @Test
    void theEffectIsNamedBeforeItIsSaved() {
        SpaceRules now = rules(15, 15);

        assertThat(RuleSentences.effect(now, now, new Effect(3, 0, 0))).isEqualTo("Nothing is changed yet.");
        assertThat(RuleSentences.effect(now, rules(30, 30), new Effect(3, 0, 0)))
                .isEqualTo("Saving gives 3 people 30 more minutes today. Nobody loses access.");
        assertThat(RuleSentences.effect(now, rules(5, 15), new Effect(1, 1, 0)))
                .isEqualTo("Saving takes 10 minutes from 1 person today. 1 person inside their time now loses access at"
                        + " once.");
        assertThat(RuleSentences.effect(now, rules(5, 15), new Effect(0, 0, 0))).startsWith("No booking is left today");
        assertThat(RuleSentences.effect(
                        now, new SpaceRules(now.before(), now.after(), LocalTime.of(3, 0)), new Effect(3, 0, 0)))
                .isEqualTo("A used day pass then holds until 03:00.");
        SpaceRules shared = now.shrinkingAt(Set.of(ItemId.resource(4))).withTeams(true);
        assertThat(RuleSentences.effect(now, shared, new Effect(3, 0, 0)))
                .startsWith("In 1 room the one who comes then has the gap first")
                .endsWith("Nobody loses access.");
        assertThat(RuleSentences.effect(shared, now, new Effect(3, 0, 2)))
                .endsWith("2 people whom a colleague's contract lets in lose access at once.");
    }

    private static SpaceRules rules(int before, int after) {
        return new SpaceRules(Duration.ofMinutes(before), Duration.ofMinutes(after), LocalTime.MIDNIGHT);
    }
}
