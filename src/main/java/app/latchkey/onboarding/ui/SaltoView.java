package app.latchkey.onboarding.ui;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.State;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.AskToShare;
import app.latchkey.onboarding.ConnectSalto;
import app.latchkey.salto.Site;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.space.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
    private final transient SaltoConsent consent;

    SaltoView(SetupTools tools, ConnectSalto salto, AskToShare asking) {
        super(
                tools,
                SetupStep.SALTO,
                "May we see your doors?",
                "To put people into your access groups and take them out again, we need to see your users and groups"
                        + " in Salto. You allow it at Salto, and you can take it back there at any time.");
        this.salto = salto;
        this.asking = asking;
        this.consent = new SaltoConsent(sites, () -> salto.consent(id(), user()), this::trouble);
    }

    @Override
    void fill(Div content, Location location) {
        sites.removeAll();
        Optional<Connection> connection = salto.connection(id());
        boolean usable = connection.filter(Connection::isUsable).isPresent();
        String ending =
                location.getQueryParameters().getSingleParameter("consent").orElse("");
        consent.ending(ending, usable).ifPresent(content::add);
        if (usable) {
            ChosenSite chosen = new ChosenSite(
                    salto, asking, space(), user(), links(), this::trouble, () -> goTo(salto.done(space())));
            content.add(sites, chosen);
            showSites(chosen, connection.flatMap(Connection::place));
        } else {
            connection
                    .filter(dead -> dead.state() == State.NEEDS_SIGN_IN)
                    .ifPresent(dead -> content.add(SaltoConsent.lost()));
            content.add(SaltoConsent.needs(ending.equals(SaltoConsent.DENIED)));
            if (salto.offersConsent()) {
                content.add(consent.signIn("Sign in to Salto", ButtonVariant.PRIMARY));
            }
            if (salto.offersLogin()) {
                sites.add(login());
            }
            content.add(sites);
        }
    }

    /** At Salto, or here where Salto lets this deployment ask nobody at a browser. */
    private Button signIn(String label, ButtonVariant... variants) {
        if (salto.offersConsent()) {
            return consent.signIn(label, variants);
        }
        Button here = new Button(label, event -> {
            sites.removeAll();
            sites.add(login());
        });
        here.addThemeVariants(variants);
        return here;
    }

    private SaltoLogin login() {
        SaltoLogin[] form = new SaltoLogin[1];
        form[0] = new SaltoLogin(!salto.offersConsent(), (user, password) -> connect(form[0], user, password));
        return form[0];
    }

    private void connect(SaltoLogin form, String user, Secret password) {
        sites.show(
                "Signing in to Salto…",
                () -> {
                    salto.signIn(id(), user, password, user());
                    return true;
                },
                signedIn -> {
                    redraw();
                    return new Div();
                },
                (failure, again) -> refused(form, failure));
    }

    private Component refused(SaltoLogin form, PartnerFailure failure) {
        if (failure.is(Category.WRONG_LOGIN)) {
            form.wrongPassword();
            return form;
        }
        return trouble(failure, form::again);
    }

    private void showSites(ChosenSite chosen, Optional<String> place) {
        sites.show(
                "Reading your sites from Salto…",
                () -> heard(Partner.SALTO, salto.sites(id())),
                found -> siteList(chosen, found, place),
                (failure, again) -> failure.is(Category.SILENT)
                        ? trouble(failure, again)
                        : trouble(failure, again, signIn("Sign in to Salto")));
    }

    private Component siteList(ChosenSite chosen, List<Site> found, Optional<String> place) {
        if (found.isEmpty()) {
            return Trouble.saying(
                    Tone.STOPPED,
                    "This login has no Salto site. You may be signed in with another address.",
                    signIn("Use another login"));
        }
        chosen.removeAll();
        found.stream()
                .filter(site -> isChosen(site, place) && site.isUsable())
                .findFirst()
                .ifPresent(chosen::look);
        return cards(chosen, found, place);
    }

    private Component cards(ChosenSite chosen, List<Site> found, Optional<String> place) {
        Optional<SiteId> waitedFor = waits().site(id());
        SiteCard.Deeds deeds = new Deeds(chosen, found, place);
        Function<Site, Component> card = site -> new SiteCard(
                site, isChosen(site, place), waitedFor.filter(site.id()::equals).isPresent(), links(), deeds);
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

        private final ChosenSite chosen;
        private final List<Site> found;
        private final Optional<String> place;

        Deeds(ChosenSite chosen, List<Site> found, Optional<String> place) {
            this.chosen = chosen;
            this.found = found;
            this.place = place;
        }

        @Override
        public void choose(Site site) {
            chosen.choose(site, this::chose);
        }

        /** The cards say which one is chosen now. */
        private void chose(Site site) {
            waits().siteChosen(id());
            draw(Optional.of(site.id().toString()));
        }

        private void draw(Optional<String> now) {
            sites.removeAll();
            sites.add(cards(chosen, found, now));
        }

        @Override
        public void checkAgain() {
            showSites(chosen, place);
        }

        @Override
        public void waitFor(Site site) {
            waits().forSite(id(), site.id(), user());
            draw(place);
        }
    }
}
