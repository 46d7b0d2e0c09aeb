package app.latchkey.identity.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SecondFactors;
import app.latchkey.identity.SecondTried;
import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import app.latchkey.shared.Secret;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Asks operators and staff for a code of their authenticator app; the first time it shows what to tell the app. */
@Route(value = "sign-in/second", layout = PageFrame.class)
@PermitAll
class SecondFactorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final SecondFactors factors;
    private final AuthenticationContext authentication;
    private final TextField code = new TextField("Code");

    SecondFactorView(CurrentUser currentUser, SecondFactors factors, AuthenticationContext authentication) {
        this.currentUser = currentUser;
        this.factors = factors;
        this.authentication = authentication;
        addClassNames("lk-page", "lk-stack");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.addKeyPressListener(Key.ENTER, event -> tryCode());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!currentUser.get().secondFactorDue()) {
            event.forwardTo("");
            return;
        }
        removeAll();
        if (factors.inForce(currentUser.get())) {
            ask();
        } else {
            enrol();
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Second step");
    }

    private void ask() {
        code.setLabel("Code");
        code.setHelperText("Six digits of your authenticator app, or a recovery code.");
        code.setAutofocus(true);
        add(new H1("Second step"), code, confirm("Continue"), elsewhere());
    }

    private void enrol() {
        SecondFactors.Enrolment enrolment = factors.begin(currentUser.get());
        code.setLabel("Six digits that the app shows");
        code.setHelperText("");
        Svg picture = new Svg(QrPicture.of(enrolment.address()));
        picture.addClassName("lk-qr");
        Paragraph key = new Paragraph(new Text("No camera? Type this key: "), new Code(inFours(enrolment.secret())));
        key.addClassName("lk-breakable");
        add(
                new H1("Protect your doors"),
                new Paragraph("You run doors of other people, so a mailbox alone is not enough. "
                        + "Scan this with an authenticator app on your phone, once."),
                picture,
                key,
                code,
                confirm("Use this app"),
                elsewhere());
    }

    /** So that it can be copied by eye; apps leave the gaps out. */
    private static String inFours(Secret secret) {
        return secret.reveal().replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Button confirm(String words) {
        Button confirm = new Button(words, event -> tryCode());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        return confirm;
    }

    /** The own doors need no second step; another account is a way out of a wrong one. */
    private Component elsewhere() {
        Button out = new Button("Sign out", event -> authentication.logout());
        out.addThemeVariants(ButtonVariant.TERTIARY);
        Div ways = new Div(new Anchor("/doors", "Only my own doors"), out);
        ways.addClassName("lk-row");
        return ways;
    }

    private void tryCode() {
        boolean first = !factors.inForce(currentUser.get());
        switch (factors.judge(currentUser.get(), code.getValue())) {
            case SecondTried.Right right when first -> showRecoveryCodes();
            case SecondTried.Right right -> goOn();
            case SecondTried.Wrong wrong -> refuse("This is not the code. Tries left: " + wrong.left() + ".");
            case SecondTried.Locked locked ->
                refuse("Too many tries. Wait until " + VisitorClock.at(locked.until()) + ".");
        }
    }

    private void showRecoveryCodes() {
        List<String> codes = factors.newRecoveryCodes(currentUser.get());
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-codes");
        codes.forEach(each -> list.add(new ListItem(new Code(each))));
        Button kept = new Button("I have kept them", event -> goOn());
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        removeAll();
        add(
                new H1("Keep these recovery codes"),
                new Paragraph("Without your phone, each of them lets you in once. They are shown only now."),
                list,
                kept);
    }

    private void goOn() {
        ProvedAddress.handOverWithSecondFactor(currentUser.get().email(), wanted().orElse(""));
    }

    private static Optional<String> wanted() {
        return Optional.ofNullable(
                        VaadinSession.getCurrent().getSession().getAttribute(FinishSignIn.AFTER_SECOND_FACTOR))
                .map(String::valueOf);
    }

    private void refuse(String sentence) {
        code.setErrorMessage(sentence);
        code.setInvalid(true);
        code.focus();
    }
}
