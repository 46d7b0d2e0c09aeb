package app.latchkey.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a page's data again when something changed, and in any case every 30 seconds by the browser's own clock and when the page comes back into
 * view. No page depends on push alone.
 */
@Tag("lk-refresh")
@JavaScript("context://parts/refresh.js")
public final class LiveRefresh extends Component {

    /** Where news comes from: calls the listener on every change until the returned subscription is ended. */
    @FunctionalInterface
    public interface News {
        Subscription listen(Runnable onChange);

        /** For pages whose news comes only by asking. */
        static News none() {
            return onChange -> () -> {};
        }
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    private final transient Runnable reread;
    private final transient News news;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private transient Optional<Subscription> subscription = Optional.empty();

    public LiveRefresh(Runnable reread, News news) {
        this.reread = reread;
        this.news = news;
        getElement().getStyle().setDisplay(com.vaadin.flow.dom.Style.Display.NONE);
        getElement().addEventListener("lk-refresh", event -> reread.run());
    }

    /** Asks more often than every 30 seconds, for a page that few people look at and whose news comes only by asking. */
    public LiveRefresh every(Duration period) {
        getElement().setAttribute("every", String.valueOf(period.toSeconds()));
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = Optional.of(news.listen(() -> soon(ui)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.ifPresent(Subscription::end);
        subscription = Optional.empty();
    }

    /** Many changes at once become one reading. */
    private void soon(UI ui) {
        if (waiting.compareAndSet(false, true)) {
            try {
                ui.access(() -> {
                    waiting.set(false);
                    reread.run();
                });
            } catch (UIDetachedException gone) {
                waiting.set(false);
            }
        }
    }
}
