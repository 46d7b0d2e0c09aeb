package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Fate;
import app.latchkey.simulation.Memory;
import app.latchkey.space.Scopes;
import app.latchkey.space.SpacesInMemory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** The queue that simulated stories run on. */
class DueWorkInMemoryTest extends DueWorkContract {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    DueWorkInMemoryTest() {
        super(kept(new Memory(new Fate(() -> {}))));
    }

    private static Kept kept(Memory memory) {
        Scopes scopes = SpacesInMemory.scopes(memory);
        return new Kept(
                scopes,
                new SpaceId(new UUID(0xF, 1)),
                new SpaceId(new UUID(0xF, 2)),
                new WorkInMemory(memory, scopes, CLOCK, CLOCK, () -> false).due());
    }
}
