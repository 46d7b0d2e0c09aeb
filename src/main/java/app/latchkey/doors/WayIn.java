package app.latchkey.doors;

import app.latchkey.entitlement.Voice;
import app.latchkey.sync.CustomerDetail;
import java.time.Instant;
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
        boolean works = !person.blocked() && person.subscribed();
        String how = works ? "-ready" : "-blocked";
        List<WayIn> ways = new ArrayList<>();
        ways.add(app(person, works, voice));
        person.tagNumber()
                .ifPresent(tag -> ways.add(
                        new WayIn(PageWords.say(voice.language(), "way.tag" + how, "ending", lastOf(tag)), works)));
        if (person.usesPin()) {
            ways.add(new WayIn(PageWords.say(voice.language(), "way.pin" + how), works));
        }
        if (passportOffered) {
            ways.add(new WayIn(PageWords.say(voice.language(), "way.passport"), works));
        }
        return List.copyOf(ways);
    }

    private static WayIn app(CustomerDetail person, boolean works, Voice voice) {
        if (!works) {
            return new WayIn(PageWords.say(voice.language(), "way.app-blocked"), false);
        }
        if (person.invitationAccepted()) {
            return new WayIn(PageWords.say(voice.language(), "way.app-ready"), true);
        }
        Optional<Instant> invited = person.invitedAt();
        return new WayIn(
                invited.map(at -> PageWords.say(
                                voice.language(),
                                "way.app-invited-on",
                                "date",
                                voice.times().date(at)))
                        .orElse(PageWords.say(voice.language(), "way.app-invited")),
                false);
    }

    private static String lastOf(String tag) {
        return tag.substring(Math.max(0, tag.length() - 2));
    }
}
