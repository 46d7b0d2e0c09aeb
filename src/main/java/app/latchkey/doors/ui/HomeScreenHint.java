package app.latchkey.doors.ui;

import app.latchkey.doors.PageWords;
import app.latchkey.shared.Language;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Says once, after the first door, how to keep the page on the phone's home screen. The browser knows whether it is there already. */
@Tag("lk-home-hint")
@JavaScript("context://parts/doors.js")
final class HomeScreenHint extends HtmlContainer {

    HomeScreenHint(Language language) {
        addClassName("lk-door");
        getElement().setAttribute("hidden", true);
        Paragraph title = new Paragraph(PageWords.say(language, "home"));
        title.addClassName("lk-home-title");
        NativeButton later = new NativeButton(PageWords.say(language, "home.done"));
        later.addClassName("lk-plain-button");
        later.getElement().setAttribute("data-done", true);
        add(title, new Paragraph(PageWords.say(language, "home.how")), later);
    }
}
