package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.identity.SignedIn;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Sends a step of the set-up to a colleague. Only to somebody of the space's team: nobody else could open it, and a form that mails to any
 * address would carry anybody's words under our name.
 */
@Service
public class SendStep {

    /** What came of it. */
    public enum Sent {
        SENT,
        /** Within the same hour nobody gets the same step twice. */
        A_MOMENT_AGO,
        NOT_ON_THE_TEAM,
        MAIL_SERVER_AWAY
    }

    private final Notices notices;
    private final Scopes scopes;
    private final Spaces spaces;
    private final LatchkeySettings settings;
    private final Audit audit;
    private final Clock clock;

    SendStep(Notices notices, Scopes scopes, Spaces spaces, LatchkeySettings settings, Audit audit, Clock clock) {
        this.notices = notices;
        this.scopes = scopes;
        this.spaces = spaces;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The space's other operators. */
    public List<EmailAddress> colleagues(Space space, SignedIn by) {
        return operators(space).stream()
                .filter(operator -> !operator.equals(by.email()))
                .toList();
    }

    public Sent send(Space space, SetupStep step, EmailAddress to, SignedIn by) {
        if (!operators(space).contains(to)) {
            return Sent.NOT_ON_THE_TEAM;
        }
        return switch (notices.send(to, letter(space, step, by))) {
            case SENT, AFTER_COMMIT, UNDER_WAY -> {
                audit.record(space.id(), by.getName(), "Sent a step of the set-up", Map.of("to", to.value()));
                yield Sent.SENT;
            }
            case SENT_BEFORE -> Sent.A_MOMENT_AGO;
            case FAILED -> Sent.MAIL_SERVER_AWAY;
        };
    }

    private List<EmailAddress> operators(Space space) {
        return scopes.inSpace(space.id(), () -> spaces.operatorsOf(space.id()));
    }

    private Notice letter(Space space, SetupStep step, SignedIn by) {
        return Notice.of(
                        "step:%s:%s:%s"
                                .formatted(space.id(), step, clock.instant().truncatedTo(ChronoUnit.HOURS)),
                        "%s asks you for one step at %s".formatted(by.getName(), space.name()),
                        List.of(
                                "%s sets up %s with Latchkey and asks you to do this step: %s."
                                        .formatted(by.getName(), space.name(), words(step)),
                                "What was done so far is saved. Sign in with this e-mail address."))
                .withLink("Open the step", settings.publicUrl().resolve(SetupNavigation.path(space.slug(), step)));
    }

    private static String words(SetupStep step) {
        return switch (step) {
            case SALTO -> "sign in to Salto and choose the site";
            case NEXUDUS -> "connect Nexudus and choose the location";
            case MATCH -> "say which purchase opens which doors";
            case REVIEW, DONE -> "look at what will happen to whom";
        };
    }
}
