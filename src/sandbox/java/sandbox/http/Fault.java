package sandbox.http;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with the next {@code times} requests that match.
 *
 * @param duration how long to wait before the request is handled; zero but for {@link Kind#DELAY}, {@link Kind#SLOW} and {@link Kind#DRIBBLE}
 * @param rewriting what it makes of the answer; the same but for {@link Kind#REWRITTEN}
 */
public record Fault(
        Kind kind,
        int status,
        Map<String, String> headers,
        Duration duration,
        int times,
        UnaryOperator<Response> rewriting) {

    /** What goes wrong. The first four happen before the partner does anything, the others after it has done its work. */
    public enum Kind {
        /** Answered with a status and no body; nothing is done. */
        STATUS,
        /** Answered with a status and a message that repeats what came, secrets included, as careless servers do; nothing is done. */
        ECHO,
        /** Answered late. */
        DELAY,
        /** The connection is closed before the request is looked at. */
        RESET,
        /** The work is done, and answered when the wait is over, counted from when the request came. */
        SLOW,
        /** The work is done, and the connection closed without an answer. */
        LOST_ANSWER,
        /** The work is done, and the answer comes a byte at a time, each after the wait. */
        DRIBBLE,
        /** The work is done, and the answer breaks off in the middle. */
        TRUNCATE,
        /** The work is done, and the answer is no JSON. */
        GARBAGE,
        /** The work is done, and the answer's total is wrong. */
        WRONG_TOTAL,
        /** The work is done, and the answer is what somebody makes of it. */
        REWRITTEN
    }

    public static Fault status(int status) {
        return new Fault(Kind.STATUS, status, Map.of(), Duration.ZERO, 1, UnaryOperator.identity());
    }

    public static Fault echo(int status) {
        return new Fault(Kind.ECHO, status, Map.of(), Duration.ZERO, 1, UnaryOperator.identity());
    }

    public static Fault delay(Duration duration) {
        return new Fault(Kind.DELAY, 0, Map.of(), duration, 1, UnaryOperator.identity());
    }

    /** A partner that takes so long for everything, its own work included. */
    public static Fault slow(Duration inAll) {
        return new Fault(Kind.SLOW, 0, Map.of(), inAll, 1, UnaryOperator.identity());
    }

    /** @param each how long every byte takes */
    public static Fault dribble(Duration each) {
        return new Fault(Kind.DRIBBLE, 0, Map.of(), each, 1, UnaryOperator.identity());
    }

    public static Fault reset() {
        return of(Kind.RESET);
    }

    public static Fault lostAnswer() {
        return of(Kind.LOST_ANSWER);
    }

    public static Fault truncate() {
        return of(Kind.TRUNCATE);
    }

    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    public static Fault wrongTotal() {
        return of(Kind.WRONG_TOTAL);
    }

    public static Fault rewritten(UnaryOperator<Response> rewriting) {
        return new Fault(Kind.REWRITTEN, 0, Map.of(), Duration.ZERO, 1, rewriting);
    }

    /** A fault without further detail, once. */
    public static Fault of(Kind kind) {
        return new Fault(kind, 500, Map.of(), Duration.ZERO, 1, UnaryOperator.identity());
    }

    public Fault times(int number) {
        return new Fault(kind, status, headers, duration, number, rewriting);
    }

    /** Until the faults are cleared. */
    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    public Fault retryAfter(int seconds) {
        return with("Retry-After", String.valueOf(seconds));
    }

    /** With this header alone. */
    public Fault with(String header, String value) {
        return new Fault(kind, status, Map.of(header, value), duration, times, rewriting);
    }
}
