package app.latchkey.look;

import app.latchkey.shared.Reference;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One part of a page could not be read; the rest stands. */
public final class ErrorPart extends Div {

    public ErrorPart(Reference reference, Runnable again) {
        this("This part could not be read. The rest is fine.", reference, again);
    }

    public ErrorPart(String sentence, Reference reference, Runnable again) {
        addClassName("lk-error");
        getElement().setAttribute("role", "alert");
        Span number = new Span("Reference " + reference);
        number.addClassNames("lk-quiet", "lk-mono");
        add(new Paragraph(sentence), new Act("Try again", () -> again.run()), number);
    }
}
