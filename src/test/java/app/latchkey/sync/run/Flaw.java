package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.simulation.Between;
import app.latchkey.sync.plan.Conduct;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Reading;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Something that is wrong with an engine on purpose. A simulation that does not notice is worth nothing. */
public enum Flaw {
    NONE,
    /** Done work is done, also when something came in while it was being done. */
    FORGETS_WHAT_COMES_IN,
    /** What one reading lacks is gone. */
    LOOKS_ONLY_ONCE,
    /** Nothing is ever held for somebody's yes. */
    HAS_NO_RAILS,
    /** Whoever is in a group is ours. */
    TAKES_STRANGERS_FOR_OURS,
    /** Removes also where only grants are allowed, and writes while paused or frozen. */
    WRITES_AS_IF_ALLOWED,
    /** A step whose end nobody knows is nobody's business. */
    LEAVES_STEPS_OPEN,
    /** A window lasts an hour longer than it should. */
    CLOSES_LATE,
    /** Salto is spoken to on behalf of whichever space spoke first. */
    SPEAKS_FOR_ANOTHER_SPACE,
    /** Reads who is in a group three times over. */
    ASKS_AGAIN_AND_AGAIN,
    /** Sends a change of which nothing was heard once more, without looking. */
    REPEATS_WHAT_WAS_NOT_ANSWERED;

    SaltoKs salto(SaltoKs right) {
        return switch (this) {
            case SPEAKS_FOR_ANOTHER_SPACE -> forTheFirst(right);
            case ASKS_AGAIN_AND_AGAIN -> threeTimes(right);
            case REPEATS_WHAT_WAS_NOT_ANSWERED -> again(right);
            case NONE,
                    FORGETS_WHAT_COMES_IN,
                    LOOKS_ONLY_ONCE,
                    HAS_NO_RAILS,
                    TAKES_STRANGERS_FOR_OURS,
                    WRITES_AS_IF_ALLOWED,
                    LEAVES_STEPS_OPEN,
                    CLOSES_LATE -> right;
        };
    }

    private static SaltoKs forTheFirst(SaltoKs right) {
        List<Object> first = new ArrayList<>();
        return Between.port(SaltoKs.class, (method, arguments) -> {
            first.add(arguments[0]);
            arguments[0] = first.getFirst();
            return method.invoke(right, arguments);
        });
    }

    private static SaltoKs threeTimes(SaltoKs right) {
        return Between.port(SaltoKs.class, (method, arguments) -> {
            if (method.getName().equals("members")) {
                method.invoke(right, arguments);
                method.invoke(right, arguments);
            }
            return method.invoke(right, arguments);
        });
    }

    private static SaltoKs again(SaltoKs right) {
        return Between.port(SaltoKs.class, (method, arguments) -> {
            try {
                return method.invoke(right, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof PartnerFailure failure
                        && failure.is(PartnerFailure.Category.SILENT)
                        && method.getReturnType() == void.class) {
                    return method.invoke(right, arguments);
                }
                throw e;
            }
        });
    }

    OpenIntents intents(Journal journal, Ledger ledger) {
        return this == LEAVES_STEPS_OPEN
                ? new OpenIntents(journal, ledger) {
                    @Override
                    boolean settle(Situation situation, long run, Predicate<Membership> wasRead, Instant now) {
                        return false;
                    }
                }
                : new OpenIntents(journal, ledger);
    }

    Planning planning(RailHistory rails, Snapshot salto, Standings standings, Disputes disputes) {
        return new Planning(rails, salto, standings, disputes) {
            @Override
            PlanInput input(
                    Situation situation,
                    Set<CustomerId> persons,
                    Set<PlatformUserId> users,
                    List<Entitlement> entitlements,
                    Reading reading,
                    Instant now) {
                return Monotone.required(spoilt(super.input(situation, persons, users, entitlements, reading, now)));
            }
        };
    }

    private PlanInput spoilt(PlanInput input) {
        return switch (this) {
            case NONE,
                    FORGETS_WHAT_COMES_IN,
                    LOOKS_ONLY_ONCE,
                    HAS_NO_RAILS,
                    LEAVES_STEPS_OPEN,
                    SPEAKS_FOR_ANOTHER_SPACE,
                    ASKS_AGAIN_AND_AGAIN,
                    REPEATS_WHAT_WAS_NOT_ANSWERED -> input;
            case TAKES_STRANGERS_FOR_OURS ->
                with(input, input.entitlements(), everybodyOurs(input), input.reading(), input.conduct());
            case WRITES_AS_IF_ALLOWED ->
                with(input, input.entitlements(), input.ledger(), input.reading(), Conduct.FULL);
            case CLOSES_LATE ->
                with(input, longer(input.entitlements()), input.ledger(), input.reading(), input.conduct());
        };
    }

    private static PlanInput with(
            PlanInput input, List<Entitlement> entitlements, List<LedgerRow> ledger, Reading reading, Conduct conduct) {
        return new PlanInput(
                input.people(), entitlements, input.observed(), ledger, input.matches(), reading, conduct, input.now());
    }

    private static List<LedgerRow> everybodyOurs(PlanInput input) {
        List<LedgerRow> rows = new ArrayList<>(input.ledger());
        input.observed().memberships().stream()
                .filter(membership ->
                        rows.stream().noneMatch(row -> row.membership().equals(membership)))
                .forEach(membership -> rows.add(new LedgerRow(membership, Ownership.OURS, List.of())));
        return rows;
    }

    private static List<Entitlement> longer(List<Entitlement> entitlements) {
        return entitlements.stream()
                .map(each -> new Entitlement(
                        each.customer(),
                        each.group(),
                        each.window().widened(java.time.Duration.ZERO, java.time.Duration.ofHours(1)),
                        each.because()))
                .toList();
    }
}
