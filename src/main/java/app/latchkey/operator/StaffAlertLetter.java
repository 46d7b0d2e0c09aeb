package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.notice.Notice;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.TroubleCause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What staff are told of a cause, at however many spaces. It names spaces, and no customer. */
final class StaffAlertLetter {

    private static final int NAMED = 20;

    private StaffAlertLetter() {}

    static Notice begins(String once, Alert alert, List<SpaceHealth> spaces, Instant now, URI service) {
        String what = CauseSentences.what(alert.cause());
        return Notice.of(
                        once,
                        "%s: %s".formatted(counted(spaces.size()), CauseSentences.amid(alert.cause())),
                        List.of(
                                "%s. So since %s UTC, at %s: %s."
                                        .formatted(
                                                what,
                                                PageTime.when(alert.since(), now, ZoneOffset.UTC),
                                                counted(spaces.size()),
                                                named(spaces)),
                                people(spaces),
                                CauseSentences.turnForStaff(alert.cause()),
                                "No other mail comes of this cause until it is over, however many spaces it reaches."))
                .withLink("See what is failing", page(alert.cause(), service));
    }

    static Notice ends(String once, Alert alert, Instant over, URI service) {
        return Notice.of(
                        once,
                        "%s: working again after %s"
                                .formatted(
                                        CauseSentences.name(alert.cause()),
                                        PageTime.length(Duration.between(alert.since(), over))),
                        List.of("It was: %s, from %s to %s UTC. No space has that trouble any more."
                                .formatted(
                                        CauseSentences.amid(alert.cause()),
                                        PageTime.when(alert.since(), over, ZoneOffset.UTC),
                                        PageTime.clock(over, ZoneOffset.UTC))))
                .withLink("See all spaces", service);
    }

    /** The page of failures knows what runs met; who waits although nothing failed stands with the spaces. */
    private static URI page(TroubleCause cause, URI service) {
        return cause.isPeople() ? service : URI.create(service + "/failures");
    }

    private static String people(List<SpaceHealth> spaces) {
        int people = spaces.stream()
                .mapToInt(space -> space.wrongNow() + space.dueNextHour())
                .sum();
        return people == 0
                ? "Nobody waits there yet."
                : "%s there may not get in within the hour.".formatted(Sentences.people(people));
    }

    private static String named(List<SpaceHealth> spaces) {
        String names =
                spaces.stream().map(SpaceHealth::name).sorted().limit(NAMED).collect(Collectors.joining(", "));
        return spaces.size() > NAMED ? "%s and %d more".formatted(names, spaces.size() - NAMED) : names;
    }

    private static String counted(int spaces) {
        return spaces == 1 ? "1 space" : spaces + " spaces";
    }
}
