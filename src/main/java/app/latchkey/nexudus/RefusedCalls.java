package app.latchkey.nexudus;

import java.time.Instant;

/**
 * Calls to a space's webhooks that were refused, when none has been taken since.
 *
 * @param unsigned how many had no signature; about, because they are not counted one by one
 * @param wrong how many had another signature than the space's secret makes
 * @param last when the last was noted
 */
public record RefusedCalls(long unsigned, long wrong, Instant last) {

    /** What is so, for people. */
    public String cause() {
        String how = unsigned > 0 && wrong > 0
                ? "without a signature or with a wrong one"
                : unsigned > 0 ? "without a signature" : "with a wrong signature";
        long all = unsigned + wrong;
        return "Nexudus calls us, but %s: %s refused".formatted(how, all == 1 ? "1 call was" : all + " calls were");
    }

    /** What to do about it, for people. */
    public String cure() {
        return unsigned > 0
                ? "Purchases reach doors within 5 minutes instead of seconds. Whoever runs Latchkey for you can have"
                        + " unsigned calls looked into: LATCHKEY_NEXUDUS_UNSIGNED_HOOKS=hint."
                : "Purchases reach doors within 5 minutes instead of seconds. We give Nexudus the secret anew within the"
                        + " hour; if it goes on after that, somebody else calls this address.";
    }
}
