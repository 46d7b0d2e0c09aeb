package app.latchkey.onboarding.ui;

import app.latchkey.look.ColorSwitch;
import app.latchkey.look.Mark;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;

/** The frame of the set-up: no drawer, so that nothing leads away but the mark. */
@PermitAll
@StyleSheet("context://styles/setup.css")
class SetupLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    SetupLayout() {
        addClassName("lk-setup");
        main.setId("main");
        Anchor skip = new Anchor("#main", "Skip to content");
        skip.addClassName("lk-skip");
        skip.setRouterIgnore(true);
        Anchor brand = new Anchor("/spaces", new Mark(), new Span("Latchkey"));
        brand.addClassName("lk-brand");
        Header header = new Header(skip, brand, new ColorSwitch());
        header.addClassNames("lk-row", "lk-spread");
        add(header, main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }
}
