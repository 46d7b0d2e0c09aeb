package app.latchkey.identity.ui;

import app.latchkey.identity.CreateSpace;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceNameTaken;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Asks what a new space is called, where it is and whom its members call. */
class NewSpaceDialog extends Dialog {

    private static final int LONGEST_NAME = 80;

    private final TextField name = new TextField("Name");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final TextField phone = new TextField("Phone that members call");
    private final TextField hours = new TextField("When somebody answers");
    private final TextField afterHours = new TextField("After hours");
    private final CreateSpace createSpace;
    private final Consumer<Space> made;

    NewSpaceDialog(CreateSpace createSpace, Consumer<Space> made) {
        this.createSpace = createSpace;
        this.made = made;
        setHeaderTitle("New space");
        name.setMaxLength(LONGEST_NAME);
        name.setPlaceholder("Harbour House");
        name.setAutofocus(true);
        zone.setItems(zones());
        zone.setValue(zoneOfTheVisitor());
        Div form = new Div(name, zone, phone, hours, afterHours);
        form.addClassName("lk-stack");
        form.getChildren().forEach(field -> field.getElement().getStyle().setWidth("100%"));
        add(form);
        Button create = new Button("Create the space", event -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", event -> close()), create);
    }

    private void create() {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage("Give the space a name.");
        zone.setInvalid(zone.isEmpty());
        zone.setErrorMessage("Choose the zone that the space's clocks show.");
        if (!name.isInvalid() && !zone.isInvalid()) {
            tryToCreate();
        }
    }

    private void tryToCreate() {
        try {
            ContactDetails contact = new ContactDetails(phone.getValue(), hours.getValue(), afterHours.getValue());
            Space space = createSpace.create(name.getValue(), ZoneId.of(zone.getValue()), contact);
            close();
            made.accept(space);
        } catch (SpaceNameTaken taken) {
            name.setErrorMessage(taken.getMessage());
            name.setInvalid(true);
        }
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    private static String zoneOfTheVisitor() {
        String zone = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        return zone != null && zones().contains(zone) ? zone : "Europe/London";
    }
}
