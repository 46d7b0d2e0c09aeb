package app.latchkey.look;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How old what you see is, counted in the browser: push can stop without a sign, so the page itself must say that it has heard nothing for
 * 90 seconds.
 */
@Tag("lk-freshness")
@JavaScript("context://parts/freshness.js")
public final class Freshness extends HtmlContainer implements Counting {

    private long sequence;
    private long age;

    /** @param prefix what was read, for example "Checked" or "Nexudus read" */
    public Freshness(String prefix) {
        getElement().setAttribute("prefix", prefix);
        addClassName("lk-fresh");
    }

    /**
     * In another language than English.
     *
     * @param ages how seconds, minutes and hours are said, each with {@code {n}}
     * @param silent what is said when nothing was heard
     */
    public Freshness saying(String prefix, List<String> ages, String silent) {
        getElement().setAttribute("prefix", prefix);
        getElement().setAttribute("ages", String.join("|", ages));
        getElement().setAttribute("silent", silent);
        return this;
    }

    /** Ages beyond this are shown as old. */
    public Freshness staleAfter(Duration age) {
        getElement().setAttribute("stale-after", String.valueOf(age.toMillis()));
        return this;
    }

    /** Tells the browser that something was heard now, and how old the reading is. */
    public Freshness heard(Instant readAt, Instant now) {
        return heard(Math.max(0, Duration.between(readAt, now).toMillis()));
    }

    private Freshness heard(long millis) {
        age = millis;
        sequence++;
        getElement().setProperty("reading", age + "|" + sequence);
        return this;
    }

    /** Asks once when the browser has heard nothing for 90 seconds. */
    public Freshness onSilence(Runnable ask) {
        getElement().addEventListener("lk-silent", event -> ask.run());
        return this;
    }

    @Override
    public String about() {
        return getElement()
                .getAttributeNames()
                .sorted()
                .map(getElement()::getAttribute)
                .collect(Collectors.joining("|"));
    }

    @Override
    public void goOn(Counting newer) {
        if (newer instanceof Freshness other && other.sequence > 0) {
            heard(other.age);
        }
    }
}
