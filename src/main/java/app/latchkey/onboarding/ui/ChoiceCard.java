package app.latchkey.onboarding.ui;

import com.vaadin.flow.component.html.Span;

/** One of several ways to choose from: its name, and when to take it. Read aloud as "name: words". */
final class ChoiceCard extends Span {

    ChoiceCard(String called, String when) {
        Span name = new Span(called);
        name.addClassName("lk-mode-name");
        Span colon = new Span(": ");
        colon.addClassName("lk-hidden");
        Span words = new Span(when);
        words.addClassName("lk-mode-words");
        addClassName("lk-mode");
        add(name, colon, words);
    }
}
