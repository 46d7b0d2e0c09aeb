package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.people.LinkState;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Mode;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Outcome;
import app.latchkey.sync.WhyNot;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Reading;
import app.latchkey.sync.plan.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        Situation situation = inFullMode(situations.asItIs(space));
        Set<CustomerId> persons = situation.customers().keySet();
        List<Purchase> purchases = seen.allPurchases();
        List<Entitlement> entitlements = Wanted.of(situation, persons, purchases);
        Reading reading = new Reading(EnumSet.allOf(PurchaseKind.class), true, true, Wanted.keys(purchases), Set.of());
        Planned planned = planning.plan(situation, persons, SpaceRuns.everybody(situation), entitlements, reading, now);
        List<ReviewLine> lines = lines(planned);
        return new Evaluation(planned, lines, mails(planned, lines), fingerprint(planned, lines));
    }

    private static Situation inFullMode(Situation situation) {
        Space space = situation.space();
        Space full = new Space(
                space.id(),
                space.slug(),
                space.name(),
                space.zone(),
                SetupStep.DONE,
                Mode.FULL,
                null,
                space.rules(),
                space.passport(),
                space.contact());
        return new Situation(
                full,
                situation.matches(),
                situation.customers(),
                situation.links(),
                situation.users(),
                situation.groups(),
                situation.members(),
                situation.ledger(),
                situation.putBack(),
                situation.gifts());
    }

    private static List<ReviewLine> lines(Planned planned) {
        Set<List<Object>> decided = new HashSet<>();
        List<ReviewLine> lines = new ArrayList<>();
        for (Decision decision : planned.plan().decisions()) {
            line(planned, decision).ifPresent(line -> {
                lines.add(line);
                line.customer().ifPresent(customer -> decided.add(List.of(customer, line.group())));
            });
        }
        later(planned)
                .filter(line -> decided.add(List.of(line.customer().orElseThrow(), line.group())))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(ReviewLine::outcome)
                .thenComparing(ReviewLine::name)
                .thenComparing(ReviewLine::groupName));
        return lines;
    }

    private static Optional<ReviewLine> line(Planned planned, Decision decision) {
        return switch (decision) {
            case Decision.Grant grant ->
                Optional.of(of(planned, grant, Outcome.GAIN, grant.window(), grant.because(), null));
            case Decision.Keep keep ->
                Optional.of(of(planned, keep, Outcome.KEEP, keep.window(), keep.because(), null));
            case Decision.Withhold withhold ->
                Optional.of(
                        of(planned, withhold, Outcome.WITHHELD, null, withhold.because(), Whys.of(withhold.reason())));
            case Decision.Foreign foreign ->
                Optional.of(of(
                        planned,
                        foreign,
                        foreign.because().isEmpty() || foreign.pinned() ? Outcome.BY_HAND : Outcome.KEEP,
                        null,
                        foreign.because(),
                        foreign.pinned() ? WhyNot.PROTECTED_PERSON : null));
            case Decision.Revoke revoke -> Optional.of(of(planned, revoke, Outcome.LOSE, null, List.of(), null));
            case Decision.Hold hold -> line(planned, hold.change());
            case Decision.Forget _ -> Optional.empty();
        };
    }

    /** Who gains nothing now, and something later. */
    private static Stream<ReviewLine> later(Planned planned) {
        Situation situation = planned.situation();
        return planned.entitlements().stream()
                .filter(entitlement -> entitlement.window().isAhead(planned.now()))
                .filter(entitlement -> !(situation.links().get(entitlement.customer()) instanceof LinkState.Withheld))
                .filter(entitlement -> situation
                        .userOf(entitlement.customer())
                        .filter(user -> situation.members().containsKey(new Membership(user, entitlement.group())))
                        .isEmpty())
                .sorted()
                .map(entitlement -> new ReviewLine(
                        Optional.of(entitlement.customer()),
                        situation.name(entitlement.customer()),
                        entitlement.group(),
                        situation.groupName(entitlement.group()),
                        Outcome.GAIN,
                        Optional.of(entitlement.window()),
                        List.of(entitlement.because()),
                        Optional.empty(),
                        true));
    }

    private static ReviewLine of(
            Planned planned,
            Decision decision,
            Outcome outcome,
            @Nullable Window window,
            List<Because> because,
            @Nullable WhyNot reason) {
        Situation situation = planned.situation();
        AccessGroupId group = decision.group();
        Optional<CustomerId> customer = switch (decision.subject()) {
            case Subject.Newcomer newcomer -> Optional.of(newcomer.customer());
            case Subject.SaltoUser known -> first(situation, known.user());
        };
        String name = switch (decision.subject()) {
            case Subject.Newcomer newcomer -> situation.name(newcomer.customer());
            case Subject.SaltoUser known -> customer.map(situation::name).orElseGet(() -> situation.name(known.user()));
        };
        return new ReviewLine(
                customer,
                name,
                group,
                situation.groupName(group),
                outcome,
                Optional.ofNullable(window),
                because,
                Optional.ofNullable(reason),
                !because.isEmpty());
    }

    private static Optional<CustomerId> first(Situation situation, PlatformUserId user) {
        return situation.customersOf(Set.of(user)).stream().sorted().findFirst();
    }

    /** Salto would write to each of them when the first window is due, and each takes a seat. */
    private static int mails(Planned planned, List<ReviewLine> lines) {
        return (int) lines.stream()
                .filter(line -> line.outcome() == Outcome.GAIN)
                .map(ReviewLine::customer)
                .flatMap(Optional::stream)
                .distinct()
                .filter(customer -> planned.situation().links().get(customer) instanceof LinkState.ToInvite)
                .count();
    }

    private static String fingerprint(Planned planned, List<ReviewLine> lines) {
        String text = lines.stream()
                .map(line -> line.customer().map(Objects::toString).orElse(line.name()) + " " + line.group() + " "
                        + line.outcome() + " "
                        + line.because().stream()
                                .map(because -> because.purchase()
                                        .map(Objects::toString)
                                        .orElse("-"))
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
