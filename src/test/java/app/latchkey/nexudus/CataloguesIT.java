package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

class CataloguesIT {

    private static final String PASSES = "/api/billing/timepasses";

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();
    private final SpaceId space = PartnerWorld.aSpace();

    @BeforeEach
    void connect() {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        choose(PreparedWorld.HARBOUR_HOUSE);
    }

    private void choose(String location) {
        nexudus.choose(space, new LocationId(partner.location(location)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Calls itemsRead() {
        return world.partners().calls().to(PASSES);
    }

    private CustomerFacts marta(Nexudus nodesNexudus) {
        return nodesNexudus.customer(space, new CustomerId(partner.customer(PreparedWorld.MARTA)));
    }

    @Test
    void areReadOnceForAllNodes() {
        CustomerFacts facts = marta(nexudus);
        assertThat(facts.purchases()).isNotEmpty();
        world.partners().resetJournal();

        assertThat(marta(world.node(Map.of()).get(Nexudus.class)).purchases()).isEqualTo(facts.purchases());
        assertThat(itemsRead().count()).isZero();
    }

    /** Minute passes and day passes, desks and offices are told apart. */
    @Test
    void areTheSameWhenTheyAreFound() {
        Catalogues catalogues = node.get(Catalogues.class);
        Catalogue fresh = catalogues.fresh(space);
        assertThat(fresh.passes().values())
                .extracting(Catalogue.Definition::minutes)
                .contains(true, false);
        assertThat(fresh.desks()).isNotEmpty();
        world.partners().resetJournal();

        assertThat(catalogues.current(space)).isEqualTo(fresh);
        assertThat(itemsRead().count()).isZero();
    }

    @Test
    void areReadAnewWhenTheyAreOld() {
        marta(nexudus);
        world.partners().resetJournal();
        world.partners().clock().advance(Duration.ofHours(2).plusSeconds(1));

        assertThat(marta(nexudus).purchases()).isNotEmpty();
        assertThat(itemsRead().count()).isPositive();
    }

    /** A clock that was ahead must not make them look new for as long as that. */
    @Test
    void areReadAnewWhenTheyAreOfTheFuture() {
        world.partners().clock().advance(Duration.ofMinutes(5));
        marta(nexudus);
        world.partners().clock().advance(Duration.ofMinutes(-5));
        world.partners().resetJournal();

        marta(nexudus);
        assertThat(itemsRead().count()).isPositive();
        world.partners().resetJournal();
        marta(nexudus);
        assertThat(itemsRead().count())
                .as("what was read by the clock as it is now is kept")
                .isZero();
    }

    @Test
    void areThoseOfTheChosenLocation() {
        marta(nexudus);
        choose(PreparedWorld.HARBOUR_NORTH);
        world.partners().resetJournal();

        Catalogue north = node.get(Catalogues.class).current(space);
        assertThat(itemsRead().count()).isPositive();
        assertThat(north.items()).isEqualTo(nexudus.items(space));
    }

    @Test
    void areNotKeptWhenTheirReadingBrokeOff() {
        partner.fail("/api/spaces/resources", Fault.status(500).always());
        assertThat(marta(nexudus).complete()).isFalse();
        partner.clearFaults();

        assertThat(node.get(Catalogues.class).current(space).resources()).isNotEmpty();
    }
}
