package app.latchkey.operator.ui;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Part;
import app.latchkey.look.Titles;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Space;
import app.latchkey.sync.Changes;
import app.latchkey.sync.SpaceTrouble;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of one space: asks whether the space is the reader's, draws itself, and reads again when something changed. */
abstract class SpacePage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PageTools tools;
    private final String title;
    private transient @Nullable Space space;
    private @Nullable Part part;
    private @Nullable Part banner;
    private final Div ages = new Div();
    private final Div notice = new Div();
    private final Div above = new Div(ages, notice);
    private transient Optional<SpaceTrouble> said = Optional.empty();

    SpacePage(PageTools tools, String title) {
        this.tools = tools;
        this.title = title;
        addClassName("lk-page");
        above.addClassName("lk-stack");
    }

    /** What stands above and is never drawn anew, such as a field somebody types in; with the page's head, unless the content has it. */
    List<Component> standing() {
        return List.of();
    }

    /** Everything below; read anew on every change, and a failure stays within the page. */
    abstract List<Component> content();

    /** What of the address counts besides the space; read before {@link #content}. */
    void read(RouteParameters parameters, BeforeEnterEvent event) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Space before = space;
        String slug = event.getRouteParameters().get("slug").orElse("");
        Space entered = alsoForTheDesk()
                ? tools.user().requireToSee(slug)
                : tools.user().requireSpace(slug);
        entered(entered);
        read(event.getRouteParameters(), event);
        if (part != null && before != null && before.id().equals(entered.id())) {
            reread();
        } else {
            build(entered.id());
        }
    }

    /** Whether the front desk sees this page too; then {@link #operates} says who may do what stands on it. */
    boolean alsoForTheDesk() {
        return false;
    }

    /** Whether the reader runs the space; the front desk does not. */
    final boolean operates() {
        return tools.user().mayOperate(id());
    }

    /** The space whose page this is; the reader has been found to run it. */
    final void entered(Space of) {
        space = of;
    }

    private void build(SpaceId of) {
        List<Component> fixed = standing();
        Part drawn = new Part(this::drawn, fixed.isEmpty() ? Optional.of(Sections.head(title)) : Optional.empty());
        part = drawn;
        said = Optional.empty();
        notice.removeAll();
        Part top = new Part(this::above);
        banner = top;
        removeAll();
        add(top);
        add(fixed);
        add(drawn, new LiveRefresh(this::refresh, onChange -> listen(of, onChange)));
    }

    @Override
    public String getPageTitle() {
        return space == null ? Titles.of(title) : Titles.of(title, space.name());
    }

    /** Reads again because something may have changed meanwhile; what reads the same, and what somebody types there, stays. */
    final void refresh() {
        each(Part::refresh);
    }

    /** Reads and draws again, after something was done here. */
    final void reread() {
        each(Part::reread);
    }

    private void each(Consumer<Part> reading) {
        Stream.of(Optional.ofNullable(banner), Optional.ofNullable(part))
                .flatMap(Optional::stream)
                .forEach(reading);
    }

    final Space space() {
        return Objects.requireNonNull(space, "entered");
    }

    final SpaceId id() {
        return space().id();
    }

    final PageTools tools() {
        return tools;
    }

    final Instant now() {
        return tools.clock().instant();
    }

    /** Who changes something here, for the audit. */
    final String who() {
        return tools.user().get().email().value();
    }

    final Voice voice() {
        return new Voice(Audience.OPERATOR, space().name(), space().zone(), now());
    }

    final String url(String below) {
        return "/spaces/" + space().slug() + below;
    }

    static void say(String words) {
        Notification.show(words, 5000, Notification.Position.BOTTOM_CENTER);
    }

    /** A name that leads to the customer's page, where there is one. */
    final Component customer(Optional<CustomerId> customer, String name) {
        return customer.<Component>map(known -> new Anchor(url("/customers/" + known), name))
                .orElseGet(() -> new Span(name));
    }

    static Optional<String> first(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }

    /** The banner stays the same one while it says the same, so that nobody's press is lost. */
    private Component above() {
        ages.removeAll();
        ages.add(Ages.of(tools.troubles().partners(id()), space().decider(), now()));
        Optional<SpaceTrouble> worst = tools.troubles().worst(id());
        if (!worst.equals(said)) {
            said = worst;
            notice.removeAll();
            worst.ifPresent(trouble -> notice.add(Banner.of(trouble, this)));
        }
        return above;
    }

    private Component drawn() {
        Div all = new Div();
        all.addClassName("lk-stack");
        all.getStyle().set("gap", "24px");
        all.add(content());
        return all;
    }

    private LiveRefresh.Subscription listen(SpaceId of, Runnable onChange) {
        Changes.Registration registration = tools.changes().listen(of, onChange);
        return registration::remove;
    }
}
