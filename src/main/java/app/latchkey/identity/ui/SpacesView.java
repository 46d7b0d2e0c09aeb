package app.latchkey.identity.ui;

import app.latchkey.identity.CreateSpace;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.Role;
import app.latchkey.look.EmptyState;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Titles;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Which of my spaces needs me? */
@Route("spaces")
@PermitAll
class SpacesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final CreateSpace createSpace;
    private final Button add = new Button("Add a space", event -> ask());
    private final Div cards = new Div();

    SpacesView(CurrentUser currentUser, CreateSpace createSpace) {
        this.currentUser = currentUser;
        this.createSpace = createSpace;
        addClassNames("lk-page", "lk-stack");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1("Spaces"), add);
        head.addClassName("lk-page-head");
        add(head, cards);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<Space> spaces = currentUser.spaces();
        cards.removeAll();
        cards.setClassName("lk-cards", !spaces.isEmpty());
        add.setVisible(!spaces.isEmpty());
        spaces.forEach(space -> cards.add(card(space)));
        if (spaces.isEmpty()) {
            cards.add(new EmptyState("A space is one Nexudus location with its Salto doors. Setting one up takes about "
                            + "ten minutes; nothing changes at your doors until you say so.")
                    .withButton("Set up your first space", this::ask));
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Spaces");
    }

    private void ask() {
        new NewSpaceDialog(createSpace, this::open).open();
    }

    /** Whoever makes a first space becomes an operator by it, which a new session knows; the second factor is asked for from the next one on. */
    private void open(Space space) {
        String setup = "/spaces/" + space.slug() + "/setup/" + space.setup().path();
        if (currentUser.get().is(Role.OPERATOR)) {
            UI.getCurrent().navigate(setup.substring(1));
        } else {
            ProvedAddress.handOverWithSecondFactor(currentUser.get().email(), setup);
        }
    }

    private static Component card(Space space) {
        Anchor name = new Anchor(address(space), space.name());
        Span zone = new Span(space.zone().getId().replace('_', ' '));
        zone.addClassName("lk-quiet");
        Div card = new Div(title(name), state(space), zone);
        card.addClassNames("lk-card", "lk-stack");
        return card;
    }

    private static H2 title(Anchor name) {
        H2 title = new H2();
        title.add(name);
        return title;
    }

    private static String address(Space space) {
        String overview = "spaces/" + space.slug();
        return space.active() ? overview : overview + "/setup/" + space.setup().path();
    }

    /** What the space itself is set to; whether its doors are right is said on its own page, which asks the runs. */
    private static StateChip state(Space space) {
        if (!space.active()) {
            return StateChip.saying(
                    State.IN_SET_UP, "In set-up " + (space.setup().ordinal() + 1) + "/4");
        }
        if (space.paused()) {
            return StateChip.forOperator(State.PAUSED);
        }
        return switch (space.mode()) {
            case WATCH -> StateChip.forOperator(State.WATCHING);
            case GRANTS_ONLY -> StateChip.saying(State.RIGHT, "Grants only");
            case FULL -> StateChip.saying(State.RIGHT, "On");
        };
    }
}
