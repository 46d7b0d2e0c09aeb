package app.latchkey.onboarding.ui;

import app.latchkey.look.Meter;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.salto.Site;
import app.latchkey.salto.Usable;
import app.latchkey.salto.Usable.No;
import app.latchkey.salto.Usable.Yes;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One site: its seats, and a button or the reason why not. A site that may take days to be usable is a place to rest. */
class SiteCard extends Section {

    /** What can be done about a site. */
    interface Deeds {
        void choose(Site site);

        void checkAgain();

        /** Look every hour, and write. */
        void waitFor(Site site);
    }

    private final transient Site site;
    private final transient SaltoLinks links;
    private final transient Deeds deeds;

    SiteCard(Site site, boolean chosen, boolean waitedFor, SaltoLinks links, Deeds deeds) {
        this.site = site;
        this.links = links;
        this.deeds = deeds;
        addClassNames("lk-card", "lk-stack", "lk-site");
        getElement().setAttribute("aria-label", site.name());
        Span zone = new Span(
                site.zone().map(known -> "Doors in " + known.getId() + " time").orElse("Salto names no time zone"));
        zone.addClassName("lk-quiet");
        add(new H3(site.name()), zone, Meter.used(site.seatsUsed(), site.seatsBought(), "seats"));
        switch (site.usable()) {
            case Yes _ -> add(chosen ? StateChip.saying(State.RIGHT, "Chosen") : useButton());
            case No no -> refuse(no.reason(), waitedFor);
        }
    }

    private Button useButton() {
        return new Button("Use " + site.name(), event -> deeds.choose(site));
    }

    private void refuse(Usable.Reason reason, boolean waitedFor) {
        addClassName("lk-greyed");
        Div ways = new Div(new Button("Check again", event -> deeds.checkAgain()));
        ways.addClassName("lk-row");
        ways.add(
                switch (reason) {
                    case NOT_RELEASED ->
                        Trouble.copy(
                                "Copy message for installer",
                                "Our Salto KS site %s is not released yet. Release it to us, so that our membership system can connect."
                                        .formatted(site.name()));
                    case WRONG_ROLE ->
                        Trouble.copy(
                                "Copy message for the owner",
                                "Our membership system needs a Salto KS login with the role Site Admin at our site %s. Change the role of the login that I use."
                                        .formatted(site.name()));
                    case NO_SUBSCRIPTION -> links.open(site.id());
                });
        add(StateChip.saying(State.NOT_KNOWN, "Cannot be used"), new Paragraph(words(reason)), ways);
        if (waitedFor) {
            Span waiting = new Span("We look every hour and write to you.");
            waiting.addClassName("lk-quiet");
            add(waiting);
        } else {
            Button wait = new Button("Write to me when it can be used", event -> deeds.waitFor(site));
            wait.addThemeVariants(ButtonVariant.TERTIARY);
            ways.add(wait);
        }
    }

    private static String words(Usable.Reason reason) {
        return switch (reason) {
            case WRONG_ROLE ->
                "This login is not Site admin here; we need Site admin. Ask the site's owner to change the role, then"
                        + " check again. No new sign-in needed.";
            case NOT_RELEASED -> "Your installer has not released this site yet. Only they can.";
            case NO_SUBSCRIPTION ->
                "The Salto subscription of this site ended. Doors keep their last state; nobody can be added until it"
                        + " is renewed.";
        };
    }
}
