package app.latchkey.onboarding;

import app.latchkey.connection.ConnectionDied;
import app.latchkey.connection.ConnectionRevived;
import app.latchkey.connection.Partner;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Overviews;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a space's operators when a connection has died, with the way back to its step, and when it works again. Sent from a thread of its
 * own: whoever found the connection dead is in the middle of a request, and no mail server shall hold that up.
 */
@Component
class ConnectionMail {

    private final Notices notices;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Overviews overviews;
    private final LatchkeySettings settings;

    ConnectionMail(Notices notices, Scopes scopes, Spaces spaces, Overviews overviews, LatchkeySettings settings) {
        this.notices = notices;
        this.scopes = scopes;
        this.spaces = spaces;
        this.overviews = overviews;
        this.settings = settings;
    }

    @EventListener
    void on(ConnectionDied died) {
        Thread.ofVirtual().name("connection-died").start(() -> tell(died.space(), needsYou(died)));
    }

    @EventListener
    void on(ConnectionRevived revived) {
        Thread.ofVirtual().name("connection-revived").start(() -> tell(revived.space(), works(revived)));
    }

    private Notice needsYou(ConnectionDied died) {
        Space space = space(died.space());
        String partner = shortName(died.partner());
        long arriving = arriving(space);
        String subject = partner + " needs you: "
                + (arriving > 0 ? people(arriving) + " arriving today at risk" : "sign in again");
        return Notice.of(
                        once("died", died.space(), died.partner(), died.at().toString()),
                        subject,
                        List.of(
                                "%s no longer lets Latchkey in at %s.".formatted(partner, space.name()),
                                "Nobody loses access. Newcomers wait until somebody signs in again.",
                                "The link goes to the step where that is done."))
                .withLink("Sign in to " + partner, step(space, died.partner()));
    }

    private Notice works(ConnectionRevived revived) {
        Space space = space(revived.space());
        String partner = shortName(revived.partner());
        return Notice.of(
                        once(
                                "revived",
                                revived.space(),
                                revived.partner(),
                                revived.diedAt().toString()),
                        "Working again after " + words(revived.away()),
                        List.of(
                                "Latchkey is signed in to %s again at %s.".formatted(partner, space.name()),
                                "What waited is done now; there is nothing left for you to do."))
                .withLink("See " + space.name(), settings.publicUrl().resolve("/spaces/" + space.slug()));
    }

    private void tell(SpaceId space, Notice notice) {
        List<EmailAddress> operators = scopes.inSpace(space, () -> spaces.operatorsOf(space));
        operators.forEach(operator -> notices.send(operator, notice));
    }

    private Space space(SpaceId id) {
        return scopes.inSpace(id, () -> spaces.get(id));
    }

    /** Before its set-up is done nobody waits at a door. */
    private long arriving(Space space) {
        if (!space.active()) {
            return 0;
        }
        return overviews.of(space.id()).today().stream()
                .filter(arrival -> arrival.begins())
                .map(arrival -> arrival.customer())
                .distinct()
                .count();
    }

    private URI step(Space space, Partner partner) {
        SetupStep step = partner == Partner.SALTO ? SetupStep.SALTO : SetupStep.NEXUDUS;
        return settings.publicUrl().resolve(SetupNavigation.path(space.slug(), step));
    }

    private static String shortName(Partner partner) {
        return partner == Partner.SALTO ? "Salto" : partner.title();
    }

    private static String once(String what, SpaceId space, Partner partner, String when) {
        return "%s:%s:%s:%s".formatted(what, space, partner, when);
    }

    private static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }

    static String words(Duration away) {
        if (away.toHours() >= 48) {
            return away.toDays() + " days";
        }
        return away.toMinutes() >= 120 ? away.toHours() + " h" : Math.max(1, away.toMinutes()) + " min";
    }
}
