package app.latchkey.doors;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Voice;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Language;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.WaysIn;
import app.latchkey.sync.WaysIn.Phone;
import app.latchkey.sync.WaysIn.Pin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A member reads which ways in are really theirs, and nothing is called ready that may not open. */
class WayInTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void namesTheEndOfTheTagOnly() {
        assertThat(words(ways(Phone.ACTIVE, Optional.of("02309289"), Pin.SET), true))
                .containsExactly("Salto app · ready, on your phone", "Tag ··89 · ready", "PIN · ready");
    }

    @Test
    void callsNothingReadyOfSomebodyWithoutASeat() {
        assertThat(of(ways(Phone.ACCEPTED, Optional.of("02309289"), Pin.SET), false))
                .noneMatch(WayIn::ready);
    }

    @Test
    void offersNoAppToWhomSaltoCannotInvite() {
        assertThat(words(ways(Phone.NO_ADDRESS, Optional.of("02309289"), Pin.NOT_ALLOWED), true))
                .containsExactly("Tag ··89 · ready");
    }

    @ParameterizedTest
    @EnumSource(
            value = Pin.class,
            names = {"NONE", "NOT_READ"})
    void doesNotCallAPinReadyThatNobodyHasSeen(Pin pin) {
        assertThat(of(ways(Phone.NO_ADDRESS, Optional.empty(), pin), true))
                .singleElement()
                .matches(way -> !way.ready());
    }

    private static WaysIn ways(Phone phone, Optional<String> tag, Pin pin) {
        return new WaysIn(phone, Optional.empty(), tag, pin, List.of(), Optional.of(NOW));
    }

    private static List<String> words(WaysIn ways, boolean seated) {
        return of(ways, seated).stream().map(WayIn::words).toList();
    }

    private static List<WayIn> of(WaysIn ways, boolean seated) {
        CustomerDetail person = new CustomerDetail(
                new CustomerId(7),
                "Ana Ruiz",
                Optional.empty(),
                true,
                false,
                Optional.of(new PlatformUserId(new UUID(0, 7))),
                "Ana Ruiz",
                Optional.empty(),
                seated,
                false,
                Optional.empty(),
                ways,
                List.of(),
                List.of(),
                Optional.of(NOW));
        return WayIn.of(person, false, new Voice(Audience.MEMBER, "Harbour House", ZoneOffset.UTC, NOW, Language.EN));
    }
}
