package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody of the team gives by name is held to the same bounds as what is bought. */
class GivenTest {

    private static final Gift TO_ANA =
            new Gift(ANA, STREET, between("2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"), "Ben", "lost tag");

    private static List<Entitlement> given(Person person, Gift... gifts) {
        return Entitlements.given(person, List.of(gifts), MATCHES);
    }

    @Test
    void entitlesTheOneWhoIsNamedAndNobodyElse() {
        assertThat(given(Person.active(ANA), TO_ANA)).containsExactly(TO_ANA.entitlement());
        assertThat(given(Person.active(BEN), TO_ANA)).isEmpty();
    }

    @Test
    void entitlesNobodyWhoIsSuspendedOrArchived() {
        assertThat(given(new Person(ANA, false, false), TO_ANA)).isEmpty();
        assertThat(given(new Person(ANA, true, true), TO_ANA)).isEmpty();
    }

    @Test
    void reachesOnlyGroupsThatTheSpaceHasMatched() {
        Gift elsewhere = new Gift(ANA, group(9), TO_ANA.window(), "Ben", "lost tag");
        assertThat(given(Person.active(ANA), elsewhere, TO_ANA)).containsExactly(TO_ANA.entitlement());
    }
}
