package app.latchkey;

import app.latchkey.identity.NotFound;
import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Another space's page: reads exactly as {@link NotFoundView}. */
@ParentLayout(PageFrame.class)
@AnonymousAllowed
class NotYoursView extends Div implements HasErrorParameter<NotFound>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        removeAll();
        addClassName("lk-stack");
        NotFoundView.words().forEach(this::add);
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Not here");
    }
}
