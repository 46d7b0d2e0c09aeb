package app.latchkey.doors;

import app.latchkey.sync.CustomerDetail;
import java.util.ArrayList;
import java.util.List;

/**
 * A way a member opens doors with, and whether it is ready.
 *
 * @param words such as "Salto app · ready" or "Tag ··89 · blocked"
 */
public record WayIn(String words, boolean ready) {

    /** Only the ways this person really has. Passport only where the space offers it. */
    static List<WayIn> of(CustomerDetail person, boolean passportOffered) {
        if (person.saltoUser().isEmpty()) {
            return List.of();
        }
        boolean works = !person.blocked() && person.subscribed();
        List<WayIn> ways = new ArrayList<>();
        ways.add(app(person, works));
        person.tagNumber()
                .ifPresent(
                        tag -> ways.add(new WayIn("Tag " + lastOf(tag) + (works ? " · ready" : " · blocked"), works)));
        if (person.usesPin()) {
            ways.add(new WayIn("PIN" + (works ? " · ready" : " · blocked"), works));
        }
        if (passportOffered) {
            ways.add(new WayIn("Passport · ready", works));
        }
        return List.copyOf(ways);
    }

    private static WayIn app(CustomerDetail person, boolean works) {
        if (!works) {
            return new WayIn("Salto app · blocked", false);
        }
        return person.invitationAccepted()
                ? new WayIn("Salto app · ready", true)
                : new WayIn("Salto app · invited, not accepted", false);
    }

    private static String lastOf(String tag) {
        return "··" + tag.substring(Math.max(0, tag.length() - 2));
    }
}
