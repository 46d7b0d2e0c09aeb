package app.latchkey.look;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Looks for something on a page. What is looked for stands in the page's address, so that it can be kept and gone back to. */
public final class FindField extends TextField {

    private static final String NAME = "q";

    /**
     * @param label what it looks for, for who cannot see it
     * @param address where these words are looked for, without the first slash
     */
    public FindField(String placeholder, String label, UnaryOperator<String> address) {
        setPlaceholder(placeholder);
        setAriaLabel(label);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(address.apply(event.getValue())));
            }
        });
    }

    /** What the address looks for, which the field says from now on; what somebody is still typing stays as it is. */
    public String read(BeforeEnterEvent event) {
        String search = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(NAME)
                .orElse("");
        if (!getValue().strip().equals(search.strip())) {
            setValue(search);
        }
        return search;
    }

    /** The path alone where nothing is looked for. */
    public static String address(String path, String words) {
        return words.isBlank() ? path : path + "?" + pair(words);
    }

    /** The words as a parameter, for an address that has others as well. */
    public static String pair(String words) {
        return NAME + "=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
