package app.latchkey.operator;

import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.DoorState;
import app.latchkey.sync.GroupStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The chain from a purchase to an open door, link by link, for one customer. */
public final class CustomerChain {

    private static final Set<Reason> ASKED = Set.of(new Reason.TwoCustomersOneEmail(), new Reason.SeveralSaltoUsers());

    private CustomerChain() {}

    /** "Ana can open the doors of 4 groups now. Studio B is withheld: two customers share the e-mail." */
    public static String headline(CustomerDetail person, Voice voice) {
        long open = count(person, DoorState.OPEN) + count(person, DoorState.BY_HAND);
        String first = open == 0
                ? opensNothing(person)
                : "%s can open the doors of %s now.".formatted(name(person), open == 1 ? "1 group" : open + " groups");
        String stuck = person.groups().stream()
                .filter(group -> group.state() == DoorState.WITHHELD)
                .findFirst()
                .map(group -> " %s is withheld%s."
                        .formatted(
                                group.name(),
                                group.reason()
                                        .map(why -> ": " + ReasonWords.clause(why, voice))
                                        .orElse("")))
                .orElse("");
        return first + stuck;
    }

    /** Whoever is in a group in Salto opens its doors, also when the access has ended. */
    private static String opensNothing(CustomerDetail person) {
        List<String> stillIn = stillIn(person);
        return stillIn.isEmpty()
                ? "%s can open nothing now.".formatted(name(person))
                : "%s is still in %s, although the access has ended."
                        .formatted(name(person), String.join(", ", stillIn));
    }

    private static List<String> stillIn(CustomerDetail person) {
        return person.groups().stream()
                .filter(group -> group.in() && group.state() == DoorState.CLOSED)
                .map(GroupStanding::name)
                .toList();
    }

    /** Whether Salto is other than it should be. */
    public static boolean isStuck(CustomerDetail person) {
        return count(person, DoorState.WITHHELD) + count(person, DoorState.ON_ITS_WAY) > 0
                || !stillIn(person).isEmpty();
    }

    /** Whether a decision of an operator lets the person in. */
    public static boolean waitsForAnAnswer(CustomerDetail person) {
        return person.link().filter(ASKED::contains).isPresent();
    }

    public static boolean opensSomething(CustomerDetail person) {
        return count(person, DoorState.OPEN) + count(person, DoorState.BY_HAND) > 0;
    }

    public static List<Step> of(CustomerDetail person, Voice voice) {
        List<Step> steps = new ArrayList<>();
        boolean active = person.active() && !person.archived();
        steps.add(step(active, "Customer", active ? "active in Nexudus" : "inactive or archived in Nexudus"));
        boolean earns =
                person.groups().stream().anyMatch(group -> !group.because().isEmpty());
        steps.add(new Step(
                earns ? Standing.RIGHT : Standing.NOT_KNOWN,
                "Purchase and match",
                earns ? becauses(person, voice) : "nothing bought earns an access group"));
        steps.add(linked(person, voice));
        if (person.saltoUser().isPresent()) {
            steps.add(step(person.subscribed(), "Seat in Salto", person.subscribed() ? "has one" : "none: suspended"));
            steps.add(wayIn(person));
        }
        steps.add(inGroups(person));
        return steps;
    }

    private static Step linked(CustomerDetail person, Voice voice) {
        if (person.saltoUser().isPresent()) {
            return new Step(
                    Standing.RIGHT,
                    "Salto user",
                    person.nameInSalto().isBlank() ? "linked" : "linked, in Salto as " + person.nameInSalto());
        }
        return person.link()
                .map(why -> new Step(Standing.BROKEN, "Salto user", ReasonWords.clause(why, voice)))
                .orElseGet(() -> new Step(Standing.WAITING, "Salto user", "made when the first access begins"));
    }

    private static Step wayIn(CustomerDetail person) {
        if (person.blocked()) {
            return new Step(Standing.BROKEN, "Way in", "blocked in Salto");
        }
        List<String> ways = new ArrayList<>();
        if (person.invitationAccepted()) {
            ways.add("Salto app");
        }
        person.tagNumber().ifPresent(tag -> ways.add("tag " + tag));
        if (person.usesPin()) {
            ways.add("PIN");
        }
        return ways.isEmpty()
                ? new Step(Standing.WAITING, "Way in", "invited, not accepted; no tag, no PIN")
                : new Step(Standing.RIGHT, "Way in", String.join(", ", ways));
    }

    private static Step inGroups(CustomerDetail person) {
        long open = count(person, DoorState.OPEN);
        long coming = count(person, DoorState.ON_ITS_WAY);
        long withheld = count(person, DoorState.WITHHELD);
        int over = stillIn(person).size();
        String found = "%d in, %d on their way, %d withheld%s"
                .formatted(open, coming, withheld, over == 0 ? "" : ", %d still in after its end".formatted(over));
        Standing standing = withheld > 0 ? Standing.BROKEN : coming + over > 0 ? Standing.WAITING : Standing.RIGHT;
        return new Step(standing, "Access groups", found);
    }

    private static String becauses(CustomerDetail person, Voice voice) {
        return Sentences.becauses(
                person.groups().stream()
                        .flatMap(group -> group.because().stream())
                        .distinct()
                        .limit(3)
                        .toList(),
                voice);
    }

    private static Step step(boolean right, String title, String found) {
        return new Step(right ? Standing.RIGHT : Standing.BROKEN, title, found);
    }

    private static long count(CustomerDetail person, DoorState state) {
        return person.groups().stream()
                .map(GroupStanding::state)
                .filter(state::equals)
                .count();
    }

    private static String name(CustomerDetail person) {
        return person.name().isBlank() ? "This person" : person.name();
    }
}
