package app.latchkey.identity;

import app.latchkey.shared.Secret;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What operators and staff show beside their mailbox, because a mailbox alone must not open a building: the code of an authenticator app,
 * each code once, or one of ten recovery codes.
 */
@Service
public class SecondFactors {

    static final int WRONG_CODES = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;

    private final Scopes scopes;
    private final SecondFactorRows rows;
    private final Clock clock;

    SecondFactors(Scopes scopes, SecondFactorRows rows, Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param secret to type where a camera is missing, base 32 */
    public record Enrolment(String address, Secret secret) {}

    public boolean inForce(SignedIn user) {
        return scopes.call(user.scope(), () -> rows.confirmed(user.account()));
    }

    /**
     * What to tell the authenticator app; the same until a code of it has come back.
     *
     * @throws IllegalStateException when one is in force: its secret is never shown again
     */
    public Enrolment begin(SignedIn user) {
        SecondFactorRows.Row row = scopes.call(user.scope(), () -> {
            rows.begin(user.account(), AuthenticatorCode.newSecret(), clock.instant());
            return rows.lock(user.account()).orElseThrow();
        });
        if (row.confirmed()) {
            throw new IllegalStateException("The second factor is in force; its secret is not shown again");
        }
        return new Enrolment(AuthenticatorCode.address(row.secret(), user.email()), row.secret());
    }

    /** Ten new codes, each good once, instead of the phone; the earlier ones count no more. To be shown now and never again. */
    public List<String> newRecoveryCodes(SignedIn user) {
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        scopes.run(
                user.scope(),
                () -> rows.replaceRecoveryCodes(
                        user.account(), codes.stream().map(SecondFactors::plain).toList()));
        return codes;
    }

    /** Judges a code of the app or a recovery code; the first right one of the app puts the second factor in force. */
    public SecondTried judge(SignedIn user, String written) {
        Instant now = clock.instant();
        return scopes.call(
                user.scope(),
                () -> rows.lock(user.account())
                        .map(row -> judge(user, row, plain(written), now))
                        .orElseGet(() -> new SecondTried.Wrong(WRONG_CODES)));
    }

    private SecondTried judge(SignedIn user, SecondFactorRows.Row row, String code, Instant now) {
        if (row.lockedUntil().filter(now::isBefore).isPresent()) {
            return new SecondTried.Locked(row.lockedUntil().get());
        }
        OptionalLong step = AuthenticatorCode.step(row.secret(), code, now);
        if (step.isPresent() && step.getAsLong() > row.lastStep()) {
            rows.accepted(user.account(), step.getAsLong(), now);
            return new SecondTried.Right(false);
        }
        if (row.confirmed() && rows.spendRecoveryCode(user.account(), code, now)) {
            rows.accepted(user.account(), row.lastStep(), now);
            return new SecondTried.Right(true);
        }
        return wrong(user, row, now);
    }

    private SecondTried wrong(SignedIn user, SecondFactorRows.Row row, Instant now) {
        int wrong = row.wrongCodes() + 1;
        if (wrong < WRONG_CODES) {
            rows.wrong(user.account(), wrong, null);
            return new SecondTried.Wrong(WRONG_CODES - wrong);
        }
        rows.wrong(user.account(), 0, now.plus(LOCKED));
        return new SecondTried.Locked(now.plus(LOCKED));
    }

    /** Some 59 random bits, in groups that can be read out. */
    private static String recoveryCode() {
        String letters = OneTimeToken.readable(RECOVERY_LENGTH);
        return String.join("-", letters.substring(0, 4), letters.substring(4, 8), letters.substring(8));
    }

    private static String plain(String written) {
        return written.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
