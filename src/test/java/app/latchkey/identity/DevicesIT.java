package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;

class DevicesIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final SandboxClock clock = new SandboxClock();
    private final Devices devices = new Devices(DATABASE.scopes(), new DeviceRows(DATABASE.jdbc()), clock);
    private final SignedIn ana = somebody();

    @Test
    void isKnownByATokenThatChangesWithEachUse() {
        String first = devices.remember(ana, "iPhone");
        String second = next(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(next(second)).isNotEqualTo(second);
    }

    @Test
    void letsTwoTabsWakeAtOnce() {
        String first = devices.remember(ana, "iPhone");
        String second = next(first);
        clock.advance(Duration.ofSeconds(30));
        assertThat(devices.recognise(first)).isInstanceOfSatisfying(Devices.Recognised.class, known -> {
            assertThat(known.email()).isEqualTo(ana.email());
            assertThat(known.next()).isEmpty();
        });
        assertThat(devices.recognise(second)).isInstanceOf(Devices.Recognised.class);
    }

    @Test
    void endsWhenAnOldTokenTurnsUpAgain() {
        String copied = devices.remember(ana, "iPhone");
        String current = next(copied);
        clock.advance(Duration.ofSeconds(62));
        assertThat(devices.recognise(copied)).isInstanceOf(Devices.Unknown.class);
        assertThat(devices.recognise(current)).isInstanceOf(Devices.Unknown.class);
        assertThat(devices.of(ana)).isEmpty();
    }

    @Test
    void isForgottenAfterNinetyDaysWithoutUse() {
        String token = devices.remember(ana, "iPhone");
        clock.advance(Duration.ofDays(89));
        String next = next(token);
        clock.advance(Duration.ofDays(90).plusSeconds(1));
        assertThat(devices.recognise(next)).isInstanceOf(Devices.Unknown.class);
    }

    @Test
    void isListedForItsOwnerAndEndedByNobodyElse() {
        String token = devices.remember(ana, "iPhone");
        Device device = devices.of(ana).getFirst();
        assertThat(device.label()).isEqualTo("iPhone");
        SignedIn ben = somebody();
        devices.revoke(ben, device.id());
        assertThat(devices.of(ben)).isEmpty();
        assertThat(devices.of(ana)).hasSize(1);
        devices.revoke(ana, device.id());
        assertThat(devices.recognise(token)).isInstanceOf(Devices.Unknown.class);
    }

    @Test
    void endsWithSigningOut() {
        String token = devices.remember(ana, "iPhone");
        devices.forget(token);
        assertThat(devices.of(ana)).isEmpty();
    }

    @Test
    void knowsNothingOfNonsense() {
        assertThat(devices.recognise("nonsense")).isInstanceOf(Devices.Unknown.class);
        assertThat(devices.recognise("x.y")).isInstanceOf(Devices.Unknown.class);
        assertThat(devices.recognise(UUID.randomUUID() + ".y")).isInstanceOf(Devices.Unknown.class);
    }

    private String next(String token) {
        Devices.Recognition answer = devices.recognise(token);
        assertThat(answer).isInstanceOf(Devices.Recognised.class);
        return ((Devices.Recognised) answer).next().orElseThrow();
    }

    private SignedIn somebody() {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.com");
        return new Accounts(DATABASE.scopes(), DATABASE.jdbc(), TestSpaces.settings(""), clock).arrive(email);
    }
}
