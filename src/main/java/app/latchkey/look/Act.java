package app.latchkey.look;

import com.vaadin.flow.component.button.Button;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A button that stays the same one while the page around it is read again, so that a press under way is never lost and the keyboard keeps its
 * place. A press does what was offered when it was pressed: who answered a question that has changed meanwhile is told so by that question, and
 * never answers another one.
 */
public final class Act extends Button {

    /** Which offer the browser shows; it comes back with every press. */
    static final String OFFER = "data-offer";

    private static final String PRESSED = "event.currentTarget.getAttribute('" + OFFER + "')";

    /** A press is under way for a second at most; news does not come oftener than this many times within it. */
    private static final int KEPT = 32;

    private record Offer(int number, Runnable act) {}

    /** The newest first. */
    private final transient Deque<Offer> offers = new ArrayDeque<>();

    public Act(String words, Runnable act) {
        super(words);
        offer(new Offer(0, act));
        getElement()
                .addEventListener(
                        "click",
                        event -> press(event.getEventData().path(PRESSED).asString("0")))
                .addEventData(PRESSED);
    }

    /** From now on does what the other one does. */
    void takeOver(Act newer) {
        offer(new Offer(offers.element().number() + 1, newer.offers.element().act()));
    }

    private void offer(Offer newest) {
        offers.addFirst(newest);
        if (offers.size() > KEPT) {
            offers.removeLast();
        }
        getElement().setAttribute(OFFER, String.valueOf(newest.number()));
    }

    /** @param seen the number of the offer that was pressed; one so old that it is not kept any more counts as the oldest that is */
    void press(String seen) {
        offers.stream()
                .filter(offer -> String.valueOf(offer.number()).equals(seen))
                .findFirst()
                .orElseGet(offers::getLast)
                .act()
                .run();
    }
}
