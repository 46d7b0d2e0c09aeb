package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.notice.Notice;
import app.latchkey.onboarding.NewsRows.News;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.Overviews;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a space's operators are told about a connection, with the way back to its step. */
@Component
class ConnectionLetter {

    private final Scopes scopes;
    private final Spaces spaces;
    private final Overviews overviews;
    private final LatchkeySettings settings;

    ConnectionLetter(Scopes scopes, Spaces spaces, Overviews overviews, LatchkeySettings settings) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.overviews = overviews;
        this.settings = settings;
    }

    Notice about(News news) {
        Space space = scopes.inSpace(news.space(), () -> spaces.get(news.space()));
        return switch (news.what()) {
            case DIED -> needsYou(news, space);
            case REVIVED -> works(news, space);
        };
    }

    private Notice needsYou(News news, Space space) {
        String partner = shortName(news.partner());
        long arriving = arriving(space);
        return Notice.of(
                        once("died", news),
                        partner + " needs you: "
                                + (arriving > 0 ? people(arriving) + " arriving today at risk" : "sign in again"),
                        List.of(
                                "%s no longer lets Latchkey in at %s.".formatted(partner, space.name()),
                                "Nobody loses access. Newcomers wait until somebody signs in again.",
                                "The link goes to the step where that is done."))
                .withLink("Sign in to " + partner, step(space, news.partner()));
    }

    private Notice works(News news, Space space) {
        return Notice.of(
                        once("revived", news),
                        "Working again after " + words(news.away()),
                        List.of(
                                "Latchkey is signed in to %s again at %s."
                                        .formatted(shortName(news.partner()), space.name()),
                                "What waited is done now; there is nothing left for you to do."))
                .withLink("See " + space.name(), settings.publicUrl().resolve("/spaces/" + space.slug()));
    }

    /** Before its set-up is done nobody waits at a door. */
    private long arriving(Space space) {
        if (!space.active()) {
            return 0;
        }
        SpaceId id = space.id();
        return overviews.of(id).today().stream()
                .filter(Arrival::begins)
                .map(Arrival::customer)
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

    private static String once(String what, News news) {
        return "%s:%s:%s:%s".formatted(what, news.space(), news.partner(), news.diedAt());
    }

    private static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static String words(Duration away) {
        if (away.toHours() >= 48) {
            return away.toDays() + " days";
        }
        return away.toMinutes() >= 120 ? away.toHours() + " h" : Math.max(1, away.toMinutes()) + " min";
    }
}
