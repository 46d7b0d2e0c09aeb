package app.latchkey.identity.ui;

import app.latchkey.identity.CreateSpace;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.NewSpace;
import app.latchkey.identity.Role;
import app.latchkey.space.Space;
import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

/** The dialog, and the way on from it. */
@Component
class AskForSpace implements NewSpace {

    private final CurrentUser currentUser;
    private final CreateSpace createSpace;

    AskForSpace(CurrentUser currentUser, CreateSpace createSpace) {
        this.currentUser = currentUser;
        this.createSpace = createSpace;
    }

    @Override
    public void ask() {
        new NewSpaceDialog(createSpace, this::goOn).open();
    }

    /** Whoever makes a first space becomes an operator by it, which a new session knows; the second factor is asked for from the next one on. */
    private void goOn(Space space) {
        String setup = "/spaces/" + space.slug() + "/setup/" + space.setup().path();
        if (currentUser.get().is(Role.OPERATOR)) {
            UI.getCurrent().navigate(setup.substring(1));
        } else {
            ProvedAddress.handOverWithSecondFactor(currentUser.get().email(), setup);
        }
    }
}
