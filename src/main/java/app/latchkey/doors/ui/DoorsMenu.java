package app.latchkey.doors.ui;

import app.latchkey.doors.PageWords;
import app.latchkey.look.Act;
import app.latchkey.look.ColorSwitch;
import app.latchkey.shared.Language;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Below the doors: language, colours, sign out. */
final class DoorsMenu extends Div {

    DoorsMenu(Language language, AuthenticationContext session, LastKnown lastKnown) {
        addClassName("lk-doors-menu");
        Div languages = new Div();
        languages.addClassName("lk-languages");
        for (Language each : Language.values()) {
            languages.add(choice(each, each == language));
        }
        String title = PageWords.say(language, "language") + ": " + language.ownName();
        Button leave = new Act(PageWords.say(language, "sign-out"), () -> {
            lastKnown.forget();
            session.logout();
        });
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                new NativeDetails(title, languages),
                new ColorSwitch(
                        PageWords.say(language, "colours.device"),
                        PageWords.say(language, "colours.dark"),
                        PageWords.say(language, "colours.light")),
                leave);
    }

    private static Button choice(Language each, boolean chosen) {
        Button button = new Button(each.ownName());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("lang", each.code());
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        button.addClickListener(event -> button.getUI().ifPresent(ui -> PhoneLanguage.choose(ui, each)));
        return button;
    }
}
