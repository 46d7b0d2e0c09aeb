package app.latchkey.onboarding.ui;

import app.latchkey.look.Meter;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.salto.Site;
import app.latchkey.salto.Usable;
import app.latchkey.salto.Usable.No;
import app.latchkey.salto.Usable.Yes;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One site: its seats, and a button or the reason why not. */
class SiteCard extends Section {

    SiteCard(Site site, boolean chosen, Runnable choose, Runnable again) {
        addClassNames("lk-card", "lk-stack");
        getElement().setAttribute("aria-label", site.name());
        Span zone = new Span("Doors in " + site.zone().getId() + " time");
        zone.addClassName("lk-quiet");
        add(new H3(site.name()), zone, Meter.used(site.seatsUsed(), site.seatsBought()));
        switch (site.usable()) {
            case Yes _ -> add(chosen ? StateChip.saying(State.RIGHT, "Chosen") : useButton(site, choose));
            case No no -> refuse(no.reason(), again);
        }
    }

    private static Button useButton(Site site, Runnable choose) {
        return new Button("Use " + site.name(), event -> choose.run());
    }

    private void refuse(Usable.Reason reason, Runnable again) {
        addClassName("lk-greyed");
        add(
                StateChip.saying(State.NOT_KNOWN, "Cannot be used"),
                new Paragraph(words(reason)),
                new Button("Check again", event -> again.run()));
        switch (reason) {
            case NOT_RELEASED ->
                add(Trouble.copy(
                        "Copy message for installer",
                        "Our Salto KS site is not released yet. Release it to us, so that our membership"
                                + " system can connect."));
            case WRONG_ROLE ->
                add(Trouble.copy(
                        "Copy message for the owner",
                        "Our membership system needs a Salto KS login with the role Site Admin at our site."
                                + " Change the role of the login that I use."));
            case NO_SUBSCRIPTION -> add(SaltoLinks.open());
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
