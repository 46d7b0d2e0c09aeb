package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because.*;
import app.latchkey.entitlement.Reason.*;
import app.latchkey.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type has its sentence, for everybody who may read it. */
class WordsTest {

    private static final Instant NOON = at("2026-05-08T11:00:00Z");
    private static final Instant TWO = at("2026-05-08T13:00:00Z");
    private static final Instant SIX = at("2026-05-08T17:00:00Z");
    private static final Instant THIRD = at("2026-05-03T11:00:00Z");

    private static Voice voice(Audience audience) {
        return new Voice(audience, "Harbour House", ZoneId.of("UTC"), NOON);
    }

    private static String member(Reason reason) {
        return ReasonWords.say(reason, voice(Audience.MEMBER));
    }

    @Test
    void knowsEveryType() {
        assertThat(AllReasons.becauses())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Because.class.getPermittedSubclasses());
        assertThat(AllReasons.reasons())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Reason.class.getPermittedSubclasses());
        assertThat(AllReasons.reasons()).extracting(Reason::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void saysEveryBecauseToEverybody(Audience audience) {
        assertThat(AllReasons.becauses())
                .extracting(because -> BecauseWords.say(because, voice(audience)))
                .allMatch(words -> !words.isBlank() && !words.endsWith("."))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void saysEveryReasonToEverybody(Audience audience) {
        assertThat(AllReasons.reasons())
                .extracting(reason -> ReasonWords.say(reason, voice(audience)))
                .allMatch(words -> words.endsWith(".") || words.endsWith("?"))
                .noneMatch(words -> words.contains("null") || words.contains("!") || words.contains("  "));
    }

    @ParameterizedTest
    @MethodSource("app.latchkey.entitlement.AllReasons#reasons")
    void givesMembersNoWordOfOurMachinery(Reason reason) {
        assertThat(member(reason)).doesNotContainIgnoringCase("sync", "ledger", "access group", "error", "please");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEverythingToMembersInTheirLanguage(Language language) {
        Voice voice = new Voice(Audience.MEMBER, "Harbour House", ZoneId.of("UTC"), NOON, language);
        assertThat(AllReasons.reasons())
                .extracting(reason -> ReasonWords.say(reason, voice))
                .allMatch(words -> words.endsWith("."))
                .noneMatch(words -> words.contains("{") || words.contains(" null") || words.contains("!"));
        assertThat(AllReasons.becauses())
                .extracting(because -> BecauseWords.sentence(because, voice))
                .allMatch(words -> words.endsWith(".") && Character.isUpperCase(words.charAt(0)))
                .noneMatch(words -> words.contains("{"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasTheSameSentencesWithTheSameBlanksInEachLanguage(Language language) {
        assertThat(Words.ALL.keys(language)).isEqualTo(Words.ALL.keys(Language.EN));
        assertThat(Words.ALL.keys(language))
                .allSatisfy(key -> assertThat(Words.ALL.blanks(language, key))
                        .as(key)
                        .isEqualTo(Words.ALL.blanks(Language.EN, key)));
    }

    @Test
    void wordsBecausesAsPagesShowThem() {
        assertThat(AllReasons.becauses())
                .extracting(because -> BecauseWords.say(because, voice(Audience.OPERATOR)))
                .containsExactly(
                        "booked Room 4, 15:00–\u206017:00",
                        "Flex pass, bought 3 May",
                        "contract for Office 12 since 1 March",
                        "Nexudus says so, until 17:00",
                        "given by Ana until 19:00: lost tag",
                        "in the group before Latchkey",
                        "for a reason that a newer version of Latchkey recorded");
    }

    @Test
    void tellsAMemberWhatIsSo() {
        assertThat(member(new TooEarly(ROOM_4, TWO, at("2026-05-08T12:45:00Z"))))
                .isEqualTo("Your booking of Room 4 starts at 13:00. The door opens for you at 12:45, in 1 h.");
        assertThat(member(new DayPassOver(FLEX, at("2026-05-07T11:00:00Z"))))
                .isEqualTo("Your day pass was for yesterday.");
        assertThat(member(new ContractPaused(OFFICE_12, at("2026-06-01T00:00:00Z"))))
                .isEqualTo("Your contract is paused until 1 June.");
        assertThat(member(new Suspended())).isEqualTo("Harbour House has paused your access.");
        assertThat(member(new PassUsedUp(FLEX, 10))).isEqualTo("All 10 entries of your Flex pass are used.");
        assertThat(member(new TakenOutByHand(null))).isEqualTo("Somebody at the space took you out.");
        assertThat(member(new OnItsWay(NOON.minusSeconds(20))))
                .isEqualTo("Bought 20 s ago. Salto usually has it within a minute.");
        assertThat(member(new OnItsWay(null))).isEqualTo("On its way. Salto usually has it within a minute.");
        assertThat(member(new InvitationOpen(THIRD)))
                .isEqualTo("Salto invited you on 3 May. Until you accept, the app opens nothing.");
    }

    @Test
    void namesARemedyOnlyWhereSomethingHelps() {
        assertThat(Remedy.of(new NeverBought())).contains(Remedy.SEE_OFFERS);
        assertThat(Remedy.of(new Open(AllReasons.becauses(), null))).isEmpty();
        for (Language language : Language.values()) {
            assertThat(Arrays.stream(Remedy.values()).map(remedy -> remedy.label(language, "Room 2")))
                    .noneMatch(String::isBlank)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsAnOperatorTheTimeOnlyWhereItIsKnown() {
        assertThat(List.of(
                        new Open(AllReasons.becauses().subList(0, 2), SIX),
                        new Open(AllReasons.becauses().subList(1, 2), null),
                        new ContractPaused(OFFICE_12, at("2026-06-01T00:00:00Z")),
                        new ContractPaused(OFFICE_12, null),
                        new OnItsWay(NOON.minusSeconds(20)),
                        new OnItsWay(null),
                        new InvitationOpen(THIRD),
                        new InvitationOpen(null),
                        new TakenOutByHand(at("2026-05-08T09:04:00Z")),
                        new TakenOutByHand(null),
                        new SpacePaused(at("2026-05-08T09:10:00Z")),
                        new SpacePaused(null),
                        new SpaceFrozen(at("2026-05-08T14:10:00Z")),
                        new SpaceFrozen(null)))
                .extracting(reason -> ReasonWords.say(reason, voice(Audience.OPERATOR)))
                .containsExactly(
                        "Can open until 17:00: booked Room 4, 15:00–\u206017:00, and Flex pass, bought 3 May.",
                        "Can open: Flex pass, bought 3 May.",
                        "The contract for Office 12 is paused until 1 June.",
                        "The contract for Office 12 is paused.",
                        "On its way to Salto, bought 20 s ago.",
                        "On its way to Salto.",
                        "Invited on 3 May and not accepted yet; the app opens nothing until then.",
                        "Invited and not accepted yet; the app opens nothing until then.",
                        "Somebody took this person out in Salto at 09:04; put back, or leave out?",
                        "Somebody took this person out in Salto; put back, or leave out?",
                        "You paused changes since 09:10.",
                        "You paused changes.",
                        "You stopped every change until 14:10.",
                        "You stopped every change.");
    }

    @Test
    void tellsAMemberTheTimeOnlyWhereItIsKnown() {
        assertThat(List.of(
                        new Open(AllReasons.becauses(), SIX),
                        new Open(AllReasons.becauses(), null),
                        new JustEnded(ROOM_4, at("2026-05-08T09:00:00Z"), at("2026-05-08T09:15:00Z")),
                        new SpacePaused(at("2026-05-08T09:10:00Z")),
                        new SpacePaused(null),
                        new SpaceFrozen(at("2026-05-08T14:10:00Z")),
                        new SpaceFrozen(null)))
                .extracting(WordsTest::member)
                .containsExactly(
                        "Opens for you until 17:00.",
                        "Opens for you.",
                        "Your booking of Room 4 ended at 09:00; the door stayed yours until 09:15.",
                        "Your space has paused door changes since 09:10.",
                        "Your space has paused door changes.",
                        "Your space has stopped all door changes until 14:10.",
                        "Your space has stopped all door changes for now.");
    }
}
