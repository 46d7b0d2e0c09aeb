package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.NexudusByPages;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** As {@link SimulatedNexudus}, but lists come page by page to the product's own client, and anything may happen between two of them. */
final class PagedNexudus extends SimulatedNexudus {

    private final Houses houses;
    private final Fate fate;
    private final Nexudus client;

    PagedNexudus(Houses houses, Fate fate, Memory memory, Clock node) {
        super(houses, fate, node);
        this.houses = houses;
        this.fate = fate;
        this.client = NexudusByPages.client(memory, node, houses.spaces(), LocationRecords.offers(), this::records);
    }

    private List<ObjectNode> records(SpaceId space, String path) {
        House house = houses.asked(space, Partner.NEXUDUS);
        Optional<Misfortune> befalls = fate.at(Point.NEXUDUS_READ);
        befalls.ifPresent(PagedNexudus::fail);
        List<ObjectNode> records = new LocationRecords(house.world).of(path);
        fate.after(befalls);
        return records;
    }

    private static void fail(Misfortune misfortune) {
        SimulatedNexudus.failWith(misfortune);
        if (misfortune.kind() == Kind.INCOMPLETE) {
            throw PartnerFailure.of(Partner.NEXUDUS, Category.UNREADABLE, "Nexudus sent half an answer.");
        }
    }

    @Override
    public FullRead readAll(SpaceId space, ProgressListener progress) {
        return client.readAll(space, progress);
    }

    @Override
    public CustomerFacts customer(SpaceId space, CustomerId id, Set<PurchaseKey> known) {
        return client.customer(space, id, known);
    }
}
