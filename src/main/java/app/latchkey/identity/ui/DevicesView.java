package app.latchkey.identity.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.Device;
import app.latchkey.identity.Devices;
import app.latchkey.look.EmptyState;
import app.latchkey.look.PageFrame;
import app.latchkey.look.TimeText;
import app.latchkey.look.Titles;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Where do I stay signed in? Each device can be ended. */
@Route(value = "devices", layout = PageFrame.class)
@PermitAll
class DevicesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final Devices devices;
    private final Clock clock;
    private final Div list = new Div();

    DevicesView(CurrentUser currentUser, Devices devices, Clock clock) {
        this.currentUser = currentUser;
        this.devices = devices;
        this.clock = clock;
        addClassNames("lk-page", "lk-stack");
        add(
                new H1("Your devices"),
                new Paragraph("These stay signed in for 90 days after you last opened Latchkey on them."),
                list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Your devices");
    }

    private void load() {
        list.removeAll();
        List<Device> known = devices.of(currentUser.get());
        if (known.isEmpty()) {
            list.add(new EmptyState("No device stays signed in."));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassNames("lk-card", "lk-lines");
        known.forEach(device -> rows.add(row(device)));
        list.add(rows);
    }

    private ListItem row(Device device) {
        Span seen = new Span(new Span("last used "), TimeText.ago(device.lastSeen(), clock.instant(), ZoneOffset.UTC));
        seen.addClassName("lk-quiet");
        Button end = new Button("Sign out", event -> end(device));
        end.setAriaLabel("Sign out " + device.label());
        ListItem row = new ListItem(new Span(device.label()), seen, end);
        row.addClassNames("lk-row", "lk-spread");
        return row;
    }

    private void end(Device device) {
        devices.revoke(currentUser.get(), device.id());
        load();
    }
}
