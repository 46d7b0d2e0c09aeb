package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.AskToShare;
import app.latchkey.onboarding.ConnectSalto;
import app.latchkey.onboarding.ConnectSalto.Chosen;
import app.latchkey.salto.Site;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The site that is chosen: what was found there, who else uses it, and the way on. */
class ChosenSite extends Working {

    private final transient ConnectSalto salto;
    private final transient AskToShare asking;
    private final transient Space space;
    private final transient SignedIn user;
    private final transient SaltoLinks links;
    private final transient BiFunction<PartnerFailure, Runnable, Component> failed;
    private final transient Runnable proceed;

    ChosenSite(
            ConnectSalto salto,
            AskToShare asking,
            Space space,
            SignedIn user,
            SaltoLinks links,
            BiFunction<PartnerFailure, Runnable, Component> failed,
            Runnable proceed) {
        this.salto = salto;
        this.asking = asking;
        this.space = space;
        this.user = user;
        this.links = links;
        this.failed = failed;
        this.proceed = proceed;
    }

    /** @param chosen hears when the site is this space's, which another operator may prevent */
    void choose(Site site, Consumer<Site> chosen) {
        show(
                "Checking " + site.name() + "…",
                () -> salto.choose(space.id(), site, user),
                checked -> inSight(checked.map(found -> {
                            chosen.accept(found.site());
                            return checks(found);
                        })
                        .orElseGet(() -> taken(site))),
                (failure, again) -> inSight(failed.apply(failure, again)));
        inSight(this);
    }

    /** On a phone the sites take more than the screen, and this stands below them. */
    private static Component inSight(Component part) {
        part.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        return part;
    }

    /** What is so at the chosen site. */
    void look(Site site) {
        show("Checking " + site.name() + "…", () -> salto.look(space.id(), site), this::checks, failed);
    }

    private Component checks(Chosen found) {
        Div checks = new Div(new H2(found.site().name()), new CheckList("Checks", found.checks()));
        checks.addClassNames("lk-card", "lk-stack");
        if (!found.hasGroups()) {
            checks.add(Trouble.saying(
                    Tone.WITHHELD,
                    "This site has no access group yet. Go on: in step 3 we can make one for each pass, room and"
                            + " office.",
                    links.open(found.site().id()),
                    new Button("Look again", event -> look(found.site()))));
        }
        List<String> others = salto.alsoUsedBy(space.id(), found.site().id(), user);
        if (!others.isEmpty()) {
            checks.add(Trouble.saying(
                    Tone.NEXT,
                    "Also used by %s. Fine: each access group belongs to one of the %s."
                            .formatted(String.join(", ", others), others.size() == 1 ? "two" : others.size() + 1)));
        }
        Button go = new Button("Use %s, continue".formatted(found.site().name()), event -> proceed.run());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        checks.add(go);
        return checks;
    }

    private Component taken(Site site) {
        return Trouble.saying(
                Tone.STOPPED,
                "Another operator uses this site with Latchkey. Both must agree before you can.",
                new Button("Ask us", event -> {
                    asking.ask(space, site, user);
                    removeAll();
                    add(Trouble.saying(
                            Tone.NEXT,
                            "We have your question about %s and write to you. Choose another site, or come back then."
                                    .formatted(site.name())));
                }));
    }
}
