package app.latchkey.look;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.time.ZoneId;

/** A time in words that machines can read too. */
@Tag("time")
public final class TimeText extends HtmlContainer {

    private TimeText(Instant instant, String words) {
        getElement().setAttribute("datetime", instant.toString());
        getElement().setText(words);
    }

    public static TimeText when(Instant instant, Instant now, ZoneId zone) {
        return new TimeText(instant, PageTime.when(instant, now, zone));
    }

    /** An age that was true when it was drawn; {@link Freshness} is the one that counts on. */
    public static TimeText ago(Instant instant, Instant now, ZoneId zone) {
        TimeText text = new TimeText(instant, PageTime.ago(instant, now, zone));
        text.setTitle(PageTime.when(instant, now, zone));
        return text;
    }
}
