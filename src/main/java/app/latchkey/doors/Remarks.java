package app.latchkey.doors;

import app.latchkey.entitlement.Voice;
import app.latchkey.shared.Window;
import app.latchkey.sync.WhyNot;
import java.util.Optional;

/** The wording table of {@link WhyNot} for members: one sentence, one remedy. Never blames, never says what others have. */
final class Remarks {

    private static final String CALL = "Call the space";
    private static final String ASK = "Ask the space";
    private static final String TELL = "Tell the space";

    private Remarks() {}

    static Remark of(WhyNot why, Optional<Window> window, Voice voice) {
        String space = voice.spaceName();
        return switch (why) {
            case NEVER_BOUGHT -> Remark.of("Nothing you have now opens this door.", ASK);
            case TOO_EARLY -> Remark.of(opens(window, voice));
            case JUST_ENDED -> Remark.of(ended(window, voice));
            case BOOKING_NOT_CONFIRMED -> Remark.of("Your booking is not confirmed yet.", ASK);
            case PASS_USED_UP -> Remark.of("All entries of your pass are used.", ASK);
            case PASS_EXPIRED -> Remark.of("Your pass has ended.", ASK);
            case CONTRACT_NOT_BEGUN -> Remark.of(opens(window, voice));
            case CONTRACT_PAUSED -> Remark.of("Your contract is paused.", ASK);
            case CONTRACT_ENDED -> Remark.of("Your contract has ended.", "Talk to the space");
            case SUSPENDED, PROTECTED_PERSON, REFUSED -> Remark.of(space + " has paused your access.", CALL);
            case ON_ITS_WAY -> Remark.of("Salto usually has it within a minute.");
            case TWO_CUSTOMERS_ONE_EMAIL ->
                Remark.of("Two customers use your e-mail. The space has to say which one you are.", ASK);
            case SEVERAL_SALTO_USERS ->
                Remark.of("Several Salto users have your e-mail. The space has to say which one you are.", ASK);
            case SALTO_USER_TAKEN ->
                Remark.of("Your Salto user belongs to another customer. The space has to say whose it is.", ASK);
            case NO_WAY_TO_INVITE -> Remark.of("You may open this door, but have no app, tag or PIN yet.", TELL);
            case LINK_BROKEN -> Remark.of("Your Salto user is gone from this site.", TELL);
            case WAITING_FOR_APPROVAL ->
                Remark.of("Your space checks a larger change first; yours is part of it.", ASK);
            case NO_SEAT -> Remark.of("Your space has used all its Salto seats. You get the next one.", TELL);
            case INVITATION_OPEN ->
                Remark.of("Salto invited you by mail. Until you accept, the app opens nothing.", ASK);
            case BLOCKED_IN_SALTO -> Remark.of("Your Salto user is blocked at this site.", CALL);
            case DOOR_NOT_SET_UP, GROUP_GONE, WATCHING ->
                Remark.of("The space has not finished setting up this door.", TELL);
            case LOCK_OFFLINE ->
                Remark.of(
                        "This lock is not connected, so newer changes have not reached it. Your key may still work: try once.",
                        CALL);
            case SALTO_SILENT -> Remark.of("Salto is not answering. What opened before should still open.", CALL);
            case NEXUDUS_SILENT -> Remark.of("We cannot see your newest purchases yet.", CALL);
            case TAKEN_OUT_BY_HAND -> Remark.of("Somebody at the space took you out.", CALL);
            case SPACE_PAUSED -> Remark.of("Your space has paused door changes.", CALL);
        };
    }

    private static String opens(Optional<Window> window, Voice voice) {
        return window.map(it -> "The door opens for you %s, %s."
                        .formatted(
                                atTime(voice.times().at(it.from())),
                                voice.times().ahead(it.from())))
                .orElse("The door opens for you when your purchase begins.");
    }

    private static String atTime(String words) {
        return Character.isDigit(words.charAt(0)) ? "at " + words : words;
    }

    private static String ended(Optional<Window> window, Voice voice) {
        return window.flatMap(Window::end)
                .map(end -> "It was yours until " + voice.times().at(end) + ".")
                .orElse("What opened this door for you has ended.");
    }
}
