package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import app.latchkey.shared.Secret;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** The integration user's e-mail, password and, once asked, six digits. Keeps nothing after it has handed them over. */
class NexudusLogin extends Div {

    /** What was typed. */
    record Typed(String user, Secret password, Optional<String> code) {}

    /** Takes what was typed. */
    interface Taker {
        void take(Typed typed);
    }

    private final transient Taker taker;
    private final Div message = new Div();
    private final EmailField user = new EmailField("E-mail of the Nexudus user");
    private final PasswordField password = new PasswordField("Password");
    private final TextField code = new TextField("One-time code");
    private final Button connect = new Button("Connect Nexudus");

    NexudusLogin(Taker taker) {
        this.taker = taker;
        addClassNames("lk-stack", "lk-form");
        user.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        code.setVisible(false);
        code.setHelperText("Codes change every 30 seconds; use the newest.");
        user.addValueChangeListener(event -> codeIsAnothers(event.isFromClient()));
        password.addValueChangeListener(event -> codeIsAnothers(event.isFromClient()));
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.addClickListener(event -> again());
        connect.addClickShortcut(Key.ENTER);
        add(message, user, password, code, connect);
    }

    /** Hands over what stands in the fields now; nothing typed earlier is kept. */
    void again() {
        if (user.isEmpty() || password.isEmpty()) {
            say(Tone.STOPPED, "Type the e-mail and the password of the Nexudus user.");
            return;
        }
        message.removeAll();
        Optional<String> digits = Optional.of(code.getValue().strip()).filter(text -> !text.isEmpty());
        taker.take(new Typed(user.getValue(), Secret.of(password.getValue()), digits));
    }

    /** Codes are asked for once e-mail and password are right: with others they may not be asked for at all. */
    private void codeIsAnothers(boolean typed) {
        if (typed) {
            code.setVisible(false);
            code.clear();
        }
    }

    void wrongPassword() {
        password.clear();
        code.clear();
        say(Tone.STOPPED, "Nexudus does not know this e-mail and password. Check both; we have not kept them.");
        password.focus();
    }

    /** Asked for the first time, or a code did not fit. */
    void codeAsked(boolean tried) {
        code.setVisible(true);
        code.clear();
        say(
                tried ? Tone.STOPPED : Tone.NEXT,
                tried
                        ? "That code did not fit. Codes change every 30 seconds; use the newest."
                        : "Nexudus wants the six digits for this user.");
        code.focus();
    }

    void say(Tone tone, String words) {
        message.removeAll();
        message.add(Trouble.saying(tone, words));
    }

    void connected() {
        password.clear();
        code.clear();
    }
}
