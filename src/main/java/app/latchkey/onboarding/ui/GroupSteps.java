package app.latchkey.onboarding.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/** How somebody makes an access group in Salto by hand. */
class GroupSteps extends OrderedList {

    /**
     * @param name what it is to be called
     * @param doors which it is to open; none where that is not known yet
     */
    GroupSteps(String name, List<String> doors) {
        add(
                new ListItem("Open Access groups, choose Add, type %s.".formatted(name)),
                new ListItem(
                        doors.isEmpty()
                                ? "Add the doors that it opens, the street door too."
                                : "Add these doors: %s.".formatted(String.join(", ", doors))),
                new ListItem(
                        "Add a time schedule: every day, 00:00 to 23:59. Salto opens no door for a group without one."));
    }
}
