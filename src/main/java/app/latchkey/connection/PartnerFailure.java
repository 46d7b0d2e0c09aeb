package app.latchkey.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partner did not do what was asked. The {@link Cause} says what kind of failure it is, who must act and whether trying again can help. */
public final class PartnerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Who can mend it: the space's operator, the partner, or we. */
    public enum Who {
        SPACE,
        PARTNER,
        US
    }

    /** The kinds of failure, each with who must act and whether the same request can succeed later. */
    public enum Category {
        /** The connection is dead: somebody of the space signs in again. */
        NEEDS_SIGN_IN(Who.SPACE, false),
        /** User name, password or one-time code are wrong. */
        WRONG_LOGIN(Who.SPACE, false),
        /** The partner wants a one-time code as well. */
        ONE_TIME_CODE_NEEDED(Who.SPACE, false),
        /** Somebody said no on the partner's consent page. */
        CONSENT_DENIED(Who.SPACE, false),
        /** The connected account may not do this. */
        RIGHT_MISSING(Who.SPACE, false),
        SITE_NOT_RELEASED(Who.SPACE, false),
        NO_SUBSCRIPTION(Who.SPACE, false),
        /** What was meant does not exist, or no longer. */
        NOT_FOUND(Who.SPACE, false),
        /** Something at the partner has to be put right by hand before this can be done. */
        BY_HAND_FIRST(Who.SPACE, false),
        /** Somebody made a moment ago; the partner has not caught up. */
        NOT_READY(Who.PARTNER, true),
        THROTTLED(Who.PARTNER, true),
        /** No answer, or an error of the partner's own. What was asked may have happened all the same. */
        SILENT(Who.PARTNER, true),
        /** An answer that cannot be read. */
        UNREADABLE(Who.PARTNER, true),
        /** A single record that cannot be read, while the partner answers well: everybody else goes on without it. */
        RECORD_UNREADABLE(Who.PARTNER, true),
        /** The partner finds our request wrong. */
        REFUSED(Who.US, false),
        /** The partner does not know this deployment: its client id, secret or address are wrong. */
        MISCONFIGURED(Who.US, false);

        private final Who who;
        private final boolean againHelps;

        Category(Who who, boolean againHelps) {
            this.who = who;
            this.againHelps = againHelps;
        }

        public Who who() {
            return who;
        }

        public boolean againHelps() {
            return againHelps;
        }
    }

    /**
     * @param words for people: what happened, without secrets and without names of customers
     * @param retryAfter how long the partner asked to wait
     */
    public record Cause(Partner partner, Category category, String words, Optional<Duration> retryAfter) {
        public Cause {
            Objects.requireNonNull(category, "category");
        }

        public Who who() {
            return category.who();
        }

        public boolean againHelps() {
            return category.againHelps();
        }
    }

    private final transient Cause why;

    private PartnerFailure(Cause why, @Nullable Throwable origin) {
        super(why.partner().title() + " " + why.category() + ": " + why.words(), origin);
        this.why = why;
    }

    public static PartnerFailure of(Partner partner, Category category, String words) {
        return new PartnerFailure(new Cause(partner, category, words, Optional.empty()), null);
    }

    public static PartnerFailure of(Partner partner, Category category, String words, Duration retryAfter) {
        return new PartnerFailure(new Cause(partner, category, words, Optional.of(retryAfter)), null);
    }

    public static PartnerFailure of(Partner partner, Category category, String words, Throwable origin) {
        return new PartnerFailure(new Cause(partner, category, words, Optional.empty()), origin);
    }

    /** @param wait until there is time for it, as far as is known */
    static PartnerFailure throttled(Partner partner, Duration wait) {
        return of(partner, Category.THROTTLED, partner.title() + " asks us to slow down; we come back to it.", wait);
    }

    public static PartnerFailure needsSignIn(Partner partner, String words) {
        return of(partner, Category.NEEDS_SIGN_IN, words);
    }

    public Cause why() {
        return why;
    }

    public Category category() {
        return why.category();
    }

    public boolean is(Category category) {
        return why.category() == category;
    }

    public boolean againHelps() {
        return why.againHelps();
    }

    public Optional<Duration> retryAfter() {
        return why.retryAfter();
    }

    /** What happened, for people. */
    public String words() {
        return why.words();
    }
}
