package app.latchkey.operator.ui;

import app.latchkey.identity.NewSpace;
import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.FindField;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Part;
import app.latchkey.look.PersonRow;
import app.latchkey.look.Titles;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Space;
import app.latchkey.sync.Changes;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Which of my spaces needs me? */
@Route("spaces")
@PermitAll
class SpacesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FOUND_PER_SPACE = 5;

    private final transient PageTools tools;
    private final transient CustomerDirectory directory;
    private final transient NewSpace newSpace;
    private final transient SpaceCards cards;
    private final FindField field = new FindField(
            "Find a customer in all spaces",
            "Find a customer in all spaces",
            words -> FindField.address("spaces", words.strip()));
    private String search = "";

    SpacesView(PageTools tools, CustomerDirectory directory, NewSpace newSpace, SpaceCards cards) {
        this.tools = tools;
        this.directory = directory;
        this.newSpace = newSpace;
        this.cards = cards;
        addClassName("lk-page");
        field.setWidth("260px");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search = field.read(event).strip();
        draw();
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Spaces");
    }

    private void draw() {
        List<Space> spaces = tools.user().spaces();
        removeAll();
        if (spaces.isEmpty()) {
            add(Sections.head("Spaces"), nothingYet());
            return;
        }
        Button add = new Act("Add a space", () -> newSpace.ask());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Part part = new Part(() -> content(spaces));
        add(Sections.head("Spaces", field, add), part, new LiveRefresh(part::refresh, news(spaces)));
    }

    private Component content(List<Space> spaces) {
        return search.isEmpty() ? cards.of(spaces) : found(spaces);
    }

    private Component found(List<Space> spaces) {
        Div rows = Sections.card();
        rows.addClassName("lk-stack");
        for (Space space : spaces) {
            directory
                    .customers(space.id(), search, CustomerFilter.ALL, 0, FOUND_PER_SPACE)
                    .forEach(customer -> rows.add(person(space, customer)));
        }
        return rows.getComponentCount() > 0
                ? rows
                : new EmptyState("Nobody called “" + search + "” at any of your spaces.");
    }

    private static Component person(Space space, CustomerRow customer) {
        String url = "/spaces/" + space.slug() + "/customers/" + customer.customer();
        String below = space.name()
                + customer.email().map(EmailAddress::value).map(" · "::concat).orElse("");
        Div row = Sections.row(new PersonRow(customer.name(), url, below), Shown.of(customer.state()));
        row.addClassName("lk-spread");
        return row;
    }

    private Component nothingYet() {
        return new EmptyState("A space is one Nexudus location with its Salto doors. Setting one up takes about "
                        + "ten minutes; nothing changes at your doors until you say so.")
                .withButton("Set up your first space", newSpace::ask);
    }

    private LiveRefresh.News news(List<Space> spaces) {
        return onChange -> {
            List<Changes.Registration> all = spaces.stream()
                    .map(space -> tools.changes().listen(space.id(), onChange))
                    .toList();
            return () -> all.forEach(Changes.Registration::remove);
        };
    }
}
