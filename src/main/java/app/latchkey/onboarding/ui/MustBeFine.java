package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import com.vaadin.flow.component.Component;
import java.util.function.BiFunction;

/** A part of the step that has to be fine before the step goes on: it says when that is known, and whether it is. */
abstract class MustBeFine extends Working {

    private final transient BiFunction<PartnerFailure, Runnable, Component> failed;
    private final transient Runnable known;
    private boolean isKnown;
    private boolean isFine;

    /** @param known hears of every answer and of every change of mind */
    MustBeFine(BiFunction<PartnerFailure, Runnable, Component> failed, Runnable known) {
        this.failed = failed;
        this.known = known;
    }

    /** Looks, as if nothing had been known. */
    final void look() {
        isKnown = false;
        ask(failed);
    }

    abstract void ask(BiFunction<PartnerFailure, Runnable, Component> failed);

    /** It has been looked at, or somebody wants to go on all the same. */
    final void isNow(boolean fine) {
        isKnown = true;
        isFine = fine;
        known.run();
    }

    final boolean isKnown() {
        return isKnown;
    }

    final boolean isFine() {
        return isFine;
    }
}
