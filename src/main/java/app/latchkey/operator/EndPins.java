package app.latchkey.operator;

import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.PinAnswer;
import app.latchkey.sync.PinSuspicion;
import app.latchkey.sync.PinSuspicions;
import app.latchkey.sync.Pins;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What an operator does where two people may have one PIN. */
@Service
public class EndPins {

    private final PinSuspicions suspicions;
    private final Pins pins;
    private final CurrentUser users;

    EndPins(PinSuspicions suspicions, Pins pins, CurrentUser users) {
        this.suspicions = suspicions;
        this.pins = pins;
        this.users = users;
    }

    @ByOperators
    public Optional<PinSuspicion> suspicion(SpaceId space, CustomerId customer) {
        return suspicions.of(space, customer);
    }

    /** @return why not both, if so: then whoever's PIN it was not is left as before, or unclear */
    @ByOperators
    public Optional<PinAnswer.Why> both(SpaceId space, CustomerId one, CustomerId other) {
        return pins.end(space, one, users.get().getName())
                .or(() -> pins.end(space, other, users.get().getName()));
    }
}
