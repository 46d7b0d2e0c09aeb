package app.latchkey.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What is so and what to do: one sentence and at most one button. */
public final class Fix extends Div {

    private Fix(Tone tone, String sentence) {
        addClassNames("lk-fix", tone.className());
        add(new Paragraph(sentence));
    }

    public static Fix saying(Tone tone, String sentence) {
        return new Fix(tone, sentence);
    }

    public static Fix withButton(Tone tone, String sentence, String label, Runnable action) {
        Fix fix = new Fix(tone, sentence);
        fix.add(new Act(label, () -> action.run()));
        return fix;
    }

    public static Fix withLink(Tone tone, String sentence, String label, String url) {
        Fix fix = new Fix(tone, sentence);
        fix.add(new Anchor(url, label));
        return fix;
    }
}
