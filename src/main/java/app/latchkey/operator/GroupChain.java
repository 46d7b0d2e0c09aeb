package app.latchkey.operator;

import app.latchkey.entitlement.Check;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.WaysIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links from a purchase to an open door as an operator reads them, for one customer and one access group. */
final class GroupChain {

    private final CustomerDetail person;
    private final Explanation explanation;
    private final Optional<GroupStanding> group;
    private final Voice voice;

    GroupChain(CustomerDetail person, Explanation explanation, Optional<GroupStanding> group, Voice voice) {
        this.person = person;
        this.explanation = explanation;
        this.group = group;
        this.voice = voice;
    }

    List<Step> steps() {
        return explanation.checks().stream()
                .flatMap(check -> step(check).stream())
                .toList();
    }

    private Optional<Step> step(Check check) {
        return check.reason()
                .map(reason -> new Step(standing(check, reason), title(check), ReasonWords.clause(reason, voice)))
                .or(() -> held(check));
    }

    private Standing standing(Check check, Reason reason) {
        boolean waits = explanation.verdict() == DoorState.NEXT || explanation.verdict() == DoorState.ON_ITS_WAY;
        return switch (check.result()) {
            case DOUBTFUL -> Standing.NOT_KNOWN;
            case BROKEN, HOLDS, NOT_REACHED ->
                reason instanceof Reason.NeverBought ? Standing.NOT_KNOWN : waits ? Standing.WAITING : Standing.BROKEN;
        };
    }

    /** What was found where nothing is in the way; nothing where nobody has looked. Seat and way in stand also before they are needed. */
    private Optional<Step> held(Check check) {
        boolean looked = check.result() == Check.Result.HOLDS;
        return switch (check.step()) {
            case CUSTOMER_ACTIVE -> Optional.of(active(title(check)));
            case LINKED -> looked ? Optional.of(linked(title(check))) : Optional.empty();
            case PURCHASE -> right(check, looked, becauses());
            case MATCH ->
                right(check, looked, "earns " + group.map(GroupStanding::name).orElse("this group"));
            case WINDOW -> right(check, looked, window());
            case DECIDED -> right(check, looked, "nothing holds it back");
            case IN_SALTO -> right(check, looked, inSalto());
            case SEAT -> seat(title(check));
            case WAY_IN -> person.saltoUser().map(_ -> wayIn(title(check)));
            case HOURS, LOCK -> Optional.empty();
        };
    }

    private static Optional<Step> right(Check check, boolean looked, String found) {
        return looked ? Optional.of(new Step(Standing.RIGHT, title(check), found)) : Optional.empty();
    }

    private Step active(String title) {
        return person.active() && !person.archived()
                ? new Step(Standing.RIGHT, title, "active in Nexudus")
                : new Step(Standing.BROKEN, title, "inactive or archived in Nexudus");
    }

    private Step linked(String title) {
        if (person.saltoUser().isEmpty()) {
            return new Step(Standing.WAITING, title, "made when the first access begins");
        }
        String found = person.nameInSalto().isBlank() ? "linked" : "linked, in Salto as " + person.nameInSalto();
        return new Step(Standing.RIGHT, title, found);
    }

    private String becauses() {
        String becauses = group.map(standing -> Sentences.becauses(standing.because(), voice))
                .orElse("");
        return becauses.isEmpty() ? "none needed: in the group by hand" : becauses;
    }

    private String window() {
        return explanation.until().map(voice.times()::until).orElse("no end is known");
    }

    private String inSalto() {
        return "in the group"
                + group.flatMap(GroupStanding::sinceRun)
                        .map(run -> " since run " + run)
                        .orElse("");
    }

    private Optional<Step> seat(String title) {
        return person.saltoUser()
                .map(_ -> person.subscribed()
                        ? new Step(Standing.RIGHT, title, "has one")
                        : new Step(Standing.BROKEN, title, "none: suspended"));
    }

    private Step wayIn(String title) {
        if (person.blocked()) {
            return new Step(Standing.BROKEN, title, ReasonWords.clause(new Reason.BlockedInSalto(), voice));
        }
        if (person.expired().isPresent()) {
            return new Step(
                    Standing.BROKEN,
                    title,
                    ReasonWords.clause(
                            new Reason.ExpiredInSalto(person.expired().get()), voice));
        }
        List<String> ways = new ArrayList<>();
        if (person.ways().hasApp()) {
            ways.add("Salto app");
        }
        person.ways().tagNumber().ifPresent(tag -> ways.add("tag " + tag));
        if (person.ways().pin() == WaysIn.Pin.SET) {
            ways.add("PIN");
        }
        return ways.isEmpty()
                ? new Step(Standing.WAITING, title, "invited, not accepted; no tag, no PIN")
                : new Step(Standing.RIGHT, title, String.join(", ", ways));
    }

    private static String title(Check check) {
        return switch (check.step()) {
            case CUSTOMER_ACTIVE -> "Customer";
            case LINKED -> "Salto user";
            case PURCHASE -> "Purchase";
            case MATCH -> "Match";
            case WINDOW -> "Time";
            case DECIDED -> "Decision";
            case IN_SALTO -> "In Salto";
            case SEAT -> "Seat in Salto";
            case WAY_IN -> "Way in";
            case HOURS -> "Hours of the door";
            case LOCK -> "Lock";
        };
    }
}
