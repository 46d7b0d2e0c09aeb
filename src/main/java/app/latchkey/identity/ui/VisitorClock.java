package app.latchkey.identity.ui;

import app.latchkey.look.PageTime;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;

/** A time as the clock on the visitor's wall has it. */
final class VisitorClock {

    private VisitorClock() {}

    static String at(Instant instant) {
        String zone = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        return zone == null || zone.isEmpty()
                ? PageTime.clock(instant, ZoneId.of("UTC")) + " UTC"
                : PageTime.clock(instant, ZoneId.of(zone));
    }
}
