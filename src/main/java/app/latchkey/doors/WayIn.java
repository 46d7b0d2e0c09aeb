package app.latchkey.doors;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.WaysIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way a member opens doors with, and whether it is ready.
 *
 * @param words such as "Salto app · ready" or "Tag ··89 · blocked"
 */
public record WayIn(String words, boolean ready) {

    /** Only the ways this person really has. Passport only where the space offers it. */
    static List<WayIn> of(CustomerDetail person, boolean passportOffered, Voice voice) {
        if (person.saltoUser().isEmpty()) {
            return List.of();
        }
        boolean works = person.counts();
        WaysIn has = person.ways();
        List<WayIn> ways = new ArrayList<>();
        app(has, works, voice).ifPresent(ways::add);
        has.tagNumber()
                .ifPresent(tag -> ways.add(new WayIn(
                        PageWords.say(voice.language(), "way.tag" + how(works), "ending", lastOf(tag)), works)));
        pin(has.pin(), works, voice).ifPresent(ways::add);
        if (passportOffered) {
            ways.add(new WayIn(PageWords.say(voice.language(), "way.passport"), works));
        }
        return List.copyOf(ways);
    }

    private static String how(boolean works) {
        return works ? "-ready" : "-blocked";
    }

    private static Optional<WayIn> app(WaysIn has, boolean works, Voice voice) {
        return switch (has.phone()) {
            case NO_ADDRESS -> Optional.empty();
            case INVITED -> Optional.of(works ? invited(has, voice) : way("way.app-blocked", false, voice));
            case ACCEPTED -> Optional.of(way("way.app" + how(works), works, voice));
            case ACTIVE -> Optional.of(way(works ? "way.app-active" : "way.app-blocked", works, voice));
        };
    }

    private static WayIn invited(WaysIn has, Voice voice) {
        return has.invitedAt()
                .map(at -> PageWords.say(
                        voice.language(),
                        "way.app-invited-on",
                        "date",
                        voice.times().date(at)))
                .map(words -> new WayIn(words, false))
                .orElseGet(() -> way("way.app-invited", false, voice));
    }

    private static Optional<WayIn> pin(WaysIn.Pin pin, boolean works, Voice voice) {
        return switch (pin) {
            case NOT_ALLOWED -> Optional.empty();
            case NOT_READ -> Optional.of(way("way.pin-not-read", false, voice));
            case NONE -> Optional.of(way("way.pin-none", false, voice));
            case SET -> Optional.of(way("way.pin" + how(works), works, voice));
        };
    }

    private static WayIn way(String key, boolean ready, Voice voice) {
        return new WayIn(PageWords.say(voice.language(), key), ready);
    }

    private static String lastOf(String tag) {
        return tag.substring(Math.max(0, tag.length() - 2));
    }
}
