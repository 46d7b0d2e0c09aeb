package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.notice.Notice;
import app.latchkey.space.Space;
import app.latchkey.sync.Touched;
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
     * @param touched whom it touches, with those whose access begins within {@link #AHEAD}
     * @param page the space's own
     */
    static Notice begins(String once, Space space, Alert alert, Touched touched, Instant now, URI page) {
        String what = CauseSentences.what(alert.cause());
        return Notice.of(
                        once,
                        "%s: %s, %s"
                                .formatted(
                                        space.name(), CauseSentences.amid(alert.cause()), affected(touched.people())),
                        List.of(
                                "%s. So at %s since %s, %s time."
                                        .formatted(
                                                what,
                                                space.name(),
                                                PageTime.when(alert.since(), now, space.zone()),
                                                space.zone().getId()),
                                "Nobody loses access by it. " + waiting(touched),
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

    private static String waiting(Touched touched) {
        String now = touched.waiting() == 0
                ? "Nobody waits now"
                : Sentences.counted(touched.waiting(), "waits now", "wait now");
        String soon = "the access of %s begins within the next %d hours"
                .formatted(touched.arriving() == 0 ? "nobody" : Sentences.people(touched.arriving()), AHEAD.toHours());
        String over = touched.staying() == 0
                ? ""
                : " %s although their time is over."
                        .formatted(Sentences.counted(touched.staying(), "is still in", "are still in"));
        return "%s, and %s; whoever comes new waits.%s".formatted(now, soon, over);
    }

    private static String affected(int people) {
        return people == 0 ? "nobody waits yet" : Sentences.people(people) + " affected";
    }
}
