package app.latchkey.onboarding.ui;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.BecauseWords;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.shared.Window;
import app.latchkey.space.Space;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Asked;
import app.latchkey.sync.ReviewLine.Outcome;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five numbers of a review as filters, and the names behind the chosen one. */
class ReviewNames extends Div {

    private static final int NAMES_AT_ONCE = 20;
    private static final int REASONS_COUNTED_FROM = 10;

    /** Somebody may have booked the same room for every day of the month. */
    private static final int REASONS_AT_ONCE = 3;

    private final transient Review review;
    private final transient Voice voice;
    private final Map<Outcome, Button> buttons = new EnumMap<>(Outcome.class);
    private final Div names = new Div();

    ReviewNames(Review review, Space space, Instant now) {
        this.review = review;
        voice = new Voice(Audience.OPERATOR, space.name(), space.zone(), now);
        Div numbers = new Div();
        numbers.addClassName("lk-filters");
        numbers.getElement().setAttribute("role", "group").setAttribute("aria-label", "What would happen");
        for (Outcome outcome : Outcome.values()) {
            Button button = new Button(label(outcome), event -> show(outcome));
            buttons.put(outcome, button);
            numbers.add(button);
        }
        addClassName("lk-stack");
        names.addClassNames("lk-card", "lk-stack");
        add(numbers, names);
        show(first());
    }

    private String label(Outcome outcome) {
        long changed =
                review.lines(outcome).stream().filter(ReviewLine::changed).count();
        String number = "%s %,d".formatted(words(outcome), review.count(outcome));
        return changed == 0 ? number : "%s, %,d changed".formatted(number, changed);
    }

    /** What changed comes first, else the first that has anybody. */
    private Outcome first() {
        Optional<Outcome> changed = review.lines().stream()
                .filter(ReviewLine::changed)
                .map(ReviewLine::outcome)
                .min(Comparator.naturalOrder());
        if (changed.isPresent()) {
            return changed.get();
        }
        for (Outcome outcome : Outcome.values()) {
            if (review.count(outcome) > 0) {
                return outcome;
            }
        }
        return Outcome.GAIN;
    }

    private void show(Outcome shown) {
        buttons.forEach((outcome, button) -> {
            button.getElement().setAttribute("aria-pressed", Boolean.toString(outcome == shown));
            button.removeThemeVariants(ButtonVariant.PRIMARY);
            if (outcome == shown) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
        });
        list(review.lines(shown), NAMES_AT_ONCE, words(shown));
    }

    private void list(List<ReviewLine> lines, int most, String label) {
        names.removeAll();
        if (lines.size() > REASONS_COUNTED_FROM) {
            counted(lines).ifPresent(names::add);
        }
        if (lines.isEmpty()) {
            names.add(new Paragraph("Nobody."));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-names");
        list.getElement().setAttribute("aria-label", label);
        lines.stream()
                .sorted(Comparator.comparing(line -> !line.changed()))
                .limit(most)
                .forEach(line -> list.add(item(line)));
        names.add(list);
        if (lines.size() > most) {
            names.add(new Button(
                    "Show %,d more".formatted(lines.size() - most), event -> list(lines, lines.size(), label)));
        }
    }

    /** Why so many: each reason with how often it counts, the most frequent first. */
    private Optional<Paragraph> counted(List<ReviewLine> lines) {
        Map<String, Long> times = lines.stream()
                .flatMap(line -> line.reason().stream())
                .collect(Collectors.groupingBy(this::words, Collectors.counting()));
        String words = times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> "%s (%,d)".formatted(reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Optional.empty() : Optional.of(reasons(words));
    }

    private String words(Reason reason) {
        return ReasonWords.clause(reason, voice);
    }

    private static Paragraph reasons(String words) {
        Paragraph reasons = new Paragraph(words);
        reasons.addClassNames("lk-quiet", "lk-because");
        return reasons;
    }

    private ListItem item(ReviewLine line) {
        Span name = new Span(line.name());
        name.addClassName("lk-name");
        Span group = new Span(line.groupName());
        Span why = new Span(String.join(" · ", why(line)));
        why.addClassName("lk-because");
        ListItem item = new ListItem(name, group, why);
        if (line.changed()) {
            item.addClassName("lk-changed");
            Span changed = new Span("Changed");
            changed.addClassName("lk-changed-word");
            name.add(changed);
        }
        return item;
    }

    private List<String> why(ReviewLine line) {
        List<String> why = new ArrayList<>();
        line.reason().map(this::words).ifPresent(why::add);
        line.because().stream()
                .limit(REASONS_AT_ONCE)
                .map(because -> BecauseWords.say(because, voice))
                .forEach(why::add);
        if (line.because().size() > REASONS_AT_ONCE) {
            why.add("%,d more".formatted(line.because().size() - REASONS_AT_ONCE));
        }
        line.window().map(this::later).filter(words -> !words.isEmpty()).ifPresent(why::add);
        if (line.outcome() == Outcome.BY_HAND) {
            why.add(line.because().isEmpty() ? "put there by hand, without a purchase" : "put there by hand");
        }
        if (line.asked() == Asked.LOOK_AFTER) {
            why.add("put there by hand");
        }
        return why;
    }

    private String later(Window window) {
        TimeWords times = voice.times();
        return window.isAhead(voice.now()) ? "from " + times.at(window.from()) : "";
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case GAIN -> "Gain";
            case KEEP -> "Keep";
            case BY_HAND -> "By hand";
            case WITHHELD -> "Withheld";
            case LOSE -> "Lose";
        };
    }
}
