package app.latchkey.doors;

import app.latchkey.doors.DoorCard.Help;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.BecauseWords;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Remedy;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.State;
import app.latchkey.shared.Window;
import app.latchkey.sync.Doorway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one doorway into a member's words. Never says "opens" before Salto has it and its lock has had the time to hear of it. */
final class DoorCards {

    /** How long a lock usually takes to follow Salto. */
    static final Duration LOCK_FOLLOWS = Duration.ofMinutes(1);

    private static final Duration ENDS_SOON = Duration.ofMinutes(15);
    private static final Duration COUNTED_DOWN = Duration.ofMinutes(60);

    /** The bar moves in steps, so that a page is not drawn anew for a hair's breadth. */
    private static final double STEPS = 20;

    private final Voice voice;
    private final Optional<String> otherDoor;
    private final List<Reason> troubles;

    /**
     * @param otherDoor a door that opens for the member now, to go to instead
     * @param troubles what is true of all doors at once
     */
    DoorCards(Voice voice, Optional<String> otherDoor, List<Reason> troubles) {
        this.voice = voice;
        this.otherDoor = otherDoor;
        this.troubles = List.copyOf(troubles);
    }

    DoorCard of(Doorway door) {
        return switch (door.state()) {
            case OPEN, BY_HAND -> inSalto(door);
            case NEXT -> later(door);
            case ON_ITS_WAY -> waits(door, door.reason().map(this::sentence).orElseGet(() -> onItsWay()));
            case WITHHELD -> shut(door, State.WITHHELD, say("chip.held"));
            case CLOSED -> shut(door, State.ENDED, say("chip.closed"));
        };
    }

    /** The whole space as one shut door. */
    DoorCard stopped() {
        Reason reason = new Reason.Suspended();
        return new DoorCard(
                List.of(voice.spaceName()),
                State.ENDED,
                say("chip.closed"),
                List.of(sentence(reason)),
                Optional.empty(),
                help(reason));
    }

    /** Whether Salto has it, but the lock may not have heard of it yet. */
    static boolean isFollowing(Doorway door, Instant now) {
        return door.state() == DoorState.OPEN
                && door.online()
                && door.inSince()
                        .filter(since -> since.plus(LOCK_FOLLOWS).isAfter(now))
                        .isPresent();
    }

    private DoorCard inSalto(Doorway door) {
        if (isFollowing(door, voice.now())) {
            return waits(door, say("line.in-salto"));
        }
        Optional<Reason.LockOffline> offline =
                door.reason().filter(Reason.LockOffline.class::isInstance).map(Reason.LockOffline.class::cast);
        boolean unheard = offline.isPresent()
                && door.inSince().filter(offline.get().since()::isBefore).isPresent();
        return unheard
                ? card(
                        door,
                        State.NOT_KNOWN,
                        say(
                                "chip.not-known",
                                "since",
                                voice.times().since(offline.get().since())),
                        List.of(sentence(offline.get())),
                        help(offline.get()))
                : opens(door);
    }

    private DoorCard opens(Doorway door) {
        Optional<Instant> end = door.window().flatMap(Window::end);
        boolean soon =
                end.filter(until -> !until.isAfter(voice.now().plus(ENDS_SOON))).isPresent();
        List<String> lines = new ArrayList<>(becauses(door));
        door.reason().map(this::sentence).ifPresent(lines::add);
        boolean byHand = door.state() == DoorState.BY_HAND;
        if (byHand && door.because().isEmpty()) {
            lines.addFirst(BecauseWords.sentence(new Because.BeforeLatchkey(), voice));
        }
        return new DoorCard(
                List.of(door.door()),
                byHand ? State.BY_HAND : State.OPEN,
                end.map(until -> endWords(until, soon)).orElse(say("chip.open")),
                lines,
                door.window().flatMap(window -> left(window, voice.now())),
                door.reason().flatMap(this::help).or(() -> soon ? extend(door) : Optional.empty()));
    }

    private String endWords(Instant until, boolean soon) {
        return soon
                ? say("chip.ends", "at", voice.times().at(until))
                : say("chip.open-until", "until", voice.times().until(until));
    }

    private Optional<Help> extend(Doorway door) {
        boolean booked = door.because().stream()
                .anyMatch(because -> because instanceof Because.Booked of && !endsBefore(door, of));
        return booked ? Optional.of(new Help(Remedy.BOOK_MORE, say("extend"))) : Optional.empty();
    }

    /** Where the door stops answering during what is booked, more of it opens nothing. */
    private static boolean endsBefore(Doorway door, Because.Booked booked) {
        return door.window()
                .flatMap(Window::end)
                .filter(end -> booked.booked().end().filter(end::isBefore).isPresent())
                .isPresent();
    }

    private static Optional<Double> left(Window window, Instant now) {
        return window.end().map(end -> {
            double whole = Duration.between(window.from(), end).toSeconds();
            double share = Math.clamp(Duration.between(now, end).toSeconds() / whole, 0, 1);
            return Math.round(share * STEPS) / STEPS;
        });
    }

    private DoorCard later(Doorway door) {
        String chip = door.window().map(window -> beginWords(window.from())).orElse(say("chip.later"));
        List<String> lines = new ArrayList<>(becauses(door));
        boolean saidWhen =
                door.reason().filter(Reason.OutsideHours.class::isInstance).isPresent();
        if (isHeld(door)) {
            lines.add(say("line.held"));
        } else if (!saidWhen) {
            lines.add(door.window().map(this::byItself).orElse(say("line.by-itself")));
        }
        Optional<Reason> hindrance = door.reason()
                .filter(reason -> !(reason instanceof Reason.TooEarly || reason instanceof Reason.ContractNotBegun));
        hindrance.map(this::besideItsTime).map(this::sentence).ifPresent(lines::add);
        return card(door, State.NEXT, chip, lines, hindrance.flatMap(this::help));
    }

    /** Whether the space holds every change when the door's time comes, so that it opens only for whoever is in already. */
    private boolean isHeld(Doorway door) {
        boolean in = door.reason().filter(Reason.OutsideHours.class::isInstance).isPresent();
        return !in
                && troubles.stream().anyMatch(trouble -> switch (trouble) {
                    case Reason.SpacePaused _ -> true;
                    case Reason.SpaceFrozen frozen ->
                        frozen.until() == null
                                || door.window()
                                        .filter(window -> window.from().isBefore(frozen.until()))
                                        .isPresent();
                    default -> false;
                });
    }

    /** When the door answers again stands on the chip, but where that counts down. */
    private Reason besideItsTime(Reason reason) {
        return reason instanceof Reason.OutsideHours outside && outside.opens() != null && !isSoon(outside.opens())
                ? new Reason.OutsideHours(outside.hours(), null)
                : reason;
    }

    /** With the time where the chip counts down: a kept page may be read later. */
    private String byItself(Window window) {
        Optional<String> at = Optional.of(window.from()).filter(this::isSoon).map(voice.times()::when);
        Optional<String> until = window.end().map(voice.times()::until);
        String key = "line" + (at.isPresent() ? "-at" : "") + (until.isPresent() ? ".until" : ".by-itself");
        return PageWords.say(voice.language(), key, Map.of("at", at.orElse(""), "until", until.orElse("")));
    }

    private boolean isSoon(Instant from) {
        return Duration.between(voice.now(), from).compareTo(COUNTED_DOWN) < 0;
    }

    private String beginWords(Instant from) {
        return isSoon(from)
                ? capital(voice.times().ahead(from))
                : say("chip.from", "at", voice.times().at(from));
    }

    private DoorCard waits(Doorway door, String sentence) {
        boolean saidWhen = door.reason()
                .filter(reason -> reason instanceof Reason.OnItsWay way && way.bought() != null)
                .isPresent();
        List<String> lines = new ArrayList<>(saidWhen ? List.of() : becauses(door));
        lines.add(sentence);
        Optional<Help> help = door.reason().flatMap(this::help);
        return card(door, State.ON_ITS_WAY, say("chip.on-its-way"), lines, help);
    }

    private String onItsWay() {
        return sentence(new Reason.OnItsWay(null));
    }

    private DoorCard shut(Doorway door, State state, String chip) {
        Reason reason = door.reason()
                .orElseGet(() -> state == State.ENDED ? new Reason.NeverBought() : new Reason.DoorNotSetUp());
        List<String> lines = new ArrayList<>(isOfAll(reason) ? becauses(door) : List.of());
        lines.add(sentence(reason));
        return card(door, state, chip, lines, help(reason));
    }

    /** Such a reason stands above all doors: the card has to say what the door is for. */
    private boolean isOfAll(Reason reason) {
        return troubles.contains(reason);
    }

    private static DoorCard card(Doorway door, State state, String chip, List<String> lines, Optional<Help> help) {
        return new DoorCard(List.of(door.door()), state, chip, lines, Optional.empty(), help);
    }

    private Optional<Help> help(Reason reason) {
        return Remedy.of(reason).map(this::possible).map(remedy -> new Help(remedy, label(remedy, reason)));
    }

    /** Nobody is sent to another door where none opens. */
    private Remedy possible(Remedy remedy) {
        return remedy == Remedy.USE_ANOTHER_DOOR && otherDoor.isEmpty() ? Remedy.CALL : remedy;
    }

    private String label(Remedy remedy, Reason reason) {
        Optional<String> named = switch (reason) {
            case Reason.LockOffline _ -> otherDoor;
            case Reason.BookingMoved moved -> Optional.of(moved.to().name());
            case Reason.OtherLocation other -> Optional.of(other.location());
            default -> Optional.empty();
        };
        return named.map(name -> remedy.label(voice.language(), name)).orElse(remedy.label(voice.language()));
    }

    private List<String> becauses(Doorway door) {
        return door.because().stream()
                .map(because -> BecauseWords.sentence(because, voice))
                .distinct()
                .toList();
    }

    private String sentence(Reason reason) {
        return ReasonWords.say(reason, voice);
    }

    private String say(String key) {
        return PageWords.say(voice.language(), key);
    }

    private String say(String key, String blank, String value) {
        return PageWords.say(voice.language(), key, blank, value);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
