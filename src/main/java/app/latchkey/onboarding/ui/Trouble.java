package app.latchkey.onboarding.ui;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.look.ErrorPart;
import app.latchkey.look.PageTime;
import app.latchkey.look.Reference;
import app.latchkey.look.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with a partner, in words and with what to do. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private Trouble() {}

    /** A sentence and any number of buttons. */
    static Div saying(Tone tone, String sentence, Component... actions) {
        Div box = new Div(new Paragraph(sentence));
        box.addClassNames("lk-fix", tone.className());
        box.getElement().setAttribute("role", tone == Tone.STOPPED ? "alert" : "status");
        Div buttons = new Div(actions);
        buttons.addClassName("lk-row");
        box.add(buttons);
        return box;
    }

    static Component ours(Reference reference, Runnable again) {
        return new ErrorPart(
                "Something broke on our side. What stands on this page is saved; doors stay as they were.",
                reference,
                again);
    }

    static Component of(PartnerFailure failure, Instant now, ZoneId zone, Runnable again, Component... more) {
        Div box = saying(tone(failure), words(failure, now, zone), new Button("Try again", event -> again.run()));
        box.add(more);
        return box;
    }

    private static Tone tone(PartnerFailure failure) {
        return failure.againHelps() ? Tone.WITHHELD : Tone.STOPPED;
    }

    private static String words(PartnerFailure failure, Instant now, ZoneId zone) {
        Partner partner = failure.why().partner();
        return switch (failure.category()) {
            case SILENT ->
                "%s is not answering since %s. Your step is saved."
                        .formatted(partner.title(), PageTime.clock(now, zone));
            case THROTTLED -> partner.title() + " is busy and asks us to wait a moment. Your step is saved.";
            case MISCONFIGURED, REFUSED -> ours(failure, partner);
            case NEEDS_SIGN_IN -> partner.title() + " needs signing in again. Nothing else is lost.";
            case CONSENT_DENIED -> "Salto says you chose not to allow it. Nothing was connected.";
            case WRONG_LOGIN -> "Nexudus does not know this e-mail and password. Check both; we have not kept them.";
            case ONE_TIME_CODE_NEEDED -> "Nexudus wants the six digits for this user.";
            case SITE_NOT_RELEASED -> "Your installer has not released this site yet. Only they can.";
            case NO_SUBSCRIPTION ->
                "The Salto subscription of this site ended. Doors keep their last state; nobody can be added until it is renewed.";
            case RIGHT_MISSING, NOT_FOUND, NOT_READY, UNREADABLE -> failure.words();
        };
    }

    private static String ours(PartnerFailure failure, Partner partner) {
        Reference reference = Reference.next();
        LOG.error("{} does not accept us, reference {}", partner.title(), reference, failure);
        return "%s does not accept our service here. This is ours to fix. Reference %s."
                .formatted(partner.title(), reference);
    }
}
