package app.latchkey.identity;

import app.latchkey.notice.Delivery;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Seals;
import app.latchkey.space.Seals.Seal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Proves an address by a mail with a link and six digits, which work once, for ten minutes, on any node. Every address is answered alike,
 * whether we know it or not.
 */
@Service
public class SignInByMail {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration PERIOD = Duration.ofMinutes(15);
    static final int REQUESTS = 5;
    static final int WRONG_CODES = 5;
    private static final String CODE = "sign-in code";

    private final Scopes scopes;
    private final SignInRequests requests;
    private final Seals seals;
    private final Notices notices;
    private final LatchkeySettings settings;
    private final Clock clock;

    SignInByMail(
            Scopes scopes,
            SignInRequests requests,
            Seals seals,
            Notices notices,
            LatchkeySettings settings,
            Clock clock) {
        this.scopes = scopes;
        this.requests = requests;
        this.seals = seals;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    public Asked ask(EmailAddress email) {
        Instant now = clock.instant();
        String token = OneTimeToken.next();
        String code = OneTimeToken.sixDigits();
        UUID request = UUID.randomUUID();
        Optional<Instant> wait = scopes.inSystem(() -> store(email, request, token, code, now));
        if (wait.isPresent()) {
            return new Asked.TooMany(wait.get());
        }
        Delivery delivery = notices.send(email, SignInMail.write(settings.publicUrl(), request, token, code));
        return delivery == Delivery.FAILED ? new Asked.NotSent() : new Asked.Sent(request);
    }

    /** Whose link it is, while it works; looking spends nothing, because mail scanners look too. */
    public Optional<EmailAddress> look(String token) {
        return scopes.inSystem(() -> requests.byToken(OneTimeToken.digest(token), clock.instant()))
                .map(SignInRequests.Open::email);
    }

    /** The address is proved, for the first who spends the link. */
    public Optional<EmailAddress> spend(String token) {
        Instant now = clock.instant();
        return scopes.inSystem(() -> {
            Optional<SignInRequests.Open> open = requests.byToken(OneTimeToken.digest(token), now);
            open.ifPresent(request -> requests.spendAll(request.email(), now));
            return open.map(SignInRequests.Open::email);
        });
    }

    public CodeTried spend(UUID request, String digits) {
        Instant now = clock.instant();
        return scopes.inSystem(() -> requests.byId(request, now)
                .filter(open -> open.wrongCodes() < WRONG_CODES)
                .map(open -> judge(open, digits.replaceAll("\\s", ""), now))
                .orElseGet(CodeTried.Dead::new));
    }

    private CodeTried judge(SignInRequests.Open open, String digits, Instant now) {
        if (seals.fits(open.code(), CODE, sealedText(open.id(), digits))) {
            requests.spendAll(open.email(), now);
            return new CodeTried.Right(open.email());
        }
        requests.countWrongCode(open.id());
        int left = WRONG_CODES - open.wrongCodes() - 1;
        return left > 0 ? new CodeTried.Wrong(left) : new CodeTried.Dead();
    }

    /** Empty when stored; otherwise when the address may ask again. */
    private Optional<Instant> store(EmailAddress email, UUID request, String token, String code, Instant now) {
        requests.oneAtATime(email);
        requests.deleteBefore(now.minus(Duration.ofDays(1)));
        Optional<Instant> fifth = requests.nthLatest(email, REQUESTS, now.minus(PERIOD));
        if (fifth.isEmpty()) {
            Seal sealed = seals.seal(CODE, sealedText(request, code));
            requests.add(request, email, OneTimeToken.digest(token), sealed, now, now.plus(LIFETIME));
        }
        return fifth.map(at -> at.plus(PERIOD));
    }

    /** The same digits in two requests must not look alike in the table. */
    private static String sealedText(UUID request, String code) {
        return request + "|" + code;
    }
}
