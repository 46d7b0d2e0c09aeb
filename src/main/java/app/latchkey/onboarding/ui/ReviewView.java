package app.latchkey.onboarding.ui;

import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.ReviewDraft;
import app.latchkey.onboarding.ReviewSpace;
import app.latchkey.space.SetupStep;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.ActivationResult.Activated;
import app.latchkey.sync.ActivationResult.AlreadyStarted;
import app.latchkey.sync.ActivationResult.FactsChanged;
import app.latchkey.sync.ActivationResult.NotReviewed;
import app.latchkey.sync.Changes;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.SourceProgress;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 4: what will happen to whom? */
@Route(value = "spaces/:slug/setup/review", layout = SetupLayout.class)
@PermitAll
class ReviewView extends SetupView {

    private static final int POLL_MILLISECONDS = 1000;

    private final transient ReviewSpace reviews;
    private final transient Clock clock;
    private final transient Changes changes;
    private final Working starting = new Working();
    private final Div body = new Div();
    private transient Optional<Registration> polling = Optional.empty();
    private String drawn = "";

    ReviewView(SetupTools tools, ReviewSpace reviews, Clock clock, Changes changes) {
        super(
                tools,
                SetupStep.REVIEW,
                "What will happen to whom?",
                "Before anything reaches a door you see it by name. Nothing is started until you press the button, and"
                        + " you can pause at any time.");
        this.reviews = reviews;
        this.clock = clock;
        this.changes = changes;
        body.addClassName("lk-stack");
    }

    @Override
    void fill(Div content, Location location) {
        drawn = "";
        content.add(body, starting, new LiveRefresh(() -> draw(reviews.look(id())), this::news));
        draw(reviews.open(id()));
    }

    /** The reading is a job's: a reload shows how far it has come. This page asks every second while it runs. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        polling = Optional.of(ui.addPollListener(poll -> draw(reviews.look(id()))));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.ifPresent(Registration::remove);
        polling = Optional.empty();
        event.getUI().setPollInterval(-1);
    }

    private void draw(Review review) {
        UI.getCurrentOrThrow().setPollInterval(review.state() == ReviewState.READING ? POLL_MILLISECONDS : -1);
        String what = review.state() == ReviewState.READY ? "ready " + review.fingerprint() : "";
        if (!what.isEmpty() && what.equals(drawn)) {
            return;
        }
        drawn = what;
        body.removeAll();
        switch (review.state()) {
            case READING, NONE -> body.add(progress(review));
            case STOPPED -> body.add(stopped(review));
            case READY -> {
                lacking(review).ifPresent(body::add);
                body.add(result(review));
            }
        }
    }

    private LiveRefresh.Subscription news(Runnable onChange) {
        Changes.Registration listening = changes.listen(id(), onChange);
        return listening::remove;
    }

    private static Component progress(Review review) {
        Div bars = new Div(new Paragraph("Reading both systems. You can close this page; the reading goes on."));
        bars.addClassNames("lk-card", "lk-stack");
        review.sources().forEach(source -> bars.add(bar(source)));
        if (review.sources().isEmpty()) {
            ProgressBar waiting = new ProgressBar();
            waiting.setIndeterminate(true);
            waiting.getElement().setAttribute("aria-label", "Reading both systems");
            bars.add(waiting);
        }
        return bars;
    }

    private static Component bar(SourceProgress source) {
        String name = source.source().substring(0, 1).toUpperCase(Locale.ROOT)
                + source.source().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        String words = words(name, source);
        ProgressBar bar = new ProgressBar(0, Math.max(1, source.total()));
        bar.setValue(
                source.complete()
                        ? Math.max(1, source.total())
                        : Math.min(source.soFar(), Math.max(1, source.total())));
        bar.getElement().setAttribute("aria-label", words);
        Div line = new Div(new Paragraph(words), bar);
        line.addClassName("lk-progress");
        return line;
    }

    private static String words(String name, SourceProgress source) {
        if (source.complete()) {
            return "%s %,d, all read".formatted(name, source.total());
        }
        return source.total() == 0
                ? name + " could not be read"
                : "%s %,d of %,d".formatted(name, source.soFar(), source.total());
    }

    private Component result(Review review) {
        return new ReviewResult(
                review,
                space(),
                clock.instant(),
                reviews,
                salto(),
                passport -> reviews.passport(id(), passport, user()),
                draft -> start(review, draft));
    }

    private Optional<Component> lacking(Review review) {
        String lacks = review.sources().stream()
                .filter(source -> !source.complete())
                .map(source -> source.total() == 0
                        ? source.source()
                        : "%s (%,d of %,d)".formatted(source.source(), source.soFar(), source.total()))
                .collect(Collectors.joining(", "));
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of(Trouble.saying(
                        Tone.WITHHELD,
                        "Nexudus did not show all of its %s. People may be missing below. Nobody is taken out for it, and they get in once we can read it."
                                .formatted(lacks),
                        new Button("Read again now", event -> again())));
    }

    private Component stopped(Review review) {
        String where = review.sources().stream()
                .filter(source -> !source.complete())
                .findFirst()
                .map(source -> " at %s, %,d of %,d".formatted(source.source(), source.soFar(), source.total()))
                .orElse("");
        return Trouble.saying(
                Tone.WITHHELD,
                "Reading stopped%s: %s We try again by ourselves."
                        .formatted(where, review.trouble().orElse("a partner did not answer.")),
                new Button("Read again now", event -> again()));
    }

    private void again() {
        drawn = "";
        draw(reviews.again(id()));
    }

    private void start(Review review, ReviewDraft draft) {
        starting.doing(
                "Asking both systems whether this is still so…",
                () -> reviews.activate(id(), review, draft, user()),
                this::started,
                this::trouble);
    }

    private Component started(ActivationResult result) {
        return switch (result) {
            case Activated _, AlreadyStarted _ -> {
                getUI().ifPresent(ui -> ui.navigate("spaces/" + space().slug()));
                yield new Div();
            }
            case FactsChanged changed -> {
                drawn = "";
                draw(changed.fresh());
                scrollToTop();
                yield new Div();
            }
            case NotReviewed _ -> {
                again();
                yield Trouble.saying(
                        Tone.WITHHELD, "There is no finished preview yet. Nothing was started. We read again.");
            }
        };
    }

    private void scrollToTop() {
        getElement().executeJs("window.scrollTo({top: 0})");
    }
}
