package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Revoke;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of changes that somebody is asked about.
 *
 * @param lines each change with its facts and the match version, sorted; approving means exactly these
 * @param fingerprint SHA-256 over the lines, in hex
 */
public record HeldPlan(List<Change> changes, List<String> lines, String fingerprint) {

    public HeldPlan {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    public static HeldPlan of(Collection<? extends Change> changes, long matchVersion) {
        List<String> lines = changes.stream()
                .map(change -> line(change, matchVersion))
                .sorted()
                .toList();
        return new HeldPlan(List.copyOf(changes), lines, sha256(String.join("\n", lines)));
    }

    /** A change as text: who, which group, what, under which matches, and the facts behind it. Names are no facts. */
    public static String line(Change change, long matchVersion) {
        String facts = facts(change).sorted().collect(Collectors.joining(", "));
        String what = switch (change) {
            case Grant _ -> "grant";
            case Revoke _ -> "revoke";
        };
        return "%s %s in %s under match version %d: %s"
                .formatted(what, who(change.subject()), change.group(), matchVersion, facts);
    }

    private static String who(Subject subject) {
        return switch (subject) {
            case Subject.SaltoUser known -> "Salto user " + known.user();
            case Subject.Newcomer newcomer -> "customer " + newcomer.customer();
        };
    }

    private static Stream<String> facts(Change change) {
        return switch (change) {
            case Grant grant ->
                Stream.concat(
                        Stream.of(grant.window().toString()),
                        grant.because().stream().map(HeldPlan::fact));
            case Revoke revoke ->
                revoke.endings().stream().map(ending -> fact(ending.because()) + " " + ending.cause());
        };
    }

    private static String fact(Because because) {
        return because.purchase().map(PurchaseKey::toString).orElseGet(because::toString);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
