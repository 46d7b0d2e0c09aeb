package app.latchkey.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One change as a sentence: who, which group, gained or lost, because of what, and when. */
public final class ChangeRow extends Div {

    public ChangeRow(State state, String sentence, Component when) {
        addClassName("lk-line-row");
        Icon icon = new Icon(state.shape());
        icon.getElement().getStyle().setColor(state.tone().colour());
        Span words = new Span(sentence);
        words.addClassName("lk-line-text");
        Span time = new Span(when);
        time.addClassName("lk-quiet");
        add(icon, words, time);
    }
}
