package app.latchkey.operator;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.CardStanding;
import app.latchkey.sync.PinAnswer;
import app.latchkey.sync.PinSuspicion;
import app.latchkey.sync.WaysIn;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person opens with, in words for whoever runs the space. */
public final class WayInSentences {

    private WayInSentences() {}

    public static String app(WaysIn ways, Voice voice) {
        return switch (ways.phone()) {
            case NO_ADDRESS -> "Salto has no e-mail address to invite by";
            case INVITED ->
                ways.invitedAt()
                        .map(at -> "invited %s, not accepted"
                                .formatted(voice.times().date(at)))
                        .orElse("invited, not accepted");
            case ACCEPTED -> "invitation accepted";
            case ACTIVE -> "ready on a phone";
        };
    }

    public static String tag(WaysIn ways) {
        return ways.tagNumber().orElse("none");
    }

    public static String pin(WaysIn ways) {
        return switch (ways.pin()) {
            case NOT_ALLOWED -> "not switched on for this user";
            case NOT_READ -> "switched on; whether there is one was not read yet";
            case NONE -> "switched on, none made yet";
            case SET -> "there is one; Salto shows it to nobody";
        };
    }

    /** What is so of an access card, and what to do about it; empty where Salto is as Nexudus says. */
    public static Optional<String> card(CardStanding card) {
        String tag = "Tag " + card.number();
        return switch (card.state()) {
            case IN_SALTO -> Optional.empty();
            case ON_ITS_WAY -> Optional.of(tag + " is on its way to Salto.");
            case BEING_MOVED ->
                Optional.of(tag + " is being moved: it is given once Salto shows that nobody has it any more.");
            case BY_HAND ->
                Optional.of(tag
                        + " is on the customer in Nexudus and not in Salto. Give it by hand: in Salto, open Users and"
                        + " this person, choose Assign tag, and take " + card.number()
                        + ". Not in the list? Add it first under Site, Tags. It stands here within twenty minutes.");
            case SECOND_CARD ->
                Optional.of(tag
                        + " waits: a Salto user has one tag, and this person has another. Take the other card off in"
                        + " Nexudus to use this one.");
            case ANOTHER_TAG ->
                Optional.of(tag + " is not given: in Salto somebody gave this person another tag" + by(card)
                        + ". Take that one off in Salto, or write its number into Nexudus.");
            case WANTED_TWICE ->
                Optional.of(tag + " is not given: two customers have it in Nexudus. Take it off one of them there.");
            case HELD_BY_ANOTHER ->
                Optional.of(
                        "%s is not given: %s has it in Salto, and not from us. Take it off there by hand if it is this person’s now."
                                .formatted(tag, card.detail()));
            case HELD_BY_ADMINISTRATOR ->
                Optional.of(
                        "%s is not given: %s, who administers the site, has it in Salto. It may open every door: check the number in Nexudus."
                                .formatted(tag, card.detail()));
            case NOT_REGISTERED ->
                Optional.of(tag
                        + " is not given: Salto has no tag of this number at this site. Check the number, or add the tag"
                        + " in Salto under Site, Tags.");
            case OF_ANOTHER_SITE ->
                Optional.of(tag
                        + " is not given: somebody of another Salto site has it. Only that site can let go of it; hand out"
                        + " another tag.");
            case REFUSED -> Optional.of(tag + " is not given: " + card.detail());
            case FROM_NEWER_VERSION -> Optional.of(tag + " stands as a newer version of Latchkey recorded.");
        };
    }

    private static String by(CardStanding card) {
        return card.detail().isEmpty() ? "" : ", " + card.detail();
    }

    /** A door that a PIN opened for somebody whom no group let in, and who else it may have been. */
    public static String suspicion(String name, PinSuspicion found, Voice voice) {
        String who = found.others().isEmpty()
                ? "Nobody else with a PIN is in a group of that door now."
                : "It may have been the PIN of "
                        + found.others().stream().map(PinSuspicion.Other::name).collect(Collectors.joining(" or "))
                        + ".";
        return "%s was opened by PIN at %s, and Salto names %s, whom no group let in. Two people may have the same PIN. %s"
                .formatted(found.door(), voice.times().at(found.at()), name, who);
    }

    /** Why somebody may still have no PIN. */
    public static String notAllowed(PinAnswer.Why why) {
        return switch (why) {
            case NOT_HERE ->
                "Not switched on: in Salto the site has PINs switched off, no lock takes one, or this user has no seat.";
            case PAUSED -> "Not switched on: every change is held at the moment.";
            case NOT_READY, UNCLEAR -> "Salto does not show it yet. Look again in a minute.";
            case AWAY -> "Not switched on: Salto is not answering. Try again.";
            case REFUSED -> "Not switched on: Salto refused. Switch it on in Salto, on the user, by hand.";
        };
    }

    /** Why not both PINs have ended. */
    public static String notEnded(PinAnswer.Why why) {
        return switch (why) {
            case NOT_HERE -> "Not ended: PINs are not switched on in Salto for one of them, so it opens nothing.";
            case PAUSED -> "Not ended: every change is held at the moment.";
            case NOT_READY -> "Not ended yet: Salto is still preparing one of them. Try again in a minute.";
            case AWAY -> "Not ended: Salto is not answering. Try again.";
            case REFUSED -> "Not ended: Salto refused. End the PIN in Salto by hand.";
            case UNCLEAR -> "Salto’s answer was lost: nobody knows whether both have ended. Do it once more.";
        };
    }
}
