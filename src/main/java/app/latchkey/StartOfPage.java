package app.latchkey;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What stands on a page until its scripts have come: its outline in the colours that this person chose, after some seconds a word, and in
 * the end a way on. Styles alone make the words come and go, because no script may be there. It holds nothing of the address, in which a
 * link's secret may stand. A member's doors draw what was so last instead.
 */
@Component
@Order(0)
class StartOfPage implements VaadinServiceInitListener {

    private static final String OUTLINE = """
            <div id="lk-start" class="lk-start" lang="en">
              <p class="lk-start-name"><img src="/icons/mark.svg" alt="" width="24" height="24">Latchkey</p>
              <div class="lk-skeleton" aria-hidden="true"></div>
              <div class="lk-skeleton" aria-hidden="true"></div>
              <p class="lk-start-slow">Still reading…</p>
              <p class="lk-start-late">This page has not come. Doors stay as they are. Reload it to try again.</p>
            </div>
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(StartOfPage::begin);
    }

    private static void begin(IndexHtmlResponse page) {
        Element head = page.getDocument().head();
        head.prependChild(script("/parts/scheme.js"));
        String path = page.getVaadinRequest().getPathInfo();
        if (path == null || !path.startsWith("/doors")) {
            page.getDocument().body().prepend(OUTLINE);
            head.appendChild(script("/parts/arrived.js").attr("defer", true));
        }
    }

    private static Element script(String source) {
        return new Element("script").attr("src", source);
    }
}
