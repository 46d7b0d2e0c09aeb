package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.SpacesInMemory;
import java.util.UUID;

/** How everybody stands in simulated stories. */
class StandingsInMemoryTest extends StandingsContract {

    StandingsInMemoryTest() {
        super(kept(new Memory(new Fate(() -> {}))));
    }

    private static Kept kept(Memory memory) {
        return new Kept(
                SpacesInMemory.scopes(memory), new SpaceId(new UUID(0xF, 1)), new RowsInMemory.Verdicts(memory));
    }
}
