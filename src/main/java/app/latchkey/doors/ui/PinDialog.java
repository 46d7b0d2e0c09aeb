package app.latchkey.doors.ui;

import app.latchkey.doors.PageWords;
import app.latchkey.doors.PinOfMember;
import app.latchkey.doors.PinOfMember.Tried;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.identity.Asked;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.Act;
import app.latchkey.shared.Secret;
import app.latchkey.sync.PinAnswer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.UUID;

/** A new PIN: the address is proved anew, Salto makes it, and it is seen once, for twenty seconds. Afterwards no part of the page holds it. */
final class PinDialog extends Dialog {

    private static final int SHOWN_MILLIS = 20_000;

    private final Div sheet = new Div();
    private final Paragraph said = new Paragraph();
    private final SpaceDoors space;
    private final transient SignedIn member;
    private final transient PinOfMember pins;
    private final transient Clock clock;

    PinDialog(SpaceDoors space, SignedIn member, PinOfMember pins, Clock clock) {
        this.space = space;
        this.member = member;
        this.pins = pins;
        this.clock = clock;
        setHeaderTitle(say("pin.make"));
        addClassName("lk-sheet");
        sheet.addClassName("lk-locked");
        said.getElement().setAttribute("role", "status");
        Div all = new Div(sheet, said);
        all.addClassName("lk-locked");
        add(all);
        getFooter().add(new Act(say("close"), () -> close()));
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                sheet.removeAll();
            }
        });
        if (pins.isHeld(space)) {
            sheet.add(new Paragraph(say("pin.paused")));
        } else {
            begin();
        }
    }

    private void begin() {
        sheet.removeAll();
        sheet.add(new Paragraph(say("pin.why")), primary("pin.send", this::ask));
    }

    private void ask() {
        switch (pins.ask(member)) {
            case Asked.Sent(UUID request) -> code(request);
            case Asked.TooMany wait ->
                said.setText(PageWords.say(
                        space.language(),
                        "pin.too-many",
                        "at",
                        new TimeWords(space.zone(), clock.instant(), space.language()).at(wait.until())));
            case Asked.NotSent _ -> said.setText(say("pin.not-sent"));
        }
    }

    private void code(UUID request) {
        said.setText("");
        TextField code = new TextField(say("pin.code"));
        code.setAllowedCharPattern("[0-9 ]");
        code.setMaxLength(7);
        code.getElement().setAttribute("inputmode", "numeric");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.addKeyPressListener(Key.ENTER, event -> tried(request, code));
        Paragraph sent = new Paragraph(PageWords.say(
                space.language(), "pin.sent", "email", member.email().value()));
        sheet.removeAll();
        sheet.add(sent, code, primary("pin.make", () -> tried(request, code)));
        code.focus();
    }

    private void tried(UUID request, TextField code) {
        switch (pins.make(member, space, request, code.getValue())) {
            case Tried.WrongCode _ -> said.setText(say("pin.wrong"));
            case Tried.DeadCode _ -> again("pin.dead");
            case Tried.Asked(PinAnswer.Made(Secret pin)) -> show(pin);
            case Tried.Asked(PinAnswer.Not(PinAnswer.Why why)) -> again(key(why));
        }
    }

    private static String key(PinAnswer.Why why) {
        return switch (why) {
            case NOT_HERE -> "pin.not-here";
            case PAUSED -> "pin.paused";
            case NOT_READY -> "pin.not-ready";
            case AWAY -> "pin.away";
            case REFUSED -> "pin.refused";
            case UNCLEAR -> "pin.unclear";
        };
    }

    private void again(String key) {
        begin();
        said.setText(say(key));
    }

    private void show(Secret pin) {
        Div digits = new Div(spaced(pin.reveal()));
        digits.addClassName("lk-pin");
        sheet.removeAll();
        sheet.add(digits, new Paragraph(say("pin.shown")));
        said.setText("");
        digits.getElement()
                .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", SHOWN_MILLIS)
                .then(over -> again("pin.gone"));
    }

    /** In threes, so that it is read and typed without losing the place. */
    private static String spaced(String digits) {
        return digits.replaceAll("(\\d{3})(?=\\d)", "$1 ");
    }

    private Button primary(String key, Runnable act) {
        Button button = new Act(say(key), act);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private String say(String key) {
        return PageWords.say(space.language(), key);
    }
}
