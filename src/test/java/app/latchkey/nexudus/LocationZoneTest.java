package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocationZoneTest {

    @Test
    void understandsWhatWindowsCallsAZone() {
        assertThat(LocationZone.named("GMT Standard Time").usual()).contains(ZoneId.of("Europe/London"));
    }

    @Test
    void fitsEveryPlaceThatWindowsMeansByOneName() {
        assertThat(LocationZone.named("GMT Standard Time").fits(ZoneId.of("Europe/Lisbon")))
                .isTrue();
        assertThat(LocationZone.named("W. Europe Standard Time").fits(ZoneId.of("Europe/Berlin")))
                .isTrue();
    }

    @Test
    void seesThatMadridIsNotLisbon() {
        assertThat(LocationZone.named("GMT Standard Time").fits(ZoneId.of("Europe/Madrid")))
                .isFalse();
        assertThat(LocationZone.named("Europe/Lisbon").fits(ZoneId.of("Europe/Madrid")))
                .isFalse();
    }

    @Test
    void knowsNothingAboutANameThatNobodyKnows() {
        LocationZone unknown = LocationZone.named("Middle of Nowhere Time");
        assertThat(unknown.usual()).isEmpty();
        assertThat(unknown.fits(ZoneId.of("Europe/Lisbon"))).isFalse();
    }

    @Test
    void understandsFarAwayZonesToo() {
        assertThat(LocationZone.named("Tokyo Standard Time").usual()).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(LocationZone.named("Newfoundland Standard Time").usual()).contains(ZoneId.of("America/St_Johns"));
    }
}
