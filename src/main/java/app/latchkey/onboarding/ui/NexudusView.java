package app.latchkey.onboarding.ui;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.Location;
import app.latchkey.onboarding.ConnectCustomAcs;
import app.latchkey.onboarding.ConnectNexudus;
import app.latchkey.space.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Step 2: may we see what people buy? */
@Route(value = "spaces/:slug/setup/nexudus", layout = SetupLayout.class)
@PermitAll
class NexudusView extends SetupView {

    private final transient ConnectNexudus nexudus;
    private final transient ConnectCustomAcs acs;
    private final Working signing = new Working();
    private final Working locations = new Working();
    private final Div chosen = new Div();

    NexudusView(SetupTools tools, ConnectNexudus nexudus, ConnectCustomAcs acs) {
        super(
                tools,
                SetupStep.NEXUDUS,
                "May we see what people buy?",
                "Passes, bookings and contracts say who may open what, and when. Either we read them, and write nothing but"
                        + " a webhook; or Nexudus works it out and tells us.");
        this.nexudus = nexudus;
        this.acs = acs;
        chosen.addClassName("lk-stack");
    }

    @Override
    void fill(Div content, com.vaadin.flow.router.Location address) {
        signing.removeAll();
        locations.removeAll();
        chosen.removeAll();
        content.add(decider());
        if (space().decidedByNexudus()) {
            Button proceed = new Button("Continue");
            CustomAcsPart calls = new CustomAcsPart(acs, this, proceed);
            proceed.addClickListener(event -> proceed(calls));
            content.add(calls, signing, foot(proceed));
            return;
        }
        Optional<Connection> connection = nexudus.connection(id());
        if (connection.filter(Connection::isUsable).isPresent()) {
            content.add(locations, chosen);
            showLocations(connection.flatMap(Connection::place));
            return;
        }
        if (connection.filter(dead -> dead.state() == State.NEEDS_SIGN_IN).isPresent()) {
            content.add(Trouble.saying(Tone.STOPPED, "Nexudus needs signing in again. Nobody loses access meanwhile."));
        }
        if (nexudus.offersApp()) {
            Paragraph app = new Paragraph(
                    "If Latchkey stands in your Nexudus marketplace, install it there: you come back here connected, without a password.");
            app.addClassName("lk-text");
            content.add(app);
        }
        content.add(intro(), login(), signing);
    }

    private Component decider() {
        if (!space().active()) {
            return new DeciderQuestion(space().decider(), decider -> nowIs(acs.decide(id(), decider, user())));
        }
        Paragraph fixed = new Paragraph(
                "%s decides what people may open. That cannot change while the space runs: leave Latchkey for this space in Settings, then set it up again."
                        .formatted(space().decidedByNexudus() ? "Nexudus" : "Latchkey"));
        fixed.addClassNames("lk-quiet", "lk-text");
        return fixed;
    }

    private void proceed(CustomAcsPart calls) {
        if (!calls.mayGoOn()) {
            return;
        }
        signing.doing(
                "Asking Salto for the time zone…",
                () -> acs.done(id()),
                next -> {
                    goTo(next);
                    return new Div();
                },
                this::trouble);
    }

    private static Component intro() {
        Div intro = new Div(
                new Paragraph("Make a Nexudus user for us and type its e-mail and password. We swap them for a key and"
                        + " forget them at once."),
                new Details(
                        "Show me how",
                        new Paragraph("In Nexudus: Settings, Users, Add user. Give it a long password, tick API access,"
                                + " and let it see passes, bookings, contracts, desks, customers and webhooks.")));
        intro.addClassName("lk-text");
        return intro;
    }

    private NexudusLogin login() {
        NexudusLogin[] form = new NexudusLogin[1];
        form[0] = new NexudusLogin(typed -> connect(form[0], typed));
        return form[0];
    }

    private void connect(NexudusLogin form, NexudusLogin.Typed typed) {
        signing.show(
                "Signing in to Nexudus…",
                () -> {
                    nexudus.signIn(id(), typed.user(), typed.password(), typed.code(), user());
                    return true;
                },
                signedIn -> {
                    form.connected();
                    redraw();
                    return new Div();
                },
                (failure, again) -> refused(form, typed.code().isPresent(), failure));
    }

    private Component refused(NexudusLogin form, boolean withCode, PartnerFailure failure) {
        // A code is asked for only once e-mail and password are right.
        if (failure.is(Category.WRONG_LOGIN) && !withCode) {
            form.wrongPassword();
            return new Div();
        }
        if (failure.is(Category.WRONG_LOGIN) || failure.is(Category.ONE_TIME_CODE_NEEDED)) {
            form.codeAsked(withCode);
            return new Div();
        }
        if (failure.is(Category.RIGHT_MISSING)) {
            form.say(
                    Tone.STOPPED,
                    "The sign-in is right, but this user may not use the API. Tick API access on the user in Nexudus,"
                            + " then connect again.");
            return new Div();
        }
        return trouble(failure, form::again);
    }

    private void showLocations(Optional<String> place) {
        locations.show(
                "Reading your locations from Nexudus…",
                () -> heard(Partner.NEXUDUS, nexudus.locations(id())),
                found -> locationList(found, place),
                this::unlisted);
    }

    /** A key that has died leads to the login, where another one is had. */
    private Component unlisted(PartnerFailure failure, Runnable again) {
        if (failure.is(Category.NEEDS_SIGN_IN)) {
            redraw();
            return new Div();
        }
        return trouble(failure, again, anotherUser());
    }

    private Component locationList(List<Location> found, Optional<String> place) {
        Div cards = new Div();
        cards.addClassName("lk-cards");
        for (Location location : found) {
            boolean isChosen = place.filter(location.id().toString()::equals).isPresent();
            cards.add(card(location, isChosen));
            if (isChosen) {
                showChosen(location);
            }
        }
        if (found.isEmpty()) {
            cards.add(
                    Trouble.saying(Tone.STOPPED, "This Nexudus user sees no location. Give it one, then look again."));
        }
        Div list = new Div(new H2("Which location?"), cards, anotherUser());
        list.addClassName("lk-stack");
        return list;
    }

    private Component card(Location location, boolean isChosen) {
        Section card = new Section(new H3(location.name()));
        card.getElement().setAttribute("aria-label", location.name());
        card.addClassNames("lk-card", "lk-stack");
        Span zone = new Span(location.zone()
                .map(named -> "Time zone in Nexudus: " + named.name())
                .orElse("No time zone in Nexudus"));
        zone.addClassName("lk-quiet");
        card.add(zone);
        card.add(
                isChosen
                        ? StateChip.saying(app.latchkey.look.State.RIGHT, "Chosen")
                        : new Button("Use " + location.name(), event -> choose(location)));
        return card;
    }

    private void choose(Location location) {
        locations.show(
                "Choosing " + location.name() + "…",
                () -> {
                    nexudus.choose(id(), location, user());
                    return nexudus.locations(id());
                },
                found -> locationList(found, Optional.of(location.id().toString())),
                this::trouble);
    }

    private void showChosen(Location location) {
        chosen.removeAll();
        LocationChecks checks = new LocationChecks(nexudus, space(), user(), location, this::trouble);
        Button proceed = new Button("Continue", event -> proceed(checks));
        proceed.addThemeVariants(ButtonVariant.PRIMARY);
        chosen.add(checks, foot(proceed));
        checks.start();
    }

    private void proceed(LocationChecks checks) {
        checks.thenIfAllIsWell(() -> goTo(nexudus.done(space())));
    }

    private Button anotherUser() {
        Button other = new Button("Use another Nexudus user", event -> {
            chosen.removeAll();
            locations.removeAll();
            locations.add(intro(), login(), signing);
        });
        other.addThemeVariants(ButtonVariant.TERTIARY);
        return other;
    }
}
