package app.latchkey;

import app.latchkey.look.Ribbon;
import app.latchkey.shared.Reference;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every page does: says when the connection is lost, wears the ribbon, names what broke. */
@Component
class EveryPage implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(EveryPage.class);

    private final ObjectProvider<Ribbon> ribbon;

    EveryPage(ObjectProvider<Ribbon> ribbon) {
        this.ribbon = ribbon;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages());
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(EveryPage::broke));
        event.getSource().addUIInitListener(start -> prepare(start.getUI()));
    }

    /** A session that is over reloads the page without a word: drafts live in the database. */
    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something broke on our side.");
        messages.setInternalErrorMessage(
                "What you just did was not saved; doors stay as they were. Press Esc to reload.");
        return messages;
    }

    private void prepare(UI ui) {
        ui.getPage().addJavaScript("context://parts/connection.js");
        ui.getReconnectDialogConfiguration()
                .setDialogText("Connection lost. You see what was so a moment ago. Trying again…");
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp("Still no connection. Reload when you are online.");
        ribbon.ifAvailable(worn -> wear(ui, worn));
    }

    private static void wear(UI ui, Ribbon ribbon) {
        Span words = new Span(ribbon.text());
        words.addClassName("lk-ribbon");
        words.getElement().setAttribute("role", "complementary");
        words.getElement().setAttribute("aria-label", ribbon.text());
        ui.getElement().appendChild(words.getElement());
        ui.addAfterNavigationListener(event -> {
            String title = ui.getInternals().getTitle();
            if (title != null && !title.endsWith(ribbon.text())) {
                ui.getPage().setTitle(title + " · " + ribbon.text());
            }
        });
    }

    static void broke(ErrorEvent event) {
        if (isGone(event.getThrowable())) {
            LOG.debug("A browser went away while it was answered", event.getThrowable());
            return;
        }
        Reference reference = Reference.next();
        LOG.error("Something broke while a page was used, reference {}", reference, event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notification.show(
                    "Something broke on our side. What you just did was not saved; doors stay as they were."
                            + " Reference "
                            + reference,
                    10_000,
                    Notification.Position.BOTTOM_CENTER));
        }
    }

    /** Whether nobody is there any more to read the answer. By its type alone: a partner's or the database's broken pipe is an error. */
    private static boolean isGone(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance);
    }
}
