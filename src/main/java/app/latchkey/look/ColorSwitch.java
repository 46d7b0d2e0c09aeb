package app.latchkey.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.EnumMap;
import java.util.Map;

/** Goes from the device's colours to dark to light and back; the choice is kept on this device. */
public final class ColorSwitch extends Button {

    private final Map<Choice, String> words = new EnumMap<>(Choice.class);
    private Choice choice = Choice.DEVICE;

    public ColorSwitch() {
        this("Colours: as this device", "Colours: dark", "Colours: light");
    }

    /** In another language. */
    public ColorSwitch(String device, String dark, String light) {
        words.put(Choice.DEVICE, device);
        words.put(Choice.DARK, dark);
        words.put(Choice.LIGHT, light);
        addThemeVariants(ButtonVariant.TERTIARY);
        show();
        addClickListener(event -> choose(choice.next()));
        addAttachListener(event -> event.getUI()
                .getPage()
                .executeJs("try { return localStorage.getItem('latchkey.scheme') || '' } catch (e) { return '' }")
                .then(String.class, this::keptIs));
    }

    private void keptIs(String kept) {
        choice = Choice.named(kept);
        show();
    }

    private void choose(Choice next) {
        choice = next;
        show();
        getUI().ifPresent(ui -> {
            ui.getPage().setColorScheme(next.scheme);
            ui.getPage().executeJs("try { localStorage.setItem('latchkey.scheme', $0) } catch (e) {}", next.kept);
        });
    }

    private void show() {
        setText(words.getOrDefault(choice, ""));
    }

    private enum Choice {
        DEVICE("", ColorScheme.Value.LIGHT_DARK),
        DARK("dark", ColorScheme.Value.DARK),
        LIGHT("light", ColorScheme.Value.LIGHT);

        private final String kept;
        private final ColorScheme.Value scheme;

        Choice(String kept, ColorScheme.Value scheme) {
            this.kept = kept;
            this.scheme = scheme;
        }

        static Choice named(String kept) {
            return DARK.kept.equals(kept) ? DARK : LIGHT.kept.equals(kept) ? LIGHT : DEVICE;
        }

        Choice next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }
}
