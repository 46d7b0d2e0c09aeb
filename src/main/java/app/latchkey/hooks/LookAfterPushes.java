package app.latchkey.hooks;

import app.latchkey.nexudus.PushSilence;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Ticked;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to those who run a space when Nexudus, which decides there, has spoken of nobody for long: once for each silence. */
@Component
class LookAfterPushes {

    private final PushSilence silence;
    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Notices notices;
    private final LatchkeySettings settings;

    LookAfterPushes(
            PushSilence silence,
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            Notices notices,
            LatchkeySettings settings) {
        this.silence = silence;
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.notices = notices;
        this.settings = settings;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("look-after-pushes").start(this::look);
    }

    void look() {
        each.serve(
                "pushes",
                space -> space.active() && space.decidedByNexudus(),
                space -> silence.since(space.id()).ifPresent(since -> tell(space, since)));
    }

    /** The notice is named after what was heard last, so that the next push, and another silence after it, make another. */
    private void tell(Space space, Instant since) {
        List<EmailAddress> operators = scopes.inSpace(space.id(), () -> spaces.operatorsOf(space.id()));
        Notice notice = Notice.of(
                        "pushes:%s:%s".formatted(space.id(), since),
                        "Nexudus has stopped telling us at " + space.name(),
                        List.of(
                                "Nexudus decides who may open what at " + space.name()
                                        + ", and has told us of nobody for a while. Nobody loses access by that, and nobody new comes in.",
                                "In Nexudus, open Settings, Integrations, Access Control, Custom ACS, and see that it is on and that the"
                                        + " addresses are those of the Nexudus step here. A quiet day needs nothing. You get no other mail until"
                                        + " Nexudus has told us something again."))
                .withLink(
                        "See what Nexudus needs",
                        settings.publicUrl().resolve("/spaces/" + space.slug() + "/setup/nexudus"));
        notices.sendToAll(operators, notice);
    }
}
