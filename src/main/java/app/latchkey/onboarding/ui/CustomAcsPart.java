package app.latchkey.onboarding.ui;

import app.latchkey.look.LiveRefresh;
import app.latchkey.look.PageTime;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.AcsAddress;
import app.latchkey.nexudus.AcsSecrets;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.nexudus.Unreadable;
import app.latchkey.onboarding.Check;
import app.latchkey.onboarding.Check.Result;
import app.latchkey.onboarding.ConnectCustomAcs;
import app.latchkey.onboarding.ConnectCustomAcs.Standing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What to paste into Nexudus's screen Custom ACS, and what has come in from there since. */
class CustomAcsPart extends Div {

    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final String WHERE = "In Nexudus: Settings, Integrations, Access Control, Custom ACS.";

    private final transient ConnectCustomAcs acs;
    private final transient SetupView view;
    private final Button proceed;
    private final Div paste = new Div();
    private final Div heard = new Div();
    private final Div message = new Div();
    private transient Optional<AcsSecrets> secrets = Optional.empty();

    /** @param proceed goes on with the set-up: what to press, once there is something to paste */
    CustomAcsPart(ConnectCustomAcs acs, SetupView view, Button proceed) {
        this.acs = acs;
        this.view = view;
        this.proceed = proceed;
        addClassName("lk-stack");
        paste.addClassName("lk-stack");
        heard.addClassName("lk-stack");
        drawPaste();
        drawHeard();
        add(paste, heard, message, new LiveRefresh(this::drawHeard, LiveRefresh.News.none()).every(EVERY));
    }

    /** The first call shows that address and token are right; everything else may come later. Says so where it has not come. */
    boolean mayGoOn() {
        boolean asked = standing().hasAsked();
        if (!asked) {
            message.removeAll();
            message.add(Trouble.saying(
                    Tone.STOPPED,
                    "Nexudus has not asked us for the access groups yet. Paste the lines above there, save, and open the"
                            + " mapping page."));
        }
        return asked;
    }

    private Standing standing() {
        return acs.standing(view.id());
    }

    private void drawPaste() {
        paste.removeAll();
        Optional<AcsAddress> address = standing().address();
        proceed.setThemeName(ButtonVariant.PRIMARY.getVariantName(), address.isPresent());
        paste.add(new H2("Paste this into Nexudus"));
        if (address.isEmpty()) {
            Button make = new Button("Make address and secrets", event -> renew());
            make.addThemeVariants(ButtonVariant.PRIMARY);
            paste.add(new Paragraph(WHERE + " It asks for five things, which we make here."), make);
            return;
        }
        paste.add(new Paragraph(WHERE + " Paste these, save, and open the mapping page there: then Nexudus asks us for"
                + " the access groups, and you choose which item stands for which."));
        if (!acs.isTaken()) {
            paste.add(
                    Trouble.saying(
                            Tone.WITHHELD,
                            "Nexudus takes addresses that begin with https only, and these do not. Whoever runs this Latchkey sets LATCHKEY_PUBLIC_URL to its https address."));
        }
        Pasted name = new Pasted("Name", "Latchkey");
        Pasted groups = new Pasted("Access groups API endpoint", acs.groupsEndpoint(address.get()));
        Pasted webhook = new Pasted("Webhook URL", acs.webhook(address.get()));
        paste.add(name, groups);
        secrets.ifPresent(
                fresh -> paste.add(new Pasted("API access token", fresh.token().reveal())));
        paste.add(webhook);
        secrets.ifPresent(
                fresh -> paste.add(new Pasted("Webhook bearer", fresh.bearer().reveal())));
        paste.add(aboutSecrets(address.get()));
    }

    private Component aboutSecrets(AcsAddress address) {
        Button renew = new Button("Make new ones", event -> renew());
        String made = PageTime.when(address.madeAt(), view.now(), view.space().zone());
        return secrets.isPresent()
                ? Trouble.saying(
                        Tone.NEXT,
                        "Token and bearer are shown this once. Copy both now: we keep no copy that can be read.")
                : Trouble.saying(
                        Tone.NEXT,
                        "API access token and webhook bearer were made %s and are not shown again. New ones come with a new address; Nexudus is refused until you have pasted them."
                                .formatted(made),
                        renew);
    }

    private void renew() {
        secrets = Optional.of(acs.renew(view.id(), view.user()));
        drawPaste();
        drawHeard();
    }

    private void drawHeard() {
        heard.removeAll();
        Standing now = standing();
        if (now.hasAsked()) {
            message.removeAll();
        }
        now.address().ifPresent(address -> {
            heard.add(
                    new H2("Heard from Nexudus"),
                    new CheckList("Heard from Nexudus", List.of(asked(now, address), pushed(now, address))));
            address.unreadable().map(this::unreadable).ifPresent(heard::add);
        });
    }

    private Check asked(Standing now, AcsAddress address) {
        return address.askedAt()
                .map(at -> new Check(
                        Result.GOOD,
                        "Nexudus has asked for the access groups, %s".formatted(ago(at)),
                        "It may choose from %d.".formatted(now.groups().size())))
                .orElseGet(() -> new Check(
                        Result.WEAK,
                        "Nexudus has not asked for the access groups yet",
                        "It does when somebody opens the mapping page there."));
    }

    private Check pushed(Standing now, AcsAddress address) {
        return now.silentSince().map(this::silent).orElseGet(() -> spoken(now, address));
    }

    private Check silent(Instant since) {
        return new Check(
                Result.WEAK,
                "Nexudus has told us of nobody since %s"
                        .formatted(PageTime.when(since, view.now(), view.space().zone())),
                "Nobody loses access meanwhile, and nobody new comes in. Where somebody has bought or booked since: see that"
                        + " Custom ACS is still on there, with the webhook URL from above.");
    }

    private Check spoken(Standing now, AcsAddress address) {
        int places = now.groups().stream().mapToInt(OfferedGroup::people).sum();
        return address.pushedAt()
                .map(at -> new Check(
                        Result.GOOD,
                        "The last push came %s".formatted(ago(at)),
                        "By its word %d %s in access groups taken."
                                .formatted(places, places == 1 ? "place is" : "places are")))
                .orElseGet(
                        () -> new Check(
                                Result.WEAK,
                                "No push has come yet",
                                "One comes when somebody buys, books or checks in. You can go on: nobody loses access meanwhile."));
    }

    private Component unreadable(Unreadable push) {
        return Trouble.saying(
                Tone.WITHHELD,
                "%s It came %s.".formatted(push.words(), ago(push.at())),
                new Button("I have seen it", event -> {
                    acs.settled(view.id());
                    drawHeard();
                }));
    }

    private String ago(Instant at) {
        return PageTime.ago(at, view.now(), view.space().zone());
    }

    /** A text to be copied. */
    private static final class Pasted extends Div {

        Pasted(String label, String text) {
            addClassNames("lk-row", "lk-pasted");
            TextField field = new TextField(label, text, "");
            field.setReadOnly(true);
            Button copy = Trouble.copy("Copy", text);
            copy.setAriaLabel("Copy " + label);
            add(field, copy);
        }
    }
}
