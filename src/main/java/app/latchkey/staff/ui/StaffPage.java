package app.latchkey.staff.ui;

import app.latchkey.look.Freshness;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Part;
import app.latchkey.look.TimeText;
import app.latchkey.look.Titles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** A page of the staff: its own age, one part that reads itself again, all times in UTC. */
abstract class StaffPage extends Div implements HasDynamicTitle {

    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final Duration ASKS = Duration.ofSeconds(10);

    private final transient Clock clock;
    private String title;
    private Optional<Part> read = Optional.empty();

    StaffPage(String title, Clock clock) {
        this.title = title;
        this.clock = clock;
        addClassName("lk-page");
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title, "Staff");
    }

    final Instant now() {
        return clock.instant();
    }

    /** To be called at the end of the constructor, when everything the content needs is there. */
    final void show(Supplier<Component> content) {
        show(title, content);
    }

    /** As {@link #show(Supplier)}, for a page whose title is known only after navigation; draws the page anew. */
    final void show(String heading, Supplier<Component> content) {
        title = heading;
        removeAll();
        Freshness fresh = new Freshness("Heard");
        Part part = new Part(() -> {
            Component drawn = content.get();
            fresh.heard(now(), now());
            return drawn;
        });
        read = Optional.of(part);
        Div head = new Div(new H1(title), fresh.onSilence(part::refresh));
        head.addClassName("lk-page-head");
        add(head, part, new LiveRefresh(part::refresh, LiveRefresh.News.none()).every(ASKS));
    }

    /** Reads again what {@link #show} shows; what else stands on the page stays as it is. */
    final void reread() {
        read.ifPresent(Part::reread);
    }

    static Div row(Component... content) {
        Div row = new Div(content);
        row.addClassName("lk-row");
        return row;
    }

    /** "since 12 min ago", in one piece. */
    static Span since(String words, Instant at, Instant now) {
        return new Span(new Text(words + " "), TimeText.ago(at, now, ZONE));
    }

    static Div card(Component... content) {
        Div card = new Div(content);
        card.addClassName("lk-card");
        return card;
    }

    static void say(String words) {
        Notification.show(words, 5000, Notification.Position.BOTTOM_CENTER);
    }

    static Div stack(Component... content) {
        Div stack = new Div(content);
        stack.addClassName("lk-stack");
        return stack;
    }
}
