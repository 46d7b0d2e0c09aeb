package app.latchkey.onboarding.ui;

import app.latchkey.space.Passport;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Whether members are shown Passport as a way in: two things that only the operator knows. */
class PassportQuestion extends Section {

    private enum Fact {
        WHITE_LABEL("This space has Nexudus's white-label app"),
        EARLY("This space has used Passport since before June 2020");

        private final String words;

        Fact(String words) {
            this.words = words;
        }
    }

    PassportQuestion(Passport passport, Consumer<Passport> keep) {
        CheckboxGroup<Fact> facts = new CheckboxGroup<>();
        facts.setLabel("Tick what is so");
        facts.setHelperText("With neither, members are shown the Salto app, tags and PINs only.");
        facts.addThemeName("vertical");
        facts.setItems(Fact.values());
        facts.setItemLabelGenerator(fact -> fact.words);
        facts.setValue(facts(passport));
        facts.addValueChangeListener(event -> keep.accept(new Passport(
                event.getValue().contains(Fact.WHITE_LABEL), event.getValue().contains(Fact.EARLY))));
        addClassNames("lk-stack", "lk-card");
        add(new H2("Can members unlock with Nexudus's Passport?"), facts);
    }

    private static Set<Fact> facts(Passport passport) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (passport.whiteLabel()) {
            facts.add(Fact.WHITE_LABEL);
        }
        if (passport.sinceBeforeJune2020()) {
            facts.add(Fact.EARLY);
        }
        return facts;
    }
}
