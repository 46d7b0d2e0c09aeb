package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.operator.AlertRule.Step;
import app.latchkey.sync.TroubleCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When people are told, as minutes pass and a space looks now like this and now like that. */
class AlertRuleTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-26T21:00:00Z");
    private static final TroubleCause SILENT = TroubleCause.of(Category.SILENT, Partner.SALTO);
    private static final TroubleCause LAPSED = TroubleCause.of(Category.NO_SUBSCRIPTION, Partner.SALTO);
    private static final TroubleCause RIGHT_MISSING = TroubleCause.of(Category.RIGHT_MISSING, Partner.NEXUDUS);

    private final AlertRule rule = new AlertRule(Duration.ofMinutes(15));
    private final Set<String> notices = new HashSet<>();
    private final List<String> mails = new ArrayList<>();
    private Optional<Alert> kept = Optional.empty();
    private Instant now = BEGINNING;

    @Test
    void tellsWhatStaysBehindOnceAfterAQuarterOfAnHour() {
        minutes(15, behind(SILENT));
        assertThat(mails).isEmpty();
        minutes(120, behind(SILENT));
        assertThat(mails).containsExactly("15: SALTO SILENT");
    }

    @Test
    void tellsNobodyOfWhatPassesBefore() {
        minutes(15, behind(SILENT));
        minutes(1, new Sight.Right());
        minutes(15, behind(SILENT));
        minutes(60, new Sight.Right());
        assertThat(mails).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void tellsWhatStopsAsSoonAsItIsNoMereMoment() {
        minutes(2, stopped(LAPSED));
        assertThat(mails).isEmpty();
        minutes(60, stopped(LAPSED));
        assertThat(mails).containsExactly("2: SALTO NO_SUBSCRIPTION");
    }

    @Test
    void tellsOfWhatStopsAlsoAfterItWasOnlyBehind() {
        minutes(20, behind(SILENT));
        minutes(2, stopped(LAPSED));
        assertThat(mails).containsExactly("15: SALTO SILENT");
        minutes(20, stopped(LAPSED));
        minutes(20, stopped(RIGHT_MISSING));
        minutes(20, stopped(LAPSED));
        assertThat(mails).containsExactly("15: SALTO SILENT", "22: SALTO NO_SUBSCRIPTION", "44: NEXUDUS RIGHT_MISSING");
    }

    @Test
    void tellsOfNoOtherCauseForWhichASpaceIsOnlyBehind() {
        minutes(20, behind(SILENT));
        minutes(40, behind(TroubleCause.people()));
        assertThat(mails).containsExactly("15: SALTO SILENT");
    }

    @Test
    void tellsOfWhatFlapsBetweenStoppedAndBehind() {
        for (int minute = 0; minute < 20; minute++) {
            minutes(1, minute % 2 == 0 ? stopped(LAPSED) : behind(TroubleCause.people()));
        }
        assertThat(mails).hasSize(1);
    }

    @Test
    void tellsTheEndOnceItIsOverForAWhile() {
        minutes(20, behind(SILENT));
        minutes(5, new Sight.Right());
        assertThat(mails).containsExactly("15: SALTO SILENT");
        minutes(60, new Sight.Right());
        assertThat(mails).containsExactly("15: SALTO SILENT", "25: over since 20");
        assertThat(kept).isEmpty();
    }

    @Test
    void takesForTheSameTroubleWhatReturnsWithinThatTime() {
        minutes(20, behind(SILENT));
        minutes(5, new Sight.Right());
        minutes(20, behind(SILENT));
        minutes(6, new Sight.Right());
        assertThat(mails).containsExactly("15: SALTO SILENT", "50: over since 45");
    }

    @Test
    void tellsAnotherTroubleAnew() {
        minutes(20, behind(SILENT));
        minutes(10, new Sight.Right());
        minutes(20, behind(SILENT));
        assertThat(mails).containsExactly("15: SALTO SILENT", "25: over since 20", "45: SALTO SILENT");
    }

    @Test
    void endsWithoutAWordWhereSomebodyHoldsTheSpace() {
        minutes(20, behind(SILENT));
        minutes(1, new Sight.Quiet());
        assertThat(kept).isEmpty();
        minutes(20, new Sight.Right());
        assertThat(mails).containsExactly("15: SALTO SILENT");
    }

    @Test
    void neitherBeginsNorEndsWhileWhatHappenedIsNotKnown() {
        minutes(60, new Sight.Unclear());
        assertThat(kept).isEmpty();
        minutes(20, behind(SILENT));
        minutes(60, new Sight.Unclear());
        minutes(10, behind(SILENT));
        assertThat(mails).containsExactly("75: SALTO SILENT");
        minutes(6, new Sight.Right());
        assertThat(mails).containsExactly("75: SALTO SILENT", "155: over since 150");
    }

    @Test
    void saysSinceWhenAsPeopleWereTold() {
        minutes(10, behind(TroubleCause.people()));
        minutes(10, behind(SILENT));
        minutes(10, behind(TroubleCause.people()));
        assertThat(kept.orElseThrow().since()).isEqualTo(BEGINNING.plus(Duration.ofMinutes(10)));
    }

    @Test
    void staffHearOfACauseThatWasToldOrHasLastedButNotOfOneThatCameAMomentAgo() {
        minutes(20, behind(SILENT));
        assertThat(lasts(SILENT)).isTrue();
        minutes(14, behind(TroubleCause.people()));
        assertThat(lasts(TroubleCause.people())).isFalse();
        minutes(2, behind(TroubleCause.people()));
        assertThat(lasts(TroubleCause.people())).isTrue();
        assertThat(lasts(SILENT)).isTrue();
    }

    private boolean lasts(TroubleCause cause) {
        return rule.lasts(kept.orElseThrow(), new Sight.Wrong(cause, false, now), now);
    }

    /** One look at the beginning of each minute. */
    private void minutes(int number, Sight sight) {
        for (int minute = 0; minute < number; minute++) {
            look(sight);
            now = now.plus(Duration.ofMinutes(1));
        }
    }

    private void look(Sight sight) {
        kept = switch (rule.next(kept, sight, now)) {
            case Step.Keep(Alert alert) -> Optional.of(alert);
            case Step.Tell(Alert alert) -> {
                mail(alert);
                yield Optional.of(alert);
            }
            case Step.End(Alert alert) -> {
                mails.add("%d: over since %d"
                        .formatted(minute(now), minute(alert.over().orElseThrow())));
                yield Optional.empty();
            }
            case Step.Forget _ -> Optional.empty();
        };
    }

    /** A notice goes once, however often it is asked for. */
    private void mail(Alert alert) {
        if (notices.add(alert.seen() + alert.cause().key())) {
            mails.add("%d: %s".formatted(minute(now), alert.cause().key()));
        }
    }

    private static long minute(Instant at) {
        return Duration.between(BEGINNING, at).toMinutes();
    }

    private Sight behind(TroubleCause cause) {
        return new Sight.Wrong(cause, false, now);
    }

    private Sight stopped(TroubleCause cause) {
        return new Sight.Wrong(cause, true, now);
    }
}
