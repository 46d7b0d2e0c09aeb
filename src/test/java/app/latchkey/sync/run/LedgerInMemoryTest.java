package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.SpacesInMemory;
import java.util.UUID;

/** The ledger that simulated stories run on. */
class LedgerInMemoryTest extends LedgerContract {

    LedgerInMemoryTest() {
        super(kept(new Memory(new Fate(() -> {}))));
    }

    private static Kept kept(Memory memory) {
        return new Kept(
                SpacesInMemory.scopes(memory),
                new SpaceId(new UUID(0xF, 1)),
                new SpaceId(new UUID(0xF, 2)),
                new RowsInMemory.Ledgers(memory));
    }
}
