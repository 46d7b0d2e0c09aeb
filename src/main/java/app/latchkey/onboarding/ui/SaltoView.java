package app.latchkey.onboarding.ui;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.AskToShare;
import app.latchkey.onboarding.ConnectSalto;
import app.latchkey.onboarding.ConnectSalto.Chosen;
import app.latchkey.salto.Site;
import app.latchkey.shared.SiteId;
import app.latchkey.space.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Step 1: may we see your doors? */
@Route(value = "spaces/:slug/setup/salto", layout = SetupLayout.class)
@PermitAll
class SaltoView extends SetupView {

    private final transient ConnectSalto salto;
    private final transient AskToShare asking;
    private final Working sites = new Working();
    private final Working chosen = new Working();

    SaltoView(SetupTools tools, ConnectSalto salto, AskToShare asking) {
        super(
                tools,
                SetupStep.SALTO,
                "May we see your doors?",
                "To put people into your access groups and take them out again, we need to see your users and groups"
                        + " in Salto. You allow it at Salto, and you can take it back there at any time.");
        this.salto = salto;
        this.asking = asking;
    }

    @Override
    void fill(Div content, Location location) {
        sites.removeAll();
        chosen.removeAll();
        location.getQueryParameters()
                .getSingleParameter("consent")
                .flatMap(this::ending)
                .ifPresent(content::add);
        Optional<Connection> connection = salto.connection(id());
        if (connection.filter(Connection::isUsable).isPresent()) {
            content.add(sites, chosen);
            showSites(connection.flatMap(Connection::place));
        } else {
            connection.filter(dead -> dead.state() == State.NEEDS_SIGN_IN).ifPresent(dead -> content.add(lost()));
            content.add(needs(), signIn("Sign in to Salto", ButtonVariant.PRIMARY), sites);
        }
    }

    private Optional<Component> ending(String word) {
        return switch (word) {
            case "denied" ->
                Optional.of(Trouble.saying(
                        Tone.STOPPED,
                        "Salto says you chose not to allow it. Nothing was connected.",
                        signIn("Try again", ButtonVariant.TERTIARY),
                        asking()));
            case "failed" ->
                Optional.of(Trouble.saying(
                        Tone.STOPPED,
                        "The sign-in at Salto did not finish, or took longer than ten minutes. Nothing was connected.",
                        signIn("Try again", ButtonVariant.TERTIARY)));
            default -> Optional.empty();
        };
    }

    private static Component lost() {
        return Trouble.saying(
                Tone.STOPPED, "Salto needs signing in again. Nobody loses access; newcomers wait until you do.");
    }

    private static Component needs() {
        UnorderedList list = new UnorderedList(
                new ListItem("a Salto login that is site admin (best one made for this, not a person's)"),
                new ListItem("a site your installer has released"),
                new ListItem("a valid subscription"));
        Div needs = new Div(new H2("You need"), list, asking());
        needs.addClassName("lk-card");
        return needs;
    }

    private static Component asking() {
        return new Details(
                "What do we ask for?",
                new Paragraph(
                        "We ask to see and change users and groups. We open no door unless you switch that on later."));
    }

    private Button signIn(String label, ButtonVariant variant) {
        Button button = new Button(label, event -> beginConsent());
        button.addThemeVariants(variant);
        return button;
    }

    private void beginConsent() {
        sites.show(
                "Going to Salto…",
                () -> salto.consent(id(), user()),
                address -> {
                    UI.getCurrentOrThrow().getPage().setLocation(address);
                    return new Paragraph("Going to Salto…");
                },
                this::trouble);
    }

    private void showSites(Optional<String> place) {
        sites.show(
                "Reading your sites from Salto…",
                () -> heard(Partner.SALTO, salto.sites(id())),
                found -> siteList(found, place),
                (failure, again) -> trouble(failure, again, signIn("Sign in to Salto", ButtonVariant.TERTIARY)));
    }

    private Component siteList(List<Site> found, Optional<String> place) {
        if (found.isEmpty()) {
            return Trouble.saying(
                    Tone.STOPPED,
                    "This login has no Salto site. You may be signed in with another address.",
                    signIn("Use another login", ButtonVariant.TERTIARY));
        }
        found.stream().filter(site -> isChosen(site, place)).findFirst().ifPresent(this::look);
        return cards(found, place);
    }

    private Component cards(List<Site> found, Optional<String> place) {
        Optional<SiteId> waitedFor = waits().site(id());
        SiteCard.Deeds deeds = new Deeds(found, place);
        Function<Site, Component> card = site -> new SiteCard(
                site, isChosen(site, place), waitedFor.filter(site.id()::equals).isPresent(), deeds);
        Div list = new Div(new H2("Which site?"));
        list.addClassName("lk-stack");
        grid(found.stream().filter(Site::isUsable).map(card)).ifPresent(list::add);
        grid(found.stream().filter(site -> !site.isUsable()).map(card)).ifPresent(list::add);
        if (found.stream().noneMatch(Site::isUsable)) {
            list.add(rest(waitedFor.isPresent()));
        }
        list.add(signIn("Use another login", ButtonVariant.TERTIARY));
        return list;
    }

    /** Those that can be chosen, and those that cannot, stand apart: they are of different height. */
    private static Optional<Component> grid(Stream<Component> cards) {
        Div grid = new Div();
        grid.addClassName("lk-cards");
        cards.forEach(grid::add);
        return grid.getComponentCount() == 0 ? Optional.empty() : Optional.of(grid);
    }

    private static boolean isChosen(Site site, Optional<String> place) {
        return place.filter(site.id().toString()::equals).isPresent();
    }

    /** Nothing can be chosen today; that is no reason to stand still. */
    private Component rest(boolean waiting) {
        return Trouble.saying(
                Tone.NEXT,
                waiting
                        ? "Salto has to allow us at this site; that can take days. We look every hour and write to you."
                                + " Go on with Nexudus meanwhile."
                        : "Salto has to allow us at one of these sites; that can take days. Go on with Nexudus"
                                + " meanwhile.",
                new Button("Go on with Nexudus", event -> goTo(SetupStep.NEXUDUS)));
    }

    private final class Deeds implements SiteCard.Deeds {

        private final List<Site> found;
        private final Optional<String> place;

        Deeds(List<Site> found, Optional<String> place) {
            this.found = found;
            this.place = place;
        }

        @Override
        public void choose(Site site) {
            chosen.show(
                    "Checking " + site.name() + "…",
                    () -> salto.choose(id(), site, user()),
                    checked -> checked.map(this::chose).orElseGet(() -> taken(site)),
                    SaltoView.this::trouble);
        }

        /** The cards say which one is chosen now. */
        private Component chose(Chosen checked) {
            waits().siteChosen(id());
            sites.removeAll();
            sites.add(cards(found, Optional.of(checked.site().id().toString())));
            return checks(checked);
        }

        @Override
        public void checkAgain() {
            showSites(place);
        }

        @Override
        public void waitFor(Site site) {
            waits().forSite(id(), site.id(), user());
            sites.removeAll();
            sites.add(cards(found, place));
        }
    }

    private Component taken(Site site) {
        return Trouble.saying(
                Tone.STOPPED,
                "Another operator uses this site with Latchkey. Both must agree before you can.",
                new Button("Ask us", event -> {
                    asking.ask(space(), site, user());
                    event.getSource().setVisible(false);
                    Notification.show("We have your question and write to you.");
                }));
    }

    private void look(Site site) {
        chosen.show("Checking " + site.name() + "…", () -> salto.look(id(), site), this::checks, this::trouble);
    }

    private Component checks(Chosen found) {
        Div checks = new Div(new H2(found.site().name()), new CheckList("Checks", found.checks()));
        checks.addClassNames("lk-card", "lk-stack");
        if (!found.hasGroups()) {
            checks.add(Trouble.saying(
                    Tone.WITHHELD,
                    "This site has no access group yet. Go on: in step 3 we can make one for each pass, room and"
                            + " office.",
                    SaltoLinks.open(),
                    new Button("Look again", event -> look(found.site()))));
        }
        List<String> others = salto.alsoUsedBy(id(), found.site().id(), user());
        if (!others.isEmpty()) {
            checks.add(Trouble.saying(
                    Tone.NEXT,
                    "Also used by %s. Fine: each access group belongs to one of the %s."
                            .formatted(String.join(", ", others), others.size() == 1 ? "two" : others.size() + 1)));
        }
        Button proceed =
                new Button("Use %s, continue".formatted(found.site().name()), event -> goTo(salto.done(space())));
        proceed.addThemeVariants(ButtonVariant.PRIMARY);
        checks.add(proceed);
        return checks;
    }
}
