package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.nexudus.Right;
import app.latchkey.nexudus.TestMessage;
import app.latchkey.nexudus.WebhookState;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The webhooks, made or switched on again, and whether a test message comes in. Nothing here keeps anybody from going on. */
class WebhooksPart extends Div {

    private static final String LOOK = " Whoever runs Latchkey for you can mend that.";

    private final Working making = new Working();
    private final Working testing = new Working();
    private final transient Supplier<WebhookState> make;
    private final transient Supplier<Tried> test;
    private final transient BiFunction<PartnerFailure, Runnable, Component> failed;

    /** Our own call, and what became of Nexudus's: ours comes in also where all of Nexudus's are refused. */
    record Tried(TestMessage ours, Optional<RefusedCalls> refused) {}

    WebhooksPart(
            Supplier<WebhookState> make, Supplier<Tried> test, BiFunction<PartnerFailure, Runnable, Component> failed) {
        this.make = make;
        this.test = test;
        this.failed = failed;
        addClassName("lk-stack");
        add(making, testing);
    }

    void look() {
        making.show("Making webhooks…", make, this::made, failed);
    }

    private Component made(WebhookState state) {
        if (!state.mayManage()) {
            Div ways = new Div(
                    new Button("Check again", event -> look()),
                    RightsPart.copy("Copy the right", List.of(Right.WEBHOOKS)));
            ways.addClassName("lk-row");
            Div without = new Div(
                    line(
                            Result.WEAK,
                            "We may not make webhooks (right %s)".formatted(Right.WEBHOOKS.role()),
                            "Optional. Purchases then reach doors within 5 minutes instead of seconds; bookings still"
                                    + " start on the minute."),
                    ways);
            without.addClassName("lk-stack");
            return without;
        }
        testing.show("Waiting for the test message…", test, WebhooksPart::tested, failed);
        return line(
                state.isComplete() ? Result.GOOD : Result.WEAK,
                "Webhooks alive: %d of %d".formatted(state.active(), state.wanted()),
                state.isComplete() ? "" : "We go on and keep trying.");
    }

    static Component tested(Tried tried) {
        Stream<Check> refused =
                tried.refused().stream().map(calls -> new Check(Result.WEAK, calls.cause(), calls.cure()));
        return new CheckList(
                "Webhooks",
                Stream.concat(Stream.of(tested(tried.ours())), refused).toList());
    }

    private static Check tested(TestMessage message) {
        return switch (message) {
            case TestMessage.Arrived(Duration after) ->
                new Check(Result.GOOD, "Test message arrived after %s".formatted(seconds(after)), "");
            case TestMessage.Unanswered(Duration patience) ->
                lost("No test message after %d s. We go on and keep trying.".formatted(patience.toSeconds()), "");
            case TestMessage.Unreachable() ->
                lost("No test message: Latchkey's own address cannot be reached. We go on and keep trying.", LOOK);
            case TestMessage.Astray() ->
                lost(
                        "No test message: something else answers at Latchkey's own address. We go on and keep trying.",
                        LOOK);
        };
    }

    private static Check lost(String words, String whoLooks) {
        return new Check(
                Result.WEAK, words, "Purchases then reach doors within 5 minutes instead of seconds." + whoLooks);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0.1, time.toMillis() / 1000.0));
    }

    private static CheckList line(Result result, String words, String cure) {
        return new CheckList("Webhooks", List.of(new Check(result, words, cure)));
    }
}
