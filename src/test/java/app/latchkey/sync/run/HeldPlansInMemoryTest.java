package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.SpacesInMemory;
import java.util.List;
import java.util.UUID;

/** What operators are asked about in simulated stories. */
class HeldPlansInMemoryTest extends HeldPlansContract {

    HeldPlansInMemoryTest() {
        super(kept(new Memory(new Fate(() -> {}))));
    }

    private static Kept kept(Memory memory) {
        return new Kept(
                SpacesInMemory.scopes(memory), new SpaceId(new UUID(0xF, 1)), new RowsInMemory.Approvals(memory));
    }

    @Override
    List<String> asked() {
        return ((RowsInMemory.Approvals) plans).asked();
    }
}
