package app.latchkey.look;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The plain frame of pages without a drawer: the mark, and one column of at most 560 px. */
@AnonymousAllowed
public class PageFrame extends Div implements RouterLayout {

    private final Main main = new Main();

    public PageFrame() {
        addClassName("lk-frame");
        Anchor home = new Anchor("/", new Mark(), new Span("Latchkey"));
        home.addClassName("lk-brand");
        add(new Header(home), main);
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
