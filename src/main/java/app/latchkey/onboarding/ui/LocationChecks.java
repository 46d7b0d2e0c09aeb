package app.latchkey.onboarding.ui;

import app.latchkey.identity.SignedIn;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.Location;
import app.latchkey.nexudus.LocationZone;
import app.latchkey.nexudus.Right;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.nexudus.SecondWriter;
import app.latchkey.nexudus.WebhookState;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import app.latchkey.onboarding.ConnectNexudus;
import app.latchkey.onboarding.ConnectNexudus.Zones;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was found at the chosen location: rights, time zones, webhooks; each filled in when it is known. */
class LocationChecks extends Div {

    /** Without these the others still work. */
    private static final Set<Right> OPTIONAL = EnumSet.of(Right.WEBHOOKS, Right.CHECK_INS, Right.PAUSES);

    private final transient ConnectNexudus nexudus;
    private final transient Clock clock;
    private final transient Space space;
    private final transient SignedIn user;
    private final transient Location location;
    private final Working rights = new Working();
    private final Working zones = new Working();
    private final Working webhooks = new Working();
    private final Working secondWriter = new Working();
    private final Div hint = new Div();
    private boolean zonesKnown;
    private boolean rightsKnown;
    private boolean zonesDiffer;
    private boolean rightsMissing;
    private boolean withoutRights;
    private transient Optional<Runnable> goingOn = Optional.empty();

    LocationChecks(ConnectNexudus nexudus, Clock clock, Space space, SignedIn user, Location location) {
        this.nexudus = nexudus;
        this.clock = clock;
        this.space = space;
        this.user = user;
        this.location = location;
        addClassNames("lk-card", "lk-stack");
        add(new H2("What we may read at " + location.name()), rights, zones, webhooks, secondWriter, hint);
    }

    void start() {
        lookAtRights();
        lookAtZones();
        rearmWebhooks();
        lookForASecondWriter();
    }

    /** Goes on, at once or as soon as everything has been looked at; says what is missing otherwise. */
    void thenIfAllIsWell(Runnable next) {
        hint.removeAll();
        goingOn = Optional.empty();
        if (!rightsKnown || !zonesKnown) {
            goingOn = Optional.of(next);
            hint.add(Trouble.saying(Tone.NEXT, "Still looking. We go on by ourselves when the list is whole."));
            return;
        }
        if (rightsMissing && !withoutRights) {
            hint.add(Trouble.saying(
                    Tone.STOPPED, "A right is still missing. Give it to the user in Nexudus, or continue without it."));
        } else if (zonesDiffer) {
            hint.add(Trouble.saying(
                    Tone.STOPPED, "The time zones differ. Correct one of them, or say why they are meant to."));
        }
        if (hint.getComponentCount() == 0) {
            next.run();
        }
    }

    private void known() {
        if (rightsKnown && zonesKnown) {
            goingOn.ifPresent(this::thenIfAllIsWell);
        }
    }

    private void lookAtRights() {
        rightsKnown = false;
        rights.showing(
                "Calling each part of Nexudus once…",
                live -> nexudus.rights(
                        space.id(), found -> live.accept(() -> new CheckList("Rights", List.of(check(found))))),
                this::rightList,
                (failure, again) -> Trouble.of(failure, clock.instant(), space.zone(), again));
    }

    private Component rightList(List<RightCheck> found) {
        List<RightCheck> missing =
                found.stream().filter(check -> !check.granted()).toList();
        rightsKnown = true;
        rightsMissing = missing.stream().anyMatch(check -> !OPTIONAL.contains(check.right()));
        Div list = new Div(new CheckList(
                "Rights", found.stream().map(LocationChecks::check).toList()));
        list.addClassName("lk-stack");
        if (!missing.isEmpty()) {
            Div actions = new Div(
                    new Button("Check again", event -> lookAtRights()),
                    copyRights(
                            "Copy list of rights",
                            missing.stream().map(RightCheck::right).toList()));
            actions.addClassName("lk-row");
            if (rightsMissing) {
                actions.add(new Button("Continue without", event -> {
                    withoutRights = true;
                    Notification.show("We go on without. What depends on these rights opens no door.");
                }));
            }
            list.add(actions);
        }
        known();
        return list;
    }

    private static Check check(RightCheck found) {
        Right right = found.right();
        if (found.granted()) {
            return new Check(Result.GOOD, "We may read " + right.what(), "");
        }
        return OPTIONAL.contains(right)
                ? new Check(
                        Result.WEAK,
                        "We may not read %s (right %s)".formatted(right.what(), right.role()),
                        "Works without it; slower.")
                : new Check(
                        Result.BAD,
                        "We may not read %s (right %s)".formatted(right.what(), right.role()),
                        "Without it nobody's %s open a door.".formatted(right.what()));
    }

    private static Button copyRights(String label, List<Right> rights) {
        String names = String.join("\n", rights.stream().map(Right::role).toList());
        return new Button(label, event -> {
            UI.getCurrentOrThrow().getPage().executeJs("navigator.clipboard?.writeText($0)", names);
            Notification.show("Copied.");
        });
    }

    private void lookAtZones() {
        zonesKnown = false;
        zones.show(
                "Comparing time zones…",
                () -> nexudus.zones(space.id(), location),
                this::zoneLine,
                (failure, again) -> Trouble.of(failure, clock.instant(), space.zone(), again));
    }

    private Component zoneLine(Zones found) {
        zonesKnown = true;
        zonesDiffer = found.differ();
        known();
        if (!zonesDiffer) {
            return new CheckList("Time zones", List.of(agreeing(found)));
        }
        TextField why = new TextField("Why they differ");
        Button meant = new Button("They are meant to differ", event -> {
            if (why.isEmpty()) {
                why.setInvalid(true);
                why.setErrorMessage("Say why; it is kept in the audit.");
            } else {
                nexudus.zonesAreMeantToDiffer(space.id(), why.getValue(), user);
                zonesDiffer = false;
                zones.removeAll();
                zones.add(new CheckList(
                        "Time zones", List.of(new Check(Result.WEAK, "They are meant to differ", why.getValue()))));
            }
        });
        return Trouble.saying(
                Tone.STOPPED,
                "Nexudus says %s, Salto says %s: doors would open at the wrong hour. Correct one of them; we look again."
                        .formatted(named(found), found.salto().orElseThrow().getId()),
                new Button("Check again", event -> lookAtZones()),
                why,
                meant);
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

    private void rearmWebhooks() {
        webhooks.show(
                "Making webhooks…",
                () -> nexudus.webhooks(space.id()),
                LocationChecks::webhookLine,
                (failure, again) -> Trouble.of(failure, clock.instant(), space.zone(), again));
    }

    private void lookForASecondWriter() {
        secondWriter.show(
                "Looking for Nexudus’s own Salto integration…",
                () -> nexudus.secondWriter(space.id()),
                found -> new CheckList("Nexudus’s own integration", List.of(check(found))),
                (failure, again) -> Trouble.of(failure, clock.instant(), space.zone(), again));
    }

    private static Check check(SecondWriter found) {
        return found.isThere()
                ? new Check(
                        Result.WEAK,
                        "Nexudus’s own Salto integration has left its marks here (%s)".formatted(marks(found)),
                        "Switch it off in Nexudus before you start: two of us would put the same people in and out.")
                : new Check(Result.GOOD, "Nexudus’s own Salto integration is not in use here", "");
    }

    private static String marks(SecondWriter found) {
        String customers = found.customers() == 1 ? "1 customer" : found.customers() + " customers";
        return found.items().isEmpty() ? customers : customers + ", " + String.join(", ", found.items());
    }

    private static Component webhookLine(WebhookState state) {
        if (!state.mayManage()) {
            Div without = new Div(
                    new CheckList(
                            "Webhooks",
                            List.of(new Check(
                                    Result.WEAK,
                                    "We may not make webhooks (right %s)".formatted(Right.WEBHOOKS.role()),
                                    "Purchases then reach doors within 5 minutes instead of seconds; bookings"
                                            + " still start on the minute."))),
                    copyRights("Copy the right", List.of(Right.WEBHOOKS)));
            without.addClassName("lk-stack");
            return without;
        }
        return new CheckList(
                "Webhooks",
                List.of(new Check(
                        state.isComplete() ? Result.GOOD : Result.WEAK,
                        "Webhooks alive: %d of %d".formatted(state.active(), state.wanted()),
                        state.isComplete() ? "" : "We go on and keep trying.")));
    }
}
