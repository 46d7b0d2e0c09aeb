package app.latchkey.operator;

import app.latchkey.connection.Partner;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.BecauseWords;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.PageTime;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.SpaceOverview;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators read about runs and people: one sentence each. */
public final class Sentences {

    private Sentences() {}

    /** The overview's first sentence: is everybody's door right? */
    public static String headline(SpaceOverview overview, Instant now, ZoneId zone) {
        return switch (overview.state()) {
            case IN_SET_UP -> "Nothing changes at your doors until the set-up is done.";
            case LEAVING -> "This space is leaving Latchkey.";
            case WATCHING ->
                overview.agreement().map(AgreementSentences::headline).orElse("Watching: nothing is written.");
            case FROZEN, COMPARING -> "Every change is stopped. Doors stay as they are.";
            case PAUSED -> "Doors stay as they are until changes go on.";
            case STOPPED -> asOf(overview, now, zone);
            case RIGHT, BEHIND -> unseen(overview).isPresent() ? asOf(overview, now, zone) : whoCanOpen(overview);
        };
    }

    /** Before everything was read once, nobody is known to wait and nobody is known not to. */
    private static String whoCanOpen(SpaceOverview overview) {
        if (overview.lastCompleteAt().isEmpty()) {
            return "Everything is being read for the first time. Then you see here who can open what.";
        }
        int stuck = overview.notYet() + overview.withheld();
        return stuck == 0
                ? "Everybody can open what they bought: %s can open now.".formatted(people(overview.canOpen()))
                : "%s cannot open yet what they bought; %d can open now."
                        .formatted(capital(people(stuck)), overview.canOpen());
    }

    /** "We have not seen Salto since 21:02. This is what we knew then." Where both answer, something else than their silence has stopped us. */
    private static String asOf(SpaceOverview overview, Instant now, ZoneId zone) {
        String sight = unseen(overview)
                .map(partner -> "We have not seen %s".formatted(TroubleSentences.name(partner)))
                .orElse("We have read nothing");
        return overview.lastRunAt()
                .map(at -> "%s since %s. This is what we knew then.".formatted(sight, PageTime.when(at, now, zone)))
                .orElse(sight + " yet.");
    }

    private static Optional<Partner> unseen(SpaceOverview overview) {
        return !overview.partners().salto().answers()
                ? Optional.of(Partner.SALTO)
                : Optional.of(Partner.NEXUDUS)
                        .filter(nexudus -> !overview.partners().nexudus().answers());
    }

    /** "since 10:16, until 18:15"; of what is still to begin, from when. Empty where neither is known. */
    public static String lasts(Explanation explanation, Voice voice) {
        TimeWords times = voice.times();
        Optional<String> end = explanation.verdict() == DoorState.NEXT
                ? explanation.until().map(opens -> "from " + times.at(opens))
                : explanation.until().map(times::until);
        return Stream.of(explanation.since().map(times::since), end)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    public static String withheld(int count) {
        return count == 1
                ? "1 person is withheld; the reason stands beside the name."
                : count + " people are withheld, each with the reason.";
    }

    /** "2 in, 1 not done": what a run did, without what it did not. */
    public static String did(RunRow run) {
        String parts = Stream.of(
                        part(run.added(), "in"),
                        part(run.removed(), "out"),
                        part(run.withheld(), "withheld"),
                        part(run.held(), "waiting for a yes"),
                        part(run.failed(), "not done yet"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String nothing = run.kind() == RunKind.KEYS ? "what people open with" : "nothing to change";
        return parts.isEmpty() ? nothing : parts;
    }

    private static String part(int count, String words) {
        return count == 0 ? "" : count + " " + words;
    }

    /** "Ana Ruiz can open Room 4: booked Room 4, 16:00–18:00." */
    public static String change(RunChangeRow change, Voice voice) {
        String done = change.isFromNewerVersion()
                ? newer(change)
                : switch (change.what()) {
                    case INVITE -> "%s is invited to Salto".formatted(change.name());
                    case GRANT ->
                        "%s %s %s".formatted(change.name(), verb(change, "can open", "is to open"), change.group());
                    case REVOKE ->
                        "%s %s %s"
                                .formatted(
                                        change.name(), verb(change, "no longer opens", "is to lose"), change.group());
                    case SUSPEND ->
                        "%s %s the seat in Salto until something is due again"
                                .formatted(change.name(), verb(change, "has given back", "is to give back"));
                    case GIVE_TAG ->
                        "%s %s".formatted(change.name(), verb(change, "is given in Salto", "is to be given in Salto"));
                    case TAKE_TAG ->
                        "%s %s"
                                .formatted(
                                        change.name(),
                                        verb(change, "is taken back in Salto", "is to be taken back in Salto"));
                    case ALLOW_PIN ->
                        "%s %s".formatted(change.name(), verb(change, "may have a PIN", "is to be allowed a PIN"));
                    case NEW_PIN ->
                        "%s %s".formatted(change.name(), verb(change, "has a new PIN", "is to have a new PIN"));
                    case WITHHELD -> "%s does not get %s yet".formatted(change.name(), change.group());
                    case HELD -> "%s: the change of %s waits".formatted(change.name(), change.group());
                    case FROM_NEWER_VERSION -> newer(change);
                };
        String why = change.reason()
                .map(reason -> ReasonWords.clause(reason, voice))
                .orElseGet(() -> becauses(change.because(), voice));
        String trouble = change.trouble().map(words -> " Not done: " + words).orElse("");
        return done + (why.isEmpty() ? "." : ": " + why + (why.endsWith(".") ? "" : ".")) + trouble;
    }

    /** "Run 1204 let 3 people in and took 1 out, in 2.1 s." */
    public static String run(RunRow run) {
        String took = run.endedAt()
                .map(end -> ", in " + seconds(Duration.between(run.startedAt(), end)))
                .orElse("");
        String did = switch (run.outcome()) {
            case RUNNING -> "is running";
            case FAILED -> "could not read everything and concluded nothing";
            case STOPPED -> "was stopped: another server took over";
            case FROM_NEWER_VERSION -> "ended in a way that a newer version of Latchkey recorded";
            case DONE, PARTLY ->
                run.kind() == RunKind.KEYS
                        ? "looked after what people open with"
                        : run.changedSomething()
                                ? "let %s in and took %d out".formatted(people(run.added()), run.removed())
                                : "found nothing to change";
        };
        String failed = run.failed() > 0 ? " %d steps are tried again.".formatted(run.failed()) : "";
        return "Run %d %s%s.%s".formatted(run.number(), did, took, failed);
    }

    public static String becauses(List<Because> because, Voice voice) {
        return because.stream().map(one -> BecauseWords.say(one, voice)).collect(Collectors.joining(" · "));
    }

    /** What members read of who gave them access: "Ana" for ana.ruiz@example.com, never the address. */
    public static String giver(EmailAddress email) {
        String first = email.value().split("[@.+_-]", 2)[0];
        return first.isEmpty() ? "the team" : capital(first);
    }

    public static String waitingDecisions(int count) {
        return count == 1 ? "One larger change waits for your yes." : count + " larger changes wait for your yes.";
    }

    public static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    /** "1 person waits", "3 people wait". */
    static String counted(int people, String one, String several) {
        return people(people) + " " + (people == 1 ? one : several);
    }

    private static String newer(RunChangeRow change) {
        String group = change.group().isEmpty() ? "" : " and " + change.group();
        return "%s%s: something that a newer version of Latchkey recorded".formatted(change.name(), group);
    }

    private static String verb(RunChangeRow change, String done, String coming) {
        return change.state() == RunChangeRow.State.DONE ? done : coming;
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
