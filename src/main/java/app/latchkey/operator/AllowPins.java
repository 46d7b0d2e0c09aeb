package app.latchkey.operator;

import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.PinAnswer;
import app.latchkey.sync.Pins;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets people have a PIN whom Salto lets have none; they make it themselves, so that nobody else sees it. */
@Service
public class AllowPins {

    private final Pins pins;
    private final CurrentUser users;

    AllowPins(Pins pins, CurrentUser users) {
        this.pins = pins;
        this.users = users;
    }

    /** @return why not, if so */
    @ByOperators
    public Optional<PinAnswer.Why> allow(SpaceId space, CustomerId customer) {
        return pins.allow(space, customer, users.get().getName());
    }
}
