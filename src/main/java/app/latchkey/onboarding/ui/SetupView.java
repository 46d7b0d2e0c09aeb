package app.latchkey.onboarding.ui;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.Titles;
import app.latchkey.onboarding.SetupNavigation;
import app.latchkey.onboarding.WaitForPartner;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of the set-up: its question, its content, and the rail that says why we ask. */
abstract class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SetupTools tools;
    private final SetupStep step;
    private final String question;
    private final String why;
    private final Div content = new Div();
    private transient @Nullable Space space;
    private transient @Nullable SignedIn user;

    SetupView(SetupTools tools, SetupStep step, String question, String why) {
        this.tools = tools;
        this.step = step;
        this.question = question;
        this.why = why;
        addClassName("lk-page");
        content.addClassName("lk-stack");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElseThrow(NotFoundException::new);
        Space asked = tools.users().requireSpace(slug);
        if (asked.setup().isBefore(step) && step != SetupStep.NEXUDUS) {
            event.forwardTo(SetupNavigation.next(asked).substring(1));
            return;
        }
        if (asked.active() && SetupStep.NEXUDUS.isBefore(step)) {
            event.forwardTo(SetupNavigation.afterwards(asked, step).substring(1));
            return;
        }
        space = asked;
        user = tools.users().get();
        removeAll();
        content.removeAll();
        add(where(asked), columns());
        fill(content, event.getLocation());
    }

    /** Draws the step. Nothing here may wait for a partner. */
    abstract void fill(Div content, Location location);

    final Space space() {
        return Objects.requireNonNull(space, "entered");
    }

    final SpaceId id() {
        return space().id();
    }

    final SignedIn user() {
        return Objects.requireNonNull(user, "entered");
    }

    final Instant now() {
        return tools.clock().instant();
    }

    /** Into Salto's own web app, at the space's site. */
    final Anchor salto() {
        return tools.links().open(id());
    }

    final SaltoLinks links() {
        return tools.links();
    }

    /** What went wrong, and the way on. A silent partner is asked every minute from now on, and we write when it is back. */
    final Component trouble(PartnerFailure failure, Runnable again, Component... more) {
        Partner partner = failure.why().partner();
        if (!failure.is(Category.SILENT)) {
            return Trouble.of(failure, now(), space().zone(), again, more);
        }
        Instant since = tools.waits().begin(id(), partner, user());
        List<Component> ways = new ArrayList<>(List.of(more));
        if (partner == Partner.SALTO && step == SetupStep.SALTO) {
            ways.add(new Button("Go on with Nexudus", event -> goTo(SetupStep.NEXUDUS)));
        }
        return Trouble.of(failure, since, space().zone(), again, ways.toArray(Component[]::new));
    }

    /** The partner answered: nobody needs to be written to. */
    final <T> T heard(Partner partner, T answer) {
        tools.waits().answered(id(), partner);
        return answer;
    }

    final WaitForPartner waits() {
        return tools.waits();
    }

    final void goTo(SetupStep next) {
        getUI().ifPresent(ui ->
                ui.navigate(SetupNavigation.path(space().slug(), next).substring(1)));
    }

    /** The space has changed here: the step is drawn anew. */
    final void nowIs(Space changed) {
        space = changed;
        redraw();
    }

    /** Draws the step again from what is stored. */
    final void redraw() {
        content.removeAll();
        fill(content, new Location(""));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(question, space == null ? "" : space().name());
    }

    /** Stays at the foot of the screen while what is above it grows. */
    static Div foot(Component... parts) {
        Div foot = new Div(parts);
        foot.addClassNames("lk-setup-foot", "lk-row", "lk-spread");
        return foot;
    }

    private Component where(Space asked) {
        Paragraph name = new Paragraph(asked.name());
        name.addClassNames("lk-quiet", "lk-one-line");
        Div where = new Div(name, new StepList(asked, step));
        where.addClassName("lk-where");
        return where;
    }

    private Component columns() {
        H1 heading = new H1(question);
        Div main = new Div(heading, content);
        main.addClassName("lk-stack");
        Div columns = new Div(main, rail());
        columns.addClassName("lk-setup-columns");
        return columns;
    }

    private Component rail() {
        Button send = new Button(
                "Send this step to a colleague",
                event -> new SendToColleague(tools.sending(), space(), step, user()).open());
        send.addThemeVariants(ButtonVariant.TERTIARY);
        Paragraph saved = new Paragraph("Saved. You can close this page.");
        saved.addClassName("lk-quiet");
        Aside rail = new Aside(new H2("Why we ask"), new Paragraph(why), saved, send);
        rail.getElement().setAttribute("aria-label", "Why we ask");
        rail.addClassNames("lk-card", "lk-rail");
        return rail;
    }
}
