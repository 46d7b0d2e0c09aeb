package app.latchkey.onboarding.ui;

import app.latchkey.connection.Connection;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Titles;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.AppInstalls;
import app.latchkey.onboarding.ConnectNexudus;
import app.latchkey.onboarding.SetupNavigation;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** For which space is the app that was just installed in Nexudus? */
@Route(value = "connect/nexudus/app", layout = SetupLayout.class)
@PermitAll
class InstalledAppView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentUser users;
    private final transient ConnectNexudus nexudus;
    private final transient Clock clock;
    private final Working connecting = new Working();

    InstalledAppView(CurrentUser users, ConnectNexudus nexudus, Clock clock) {
        this.users = users;
        this.nexudus = nexudus;
        this.clock = clock;
        addClassName("lk-page");
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Nexudus app");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        connecting.removeAll();
        installed()
                .flatMap(id -> nexudus.installed(id).map(app -> asked(id, app)))
                .ifPresentOrElse(
                        question -> add(new H1("For which space is it?"), question),
                        () -> add(new H1("No app waits here"), nothing()));
    }

    private static Optional<String> installed() {
        return Optional.ofNullable(
                (String) VaadinSession.getCurrent().getSession().getAttribute(AppInstalls.IN_SESSION));
    }

    private Component nothing() {
        return new EmptyState("An install counts once, and for half an hour: open Latchkey in Nexudus's marketplace and"
                        + " install it again, in this browser.")
                .withButton("Go to your spaces", () -> go("spaces"));
    }

    private Component asked(String id, AppInstalls.Waiting app) {
        Paragraph what =
                new Paragraph("Latchkey was installed in Nexudus at %s, by %s. Choose the space that it belongs to."
                        .formatted(named(app.location(), "a location"), named(app.email(), "somebody")));
        what.addClassName("lk-text");
        Div all = new Div(what, connecting, choices(id));
        all.addClassName("lk-stack");
        return all;
    }

    private static String named(String text, String otherwise) {
        return text.isBlank() ? otherwise : "“" + text + "”";
    }

    private Component choices(String id) {
        List<Space> spaces = users.spaces().stream()
                .filter(space -> !space.decidedByNexudus())
                .toList();
        if (spaces.isEmpty()) {
            return new EmptyState("You run no space here yet. Add one, then come back to this page.")
                    .withButton("Go to your spaces", () -> go("spaces"));
        }
        Div cards = new Div();
        cards.addClassName("lk-cards");
        spaces.forEach(space -> cards.add(card(id, space)));
        return cards;
    }

    private Component card(String id, Space space) {
        Section card = new Section(new H2(space.name()));
        card.addClassNames("lk-card", "lk-stack");
        card.getElement().setAttribute("aria-label", space.name());
        Span now = new Span(nexudus.connection(space.id())
                .filter(Connection::isUsable)
                .map(connection -> "Connected as %s: the app takes its place"
                        .formatted(connection.account().orElse("another user")))
                .orElse("Not connected to Nexudus"));
        now.addClassName("lk-quiet");
        Button connect = new Button("Connect Nexudus", event -> connect(id, space));
        connect.setAriaLabel("Connect Nexudus to " + space.name());
        card.add(now, connect);
        return card;
    }

    private void connect(String id, Space shown) {
        Space space = users.requireSpace(shown.slug());
        SignedIn by = users.get();
        connecting.show(
                "Asking Nexudus…",
                () -> nexudus.connectApp(space.id(), id, by),
                done -> {
                    go(
                            done
                                    ? SetupNavigation.path(space.slug(), SetupStep.NEXUDUS)
                                            .substring(1)
                                    : "connect/nexudus/app");
                    return new Div();
                },
                (failure, again) -> failure.is(Category.WRONG_LOGIN)
                        ? Trouble.saying(
                                Tone.STOPPED,
                                "Nexudus does not accept this install for %s. Open Latchkey in its marketplace and install it again, in this browser."
                                        .formatted(space.name()))
                        : Trouble.of(failure, clock.instant(), space.zone(), again));
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }
}
