package app.latchkey.onboarding.ui;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Who;
import app.latchkey.look.ErrorPart;
import app.latchkey.look.PageTime;
import app.latchkey.look.Tone;
import app.latchkey.shared.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
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
        Component[] ways = new Component[more.length + 1];
        ways[0] = new Button("Try again", event -> again.run());
        System.arraycopy(more, 0, ways, 1, more.length);
        if (failure.why().who() == Who.US) {
            Reference reference = Reference.next();
            LOG.error(
                    "{} does not accept us, reference {}",
                    failure.why().partner().title(),
                    reference,
                    failure);
            ways[0] = copy("Copy reference", reference.toString());
            return saying(tone(failure), ours(failure.why().partner(), reference), ways);
        }
        return saying(tone(failure), words(failure, now, zone), ways);
    }

    private static Tone tone(PartnerFailure failure) {
        return failure.againHelps() ? Tone.WITHHELD : Tone.STOPPED;
    }

    private static String words(PartnerFailure failure, Instant now, ZoneId zone) {
        Partner partner = failure.why().partner();
        return switch (failure.category()) {
            case SILENT ->
                "%s is not answering since %s. Your step is saved; we try every minute and write to you."
                        .formatted(partner == Partner.SALTO ? "Salto" : partner.title(), PageTime.clock(now, zone));
            case THROTTLED -> partner.title() + " is busy and asks us to wait a moment. Your step is saved.";
            case MISCONFIGURED, REFUSED, BY_HAND_FIRST -> failure.words();
            case NEEDS_SIGN_IN -> partner.title() + " needs signing in again. Nothing else is lost.";
            case CONSENT_DENIED -> "Salto says you chose not to allow it. Nothing was connected.";
            case WRONG_LOGIN -> "Nexudus does not know this e-mail and password. Check both; we have not kept them.";
            case ONE_TIME_CODE_NEEDED -> "Nexudus wants the six digits for this user.";
            case SITE_NOT_RELEASED -> "Your installer has not released this site yet. Only they can.";
            case NO_SUBSCRIPTION ->
                "The Salto subscription of this site ended. Doors keep their last state; nobody can be"
                        + " added until it is renewed.";
            case RIGHT_MISSING, NOT_FOUND, NOT_READY, UNREADABLE, RECORD_UNREADABLE -> failure.words();
        };
    }

    private static String ours(Partner partner, Reference reference) {
        return "%s does not accept our service here. This is ours to fix; it stands in our log. Reference %s."
                .formatted(partner == Partner.SALTO ? "Salto" : partner.title(), reference);
    }

    /** A button that puts words where they can be pasted from. */
    static Button copy(String label, String words) {
        return new Button(label, event -> {
            UI.getCurrentOrThrow().getPage().executeJs("navigator.clipboard?.writeText($0)", words);
            Notification.show("Copied.");
        });
    }
}
