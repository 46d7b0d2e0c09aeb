package app.latchkey.identity.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Leads whoever still owes the second factor to where it is asked for, from every page of operators and staff. Services refuse them
 * anyway; this only says why.
 */
@Component
class SecondFactorGate implements VaadinServiceInitListener {

    private final CurrentUser currentUser;

    SecondFactorGate(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(start -> start.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent event) {
        if (needsMore(event.getLocation().getPath())
                && currentUser.find().filter(SignedIn::secondFactorDue).isPresent()) {
            event.forwardTo(SecondFactorView.class);
        }
    }

    private static boolean needsMore(String path) {
        return path.equals("spaces") || path.startsWith("spaces/") || path.equals("staff") || path.startsWith("staff/");
    }
}
