package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import app.latchkey.onboarding.ReviewDraft;
import app.latchkey.onboarding.ReviewSpace;
import app.latchkey.onboarding.ReviewWords;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Space;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewLine;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A finished review: five numbers that are filters, the names, the questions without a default, the mode. Each answer is kept at once. */
class ReviewResult extends Div {

    private final transient Review review;
    private final transient Space space;
    private final transient ReviewSpace reviews;
    private final transient Consumer<ReviewDraft> started;
    private final ReviewQuestions questions;
    private final ModeQuestion mode;
    private final Button start = new Button();
    private final Div missing = new Div();
    private transient ReviewDraft draft;

    ReviewResult(
            Review review,
            Space space,
            Instant now,
            ReviewSpace reviews,
            Anchor salto,
            Consumer<Passport> passport,
            Consumer<ReviewDraft> started) {
        this.review = review;
        this.space = space;
        this.reviews = reviews;
        this.started = started;
        draft = reviews.draft(space.id());
        questions = new ReviewQuestions(review, draft, this::keep);
        mode = new ModeQuestion(draft.mode());
        addClassNames("lk-stack", "lk-review");
        review.changes().ifPresent(changes -> add(Trouble.saying(Tone.WITHHELD, ReviewWords.say(changes))));
        add(new ReviewNames(review, space, now), new ReviewCosts(review, reviews, space.id(), salto), questions);
        add(new PassportQuestion(space.passport(), passport), modes(), missing, start);
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(event -> decide());
        start.setText(mode.start());
    }

    private Section modes() {
        mode.addValueChangeListener(event -> {
            start.setText(mode.start());
            keep(before -> before.in(event.getValue()));
        });
        Section modes = new Section(new H2("How should we begin?"), mode);
        modes.addClassNames("lk-stack", "lk-card");
        return modes;
    }

    private void keep(UnaryOperator<ReviewDraft> answer) {
        draft = answer.apply(draft);
        missing.removeAll();
        reviews.keep(space.id(), draft);
    }

    private void decide() {
        missing.removeAll();
        Optional<String> open = draft.missing(review);
        if (open.isPresent()) {
            missing.add(Trouble.saying(Tone.WITHHELD, open.get()));
            questions.focusWhatIsOpen();
            return;
        }
        List<ReviewLine> leaving = draft.leaving(review);
        if (leaving.isEmpty() || draft.mode() != Mode.FULL) {
            started.accept(draft);
        } else {
            confirm(leaving);
        }
    }

    private void confirm(List<ReviewLine> leaving) {
        int count = ReviewDraft.people(leaving);
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(count == 1 ? "Take 1 person out?" : "Take %,d people out?".formatted(count));
        dialog.setText("We start, and take out: %s.".formatted(ReviewQuestions.names(leaving)));
        dialog.setCancelable(true);
        dialog.setConfirmText("Start and take them out");
        dialog.addConfirmListener(event -> started.accept(draft));
        dialog.open();
    }
}
