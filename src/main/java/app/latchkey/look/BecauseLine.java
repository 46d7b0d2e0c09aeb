package app.latchkey.look;

import com.vaadin.flow.component.html.Paragraph;

/** One sentence that says why: what was bought, booked, signed or given. */
public final class BecauseLine extends Paragraph {

    public BecauseLine(String sentence) {
        super(sentence);
        addClassName("lk-because");
        getStyle().setMargin("0");
    }
}
