package app.latchkey;

import app.latchkey.look.PageFrame;
import app.latchkey.look.Titles;
import app.latchkey.shared.Reference;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be drawn: what is so, what was not lost, and the number to name. */
@ParentLayout(PageFrame.class)
@AnonymousAllowed
class BrokenView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Reference reference = Reference.next();
        LOG.error("A page could not be drawn, reference {}", reference, parameter.getCaughtException());
        removeAll();
        addClassName("lk-stack");
        Span number = new Span("Reference " + reference);
        number.addClassNames("lk-quiet", "lk-mono");
        add(
                new H1("Something broke on our side"),
                new Paragraph("What you just did was not saved; doors stay as they were."),
                new Button(
                        "Try again",
                        click -> getUI().ifPresent(ui -> ui.getPage().reload())),
                number);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Something broke");
    }
}
