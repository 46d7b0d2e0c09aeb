package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.look.StateChip;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** For somebody who stands at a locked door: which door, what is so, what the lock shows, whom to call. */
final class LockedDoorDialog extends Dialog {

    private final Div sheet = new Div();
    private final transient AskAgain again;

    /** Has a member's doors at one space looked at again. */
    @FunctionalInterface
    interface AskAgain {
        void lookAgain(SpaceDoors doors);
    }

    LockedDoorDialog(List<SpaceDoors> spaces, AskAgain again) {
        this.again = again;
        setHeaderTitle("Which door?");
        sheet.addClassName("lk-locked");
        sheet.getElement().setAttribute("aria-live", "polite");
        add(sheet);
        getFooter().add(new Button("Close", event -> close()));
        for (SpaceDoors doors : spaces) {
            doors.doors().all().forEach(card -> sheet.add(choice(doors, card, spaces.size() > 1)));
        }
        if (sheet.getComponentCount() == 0) {
            sheet.add(new Paragraph("We know of no door that is yours now."));
            spaces.forEach(doors -> sheet.add(AskDialog.contact(doors)));
        }
    }

    private Button choice(SpaceDoors doors, DoorCard card, boolean several) {
        String label = several ? card.door() + ", " + doors.name() : card.door();
        return new Button(label, event -> verdict(doors, card));
    }

    private void verdict(SpaceDoors doors, DoorCard card) {
        again.lookAgain(doors);
        setHeaderTitle(card.door());
        sheet.removeAll();
        sheet.add(StateChip.saying(card.state(), card.chip()));
        card.lines().forEach(line -> sheet.add(new Paragraph(line)));
        sheet.add(new Paragraph("We are checking you again now; this page changes by itself."));
        sheet.add(new Paragraph("Still shut? What does the lock show?"));
        Paragraph answer = new Paragraph();
        sheet.add(
                sign("Red light", "The lock does not know this key yet, or not now.", answer),
                sign("Green, but shut", "Push while it is green.", answer),
                sign("Nothing", "No power, or it did not see the tag: hold it 2 s.", answer),
                answer,
                AskDialog.contact(doors));
    }

    private static Button sign(String shown, String means, Paragraph answer) {
        return new Button(shown, event -> answer.setText(means));
    }
}
