package app.latchkey.identity.ui;

import app.latchkey.identity.NotFound;
import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A space that is not there, or not theirs: the same page for both. */
@ParentLayout(PageFrame.class)
@AnonymousAllowed
class NotFoundPage extends Div implements HasErrorParameter<NotFound>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        addClassName("lk-stack");
        add(
                new H1("Not here"),
                new Paragraph(parameter.getException().getMessage()),
                new Anchor("/spaces", "My spaces"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Not here");
    }
}
