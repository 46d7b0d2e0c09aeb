package app.latchkey.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A person in a list: the name as a real link, and one quiet line below; long names keep to one line. */
public final class PersonRow extends Div {

    public PersonRow(String name, String url, String below) {
        addClassName("lk-person");
        String shown = name.isBlank() ? "Without a name" : name;
        Anchor link = new Anchor(url, shown);
        link.setTitle(Drawing.shortened(shown, 300));
        Span line = new Span(below);
        line.addClassNames("lk-quiet", "lk-one-line");
        add(link, line);
    }
}
