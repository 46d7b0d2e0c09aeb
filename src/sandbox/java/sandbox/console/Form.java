package sandbox.console;

import java.util.List;
import java.util.stream.Collectors;
import sandbox.http.Html;

/** One form that runs one control. */
final class Form {
    private final String control;
    private final String button;
    private final StringBuilder inputs = new StringBuilder();

    /** A choice: what is sent, and what is shown. */
    record Choice(Object value, String label) {}

    Form(String control, String button) {
        this.control = control;
        this.button = button;
    }

    Form choose(String name, String label, List<Choice> choices) {
        String options = choices.stream()
                .map(each -> "<option value=\"%s\">%s</option>"
                        .formatted(Html.escape(each.value()), Html.escape(each.label())))
                .collect(Collectors.joining());
        inputs.append("<label>%s <select name=\"%s\">%s</select></label>".formatted(label, name, options));
        return this;
    }

    Form field(String name, String label, String type, String value) {
        inputs.append("<label>%s <input name=\"%s\" type=\"%s\" value=\"%s\"></label>"
                .formatted(label, name, type, Html.escape(value)));
        return this;
    }

    Form with(String name, Object value) {
        inputs.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, Html.escape(value)));
        return this;
    }

    @Override
    public String toString() {
        return "<form method=\"post\" action=\"/do/%s\">%s<button>%s</button></form>"
                .formatted(control, inputs, button);
    }
}
