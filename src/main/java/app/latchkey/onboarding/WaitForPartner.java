package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.identity.SignedIn;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.onboarding.WaitRows.Wait;
import app.latchkey.onboarding.WaitRows.What;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.Site;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Ticked;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * A set-up that cannot go on: asks a silent partner again every minute, and looks every hour at what may take days, whether or not a page is
 * open. Writes when the wait is over.
 */
@Service
public class WaitForPartner {

    private final SaltoKs salto;
    private final Nexudus nexudus;
    private final WaitRows rows;
    private final Scopes scopes;
    private final WaitLetters letters;
    private final Clock clock;

    WaitForPartner(SaltoKs salto, Nexudus nexudus, WaitRows rows, Scopes scopes, WaitLetters letters, Clock clock) {
        this.salto = salto;
        this.nexudus = nexudus;
        this.rows = rows;
        this.scopes = scopes;
        this.letters = letters;
        this.clock = clock;
    }

    /** Begins to wait for an answer, or goes on; answers since when. */
    public Instant begin(SpaceId space, Partner partner, SignedIn by) {
        return begin(Wait.forAnswer(space, partner, clock.instant(), by.email()));
    }

    /** Begins to look every hour whether the site can be used, and no longer at another one. */
    public void forSite(SpaceId space, SiteId site, SignedIn by) {
        begin(new Wait(space, Partner.SALTO, What.SITE, Optional.of(site), clock.instant(), by.email()));
    }

    /** Begins to look every hour whether Nexudus's own integration is off. */
    public void forSecondWriter(SpaceId space, SignedIn by) {
        begin(new Wait(space, Partner.NEXUDUS, What.SECOND_WRITER, Optional.empty(), clock.instant(), by.email()));
    }

    /** The site that is waited for. */
    public Optional<SiteId> site(SpaceId space) {
        return scopes.inSpace(space, () -> rows.find(space, Partner.SALTO, What.SITE))
                .flatMap(Wait::site);
    }

    public boolean forSecondWriter(SpaceId space) {
        return scopes.inSpace(space, () -> rows.find(space, Partner.NEXUDUS, What.SECOND_WRITER))
                .isPresent();
    }

    /** The partner answered somebody who was at the page: no mail is owed. */
    public void answered(SpaceId space, Partner partner) {
        over(space, partner, What.ANSWER);
    }

    /** Somebody has chosen a site: no mail is owed. */
    public void siteChosen(SpaceId space) {
        over(space, Partner.SALTO, What.SITE);
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("waiting").start(() -> tryAgain(tick.at()));
    }

    void tryAgain(Instant now) {
        scopes.inSystem(() -> rows.due(now)).stream()
                .filter(this::isOver)
                .map(wait -> over(wait.space(), wait.partner(), wait.what()))
                .forEach(ended -> ended.ifPresent(letters::send));
    }

    private Instant begin(Wait wait) {
        return scopes.inSpace(wait.space(), () -> rows.begin(wait));
    }

    private Optional<Wait> over(SpaceId space, Partner partner, What what) {
        return scopes.inSpace(space, () -> rows.end(space, partner, what));
    }

    /** While the partner does not answer nothing is known; a refusal ends the wait for an answer, and nothing else. */
    private boolean isOver(Wait wait) {
        try {
            return switch (wait.what()) {
                case ANSWER -> answers(wait);
                case SITE -> isUsable(wait);
                case SECOND_WRITER -> !nexudus.secondWriter(wait.space()).isThere();
            };
        } catch (PartnerFailure failure) {
            return wait.what() == What.ANSWER && !failure.is(Category.SILENT) && !failure.is(Category.THROTTLED);
        }
    }

    private boolean answers(Wait wait) {
        var unused = switch (wait.partner()) {
            case SALTO -> salto.sites(wait.space());
            case NEXUDUS -> nexudus.locations(wait.space());
        };
        return true;
    }

    private boolean isUsable(Wait wait) {
        return salto.sites(wait.space()).stream()
                .filter(site -> wait.site().filter(site.id()::equals).isPresent())
                .anyMatch(Site::isUsable);
    }
}
