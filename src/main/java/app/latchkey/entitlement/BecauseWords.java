package app.latchkey.entitlement;

import app.latchkey.entitlement.Because.BeforeLatchkey;
import app.latchkey.entitlement.Because.Booked;
import app.latchkey.entitlement.Because.Bought;
import app.latchkey.entitlement.Because.Contracted;
import app.latchkey.entitlement.Because.Given;

/** The one wording table of {@link Because}: half a sentence, without a full stop, for each audience. */
public final class BecauseWords {

    private BecauseWords() {}

    public static String say(Because because, Voice voice) {
        return switch (voice.audience()) {
            case OPERATOR -> toOperator(because, voice.times());
            case MEMBER -> toMember(because, voice.times());
            case STAFF -> toStaff(because, voice.times());
        };
    }

    private static String toOperator(Because because, TimeWords times) {
        return switch (because) {
            case Booked booked -> "booked %s, %s".formatted(booked.item().name(), times.span(booked.booked()));
            case Bought bought -> "%s, bought %s".formatted(bought.item().name(), times.date(bought.boughtAt()));
            case Contracted contracted ->
                "contract for %s since %s".formatted(contracted.item().name(), times.date(contracted.since()));
            case Given given ->
                "given by %s until %s: %s".formatted(given.by(), times.at(given.until()), given.reason());
            case BeforeLatchkey _ -> "in the group before Latchkey";
        };
    }

    private static String toMember(Because because, TimeWords times) {
        return switch (because) {
            case Booked booked -> "you booked %s, %s".formatted(booked.item().name(), times.span(booked.booked()));
            case Bought bought -> "your %s, bought %s".formatted(bought.item().name(), times.date(bought.boughtAt()));
            case Contracted contracted ->
                "your contract for %s since %s".formatted(contracted.item().name(), times.date(contracted.since()));
            case Given given -> "%s let you in until %s".formatted(given.by(), times.at(given.until()));
            case BeforeLatchkey _ -> "the space gave you this door";
        };
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
                                contracted.item().name(),
                                contracted.item().id(),
                                times.date(contracted.since()));
            case Given given ->
                "given by %s until %s: %s".formatted(given.by(), times.at(given.until()), given.reason());
            case BeforeLatchkey _ -> "in the group before Latchkey, not ours";
        };
    }
}
