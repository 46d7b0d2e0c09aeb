package app.latchkey.doors.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the plain script into the first answer of the member's page: it draws the last known doors while Vaadin is still on its way. */
@Component
@Order(0)
class DoorsStart implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(DoorsStart::prepare);
    }

    private static void prepare(IndexHtmlResponse page) {
        String path = page.getVaadinRequest().getPathInfo();
        if (path == null || !path.startsWith("/doors")) {
            return;
        }
        Element last = page.getDocument().body().prependElement("div").attr("id", "lk-last");
        last.after(new Element("script").attr("src", "parts/doors-last.js"));
    }
}
