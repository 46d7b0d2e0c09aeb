package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.Right;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The rights that we need, each filled in when it has been tried; what is missing has its effect and a way on. */
class RightsPart extends MustBeFine {

    /** Without these the others still work. */
    private static final Set<Right> OPTIONAL = EnumSet.of(Right.WEBHOOKS, Right.CHECK_INS, Right.PAUSES);

    /** What the part needs of the step. */
    interface Asking {
        List<RightCheck> ask(Consumer<RightCheck> found);

        boolean goesOnWithout(List<RightCheck> missing);

        void goOnWithout(List<RightCheck> missing);
    }

    private final transient Asking asking;

    RightsPart(Asking asking, BiFunction<PartnerFailure, Runnable, Component> failed, Runnable known) {
        super(failed, known);
        this.asking = asking;
    }

    @Override
    void ask(BiFunction<PartnerFailure, Runnable, Component> failed) {
        showing(
                "Calling each part of Nexudus once…",
                live -> asking.ask(found -> live.accept(() -> list(List.of(check(found))))),
                this::drawn,
                failed);
    }

    /** Fine when nothing is missing, or somebody wants to go on without it. What making webhooks takes is said where they are made. */
    private Component drawn(List<RightCheck> all) {
        List<RightCheck> found =
                all.stream().filter(check -> check.right() != Right.WEBHOOKS).toList();
        List<RightCheck> missing =
                found.stream().filter(check -> !check.granted()).toList();
        List<RightCheck> needed = missing.stream()
                .filter(check -> !OPTIONAL.contains(check.right()))
                .toList();
        boolean fine = needed.isEmpty() || asking.goesOnWithout(needed);
        Div part = new Div(list(found.stream().map(RightsPart::check).toList()));
        part.addClassName("lk-stack");
        if (!missing.isEmpty()) {
            part.add(ways(missing, needed, fine));
        }
        isNow(fine);
        return part;
    }

    private Component ways(List<RightCheck> missing, List<RightCheck> needed, boolean fine) {
        Div ways = new Div(
                new Button("Check again", event -> look()),
                copy(
                        "Copy list of rights",
                        missing.stream().map(RightCheck::right).toList()));
        ways.addClassName("lk-row");
        if (!fine) {
            ways.add(new Button("Continue without", event -> {
                asking.goOnWithout(needed);
                ways.removeFromParent();
                add(ways(missing, needed, true));
                isNow(true);
            }));
        } else if (!needed.isEmpty()) {
            ways.addComponentAsFirst(new Paragraph("You go on without. What depends on these rights opens no door."));
        }
        return ways;
    }

    private static CheckList list(List<Check> checks) {
        CheckList list = new CheckList("Rights", checks);
        list.addClassName("lk-in-columns");
        return list;
    }

    private static Check check(RightCheck found) {
        Right right = found.right();
        if (found.granted()) {
            return new Check(Result.GOOD, capital(right.what()), "");
        }
        String words = "We may not read %s (right %s)".formatted(right.what(), right.role());
        return new Check(OPTIONAL.contains(right) ? Result.WEAK : Result.BAD, words, effect(right));
    }

    private static String effect(Right right) {
        return switch (right) {
            case LOCATIONS, CUSTOMERS, CUSTOMER -> "Without it we know nobody, and no door opens.";
            case PASSES, PASS, BOUGHT_PASSES -> "Without it no pass opens a door.";
            case RESOURCES, BOOKINGS, BOOKING -> "Without it no booking opens a door.";
            case DESKS -> "Without it nobody's desk or office opens a door.";
            case CONTRACTS, CONTRACT -> "Without it no contract opens a door.";
            case PAUSES, CHECK_INS, WEBHOOKS -> "Optional. Works without it; slower.";
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static Button copy(String label, List<Right> rights) {
        return Trouble.copy(
                label, String.join("\n", rights.stream().map(Right::role).toList()));
    }
}
