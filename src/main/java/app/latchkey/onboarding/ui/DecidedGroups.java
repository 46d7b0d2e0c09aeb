package app.latchkey.onboarding.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.Table;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.ConnectCustomAcs.Standing;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** The access groups that Nexudus may choose from, and how many people it has put into each. Nothing is chosen here. */
class DecidedGroups extends Div {

    DecidedGroups(Standing standing) {
        addClassName("lk-stack");
        add(new Paragraph("Which item stands for which access group is kept in Nexudus: Settings, Integrations, Access"
                + " Control, Custom ACS. Change it there. Here you see what came of it."));
        if (standing.groups().isEmpty()) {
            add(new EmptyState("Nexudus has not asked for the access groups yet."));
        } else {
            Table groups = new Table("Access groups", "Access group", "People pushed into it");
            standing.groups()
                    .forEach(group -> groups.row(Table.text(group.name()), Table.text(String.valueOf(group.people()))));
            add(groups);
        }
        standing.faults().forEach(fault -> add(Trouble.saying(Tone.WITHHELD, fault)));
    }
}
