package app.latchkey.operator.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.Optional;

/** A whole number inside a sentence. What is wrong with it is said below the sentence, where there is room. */
final class RuleNumber extends IntegerField {

    private final String name;
    private final int least;
    private final int most;

    /** @param name what the number is, for those who do not see the sentence around it */
    RuleNumber(String name, int least, int most) {
        this.name = name;
        this.least = least;
        this.most = most;
        setAriaLabel(name);
        setMin(least);
        setMax(most);
        addClassName("lk-inline-number");
        addThemeVariants(TextFieldVariant.SMALL);
    }

    Optional<String> complaint() {
        boolean possible = !isEmpty() && getValue() >= least && getValue() <= most;
        return possible
                ? Optional.empty()
                : Optional.of("%s: type a whole number from %d to %,d.".formatted(name, least, most));
    }

    /** Only where there is nothing to complain about. */
    int number() {
        return getValue();
    }
}
