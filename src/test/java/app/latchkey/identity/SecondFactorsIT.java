package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Secret;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;

class SecondFactorsIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final SandboxClock clock = new SandboxClock();
    private final SecondFactors factors =
            new SecondFactors(DATABASE.scopes(), new SecondFactorRows(DATABASE.jdbc(), TestSpaces.vault()), clock);
    private final SignedIn ana = somebody();

    @Test
    void isInForceFromTheFirstRightCodeOn() {
        Secret secret = factors.begin(ana).secret();
        assertThat(factors.inForce(ana)).isFalse();
        assertThat(factors.judge(ana, "000000x")).isEqualTo(new SecondTried.Wrong(4));
        assertThat(factors.inForce(ana)).isFalse();
        assertThat(factors.judge(ana, code(secret))).isEqualTo(new SecondTried.Right(false));
        assertThat(factors.inForce(ana)).isTrue();
    }

    @Test
    void showsTheSameSecretUntilItIsInForceAndThenNeverAgain() {
        Secret secret = factors.begin(ana).secret();
        assertThat(factors.begin(ana).secret()).isEqualTo(secret);
        assertThat(factors.begin(ana).address())
                .startsWith("otpauth://totp/Latchkey:")
                .contains("secret=" + secret.reveal());
        factors.judge(ana, code(secret));
        assertThatThrownBy(() -> factors.begin(ana))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(secret.reveal());
    }

    @Test
    void keepsTheSecretOutOfTheOpen() {
        Secret secret = factors.begin(ana).secret();
        String stored = DATABASE.scopes()
                .inSystem(() -> DATABASE.jdbc()
                        .sql("select encode(secret, 'escape') from second_factor where account_id = :account")
                        .param("account", ana.account().value())
                        .query(String.class)
                        .single());
        assertThat(stored).doesNotContain(secret.reveal());
    }

    @Test
    void takesEachCodeOnce() {
        Secret secret = inForce(ana);
        clock.advance(Duration.ofSeconds(60));
        String code = code(secret);
        assertThat(factors.judge(ana, code)).isEqualTo(new SecondTried.Right(false));
        assertThat(factors.judge(ana, code)).isInstanceOf(SecondTried.Wrong.class);
    }

    @Test
    void forgivesAPhoneThatIsHalfAMinuteOff() {
        Secret secret = inForce(ana);
        clock.advance(Duration.ofMinutes(5));
        String late = code(secret);
        clock.advance(Duration.ofSeconds(30));
        assertThat(factors.judge(ana, late)).isEqualTo(new SecondTried.Right(false));
        String tooLate = code(secret);
        clock.advance(Duration.ofSeconds(90));
        assertThat(factors.judge(ana, tooLate)).isInstanceOf(SecondTried.Wrong.class);
    }

    @Test
    void locksForAWhileAfterFiveWrongOnes() {
        Secret secret = inForce(ana);
        IntStream.range(0, 4).forEach(wrong -> factors.judge(ana, "nothing"));
        assertThat(factors.judge(ana, "nothing")).isInstanceOf(SecondTried.Locked.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(factors.judge(ana, code(secret))).as("even a right one").isInstanceOf(SecondTried.Locked.class);
        clock.advance(SecondFactors.LOCKED);
        assertThat(factors.judge(ana, code(secret))).isEqualTo(new SecondTried.Right(false));
    }

    @Test
    void takesARecoveryCodeOnceHoweverItIsWritten() {
        inForce(ana);
        List<String> codes = factors.newRecoveryCodes(ana);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(factors.judge(
                        ana, codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(new SecondTried.Right(true));
        assertThat(factors.judge(ana, codes.getFirst())).isInstanceOf(SecondTried.Wrong.class);
        factors.newRecoveryCodes(ana);
        assertThat(factors.judge(ana, codes.get(1))).as("of the earlier ten").isInstanceOf(SecondTried.Wrong.class);
    }

    @Test
    void takesNoCodeOfAnotherPerson() {
        Secret hers = inForce(ana);
        SignedIn ben = somebody();
        inForce(ben);
        clock.advance(Duration.ofMinutes(1));
        assertThat(factors.judge(ben, code(hers))).isInstanceOf(SecondTried.Wrong.class);
    }

    private Secret inForce(SignedIn user) {
        Secret secret = factors.begin(user).secret();
        factors.judge(user, code(secret));
        return secret;
    }

    private String code(Secret secret) {
        return AuthenticatorCode.at(secret, clock.instant());
    }

    private SignedIn somebody() {
        return new Accounts(DATABASE.scopes(), DATABASE.jdbc(), TestSpaces.settings(""), clock)
                .arrive(new EmailAddress("somebody-" + UUID.randomUUID() + "@example.com"));
    }
}
