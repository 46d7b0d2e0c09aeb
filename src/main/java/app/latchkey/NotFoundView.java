package app.latchkey;

import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** No such page, or one of another space: the same answer for both, so that nobody learns which spaces exist. */
@ParentLayout(PageFrame.class)
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        addClassName("lk-stack");
        words().forEach(this::add);
        return HttpServletResponse.SC_NOT_FOUND;
    }

    static List<Component> words() {
        return List.of(
                new H1("Not here"),
                new Paragraph("There is no such page, or it is not yours to see."),
                new Anchor("/spaces", "My spaces"));
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Not here");
    }
}
