package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.look.Tone;
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
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Salto's consent: what it takes, the way to it, and how it came back. */
class SaltoConsent {

    /** Said in the address when somebody refused. */
    static final String DENIED = "denied";

    private final Working going;
    private final Supplier<URI> begin;
    private final BiFunction<PartnerFailure, Runnable, Component> failed;

    /**
     * @param going where it is said that one is on the way
     * @param begin answers where to send the browser
     */
    SaltoConsent(Working going, Supplier<URI> begin, BiFunction<PartnerFailure, Runnable, Component> failed) {
        this.going = going;
        this.begin = begin;
        this.failed = failed;
    }

    /**
     * How it ended; nothing when it went well.
     *
     * @param word the one in the address
     * @param connected whether an earlier consent still holds
     */
    Optional<Component> ending(String word, boolean connected) {
        String effect = connected ? "Everything is as it was before." : "Nothing was connected.";
        return switch (word) {
            case DENIED -> Optional.of(ended("Salto says you chose not to allow it. " + effect));
            case "silent" ->
                Optional.of(ended("You came back from Salto, and then Salto did not answer us. " + effect));
            case "misconfigured" ->
                Optional.of(ended(
                        "Salto does not know this Latchkey. Tell whoever runs it; signing in again does not help. "
                                + effect));
            case "failed" ->
                Optional.of(ended("The sign-in at Salto did not finish, or took longer than ten minutes. " + effect));
            default -> Optional.empty();
        };
    }

    private Component ended(String words) {
        return Trouble.saying(Tone.STOPPED, words, signIn("Try again"));
    }

    static Component lost() {
        return Trouble.saying(
                Tone.STOPPED, "Salto needs signing in again. Nobody loses access; newcomers wait until you do.");
    }

    /** @param unfolded whether somebody has just refused, and wants to know what it was */
    static Component needs(boolean unfolded) {
        UnorderedList list = new UnorderedList(
                new ListItem("a Salto login that is site admin (best one made for this, not a person's)"),
                new ListItem("a site your installer has released"),
                new ListItem("a valid subscription"));
        Div needs = new Div(new H2("You need"), list, asking(unfolded));
        needs.addClassName("lk-card");
        return needs;
    }

    Button signIn(String label, ButtonVariant... variants) {
        Button button = new Button(label, event -> beginConsent());
        button.addThemeVariants(variants);
        return button;
    }

    private void beginConsent() {
        going.show(
                "Going to Salto…",
                begin,
                address -> {
                    UI.getCurrentOrThrow().getPage().setLocation(address);
                    return new Paragraph("Going to Salto…");
                },
                failed);
    }

    private static Component asking(boolean unfolded) {
        Details asking = new Details(
                "What do we ask for?",
                new Paragraph(
                        "We ask to see and change users and groups. We open no door unless you switch that on later."));
        asking.setOpened(unfolded);
        return asking;
    }
}
