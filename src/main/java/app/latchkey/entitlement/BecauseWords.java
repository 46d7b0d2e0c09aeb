package app.latchkey.entitlement;

import app.latchkey.entitlement.Because.BeforeLatchkey;
import app.latchkey.entitlement.Because.Booked;
import app.latchkey.entitlement.Because.Bought;
import app.latchkey.entitlement.Because.Contracted;
import app.latchkey.entitlement.Because.Decided;
import app.latchkey.entitlement.Because.FromNewerVersion;
import app.latchkey.entitlement.Because.Given;
import app.latchkey.shared.Language;
import java.util.Map;

/** The one wording table of {@link Because}: half a sentence, without a full stop, for each audience. */
public final class BecauseWords {

    private BecauseWords() {}

    public static String say(Because because, Voice voice) {
        return switch (voice.audience()) {
            case OPERATOR -> toOperator(because, voice.times());
            case MEMBER -> toMember("because.", because, voice);
            case STAFF -> toStaff(because, voice.times());
        };
    }

    private static String toOperator(Because because, TimeWords times) {
        return switch (because) {
            case Booked booked -> "booked %s, %s".formatted(booked.item().name(), times.span(booked.booked()));
            case Bought bought -> "%s, bought %s".formatted(bought.item().name(), times.date(bought.boughtAt()));
            case Contracted contracted ->
                "contract for %s since %s".formatted(place(contracted, Language.EN), times.date(contracted.since()));
            case Decided decided -> "Nexudus says so%s".formatted(until(decided, times));
            case Given given ->
                "given by %s until %s: %s".formatted(given.by(), times.at(given.until()), given.reason());
            case BeforeLatchkey _ -> "in the group before Latchkey";
            case FromNewerVersion _ -> "for a reason that a newer version of Latchkey recorded";
        };
    }

    /** As {@link #say} for a member, but a whole sentence: "Because you booked Room 4, 16:00–18:00." */
    public static String sentence(Because because, Voice voice) {
        return toMember("because-line.", because, voice);
    }

    private static String toMember(String form, Because because, Voice voice) {
        TimeWords times = voice.times();
        return switch (because) {
            case Booked booked ->
                words(voice, form + "booked", "item", booked.item().name(), "span", times.span(booked.booked()));
            case Bought bought ->
                words(voice, form + "bought", "item", bought.item().name(), "date", times.date(bought.boughtAt()));
            case Contracted contracted ->
                words(
                        voice,
                        form + "contracted",
                        "item",
                        place(contracted, voice.language()),
                        "date",
                        times.date(contracted.since()));
            case Decided decided ->
                decided.until() == null
                        ? Words.say(
                                voice.language(),
                                form + "decided",
                                Map.of("item", decided.item().name()))
                        : words(
                                voice,
                                form + "decided-until",
                                "item",
                                decided.item().name(),
                                "until",
                                times.until(decided.until()));
            case Given given -> words(voice, form + "given", "by", given.by(), "until", times.until(given.until()));
            case BeforeLatchkey _ -> Words.say(voice.language(), form + "before-latchkey");
            case FromNewerVersion _ -> Words.say(voice.language(), form + "from-newer-version");
        };
    }

    private static String words(Voice voice, String key, String one, String first, String two, String second) {
        return Words.say(voice.language(), key, Map.of(one, first, two, second));
    }

    private static String toStaff(Because because, TimeWords times) {
        return switch (because) {
            case Booked booked ->
                "booking %d of %s (%s), %s"
                        .formatted(
                                booked.bookingId(),
                                booked.item().name(),
                                booked.item().id(),
                                times.span(booked.booked()));
            case Bought bought ->
                "pass %d of %s (%s), bought %s"
                        .formatted(
                                bought.passId(),
                                bought.item().name(),
                                bought.item().id(),
                                times.date(bought.boughtAt()));
            case Contracted contracted ->
                "contract %d for %s (%s) since %s"
                        .formatted(
                                contracted.contractId(),
                                place(contracted, Language.EN),
                                contracted.item().id(),
                                times.date(contracted.since()));
            case Decided decided ->
                "decision %d of Nexudus for %s, first said %s%s"
                        .formatted(
                                decided.decisionId(),
                                decided.item().name(),
                                times.when(decided.since()),
                                until(decided, times));
            case Given given ->
                "given by %s until %s: %s".formatted(given.by(), times.at(given.until()), given.reason());
            case BeforeLatchkey _ -> "in the group before Latchkey, not ours";
            case FromNewerVersion _ -> "for a reason that a newer version recorded and this one does not understand";
        };
    }

    private static String place(Contracted contracted, Language language) {
        return contracted.days().isEmpty()
                ? contracted.item().name()
                : "%s (%s)".formatted(contracted.item().name(), HoursWords.days(contracted.days(), language));
    }

    private static String until(Decided decided, TimeWords times) {
        return decided.until() == null ? "" : ", " + times.until(decided.until());
    }
}
