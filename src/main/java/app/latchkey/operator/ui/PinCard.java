package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.Fix;
import app.latchkey.look.Tone;
import app.latchkey.operator.EndPins;
import app.latchkey.operator.WayInSentences;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.PinSuspicion;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;

/** Two people may have one PIN: who, and the one act that settles it. */
final class PinCard extends Div {

    private final transient CustomerDetail person;
    private final transient EndPins pins;
    private final transient SpacePage page;

    PinCard(CustomerDetail person, PinSuspicion found, EndPins pins, SpacePage page) {
        this.person = person;
        this.pins = pins;
        this.page = page;
        addClassName("lk-stack");
        add(Fix.saying(Tone.WITHHELD, WayInSentences.suspicion(person.name(), found, page.voice())));
        Div acts = Sections.row();
        found.others()
                .forEach(other -> acts.add(
                        new Act("End the PINs of %s and %s".formatted(person.name(), other.name()), () -> ask(other))));
        add(acts);
    }

    private void ask(PinSuspicion.Other other) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("End the PINs of %s and %s?".formatted(person.name(), other.name()));
        dialog.setText(
                "Neither PIN opens anything afterwards. Both make a new one on their own pages. Their app and tags go on.");
        dialog.setCancelable(true);
        dialog.setConfirmText("End both PINs");
        dialog.addConfirmListener(event -> end(other));
        dialog.open();
    }

    private void end(PinSuspicion.Other other) {
        SpacePage.say(pins.both(page.id(), person.customer(), other.customer())
                .map(WayInSentences::notEnded)
                .orElse("Both PINs have ended."));
        page.reread();
    }
}
