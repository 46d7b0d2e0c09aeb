package app.latchkey.onboarding.ui;

import app.latchkey.onboarding.ReviewDraft;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Asked;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The two questions that have no default: about those already in the right group, and about those in a group without a purchase. */
class ReviewQuestions extends Section {

    /** Takes each answer as soon as it is given. */
    interface Keeper {
        void keep(UnaryOperator<ReviewDraft> answer);
    }

    private final transient Keeper keeper;
    private final RadioButtonGroup<Boolean> lookAfter = new RadioButtonGroup<>();
    private final RadioButtonGroup<Boolean> oneByOne = new RadioButtonGroup<>();
    private final CheckboxGroup<ReviewLine> people = new CheckboxGroup<>();

    ReviewQuestions(Review review, ReviewDraft draft, Keeper keeper) {
        this.keeper = keeper;
        List<ReviewLine> entitled = review.asking(Asked.LOOK_AFTER);
        List<ReviewLine> without = review.asking(Asked.WITHOUT_PURCHASE);
        addClassNames("lk-stack", "lk-card");
        setVisible(!entitled.isEmpty() || !without.isEmpty());
        add(new H2("Only you can answer this"));
        if (!entitled.isEmpty()) {
            askToLookAfter(ReviewDraft.people(entitled), draft);
        }
        if (!without.isEmpty()) {
            askAboutOthers(without, draft);
        }
    }

    private void askToLookAfter(int count, ReviewDraft draft) {
        lookAfter.setLabel(
                "%s already in the right groups, put there by you or another system. When their purchase ends, should we take them out?"
                        .formatted(count == 1 ? "1 person is" : "%,d people are".formatted(count)));
        lookAfter.addThemeName("vertical");
        lookAfter.setItems(true, false);
        lookAfter.setItemLabelGenerator(yes -> yes ? "Yes, look after them" : "No, leave them for ever");
        draft.lookAfter().ifPresent(lookAfter::setValue);
        lookAfter.addValueChangeListener(event -> keeper.keep(before -> before.lookingAfter(event.getValue())));
        add(lookAfter);
    }

    private void askAboutOthers(List<ReviewLine> without, ReviewDraft draft) {
        int count = ReviewDraft.people(without);
        oneByOne.setLabel("%s in your groups without a purchase."
                .formatted(count == 1 ? "1 person is" : "%,d people are".formatted(count)));
        oneByOne.addThemeName("vertical");
        oneByOne.setItems(false, true);
        oneByOne.setItemLabelGenerator(byName -> byName ? "Choose one by one" : "Leave all");
        draft.oneByOne().ifPresent(oneByOne::setValue);
        oneByOne.addValueChangeListener(event -> {
            people.setVisible(event.getValue());
            keeper.keep(before -> before.choosing(event.getValue()));
        });
        names(without, draft);
        add(oneByOne, people);
    }

    private void names(List<ReviewLine> without, ReviewDraft draft) {
        people.setLabel("Take out, once the mode is Full");
        people.setHelperText("Whom you do not tick stays for ever.");
        people.addThemeName("vertical");
        people.addClassName("lk-names-to-tick");
        people.setItems(without.stream()
                .sorted(NaturalOrder.by(ReviewLine::name).thenComparing(NaturalOrder.by(ReviewLine::groupName)))
                .toList());
        people.setItemLabelGenerator(line -> line.name() + ", " + line.groupName());
        people.setVisible(draft.oneByOne().orElse(false));
        people.setValue(new HashSet<>(without.stream()
                .filter(line -> ReviewDraft.place(line)
                        .filter(draft.takeOut()::contains)
                        .isPresent())
                .toList()));
        people.addValueChangeListener(event -> keeper.keep(before -> before.takingOut(event.getValue().stream()
                .flatMap(line -> ReviewDraft.place(line).stream())
                .collect(Collectors.toUnmodifiableSet()))));
    }

    /** Leads to the first question that is open. */
    void focusWhatIsOpen() {
        if (lookAfter.isAttached() && lookAfter.isEmpty()) {
            focus(lookAfter);
        } else if (oneByOne.isEmpty()) {
            focus(oneByOne);
        } else {
            focus(people);
        }
    }

    private static void focus(Component question) {
        question.getElement().callJsFunction("focus");
    }

    /** Who is taken out of what, for a sentence. */
    static String names(List<ReviewLine> leaving) {
        Set<String> seen = leaving.stream()
                .map(line -> line.name() + " from " + line.groupName())
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join(", ", seen);
    }
}
