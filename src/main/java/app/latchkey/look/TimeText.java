package app.latchkey.look;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A time in words that machines can read too; an age counts on in the browser. */
@Tag("time")
@JavaScript("context://parts/ages.js")
public final class TimeText extends HtmlContainer implements Counting {

    private static final Duration COUNTED = Duration.ofDays(1);
    private static final String AGE = "data-age";

    private TimeText(Instant instant, String words) {
        getElement().setAttribute("datetime", instant.toString());
        getElement().setText(words);
    }

    public static TimeText when(Instant instant, Instant now, ZoneId zone) {
        return new TimeText(instant, PageTime.when(instant, now, zone));
    }

    /** An age of less than a day counts on where it is shown; an older one is a date. */
    public static TimeText ago(Instant instant, Instant now, ZoneId zone) {
        TimeText text = new TimeText(instant, PageTime.ago(instant, now, zone));
        text.setTitle(PageTime.when(instant, now, zone));
        Duration age = Duration.between(instant, now);
        if (!age.isNegative() && age.compareTo(COUNTED) < 0) {
            text.getElement().setAttribute(AGE, String.valueOf(age.toMillis()));
        }
        return text;
    }

    @Override
    public String about() {
        String words = getElement().hasAttribute(AGE) ? AGE : getElement().getText();
        return getElement().getAttribute("datetime") + words;
    }

    @Override
    public void goOn(Counting newer) {
        if (newer instanceof TimeText other && other.getElement().hasAttribute(AGE)) {
            getElement().setAttribute(AGE, other.getElement().getAttribute(AGE));
        }
    }
}
