package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import app.latchkey.onboarding.ReviewSpace;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Space;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Outcome;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.util.function.Consumer;

/** A finished review: five numbers that are filters, the names, the question without a default, the mode. */
class ReviewResult extends Div {

    /** What the operator decided about this very review. */
    record Decision(Mode mode, boolean adopt, String fingerprint) {}

    private final transient Review review;
    private final transient Space space;
    private final transient ReviewSpace reviews;
    private final RadioButtonGroup<Boolean> adopt = new RadioButtonGroup<>();
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final Button start = new Button();
    private final Div missing = new Div();
    private final long adoptable;

    ReviewResult(Review review, Space space, Instant now, ReviewSpace reviews, Consumer<Decision> started) {
        this.review = review;
        this.space = space;
        this.reviews = reviews;
        adoptable = review.lines().stream().filter(ReviewResult::isAdoptable).count();
        addClassName("lk-stack");
        add(new ReviewNames(review, space, now), costs(), questions(), passport(), modes());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(event -> decide(started));
        nameStart();
        add(missing, start);
    }

    private static boolean isAdoptable(ReviewLine line) {
        return line.outcome() == Outcome.BY_HAND && line.entitled();
    }

    private Component costs() {
        Paragraph costs = new Paragraph(
                "Salto would send %d invitation mail%s and need %d more seat%s, each at the first due window."
                        .formatted(
                                review.mails(),
                                review.mails() == 1 ? "" : "s",
                                review.seats(),
                                review.seats() == 1 ? "" : "s"));
        costs.addClassName("lk-quiet");
        return costs;
    }

    private Component questions() {
        Section questions = new Section();
        questions.addClassName("lk-stack");
        long foreign = review.count(Outcome.BY_HAND) - adoptable;
        if (adoptable > 0) {
            adopt.setLabel(
                    "%s already in the right group, put there by you or another system. When the purchase ends, should we take them out?"
                            .formatted(adoptable == 1 ? "1 person is" : adoptable + " people are"));
            adopt.setItems(true, false);
            adopt.setItemLabelGenerator(yes -> yes ? "Yes, look after them" : "No, leave them for ever");
            questions.add(adopt);
        }
        if (foreign > 0) {
            questions.add(new Paragraph("%s in your groups without a purchase. We leave them as they are."
                    .formatted(foreign == 1 ? "1 person is" : foreign + " people are")));
        }
        return questions;
    }

    private Component passport() {
        Checkbox whiteLabel = new Checkbox(
                "This space has Nexudus's white-label app", space.passport().whiteLabel());
        Checkbox early = new Checkbox(
                "This space has used Passport since before June 2020",
                space.passport().sinceBeforeJune2020());
        whiteLabel.addValueChangeListener(event -> keep(whiteLabel, early));
        early.addValueChangeListener(event -> keep(whiteLabel, early));
        Paragraph why = new Paragraph("Members are shown Passport as a way in only when one of these is so.");
        why.addClassName("lk-quiet");
        Section section = new Section(new H2("Passport"), whiteLabel, early, why);
        section.addClassName("lk-stack");
        return section;
    }

    private void keep(Checkbox whiteLabel, Checkbox early) {
        reviews.passport(space.id(), new Passport(whiteLabel.getValue(), early.getValue()));
    }

    private Component modes() {
        mode.setLabel("How should we begin?");
        mode.setItems(Mode.values());
        mode.setRenderer(new ComponentRenderer<>(ReviewResult::card));
        mode.setValue(Mode.WATCH);
        mode.addClassName("lk-modes");
        mode.addValueChangeListener(event -> nameStart());
        return mode;
    }

    private static Component card(Mode mode) {
        Span name = new Span(
                switch (mode) {
                    case WATCH -> "Watch";
                    case GRANTS_ONLY -> "Grants only";
                    case FULL -> "Full";
                });
        name.addClassName("lk-mode-name");
        Span colon = new Span(": ");
        colon.addClassName("lk-hidden");
        Span words = new Span(
                switch (mode) {
                    case WATCH -> "We only tell you what we would do. Best for the first days.";
                    case GRANTS_ONLY -> "We let people in, and take nobody out.";
                    case FULL -> "We let people in and take them out when their purchase ends.";
                });
        words.addClassName("lk-mode-words");
        Span card = new Span(name, colon, words);
        card.addClassName("lk-mode");
        return card;
    }

    private void nameStart() {
        start.setText(
                switch (mode.getValue()) {
                    case WATCH -> "Start watching";
                    case GRANTS_ONLY -> "Start letting people in";
                    case FULL -> "Start full sync";
                });
    }

    private void decide(Consumer<Decision> started) {
        missing.removeAll();
        if (adoptable > 0 && adopt.isEmpty()) {
            missing.add(Trouble.saying(
                    Tone.WITHHELD, "One question is open: those who are already in the right group, yes or no?"));
            adopt.getElement().callJsFunction("focus");
            return;
        }
        started.accept(new Decision(
                mode.getValue(), adoptable > 0 && adopt.getOptionalValue().orElse(false), review.fingerprint()));
    }
}
