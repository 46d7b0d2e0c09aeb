package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Harbour;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What purchases earn that a reading lacks, in the real tables. */
@WithProduct(own = true)
class IntakeIT {

    private static final String OFFICE_12 = "Office 12";

    private final Harbour harbour;

    IntakeIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @Test
    void isRecordedByTheMatchesOfNow() {
        harbour.begin();
        AccessGroupId flex = harbour.group("Flex members");
        AccessGroupId office = harbour.group(OFFICE_12);
        CustomerId bengt = harbour.customer(PreparedWorld.BENGT);
        assertThat(recorded(bengt))
                .extracting(Entitlement::group)
                .containsOnlyOnce(office)
                .doesNotContain(flex);

        matchAlso(flex);
        inSpace(() -> harbour.bean(Intake.class).customer(harbour.space(), nothingOf(bengt)));

        assertThat(recorded(bengt))
                .extracting(Entitlement::group)
                .containsOnlyOnce(office)
                .containsOnlyOnce(flex);
        assertThat(recorded(bengt))
                .extracting(Entitlement::because)
                .containsOnly(recorded(bengt).getFirst().because());
    }

    private void matchAlso(AccessGroupId group) {
        Matching matching = harbour.bean(Matching.class);
        Map<ItemId, Set<AccessGroupId>> matches =
                new HashMap<>(matching.current(harbour.space()).groupsOf());
        matches.put(
                ItemId.office(harbour.partners().nexudus().desk(OFFICE_12)), Set.of(harbour.group(OFFICE_12), group));
        var unused = matching.publish(harbour.space(), matches, new AccountId(UUID.randomUUID()));
    }

    /** Complete, and without his contract. */
    private CustomerFacts nothingOf(CustomerId id) {
        Customer customer = harbour.bean(Snapshot.class).customer(id).orElseThrow();
        Instant now = harbour.partners().clock().instant();
        return new CustomerFacts(customer, List.of(), false, true, now);
    }

    private List<Entitlement> recorded(CustomerId customer) {
        return harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Entitled.class).of(Set.of(customer)));
    }

    private void inSpace(Runnable deed) {
        harbour.bean(Scopes.class).inSpace(harbour.space(), deed);
    }
}
