package app.latchkey.identity.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The bare address: goes on to the page that each of the three audiences begins with. */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
class HomeView extends Div implements BeforeEnterObserver {

    private final CurrentUser currentUser;

    HomeView(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String page = currentUser.find().map(SignedIn::landing).orElse("/sign-in");
        event.forwardTo(page.substring(1));
    }
}
