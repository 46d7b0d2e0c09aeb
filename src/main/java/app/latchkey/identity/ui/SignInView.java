package app.latchkey.identity.ui;

import app.latchkey.identity.Asked;
import app.latchkey.identity.CodeTried;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignInByMail;
import app.latchkey.identity.SignInShortcut;
import app.latchkey.look.Fix;
import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import app.latchkey.look.Tone;
import app.latchkey.shared.EmailAddress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** Asks for an address, then for the six digits sent there. Where one stands is in the address, so that a reload loses nothing. */
@Route(value = "sign-in", layout = PageFrame.class)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SENT = "sent";

    private final SignInByMail signIn;
    private final CurrentUser currentUser;
    private final WantedPage wanted;
    private final EmailField address = new EmailField("Your e-mail address");
    private final TextField code = new TextField("Six digits");
    private final Div afterwards = new Div();
    private final Div said = new Div();
    private final Button ask = new Button("Send me a link and a code", event -> ask());
    private final Button enter = new Button("Sign in", event -> tryCode());
    private final Paragraph goingOn = new Paragraph("Sign in, and you go on where you were. Nothing is lost.");
    private Optional<UUID> request = Optional.empty();

    SignInView(
            SignInByMail signIn,
            CurrentUser currentUser,
            WantedPage wanted,
            SignInProviders providers,
            ObjectProvider<SignInShortcut> shortcuts) {
        this.signIn = signIn;
        this.currentUser = currentUser;
        this.wanted = wanted;
        addClassNames("lk-page", "lk-stack");
        add(new H1("Sign in"), goingOn);
        providers.all().forEach(provider -> add(link(provider.url(), provider.label())));
        add(addressPart(), afterwards);
        List<SignInShortcut> known = shortcuts.orderedStream().toList();
        if (!known.isEmpty()) {
            add(shortcutPart(known));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        request = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SENT)
                .flatMap(SignInView::id);
        afterwards.setVisible(request.isPresent());
        emphasise();
        goingOn.setVisible(wantsAPage());
    }

    /** What is to be done next: have a mail sent, or say what stands in it. */
    private void emphasise() {
        ask.setThemeName(ButtonVariant.PRIMARY.getVariantName(), request.isEmpty());
        enter.setThemeName(ButtonVariant.PRIMARY.getVariantName(), request.isPresent());
    }

    /** Somebody whose session ended on the way, or who followed a link, is not left to wonder. */
    private boolean wantsAPage() {
        return wanted.of(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse())
                .isPresent();
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Sign in");
    }

    private Div addressPart() {
        address.setWidthFull();
        address.setAutofocus(true);
        address.getElement().setAttribute("autocomplete", "email");
        address.addKeyPressListener(Key.ENTER, event -> ask());
        said.getElement().setAttribute("role", "status");
        afterwards.add(
                new Paragraph("Look in your mail. The link and the six digits work once, for 10 minutes. "
                        + "Nothing there? Look in spam, or use the address your space knows."),
                codePart());
        afterwards.addClassName("lk-stack");
        return stack(address, ask, said);
    }

    private Div codePart() {
        code.setAllowedCharPattern("[0-9 ]");
        code.setMaxLength(7);
        code.getElement().setAttribute("inputmode", "numeric");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.addKeyPressListener(Key.ENTER, event -> tryCode());
        return stack(code, enter);
    }

    private static Div shortcutPart(List<SignInShortcut> shortcuts) {
        Div part = stack(new H2("Sandbox"), new Paragraph("Sign in as somebody who is prepared, without a mail."));
        shortcuts.forEach(shortcut -> part.add(link(shortcut.url(), shortcut.label())));
        return part;
    }

    private void ask() {
        Optional<EmailAddress> email = EmailAddress.parse(address.getValue());
        address.setInvalid(email.isEmpty());
        address.setErrorMessage("Write an e-mail address, such as ana@example.org.");
        email.ifPresent(given -> show(signIn.ask(given)));
    }

    private void show(Asked asked) {
        switch (asked) {
            case Asked.Sent sent -> {
                said.removeAll();
                code.clear();
                code.setInvalid(false);
                UI.getCurrent()
                        .navigate(
                                SignInView.class,
                                QueryParameters.of(SENT, sent.request().toString()));
                code.focus();
            }
            case Asked.TooMany wait -> notSent("Too many tries. Wait until " + VisitorClock.at(wait.until()) + ".");
            case Asked.NotSent failed -> notSent("The mail could not be sent just now. Try again in a minute.");
        }
    }

    /** Under the button that was pressed. */
    private void notSent(String why) {
        said.removeAll();
        said.add(Fix.saying(Tone.WITHHELD, why));
    }

    private void tryCode() {
        request.ifPresent(asked -> {
            switch (signIn.spend(asked, code.getValue())) {
                case CodeTried.Right right -> ProvedAddress.handOver(right.proved());
                case CodeTried.Wrong wrong -> refuse("These are not the six digits. Tries left: " + wrong.left() + ".");
                case CodeTried.Dead dead ->
                    refuse("This code was used, is older than 10 minutes or was tried too often. Send a new one.");
            }
        });
    }

    private void refuse(String sentence) {
        code.setErrorMessage(sentence);
        code.setInvalid(true);
        code.focus();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Anchor link(String url, String label) {
        Anchor link = new Anchor(url, label);
        link.setRouterIgnore(true);
        return link;
    }

    private static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("lk-stack");
        return stack;
    }
}
