package app.latchkey.identity.ui;

import app.latchkey.identity.SignInByMail;
import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import app.latchkey.shared.EmailAddress;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What the link in the mail opens: one button. Opening spends nothing, because mail scanners open links; the button does. */
@Route(value = "sign-in/link", layout = PageFrame.class)
@AnonymousAllowed
class SignInLinkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SignInByMail signIn;

    SignInLinkView(SignInByMail signIn) {
        this.signIn = signIn;
        addClassNames("lk-page", "lk-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        signIn.look(token).ifPresentOrElse(email -> offer(token, email), this::refuse);
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Sign in");
    }

    private void offer(String token, EmailAddress email) {
        Button enter = new Button("Sign in as " + email, event -> spend(token));
        enter.addThemeVariants(ButtonVariant.PRIMARY);
        enter.setDisableOnClick(true);
        removeAll();
        add(new H1("Welcome"), enter);
    }

    private void spend(String token) {
        signIn.spend(token).ifPresentOrElse(ProvedAddress::handOver, this::refuse);
    }

    private void refuse() {
        removeAll();
        add(
                new H1("This link is over"),
                new Paragraph("This link was used or is older than 10 minutes."),
                new Anchor("/sign-in", "Send a new one"));
    }
}
