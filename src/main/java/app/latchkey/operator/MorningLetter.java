package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.notice.Notice;
import app.latchkey.space.Space;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.Overnight;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a team reads in the morning: enough to let people in by hand in Salto, if Latchkey were away. */
final class MorningLetter {

    private static final int LISTED = 300;

    private MorningLetter() {}

    static Notice of(Space space, LocalDate day, Overnight night, URI page) {
        return Notice.of(
                        "morning:" + day + ":" + space.id(),
                        "%s: overnight %d in, %d out, %d withheld"
                                .formatted(space.name(), night.in(), night.out(), night.withheld()),
                        List.of(happened(night), arriving(space, night.today()), away()))
                .withLink("See the overview", page);
    }

    private static String happened(Overnight night) {
        String sentence = "Since yesterday evening %s let in and %s taken out."
                .formatted(Sentences.counted(night.in(), "was", "were"), Sentences.counted(night.out(), "was", "were"));
        return night.withheld() == 0
                ? sentence
                : "%s %s entitled and cannot be let in; the overview says why."
                        .formatted(sentence, Sentences.counted(night.withheld(), "is", "are"));
    }

    private static String arriving(Space space, List<Arrival> today) {
        List<Arrival> arrivals = today.stream().filter(Arrival::begins).toList();
        if (arrivals.isEmpty()) {
            return "Nobody's access begins today.";
        }
        String list = arrivals.stream()
                .limit(LISTED)
                .map(one -> "%s  %s: %s%s"
                        .formatted(
                                PageTime.clock(one.at(), space.zone()),
                                one.name(),
                                one.group(),
                                one.broken().isPresent() ? " (cannot be let in yet)" : ""))
                .collect(Collectors.joining("\n"));
        String more = arrivals.size() > LISTED ? "\nand %d more".formatted(arrivals.size() - LISTED) : "";
        return "Today's arrivals with the access group that each one needs, times in %s:\n%s%s"
                .formatted(space.zone().getId(), list, more);
    }

    private static String away() {
        return "Should Latchkey be away, put them into these groups in Salto by hand. What you do by hand is recognised and stays.";
    }
}
