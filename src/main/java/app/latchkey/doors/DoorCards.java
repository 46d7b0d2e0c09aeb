package app.latchkey.doors;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.BecauseWords;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.State;
import app.latchkey.shared.Window;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.WhyNot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one doorway into a member's words. Never says "opens" before Salto has confirmed it. */
final class DoorCards {

    private static final Duration ENDS_SOON = Duration.ofMinutes(15);
    private static final Duration COUNTED_DOWN = Duration.ofMinutes(60);

    /** The bar moves in steps, so that a page is not drawn anew for a hair's breadth. */
    private static final double STEPS = 20;

    private DoorCards() {}

    static DoorCard of(Doorway door, Voice voice) {
        return switch (door.state()) {
            case OPEN -> opens(door, voice);
            case BY_HAND ->
                new DoorCard(
                        door.door(),
                        State.BY_HAND,
                        "Opens for you",
                        lines(List.of("Because the space gave you this door."), offline(door)),
                        Optional.empty(),
                        Optional.empty());
            case NEXT -> later(door, voice);
            case ON_ITS_WAY ->
                new DoorCard(
                        door.door(),
                        State.ON_ITS_WAY,
                        "On its way",
                        lines(becauses(door, voice), Optional.of("Salto usually has it within a minute.")),
                        Optional.empty(),
                        Optional.empty());
            case WITHHELD -> shut(door, voice, State.WITHHELD, "On hold");
            case CLOSED -> shut(door, voice, State.ENDED, "Closed");
        };
    }

    private static DoorCard opens(Doorway door, Voice voice) {
        Optional<Instant> end = door.window().flatMap(Window::end);
        String chip = end.map(until -> endWords(until, voice)).orElse("Opens for you");
        return new DoorCard(
                door.door(),
                State.OPEN,
                chip,
                lines(becauses(door, voice), offline(door)),
                door.window().flatMap(window -> left(window, voice.now())),
                Optional.empty());
    }

    private static String endWords(Instant until, Voice voice) {
        boolean soon = Duration.between(voice.now(), until).compareTo(ENDS_SOON) <= 0;
        return (soon ? "Ends at " : "Opens for you until ") + voice.times().at(until);
    }

    private static Optional<Double> left(Window window, Instant now) {
        return window.end().map(end -> {
            double whole = Duration.between(window.from(), end).toSeconds();
            double share = Math.clamp(Duration.between(now, end).toSeconds() / whole, 0, 1);
            return Math.round(share * STEPS) / STEPS;
        });
    }

    private static DoorCard later(Doorway door, Voice voice) {
        TimeWords times = voice.times();
        String chip =
                door.window().map(window -> beginWords(window.from(), voice)).orElse("Later");
        Optional<String> until =
                door.window().flatMap(Window::end).map(end -> "Until " + times.at(end) + ". Opens by itself.");
        return new DoorCard(
                door.door(), State.NEXT, chip, lines(becauses(door, voice), until), Optional.empty(), Optional.empty());
    }

    private static String beginWords(Instant from, Voice voice) {
        boolean soon = Duration.between(voice.now(), from).compareTo(COUNTED_DOWN) < 0;
        String words = soon ? voice.times().ahead(from) : voice.times().at(from);
        return Character.isDigit(words.charAt(0)) ? "From " + words : capital(words);
    }

    private static DoorCard shut(Doorway door, Voice voice, State state, String chip) {
        WhyNot why = door.reason().orElse(state == State.ENDED ? WhyNot.JUST_ENDED : WhyNot.DOOR_NOT_SET_UP);
        Remark remark = Remarks.of(why, door.window(), voice);
        return new DoorCard(door.door(), state, chip, List.of(remark.sentence()), Optional.empty(), remark.remedy());
    }

    private static List<String> becauses(Doorway door, Voice voice) {
        List<String> sentences = new ArrayList<>();
        for (Because because : door.because()) {
            sentences.add("Because of ".concat(BecauseWords.say(because, voice)).concat("."));
        }
        return sentences.stream().map(DoorCards::spoken).toList();
    }

    /** "Because you booked …", but "Because of your pass …". */
    private static String spoken(String sentence) {
        return sentence.startsWith("Because of your ") ? sentence : sentence.replaceFirst("Because of ", "Because ");
    }

    private static Optional<String> offline(Doorway door) {
        return door.online()
                ? Optional.empty()
                : Optional.of("This lock is not connected now. Your key may still work: try once.");
    }

    private static List<String> lines(List<String> first, Optional<String> last) {
        List<String> lines = new ArrayList<>(first);
        last.ifPresent(lines::add);
        return lines;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
