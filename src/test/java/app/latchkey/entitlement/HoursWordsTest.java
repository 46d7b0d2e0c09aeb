package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.at;
import static java.time.DayOfWeek.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.WeeklyHours.Span;
import app.latchkey.shared.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HoursWordsTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Span WORKING_DAYS = span(EnumSet.range(MONDAY, FRIDAY), "08:00", "18:00");
    private static final WeeklyHours HOURS = new WeeklyHours(List.of(WORKING_DAYS), LISBON);

    private static Span span(Set<DayOfWeek> days, String from, String until) {
        return new Span(days, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Voice voice(Audience audience, ZoneId zone, Language language) {
        return new Voice(audience, "Harbour House", zone, at("2026-05-08T19:00:00Z"), language);
    }

    /** Without the joiner after the dash. */
    private static String plain(String words) {
        return words.replace("\u2060", "");
    }

    @Test
    void saysDaysInARowTogetherAndOthersOneByOne() {
        assertThat(plain(HoursWords.say(List.of(span(Set.of(SATURDAY), "09:00", "13:00"), WORKING_DAYS))))
                .isEqualTo("Monday to Friday 08:00–18:00, Saturday 09:00–13:00");
        assertThat(plain(HoursWords.say(List.of(span(Set.of(WEDNESDAY, SATURDAY, SUNDAY), "22:00", "02:00")))))
                .isEqualTo("Wednesday, Saturday, Sunday 22:00–02:00");
        assertThat(plain(HoursWords.say(List.of(span(EnumSet.allOf(DayOfWeek.class), "07:30", "00:00")))))
                .isEqualTo("every day 07:30–24:00");
    }

    @Case(46)
    @Test
    void saysToTheOperatorWhenItOpensAndWhenAgain() {
        Reason outside = new Reason.OutsideHours(HOURS, at("2026-05-11T07:00:00Z"));
        assertThat(plain(ReasonWords.say(outside, voice(Audience.OPERATOR, LISBON, Language.EN))))
                .isEqualTo("The group's schedule in Salto opens Monday to Friday 08:00–18:00 (Lisbon time);"
                        + " opens again on Mon 11 May at 08:00.");
        assertThat(plain(ReasonWords.say(
                        new Reason.OutsideHours(HOURS, null), voice(Audience.OPERATOR, LISBON, Language.EN))))
                .isEqualTo("The group's schedule in Salto opens Monday to Friday 08:00–18:00 (Lisbon time).");
    }

    /** All times of a member's page are in the time of the space: another one is named. */
    @Test
    void namesTheDoorsTimeToAMemberWhereItIsAnother() {
        Reason outside = new Reason.OutsideHours(HOURS, null);
        assertThat(plain(ReasonWords.say(outside, voice(Audience.MEMBER, LISBON, Language.EN))))
                .isEqualTo("This door opens Monday to Friday 08:00–18:00 for your group.");
        assertThat(plain(ReasonWords.say(outside, voice(Audience.MEMBER, ZoneId.of("Europe/Madrid"), Language.EN))))
                .isEqualTo("This door opens Monday to Friday 08:00–18:00 (Lisbon time) for your group.");
    }

    @Case(46)
    @Test
    void saysToMembersInTheirLanguageWhenItOpensAgain() {
        Reason outside = new Reason.OutsideHours(HOURS, at("2026-05-09T07:00:00Z"));
        Map<Language, String> said = new TreeMap<>();
        for (Language language : Language.values()) {
            said.put(language, plain(ReasonWords.say(outside, voice(Audience.MEMBER, LISBON, language))));
        }
        assertThat(said)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Language.EN,
                                "This door opens Monday to Friday 08:00–18:00 for your group. It opens again for you tomorrow at 08:00.",
                                Language.DE,
                                "Diese Tür öffnet für deine Gruppe Montag bis Freitag 08:00–18:00. Für dich öffnet sie morgen um 08:00 wieder.",
                                Language.FR,
                                "Cette porte s’ouvre du lundi au vendredi 08:00–18:00 pour votre groupe. Elle s’ouvre de nouveau pour vous demain à 08:00.",
                                Language.ES,
                                "Esta puerta se abre de lunes a viernes 08:00–18:00 para tu grupo. Para ti se vuelve a abrir mañana a las 08:00.",
                                Language.IT,
                                "Questa porta si apre da lunedì a venerdì 08:00–18:00 per il tuo gruppo. Per te si riapre domani alle 08:00.",
                                Language.NL,
                                "Deze deur gaat maandag tot en met vrijdag 08:00–18:00 open voor je groep. Voor jou gaat ze morgen om 08:00 weer open."));
    }
}
