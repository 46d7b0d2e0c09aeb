package app.latchkey.onboarding;

import app.latchkey.connection.Partner;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.onboarding.WaitRows.Wait;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whoever waited in a set-up that the wait is over. */
@Component
class WaitLetters {

    private final Scopes scopes;
    private final Spaces spaces;
    private final Notices notices;
    private final LatchkeySettings settings;

    WaitLetters(Scopes scopes, Spaces spaces, Notices notices, LatchkeySettings settings) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.notices = notices;
        this.settings = settings;
    }

    void send(Wait wait) {
        Space space = scopes.inSpace(wait.space(), () -> spaces.get(wait.space()));
        notices.send(wait.email(), letter(wait, space));
    }

    private Notice letter(Wait wait, Space space) {
        return switch (wait.what()) {
            case ANSWER -> {
                String partner = wait.partner() == Partner.SALTO ? "Salto" : "Nexudus";
                yield goOn(
                        wait,
                        space,
                        partner + " answers again",
                        "%s did not answer while you were setting up %s.".formatted(partner, space.name()),
                        "It does now. Your step is saved; go on where you were.");
            }
            case SITE ->
                goOn(
                        wait,
                        space,
                        "Salto lets us in at your site",
                        "The Salto site that you want to use for %s can be used now.".formatted(space.name()),
                        "Your step is saved; choose the site and go on.");
            case SECOND_WRITER ->
                goOn(
                        wait,
                        space,
                        "Nexudus's own Salto integration is off",
                        "At %s only Latchkey puts people into groups now.".formatted(space.name()),
                        "You can let it do more than watch.");
        };
    }

    private Notice goOn(Wait wait, Space space, String subject, String what, String then) {
        SetupStep step = wait.partner() == Partner.SALTO ? SetupStep.SALTO : SetupStep.NEXUDUS;
        String once = "waited:%s:%s:%s:%s".formatted(space.id(), wait.partner(), wait.what(), wait.since());
        return Notice.of(once, subject, List.of(what, then))
                .withLink(
                        "Go on with " + space.name(),
                        settings.publicUrl().resolve(SetupNavigation.path(space.slug(), step)));
    }
}
