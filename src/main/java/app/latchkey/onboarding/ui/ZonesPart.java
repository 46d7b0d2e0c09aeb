package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.LocationZone;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import app.latchkey.onboarding.ConnectNexudus.Zones;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The time zones of both systems, compared; that they are meant to differ needs a reason, which is kept. */
class ZonesPart extends MustBeFine {

    /** What the part needs of the step. */
    interface Asking {
        Zones ask();

        Optional<String> whyTheyDiffer(Zones zones);

        void areMeantToDiffer(Zones zones, String why);
    }

    private final transient Asking asking;

    ZonesPart(Asking asking, BiFunction<PartnerFailure, Runnable, Component> failed, Runnable known) {
        super(failed, known);
        this.asking = asking;
    }

    @Override
    void ask(BiFunction<PartnerFailure, Runnable, Component> failed) {
        show("Comparing time zones…", asking::ask, this::drawn, failed);
    }

    /** Fine when they agree, cannot be compared, or are meant to differ. */
    private Component drawn(Zones found) {
        Optional<String> why = found.differ() ? asking.whyTheyDiffer(found) : Optional.empty();
        boolean fine = !found.differ() || why.isPresent();
        isNow(fine);
        return fine ? line(why.map(reason -> meant(found, reason)).orElseGet(() -> agreeing(found))) : differing(found);
    }

    private Component differing(Zones found) {
        TextField why = new TextField("Why they differ");
        why.setWidthFull();
        Button meant = new Button("They are meant to differ", event -> {
            if (why.isEmpty()) {
                why.setInvalid(true);
                why.setErrorMessage("Say why; it is kept in the audit.");
                why.focus();
                return;
            }
            asking.areMeantToDiffer(found, why.getValue().strip());
            removeAll();
            add(line(meant(found, why.getValue().strip())));
            isNow(true);
        });
        Div trouble = Trouble.saying(
                Tone.STOPPED,
                "Nexudus says %s, Salto says %s: doors would open at the wrong hour. Correct one of them; we look again."
                        .formatted(named(found), found.salto().orElseThrow().getId()),
                new Button("Check again", event -> look()));
        Div reason = new Div(why, meant);
        reason.addClassNames("lk-stack", "lk-form");
        trouble.add(reason);
        return trouble;
    }

    private static CheckList line(Check check) {
        return new CheckList("Time zones", List.of(check));
    }

    private static Check meant(Zones found, String why) {
        return new Check(
                Result.WEAK,
                "The time zones differ, and are meant to: Nexudus says %s, Salto says %s"
                        .formatted(named(found), found.salto().orElseThrow().getId()),
                why);
    }

    private static Check agreeing(Zones found) {
        if (found.agree()) {
            return new Check(
                    Result.GOOD,
                    "Time zones agree: %s".formatted(found.salto().orElseThrow().getId()),
                    "");
        }
        return found.salto().isEmpty()
                ? new Check(Result.WEAK, "Time zones are compared once Salto is connected", "")
                : new Check(
                        Result.WEAK,
                        "Nexudus names the zone \u201c%s\u201d, which we do not know".formatted(named(found)),
                        "We go by Salto's, %s. Look whether that is right."
                                .formatted(found.salto().orElseThrow().getId()));
    }

    private static String named(Zones found) {
        return found.nexudus().map(LocationZone::name).orElse("no time zone");
    }
}
