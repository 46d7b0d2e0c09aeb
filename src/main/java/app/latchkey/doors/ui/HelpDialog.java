package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard.Help;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.look.Act;
import app.latchkey.shared.Language;
import app.latchkey.space.ContactDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a remedy leads: whom to call, where to buy, which mail to find. */
final class HelpDialog extends Dialog {

    HelpDialog(SpaceDoors doors, Help help) {
        Language language = doors.language();
        setHeaderTitle(help.label());
        Div sheet = new Div();
        sheet.addClassName("lk-locked");
        Stream<String> lines = switch (help.remedy()) {
            case SEE_OFFERS, BOOK_MORE, BUY_A_PASS, BUY_FOR_TODAY, PAY ->
                Stream.of(PageWords.say(language, "shop", "space", doors.name()));
            case FIND_THE_MAIL -> Stream.of(PageWords.say(language, "mail"));
            case SET_UP_THE_APP, USE_THE_APP -> Stream.of(PageWords.say(language, "app"));
            case ASK, TALK, CALL, TELL, USE_ANOTHER_DOOR, SHOW_WHERE -> Stream.of();
        };
        lines.forEach(line -> sheet.add(new Paragraph(line)));
        sheet.add(contact(doors));
        add(sheet);
        getFooter().add(new Act(PageWords.say(language, "close"), () -> close()));
    }

    /** The number to press, or what is so when the space has named none. */
    static Component contact(SpaceDoors doors) {
        ContactDetails contact = doors.contact();
        Div box = new Div();
        box.addClassName("lk-contact");
        box.add(call(doors)
                .<Component>map(number -> number)
                .orElseGet(() -> new Paragraph(PageWords.say(doors.language(), "call.none", "space", doors.name()))));
        Stream.of(contact.hours(), contact.afterHours())
                .filter(line -> !line.isEmpty())
                .forEach(line -> box.add(new Paragraph(line)));
        return box;
    }

    /** The number to press, never broken; none where the space has named none. */
    static Optional<Anchor> call(SpaceDoors doors) {
        return Optional.of(doors.contact().phone())
                .filter(phone -> !phone.isEmpty())
                .map(phone -> {
                    String words = PageWords.say(doors.language(), "call.space", "space", doors.name());
                    Anchor call =
                            new Anchor("tel:" + phone.replace(" ", ""), words + " · " + phone.replace(' ', '\u00a0'));
                    call.addClassName("lk-call");
                    return call;
                });
    }
}
