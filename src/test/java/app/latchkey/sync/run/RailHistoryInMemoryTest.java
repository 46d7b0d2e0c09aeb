package app.latchkey.sync.run;

import app.latchkey.salto.SaltoInMemory;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.SpacesInMemory;
import java.util.UUID;

/** What the rails remember in simulated stories. */
class RailHistoryInMemoryTest extends RailHistoryContract {

    RailHistoryInMemoryTest() {
        super(kept(new Memory(new Fate(() -> {}))));
    }

    private static Kept kept(Memory memory) {
        RowsInMemory.Runs journal = new RowsInMemory.Runs(memory);
        RowsInMemory.Approvals held = new RowsInMemory.Approvals(memory);
        RowsInMemory.Verdicts standings = new RowsInMemory.Verdicts(memory);
        return new Kept(
                SpacesInMemory.scopes(memory),
                new SpaceId(new UUID(0xF, 1)),
                journal,
                held,
                standings,
                new RowsInMemory.Forecasts(memory, journal, held, standings, SaltoInMemory.snapshot(memory), false));
    }
}
