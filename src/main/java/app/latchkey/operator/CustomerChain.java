package app.latchkey.operator;

import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.look.Steps.Step;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.DoorAnswer;
import app.latchkey.sync.GroupStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether one customer can open the doors, what is stuck, and the chain from purchase to door. */
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
                .filter(CustomerChain::isStillIn)
                .map(GroupStanding::name)
                .toList();
    }

    /** A door that does not answer at this hour ends nobody's access. */
    private static boolean isStillIn(GroupStanding group) {
        return group.in()
                && group.state() == DoorState.CLOSED
                && group.reason().filter(Reason.OutsideHours.class::isInstance).isEmpty();
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

    /** The group that is to be explained first: one that is stuck, else one that opens. */
    public static Optional<GroupStanding> inQuestion(CustomerDetail person) {
        return Stream.<Predicate<GroupStanding>>of(
                        group -> group.state() == DoorState.WITHHELD,
                        group -> group.state() == DoorState.ON_ITS_WAY,
                        CustomerChain::isStillIn,
                        group -> group.state() == DoorState.OPEN || group.state() == DoorState.BY_HAND,
                        _ -> true)
                .flatMap(which -> person.groups().stream().filter(which))
                .findFirst();
    }

    /** Link by link of that group; of somebody who has none, as far as it goes. */
    public static List<Step> of(CustomerDetail person, Voice voice) {
        return inQuestion(person)
                .map(group -> new GroupChain(person, group.explanation(), Optional.of(group), voice))
                .orElseGet(() -> new GroupChain(person, withoutGroup(person), Optional.empty(), voice))
                .steps();
    }

    /** Link by link of a group that somebody asked about. */
    public static List<Step> of(CustomerDetail person, DoorAnswer answer, Voice voice) {
        Optional<GroupStanding> standing = person.groups().stream()
                .filter(group -> group.group().equals(answer.group()))
                .findFirst();
        return new GroupChain(person, answer.explanation(), standing, voice).steps();
    }

    private static Explanation withoutGroup(CustomerDetail person) {
        List<Reason> found = new ArrayList<>(person.link().stream().toList());
        if (!person.active() || person.archived()) {
            found.add(new Reason.Suspended());
        }
        found.add(new Reason.NeverBought());
        return Explanation.of(found, new Reason.NeverBought());
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
