package app.latchkey.doors.ui;

import app.latchkey.doors.PageWords;
import app.latchkey.doors.PlainDoors;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.shared.Language;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps on this phone what the page said last, as plain HTML with the sentences that go with it, and says so when the connection is gone. The
 * plain script draws it before Vaadin is there, and the service worker's page when nothing else is.
 */
@Tag("lk-last-known")
@JavaScript("context://parts/doors.js")
final class LastKnown extends HtmlContainer {

    /** So that a time is said with its day, for whoever reads it on another day. */
    private static final Duration LATER = Duration.ofDays(2);

    private final Language language;
    private transient Optional<String> at = Optional.empty();

    LastKnown(Language language) {
        this.language = language;
        addClassName("lk-doors-note");
        getElement().setAttribute("role", "status").setAttribute("hidden", true);
    }

    /** When what is kept was so, in words; empty before anything was. */
    Optional<String> at() {
        return at;
    }

    void keep(List<SpaceDoors> spaces, Instant now) {
        if (spaces.isEmpty()) {
            return;
        }
        ZoneId zone = spaces.getFirst().zone();
        String clock = new TimeWords(zone, now, language).at(now);
        String dated = new TimeWords(zone, now.plus(LATER), language).at(now);
        at = Optional.of(clock);
        getElement()
                .executeJs(
                        "this.keep($0)",
                        Map.of(
                                "html", PlainDoors.html(spaces),
                                "lang", language.code(),
                                "title", PageWords.say(language, "title"),
                                "offline", PageWords.say(language, "offline", "at", clock),
                                "offlineLater", PageWords.say(language, "offline.later", "at", dated),
                                "loading", PageWords.say(language, "last-known", "at", clock),
                                "loadingLater", PageWords.say(language, "last-known.later", "at", dated),
                                "refresh", PageWords.say(language, "refresh")));
    }

    /** Another person may sign in on this phone. */
    void forget() {
        getElement().executeJs("this.forget()");
    }
}
