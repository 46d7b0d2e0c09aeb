package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.Right;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
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

    /** Fine when nothing is missing, or somebody wants to go on without it. */
    private Component drawn(List<RightCheck> found) {
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
                event.getSource().setVisible(false);
                Notification.show("We go on without. What depends on these rights opens no door.");
                isNow(true);
            }));
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
        return OPTIONAL.contains(right)
                ? new Check(Result.WEAK, words, "Optional. Works without it; slower.")
                : new Check(Result.BAD, words, "Without it nobody's %s open a door.".formatted(right.what()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static Button copy(String label, List<Right> rights) {
        return Trouble.copy(
                label, String.join("\n", rights.stream().map(Right::role).toList()));
    }
}
