package app.latchkey.operator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** Heads and sections as every page of a space has them. */
final class Sections {

    private Sections() {}

    static Component head(String title, Component... beside) {
        Div right = new Div(beside);
        right.addClassName("lk-row");
        Div head = new Div(new H1(title), right);
        head.addClassName("lk-page-head");
        return head;
    }

    static Section section(String title, Component... content) {
        Section section = new Section(new H2(title));
        section.addClassName("lk-section");
        section.add(content);
        return section;
    }

    static Div card(Component... content) {
        Div card = new Div(content);
        card.addClassName("lk-card");
        return card;
    }

    static Div row(Component... content) {
        Div row = new Div(content);
        row.addClassName("lk-row");
        return row;
    }
}
