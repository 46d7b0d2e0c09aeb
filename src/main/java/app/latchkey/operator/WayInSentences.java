package app.latchkey.operator;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.WaysIn;

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
        return ways.tagNumber().orElse("none in Salto");
    }

    public static String pin(WaysIn ways) {
        return switch (ways.pin()) {
            case NOT_ALLOWED -> "not switched on for this user in Salto";
            case NOT_READ -> "switched on; whether there is one was not read yet";
            case NONE -> "switched on, none made yet";
            case SET -> "there is one; Salto shows it to nobody";
        };
    }
}
