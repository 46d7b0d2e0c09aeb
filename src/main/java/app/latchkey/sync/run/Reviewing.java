package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.people.LinkState;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Outcome;
import app.latchkey.sync.plan.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Works out a review from the snapshots alone, as if the space were in full mode. Within its scope; writes nothing. */
@Component
class Reviewing {

    private final Situations situations;
    private final Snapshot seen;
    private final Planning planning;

    Reviewing(Situations situations, Snapshot seen, Planning planning) {
        this.situations = situations;
        this.seen = seen;
        this.planning = planning;
    }

    Evaluation evaluate(SpaceId space, Instant now) {
        return evaluate(inFullMode(situations.asItIs(space)), now);
    }

    /** As if these were the matches. */
    Evaluation evaluate(SpaceId space, Matches matches, Instant now) {
        return evaluate(inFullMode(situations.asItIs(space)).matchedBy(matches), now);
    }

    /** As if these were the rules. */
    Evaluation evaluate(SpaceId space, SpaceRules rules, Instant now) {
        return evaluate(inFullMode(situations.asItIs(space)).ruledBy(rules), now);
    }

    private Evaluation evaluate(Situation situation, Instant now) {
        Set<CustomerId> persons = situation.customers().keySet();
        List<Purchase> purchases = seen.allPurchases();
        List<Entitlement> entitlements = Wanted.of(situation, persons, purchases);
        Reading reading = Reading.complete(Wanted.keys(purchases));
        Planned planned = planning.plan(situation, persons, SpaceRuns.everybody(situation), entitlements, reading, now);
        List<ReviewLine> lines = ReviewLines.of(planned);
        return new Evaluation(
                planned, lines, invited(planned, lines), seated(planned, lines), fingerprint(planned, lines));
    }

    private static Situation inFullMode(Situation situation) {
        Space space = situation.space();
        Space full = new Space(
                space.id(),
                space.slug(),
                space.name(),
                space.zone(),
                space.decider(),
                SetupStep.DONE,
                Mode.FULL,
                null,
                null,
                null,
                space.rules(),
                space.passport(),
                space.contact());
        return situation.of(full);
    }

    /** Salto would write to each of them when the first window is due. */
    private static int invited(Planned planned, List<ReviewLine> lines) {
        return (int) gaining(lines)
                .filter(customer -> planned.situation().links().get(customer) instanceof LinkState.ToInvite)
                .count();
    }

    /** Whoever is invited takes a seat, and whoever is known to Salto without one. */
    private static int seated(Planned planned, List<ReviewLine> lines) {
        Situation situation = planned.situation();
        long suspended = gaining(lines)
                .flatMap(customer -> situation.userOf(customer).stream())
                .distinct()
                .filter(user -> Optional.ofNullable(situation.users().get(user))
                        .filter(known -> !known.subscribed())
                        .isPresent())
                .count();
        return invited(planned, lines) + (int) suspended;
    }

    private static Stream<CustomerId> gaining(List<ReviewLine> lines) {
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.GAIN)
                .flatMap(line -> line.customer().stream())
                .distinct();
    }

    private static String fingerprint(Planned planned, List<ReviewLine> lines) {
        String text = lines.stream()
                .map(line -> line.person() + " " + line.group() + " "
                        + line.outcome() + " " + line.reason().map(Reason::code).orElse("") + " "
                        + line.because().stream()
                                .map(Objects::toString)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .sorted()
                .collect(Collectors.joining("\n", "version " + planned.plan().matchVersion() + "\n", ""));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
