package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.doors.DoorsOfMember;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.look.Act;
import app.latchkey.look.StateChip;
import app.latchkey.shared.Language;
import app.latchkey.sync.LockShows;
import app.latchkey.sync.Recheck;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** For somebody who stands at a locked door: which door, the person checked again now, what is so, what the lock shows, whom to call. */
final class LockedDoorDialog extends Dialog {

    /** The browser asks this often how far we are, this many times: a little over the three seconds that are promised. */
    private static final int EVERY_MILLIS = 700;

    private static final int TIMES = 6;

    private final Div sheet = new Div();
    private final Language language;
    private final transient DoorsOfMember doors;
    private final transient Supplier<List<SpaceDoors>> fresh;
    private LockShows shows = LockShows.NOT_SAID;

    LockedDoorDialog(
            List<SpaceDoors> spaces, Language language, DoorsOfMember doors, Supplier<List<SpaceDoors>> fresh) {
        this.doors = doors;
        this.fresh = fresh;
        this.language = language;
        setHeaderTitle(say("locked.which"));
        addClassName("lk-sheet");
        sheet.addClassName("lk-locked");
        sheet.getElement().setAttribute("aria-live", "polite");
        add(sheet);
        getFooter().add(new Act(say("close"), () -> close()));
        for (SpaceDoors space : spaces) {
            space.doors().all().forEach(card -> sheet.add(choice(space, card, spaces.size() > 1)));
        }
        if (sheet.getComponentCount() == 0) {
            sheet.add(new Paragraph(say("locked.none")));
            spaces.forEach(space -> sheet.add(HelpDialog.contact(space)));
        }
    }

    private Button choice(SpaceDoors space, DoorCard card, boolean several) {
        String label = several ? card.title() + ", " + space.name() : card.title();
        return new Act(label, () -> check(space, card));
    }

    private void check(SpaceDoors space, DoorCard card) {
        setHeaderTitle(card.title());
        OrderedList steps =
                new OrderedList(new ListItem(say("locked.step-nexudus")), new ListItem(say("locked.step-salto")));
        sheet.removeAll();
        sheet.add(StateChip.saying(app.latchkey.look.State.ON_ITS_WAY, say("locked.checking")), steps);
        Instant asked = doors.lookAgain(space);
        poll(space, card, asked, TIMES);
    }

    /** The browser keeps the time: nothing here depends on push, and no thread waits. */
    private void poll(SpaceDoors space, DoorCard card, Instant asked, int left) {
        getElement()
                .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", EVERY_MILLIS)
                .then(answer -> {
                    Recheck now = doors.recheck(space, asked);
                    if (now == Recheck.DONE || now == Recheck.FAILED || left <= 1) {
                        verdict(space, card, now == Recheck.DONE);
                    } else {
                        poll(space, card, asked, left - 1);
                    }
                });
    }

    private void verdict(SpaceDoors before, DoorCard chosen, boolean checked) {
        SpaceDoors space = fresh.get().stream()
                .filter(known ->
                        known.space().equals(before.space()) && known.customer().equals(before.customer()))
                .findFirst()
                .orElse(before);
        DoorCard card = find(space, chosen).orElse(chosen);
        sheet.removeAll();
        sheet.add(StateChip.saying(card.state(), card.chip()));
        card.lines().forEach(line -> sheet.add(new Paragraph(line)));
        Paragraph age = new Paragraph(say(checked ? "locked.checked" : "locked.late"));
        age.addClassName("lk-quiet");
        sheet.add(age);
        card.help().ifPresent(help -> sheet.add(new Act(help.label(), () -> new HelpDialog(space, help).open())));
        Paragraph still = new Paragraph(say("locked.still"));
        still.addClassName("lk-still");
        sheet.add(still, signs(), HelpDialog.contact(space), tell(space, card));
    }

    private static Optional<DoorCard> find(SpaceDoors space, DoorCard chosen) {
        return space.doors().all().stream()
                .filter(card -> card.title().equals(chosen.title()))
                .findFirst();
    }

    private Component signs() {
        Paragraph answer = new Paragraph();
        Div buttons = new Div(
                sign("lock.red", LockShows.RED, answer),
                sign("lock.green", LockShows.GREEN_BUT_SHUT, answer),
                sign("lock.nothing", LockShows.NOTHING, answer));
        buttons.addClassName("lk-signs");
        return new Div(buttons, answer);
    }

    private Button sign(String key, LockShows shown, Paragraph answer) {
        return new Act(say(key), () -> {
            shows = shown;
            answer.setText(say(key + "-means"));
        });
    }

    private Button tell(SpaceDoors space, DoorCard card) {
        Button tell = new Button(say("tell"));
        tell.addThemeVariants(ButtonVariant.PRIMARY);
        tell.addClickListener(event -> {
            doors.tell(space, card, shows);
            String told = fresh.get().stream()
                    .filter(known -> known.space().equals(space.space()))
                    .flatMap(known -> known.told().stream())
                    .findFirst()
                    .orElse("");
            sheet.replace(tell, new Paragraph(told));
        });
        return tell;
    }

    private String say(String key) {
        return PageWords.say(language, key);
    }
}
