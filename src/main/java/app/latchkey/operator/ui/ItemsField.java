package app.latchkey.operator.ui;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.ItemId;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Some of the space's items, by name. */
final class ItemsField extends MultiSelectComboBox<NamedItem> {

    private final transient List<NamedItem> all;

    ItemsField(String label, List<NamedItem> all) {
        super(label);
        this.all = all;
        setItemLabelGenerator(NamedItem::name);
        setItems(all);
        setWidthFull();
    }

    void show(Set<ItemId> ids) {
        setValue(all.stream().filter(item -> ids.contains(item.id())).collect(Collectors.toSet()));
    }

    Set<ItemId> ids() {
        return getValue().stream().map(NamedItem::id).collect(Collectors.toSet());
    }
}
