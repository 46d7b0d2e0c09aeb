package app.latchkey.onboarding.ui;

import app.latchkey.identity.SignedIn;
import app.latchkey.onboarding.SendStep;
import app.latchkey.onboarding.SendStep.Sent;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;

/** Chooses the colleague who gets a mail with the link to a step: only who is on the team, because nobody else could open it. */
class SendToColleague extends Dialog {

    private final transient SendStep sending;
    private final transient Space space;
    private final SetupStep step;
    private final transient SignedIn user;
    private final RadioButtonGroup<EmailAddress> to = new RadioButtonGroup<>();

    SendToColleague(SendStep sending, Space space, SetupStep step, SignedIn user) {
        this.sending = sending;
        this.space = space;
        this.step = step;
        this.user = user;
        setHeaderTitle("Send this step to a colleague");
        setMaxWidth("440px");
        List<EmailAddress> colleagues = sending.colleagues(space, user);
        if (colleagues.isEmpty()) {
            add(new Paragraph("Nobody else is on the team of %s yet. Invite a colleague first; whoever is not on the"
                            .formatted(space.name())
                    + " team cannot open this step."));
        } else {
            choose(colleagues);
        }
        Anchor invite = new Anchor("/spaces/" + space.slug() + "/team", "Invite somebody to the team");
        add(invite);
        Button close = new Button("Close", event -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(close);
        if (!colleagues.isEmpty()) {
            Button send = new Button("Send the link", event -> send());
            send.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(send);
        }
    }

    private void choose(List<EmailAddress> colleagues) {
        to.setLabel("To whom?");
        to.addThemeName("vertical");
        to.setItems(colleagues);
        to.setItemLabelGenerator(EmailAddress::value);
        if (colleagues.size() == 1) {
            to.setValue(colleagues.getFirst());
        }
        add(new Paragraph("They get a mail with a link to this step. What you did so far is saved."), to);
    }

    private void send() {
        if (to.isEmpty()) {
            to.setInvalid(true);
            to.setErrorMessage("Choose to whom.");
            return;
        }
        EmailAddress chosen = to.getValue();
        Sent sent = sending.send(space, step, chosen, user);
        if (sent == Sent.MAIL_SERVER_AWAY || sent == Sent.NOT_ON_THE_TEAM) {
            to.setInvalid(true);
            to.setErrorMessage(words(sent, chosen));
            return;
        }
        close();
        Notification.show(words(sent, chosen));
    }

    private static String words(Sent sent, EmailAddress to) {
        return switch (sent) {
            case SENT -> "Sent to " + to + ".";
            case A_MOMENT_AGO -> to + " has this mail already: sent within the hour.";
            case NOT_ON_THE_TEAM -> to + " is no longer on the team. Invite them again first.";
            case MAIL_SERVER_AWAY -> "The mail could not be sent just now. Try again in a minute.";
        };
    }
}
