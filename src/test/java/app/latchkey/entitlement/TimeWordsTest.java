package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.at;
import static app.latchkey.entitlement.Shop.between;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.Language;
import app.latchkey.shared.Window;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeWordsTest {

    /** Noon in Lisbon, in summer. */
    private final TimeWords lisbon = new TimeWords(ZoneId.of("Europe/Lisbon"), at("2026-05-08T11:00:00Z"));

    @Test
    void namesTheDayOnlyAsFarAsNeeded() {
        assertThat(lisbon.at(at("2026-05-08T13:00:00Z"))).isEqualTo("14:00");
        assertThat(lisbon.at(at("2026-05-09T07:00:00Z"))).isEqualTo("tomorrow 08:00");
        assertThat(lisbon.at(at("2026-05-07T17:00:00Z"))).isEqualTo("yesterday 18:00");
        assertThat(lisbon.at(at("2026-05-15T13:00:00Z"))).isEqualTo("Fri 15 May 14:00");
        assertThat(lisbon.at(at("2027-05-15T13:00:00Z"))).isEqualTo("Sat 15 May 2027 14:00");
    }

    @Test
    void fitsIntoTheMiddleOfASentence() {
        assertThat(lisbon.when(at("2026-05-08T13:00:00Z"))).isEqualTo("at 14:00");
        assertThat(lisbon.when(at("2026-05-09T07:00:00Z"))).isEqualTo("tomorrow at 08:00");
        assertThat(lisbon.when(at("2026-05-15T13:00:00Z"))).isEqualTo("on Fri 15 May at 14:00");
    }

    @Test
    void countsDaysInTheZoneOfTheSpace() {
        assertThat(lisbon.at(at("2026-05-08T23:30:00Z"))).isEqualTo("tomorrow 00:30");
    }

    /** A joiner stands after the dash, so that no line breaks there. */
    @Test
    void saysASpanOnceAndInOnePiece() {
        assertThat(lisbon.span(between("2026-05-08T15:00:00Z", "2026-05-08T17:00:00Z")))
                .isEqualTo("16:00–\u206018:00");
        assertThat(lisbon.span(between("2026-05-09T15:00:00Z", "2026-05-09T17:00:00Z")))
                .isEqualTo("tomorrow 16:00–\u206018:00");
        assertThat(lisbon.span(between("2026-05-08T20:00:00Z", "2026-05-09T00:00:00Z")))
                .isEqualTo("21:00–\u2060tomorrow 01:00");
        assertThat(lisbon.span(Window.from(at("2026-05-09T15:00:00Z")))).isEqualTo("from tomorrow 16:00");
    }

    @Test
    void countsAheadAndBack() {
        assertThat(lisbon.ahead(at("2026-05-08T11:23:10Z"))).isEqualTo("in 24 min");
        assertThat(lisbon.ahead(at("2026-05-08T14:00:00Z"))).isEqualTo("in 3 h");
        assertThat(lisbon.ahead(at("2026-05-12T14:00:00Z"))).isEqualTo("on 12 May");
        assertThat(lisbon.ago(at("2026-05-08T10:59:40Z"))).isEqualTo("20 s ago");
        assertThat(lisbon.ago(at("2026-05-08T10:48:00Z"))).isEqualTo("12 min ago");
        assertThat(lisbon.ago(at("2026-05-03T10:48:00Z"))).isEqualTo("on 3 May");
        assertThat(lisbon.date(at("2025-05-03T10:48:00Z"))).isEqualTo("3 May 2025");
    }

    @Test
    void saysSinceAndUntilWhen() {
        assertThat(lisbon.since(at("2026-05-07T20:02:00Z"))).isEqualTo("since yesterday 21:02");
        assertThat(lisbon.until(at("2026-05-09T17:15:00Z"))).isEqualTo("until tomorrow 18:15");
    }

    @Test
    void countsInTheNextUnitAsSoonAsOneIsFull() {
        assertThat(lisbon.ahead(at("2026-05-08T11:00:00Z"))).isEqualTo("now");
        assertThat(lisbon.ahead(at("2026-05-08T10:59:00Z"))).isEqualTo("now");
        assertThat(lisbon.ahead(at("2026-05-08T11:59:00Z"))).isEqualTo("in 59 min");
        assertThat(lisbon.ahead(at("2026-05-08T12:00:00Z"))).isEqualTo("in 1 h");
        assertThat(lisbon.ahead(at("2026-05-09T10:59:00Z"))).isEqualTo("in 23 h");
        assertThat(lisbon.ahead(at("2026-05-09T11:00:00Z"))).isEqualTo("on 9 May");
        assertThat(lisbon.ago(at("2026-05-08T10:59:01Z"))).isEqualTo("59 s ago");
        assertThat(lisbon.ago(at("2026-05-08T10:59:00Z"))).isEqualTo("1 min ago");
        assertThat(lisbon.ago(at("2026-05-08T10:00:00Z"))).isEqualTo("1 h ago");
        assertThat(lisbon.ago(at("2026-05-07T12:00:00Z"))).isEqualTo("23 h ago");
        assertThat(lisbon.ago(at("2026-05-07T11:00:00Z"))).isEqualTo("on 7 May");
    }

    /** A phone counts an age on by itself, with the words that it was given. */
    @Test
    void leavesTheNumberOfAnAgeToWhoeverCountsOn() {
        assertThat(TimeWords.ages(Language.EN)).containsExactly("{n} s ago", "{n} min ago", "{n} h ago");
    }
}
