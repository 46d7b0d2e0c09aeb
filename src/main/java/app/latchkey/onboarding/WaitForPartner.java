package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.identity.SignedIn;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.onboarding.WaitRows.Wait;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Ticked;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** A set-up that met a silent partner: asks again every minute, whether or not a page is open, and writes when the partner is back. */
@Service
public class WaitForPartner {

    private final SaltoKs salto;
    private final Nexudus nexudus;
    private final WaitRows rows;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Notices notices;
    private final LatchkeySettings settings;
    private final Clock clock;

    WaitForPartner(
            SaltoKs salto,
            Nexudus nexudus,
            WaitRows rows,
            Scopes scopes,
            Spaces spaces,
            Notices notices,
            LatchkeySettings settings,
            Clock clock) {
        this.salto = salto;
        this.nexudus = nexudus;
        this.rows = rows;
        this.scopes = scopes;
        this.spaces = spaces;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to wait, or goes on; answers since when. */
    public Instant begin(SpaceId space, Partner partner, SignedIn by) {
        return scopes.inSpace(space, () -> rows.begin(space, partner, by.email(), clock.instant()));
    }

    /** The partner answered somebody who was at the page: no mail is owed. */
    public void answered(SpaceId space, Partner partner) {
        scopes.inSpace(space, () -> rows.end(space, partner));
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("waiting").start(() -> tryAgain(tick.at()));
    }

    void tryAgain(Instant now) {
        scopes.inSystem(() -> rows.due(now)).stream()
                .filter(wait -> answers(wait.space(), wait.partner()))
                .map(wait -> scopes.inSpace(wait.space(), () -> rows.end(wait.space(), wait.partner())))
                .forEach(ended -> ended.ifPresent(this::tell));
    }

    /** A refusal is an answer too: the page says what it means. */
    private boolean answers(SpaceId space, Partner partner) {
        try {
            var unused = switch (partner) {
                case SALTO -> salto.sites(space);
                case NEXUDUS -> nexudus.locations(space);
            };
            return true;
        } catch (PartnerFailure failure) {
            return !failure.is(Category.SILENT) && !failure.is(Category.THROTTLED);
        }
    }

    private void tell(Wait wait) {
        Space space = scopes.inSpace(wait.space(), () -> spaces.get(wait.space()));
        SetupStep step = wait.partner() == Partner.SALTO ? SetupStep.SALTO : SetupStep.NEXUDUS;
        String partner = wait.partner() == Partner.SALTO ? "Salto" : "Nexudus";
        notices.send(
                wait.email(),
                Notice.of(
                                "answers:%s:%s:%s".formatted(space.id(), wait.partner(), wait.since()),
                                partner + " answers again",
                                List.of(
                                        "%s did not answer while you were setting up %s."
                                                .formatted(partner, space.name()),
                                        "It does now. Your step is saved; go on where you were."))
                        .withLink(
                                "Go on with " + space.name(),
                                settings.publicUrl().resolve(SetupNavigation.path(space.slug(), step))));
    }
}
