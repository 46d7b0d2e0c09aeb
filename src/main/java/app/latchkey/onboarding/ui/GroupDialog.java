package app.latchkey.onboarding.ui;

import app.latchkey.salto.Lock;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** An access group for an item that none fits: which doors it is to open. */
class GroupDialog extends Dialog {

    private final MultiSelectComboBox<Lock> doors = new MultiSelectComboBox<>("Doors it opens");

    /** @param make hears which doors were chosen, by name */
    GroupDialog(String item, List<Lock> all, Consumer<List<Lock>> make) {
        setHeaderTitle("An access group for " + item);
        doors.setItems(all);
        doors.setItemLabelGenerator(Lock::name);
        doors.setWidthFull();
        doors.setHelperText("The doors on the way too, the street door first. Without a door it opens nothing.");
        Div words = new Div(
                new Paragraph("We make it in Salto, called %s. It counts every day around the clock.".formatted(item)),
                doors);
        words.addClassName("lk-stack");
        add(words);
        Button create = new Button("Create it in Salto", event -> {
            close();
            make.accept(all.stream().filter(doors.getValue()::contains).toList());
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", event -> close()), create);
    }
}
