package app.latchkey.doors.ui;

import app.latchkey.doors.SpaceDoors;
import app.latchkey.space.ContactDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Whom to call at the space, and when somebody answers. */
final class AskDialog extends Dialog {

    AskDialog(SpaceDoors doors) {
        setHeaderTitle("Call " + doors.name());
        add(contact(doors));
        getFooter().add(new Button("Close", event -> close()));
    }

    /** The number to press, or what is so when the space has named none. */
    static Component contact(SpaceDoors doors) {
        ContactDetails contact = doors.contact();
        Div box = new Div();
        box.addClassName("lk-locked");
        if (contact.phone().isEmpty()) {
            box.add(new Paragraph(doors.name()
                    + " has not named a phone number here. Ask at the desk, or answer the mail of your last invoice."));
        } else {
            box.add(new Anchor("tel:" + contact.phone().replace(" ", ""), "Call " + contact.phone()));
        }
        for (String line : new String[] {contact.hours(), contact.afterHours()}) {
            if (!line.isEmpty()) {
                box.add(new Paragraph(line));
            }
        }
        return box;
    }
}
