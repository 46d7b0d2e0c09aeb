package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.notice.Notice;
import app.latchkey.space.Space;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What operators are told of a trouble of their space. It names no customer. */
final class AlertLetter {

    /** How far it looks for people whose access begins. */
    static final Duration AHEAD = Duration.ofHours(6);

    private AlertLetter() {}

    /**
     * @param wrong people who are not let in or not taken out yet
     * @param arriving people whose access begins within {@link #AHEAD}
     * @param page the space's own
     */
    static Notice begins(String once, Space space, Alert alert, int wrong, int arriving, Instant now, URI page) {
        String what = CauseSentences.what(alert.cause());
        return Notice.of(
                        once,
                        "%s: %s, %s"
                                .formatted(space.name(), CauseSentences.amid(alert.cause()), touched(wrong + arriving)),
                        List.of(
                                "%s. So at %s since %s, %s time."
                                        .formatted(
                                                what,
                                                space.name(),
                                                PageTime.when(alert.since(), now, space.zone()),
                                                space.zone().getId()),
                                "Nobody loses access by it; newcomers wait. " + waiting(wrong, arriving),
                                CauseSentences.turn(alert.cause()),
                                "We write once more when it works again."))
                .withLink("See " + space.name(), page);
    }

    static Notice ends(String once, Space space, Alert alert, Instant over, URI page) {
        String away = PageTime.length(Duration.between(alert.since(), over));
        return Notice.of(
                        once,
                        "%s: working again after %s".formatted(space.name(), away),
                        List.of(
                                "From %s to %s, %s time, doors at %s did not follow as they should."
                                        .formatted(
                                                PageTime.when(alert.since(), over, space.zone()),
                                                PageTime.clock(over, space.zone()),
                                                space.zone().getId(),
                                                space.name()),
                                "What waited is done now; there is nothing left for you to do."))
                .withLink("See " + space.name(), page);
    }

    private static String waiting(int wrong, int arriving) {
        String now =
                wrong == 0 ? "Nobody waits now" : Sentences.people(wrong) + (wrong == 1 ? " waits now" : " wait now");
        String soon = arriving == 0 ? "nobody" : Sentences.people(arriving);
        return "%s, and the access of %s begins within the next %d hours.".formatted(now, soon, AHEAD.toHours());
    }

    private static String touched(int people) {
        return people == 0 ? "nobody waits yet" : Sentences.people(people) + " affected";
    }
}
