package app.latchkey.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws on a page from a thread that is not the page's. */
public final class OnPage {

    private static final Logger LOG = LoggerFactory.getLogger(OnPage.class);

    private OnPage() {}

    /** When it is the page's turn; never, where the page was left meanwhile. */
    public static void draw(UI ui, Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException gone) {
            LOG.debug("The page was left before the answer came", gone);
        }
    }
}
