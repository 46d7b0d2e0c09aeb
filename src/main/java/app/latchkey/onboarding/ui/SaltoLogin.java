package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import app.latchkey.shared.Secret;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** User name and password of a site administrator made for Latchkey. */
class SaltoLogin extends Div {

    /** Takes what was typed. */
    interface Taker {
        void take(String user, Secret password);
    }

    private final transient Taker taker;
    private final boolean only;
    private final Div message = new Div();
    private final TextField user = new TextField("User name of the Salto login");
    private final PasswordField password = new PasswordField("Password of the Salto login");

    /** @param only whether there is no other way in beside it */
    SaltoLogin(boolean only, Taker taker) {
        this.taker = taker;
        this.only = only;
        addClassNames("lk-card", "lk-stack");
        Paragraph why =
                new Paragraph("A site admin made for Latchkey that is nobody's own. Salto gives such a login nothing"
                        + " else to come back with, so we keep its password, sealed, until you disconnect.");
        why.addClassName("lk-text");
        user.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.OFF);
        Button connect = new Button("Connect Salto", event -> again());
        if (only) {
            connect.addThemeVariants(ButtonVariant.PRIMARY);
        }
        password.addKeyPressListener(Key.ENTER, event -> again());
        Div fields = new Div(user, password, connect);
        fields.addClassNames("lk-stack", "lk-form");
        add(new H2(only ? "With a login made for this" : "Or with a login made for this"), why, message, fields);
    }

    /** Hands over what stands in the fields now. */
    void again() {
        if (user.isEmpty() || password.isEmpty()) {
            say("Type the user name and the password of the Salto login.");
            return;
        }
        message.removeAll();
        taker.take(user.getValue().strip(), Secret.of(password.getValue()));
    }

    void wrongPassword() {
        password.clear();
        say(
                "Salto does not take this user name and password. Check both; we have not kept them. Where two-factor sign-in"
                        + " is on for this login, switch it off in Salto"
                        + (only ? "." : ", or sign in at Salto’s own page above."));
        password.focus();
    }

    private void say(String words) {
        message.removeAll();
        message.add(Trouble.saying(Tone.STOPPED, words));
    }
}
