package app.latchkey.operator.ui;

import app.latchkey.identity.CreateSpace;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceNameTaken;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Names a new space, its time zone and whom members call, and goes on to the first step. */
final class NewSpaceDialog extends Dialog {

    private static final int LONGEST_NAME = 80;

    private final transient CreateSpace createSpace;
    private final transient Consumer<Space> onMade;
    private final TextField name = new TextField("Name");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final TextField phone = new TextField("Phone members call");
    private final TextField hours = new TextField("When somebody answers");

    NewSpaceDialog(CreateSpace createSpace, Consumer<Space> onMade) {
        this.createSpace = createSpace;
        this.onMade = onMade;
        setHeaderTitle("Add a space");
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setValue("Europe/London");
        Div form = new Div(name, zone, phone, hours);
        form.addClassName("lk-stack");
        form.setWidth("min(420px, 80vw)");
        add(form);
        Button add = new Button("Add the space", event -> make());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", event -> close()), add);
    }

    private void make() {
        if (name.getValue().isBlank()) {
            refuse("A space needs a name.");
            return;
        }
        try {
            ZoneId chosen = ZoneId.of(zone.getValue() == null ? "Europe/London" : zone.getValue());
            Space made = createSpace.create(
                    name.getValue(), chosen, new ContactDetails(phone.getValue(), hours.getValue(), ""));
            close();
            onMade.accept(made);
        } catch (SpaceNameTaken taken) {
            refuse("You already have a space called " + name.getValue().strip() + ".");
        }
    }

    private void refuse(String words) {
        name.setErrorMessage(words);
        name.setInvalid(true);
        name.focus();
    }
}
