package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Quarantined.Fault;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Nexudus itself has decided counts from its word to the end that it names. */
class DecidedTest {

    private static final Decided OPEN = decided(7, ANA, "2026-01-08T14:00:00Z", null);
    private static final Decided ENDING = decided(7, ANA, "2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z");

    private static Assessment assess(Person person, Decided decided) {
        return Entitlements.assess(person, List.of(decided), MATCHES, LONDON);
    }

    private static List<Window> studio(Decided decided) {
        return assess(Person.active(ANA), decided).entitlements().stream()
                .filter(entitlement -> entitlement.group().equals(STUDIO))
                .map(Entitlement::window)
                .toList();
    }

    @Test
    void holdsFromNexudussWordToItsEnd() {
        assertThat(studio(OPEN)).containsExactly(Window.from(OPEN.since()));
        assertThat(studio(ENDING)).containsExactly(between("2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"));
        assertThat(studio(decided(7, ANA, "2026-01-08T14:00:00Z", "2026-01-08T14:00:00Z")))
                .isEmpty();
    }

    @Test
    void saysThatNexudusSaysSo() {
        assertThat(assess(Person.active(ANA), ENDING).entitlements())
                .extracting(Entitlement::because)
                .containsOnly(new Because.Decided(7, ROOM_4, ENDING.since(), ENDING.until()));
        Because because = new Because.Decided(7, ROOM_4, ENDING.since(), null);
        assertThat(because.purchase()).contains(ENDING.key());
        assertThat(because.earnedBy()).contains(ROOM_4);
    }

    @Test
    void isAboutOnePersonAlone() {
        assertThat(assess(Person.active(BEN), OPEN).entitlements()).isEmpty();
        Team team = new Team(ANA, List.of(ANA, BEN));
        Sharing everybody = new Sharing(new Reach.WholeTeam(), new Reach.WholeTeam(), true);
        assertThat(everybody.spread(List.of(OPEN), List.of(team), Map.of(OPEN.key(), Set.of(BEN))))
                .containsExactly(OPEN);
    }

    @Test
    void isSetAsideWhenItsBeginningMakesNoSense() {
        Decided nonsense = decided(7, ANA, "0001-01-01T00:00:00Z", null);
        assertThat(assess(Person.active(ANA), nonsense).quarantined())
                .containsExactly(new Quarantined(nonsense, Fault.DATE_OUT_OF_RANGE));
    }
}
