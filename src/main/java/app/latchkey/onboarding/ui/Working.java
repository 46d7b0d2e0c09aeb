package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.look.OnPage;
import app.latchkey.look.Waiting;
import app.latchkey.shared.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that waits for a partner: asks on a thread of its own, says so meanwhile, then shows what came or what went wrong. The
 * answer arrives by push, and by asking every second where push is dead.
 */
class Working extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Working.class);
    private static final int POLL_MILLISECONDS = 1000;

    private boolean isWaiting;

    Working() {
        addClassNames("lk-part", "lk-stack");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Replaces what stands here; a later call wins over an earlier one that is still on its way. */
    <T> void show(
            String meanwhile,
            Supplier<T> ask,
            Function<T, Component> answered,
            BiFunction<PartnerFailure, Runnable, Component> failed) {
        showing(meanwhile, live -> ask.get(), answered, failed);
    }

    /** As {@link #show}, for something that must not be done twice: pressed again while it is under way, nothing more happens. */
    <T> void doing(
            String meanwhile,
            Supplier<T> deed,
            Function<T, Component> done,
            BiFunction<PartnerFailure, Runnable, Component> failed) {
        if (!isWaiting) {
            show(meanwhile, deed, done, failed);
        }
    }

    /** As {@link #show}, for something that comes bit by bit: what {@code ask} hands over meanwhile stands below the bar until the end. */
    <T> void showing(
            String meanwhile,
            Function<Consumer<Supplier<Component>>, T> ask,
            Function<T, Component> answered,
            BiFunction<PartnerFailure, Runnable, Component> failed) {
        Runnable again = () -> showing(meanwhile, ask, answered, failed);
        removeAll();
        isWaiting = true;
        Div meanwhileFound = new Div();
        meanwhileFound.addClassName("lk-stack");
        add(new Waiting(meanwhile), meanwhileFound);
        UI ui = UI.getCurrentOrThrow();
        Consumer<Supplier<Component>> live = part -> OnPage.draw(ui, () -> meanwhileFound.add(part.get()));
        Object turn = new Object();
        ComponentUtil.setData(this, Object.class, turn);
        polls(ui, 1);
        Thread.ofVirtual().name("set-up").start(() -> {
            Supplier<Component> outcome = outcome(() -> ask.apply(live), answered, failed, again);
            OnPage.draw(ui, () -> {
                polls(ui, -1);
                if (ComponentUtil.getData(this, Object.class) == turn) {
                    isWaiting = false;
                    removeAll();
                    add(outcome.get());
                }
            });
        });
    }

    /** Asks without a word on the page; what came of it is shown only when it is there. */
    static <T> void quietly(UI ui, Supplier<T> ask, Consumer<T> answered, Consumer<PartnerFailure> failed) {
        Thread.ofVirtual().name("set-up-quiet").start(() -> {
            try {
                T answer = ask.get();
                OnPage.draw(ui, () -> answered.accept(answer));
            } catch (PartnerFailure failure) {
                OnPage.draw(ui, () -> failed.accept(failure));
            } catch (RuntimeException failure) {
                LOG.warn("Something asked for in the background broke", failure);
            }
        });
    }

    private static <T> Supplier<Component> outcome(
            Supplier<T> ask,
            Function<T, Component> answered,
            BiFunction<PartnerFailure, Runnable, Component> failed,
            Runnable again) {
        try {
            T answer = ask.get();
            return () -> answered.apply(answer);
        } catch (PartnerFailure failure) {
            return () -> failed.apply(failure, again);
        } catch (RuntimeException failure) {
            Reference reference = Reference.next();
            LOG.error("A step of the set-up broke, reference {}", reference, failure);
            return () -> Trouble.ours(reference, again);
        }
    }

    /** The page asks while anything is on its way, and only then. */
    private static void polls(UI ui, int change) {
        Integer before = ComponentUtil.getData(ui, Integer.class);
        int running = Math.max(0, (before == null ? 0 : before) + change);
        ComponentUtil.setData(ui, Integer.class, running);
        ui.setPollInterval(running > 0 ? POLL_MILLISECONDS : -1);
    }
}
