package app.latchkey.look;

import com.vaadin.flow.component.html.Span;

/** A state as word, shape and colour: none of the three is ever missing, so nobody depends on seeing colours. */
public final class StateChip extends Span {

    private final State state;
    private final String word;

    private StateChip(State state, String word) {
        this.state = state;
        this.word = word;
        Span text = new Span(word);
        text.addClassName("lk-word");
        addClassNames("lk-chip", state.tone().className());
        add(new Icon(state.shape()), text);
        setTitle(word);
    }

    public static StateChip forOperator(State state) {
        return new StateChip(state, state.operatorWord());
    }

    public static StateChip forMember(State state) {
        return new StateChip(state, state.memberWord());
    }

    /** The state in words that carry a time or a number, such as "From 14:00" or "In set-up 2/4". */
    public static StateChip saying(State state, String word) {
        return new StateChip(state, word.isBlank() ? state.operatorWord() : word);
    }

    public State state() {
        return state;
    }

    public String word() {
        return word;
    }
}
