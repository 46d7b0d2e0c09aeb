package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Says what is being waited for, while nobody knows for how long. */
public final class Waiting extends Div {

    public Waiting(String words) {
        Paragraph text = new Paragraph(words);
        text.getElement().setAttribute("role", "status");
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", words);
        addClassName("lk-waiting");
        add(text, bar);
    }
}
