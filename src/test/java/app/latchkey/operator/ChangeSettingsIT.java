package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.audit.Audit;
import app.latchkey.audit.TestAudit;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.operator.ChangeSettings.Saved;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.RulePreview;
import app.latchkey.sync.RulePreview.Shift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeSettingsIT {

    private static final RulePreview NOBODY = new RulePreview(List.of(), List.of(), List.of(), List.of());
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private final Audit audit = TestAudit.of(DATABASE, CLOCK);
    private final List<SpaceId> run = new ArrayList<>();
    private final ChangeSettings settings = new ChangeSettings(
            DATABASE.scopes(), TestSpaces.spaces(DATABASE, CLOCK), audit, new NoEffect(), CLOCK, run::add);

    @Test
    void savedRulesStandInTheAuditAndARunFollows() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "rules");
        SpaceRules read = settings.read(space).rules();

        assertThat(settings.rules(space, "ana@example.com", read, rules(30, 15), NOBODY))
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
        settings.rules(space, "ben@example.com", read, rules(20, 15), NOBODY);

        Saved saved = settings.rules(space, "ana@example.com", read, rules(5, 15), NOBODY);

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
    void savesNothingWhoseEffectIsNotWhatWasShown() {
        SpaceId space = TestSpaces.aSpace(DATABASE, "otherwise");
        SpaceRules read = settings.read(space).rules();
        RulePreview shown = preview(List.of(line("Ana")), List.of());

        assertThat(settings.rules(space, "ana@example.com", read, rules(30, 15), shown))
                .isEqualTo(new Saved.Otherwise(NOBODY));

        assertThat(settings.read(space).rules()).isEqualTo(read);
        assertThat(audit.latest(space, 5)).isEmpty();
    }

    @Test
    void theEffectIsNamedBeforeItIsSaved() {
        SpaceRules now = rules(15, 15);

        assertThat(RuleSentences.effect(now, now, NOBODY)).isEqualTo("Nothing is changed yet.");
        assertThat(RuleSentences.effect(now, rules(30, 30), shifting(30, 30, 30)))
                .isEqualTo("Nobody loses access. 3 people have 30 more minutes today.");
        assertThat(RuleSentences.effect(now, rules(5, 15), shifting(-10, -5)))
                .isEqualTo("Nobody loses access. 2 people have up to 10 fewer minutes today.");
        assertThat(RuleSentences.effect(
                        now, now.withTeams(true), preview(List.of(line("Ana"), line("Ben")), List.of(line("Cara")))))
                .isEqualTo("Saving lets 2 people in. Saving takes 1 person out.");
        assertThat(RuleSentences.unread(Set.of(OptionalSource.INVOICES)))
                .isEqualTo("Nexudus does not show us invoices. Give its user the right CoworkerInvoice-List there, then"
                        + " switch this on again.");
    }

    private static RulePreview shifting(long... minutes) {
        List<Shift> shifts = LongStream.of(minutes)
                .mapToObj(each -> new Shift(new CustomerId(1), "Ana", each))
                .toList();
        return new RulePreview(List.of(), List.of(), shifts, List.of());
    }

    private static RulePreview preview(List<MatchPreview.Line> gains, List<MatchPreview.Line> losses) {
        return new RulePreview(gains, losses, List.of(), List.of());
    }

    private static MatchPreview.Line line(String name) {
        return new MatchPreview.Line(Optional.empty(), name, "Street door", true);
    }

    /** A space in which no rule reaches anybody. */
    private static final class NoEffect implements RuleEffects {

        @Override
        public Set<OptionalSource> read(SpaceId space, SpaceRules wanted) {
            return Set.of();
        }

        @Override
        public RulePreview preview(SpaceId space, SpaceRules now, SpaceRules wanted) {
            return NOBODY;
        }

        @Override
        public boolean promised(SpaceId space, SpaceRules now, SpaceRules wanted, RulePreview seen) {
            return NOBODY.promisesTheSameAs(seen);
        }

        @Override
        public List<NamedItem> items(SpaceId space) {
            return List.of();
        }
    }

    private static SpaceRules rules(int before, int after) {
        return new SpaceRules(Duration.ofMinutes(before), Duration.ofMinutes(after), LocalTime.MIDNIGHT);
    }
}
