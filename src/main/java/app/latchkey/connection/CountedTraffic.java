package app.latchkey.connection;

import app.latchkey.connection.Budgets.Left;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import java.net.URI;
import org.springframework.stereotype.Service;

/** By the budgets that all nodes share, and the breakers of this one. */
@Service
class CountedTraffic implements Traffic {

    private final Budgets budgets;
    private final Breakers breakers;
    private final LatchkeySettings settings;

    CountedTraffic(Budgets budgets, Breakers breakers, LatchkeySettings settings) {
        this.budgets = budgets;
        this.breakers = breakers;
        this.settings = settings;
    }

    @Override
    public State of(SpaceId space, Partner partner) {
        PartnerRequest request = PartnerRequest.get(partner, partner.credential(space), address(partner));
        Left left = budgets.left(request);
        return new State(left.atOnce(), left.until(), breakers.isResting(request));
    }

    private URI address(Partner partner) {
        return switch (partner) {
            case SALTO -> settings.saltoApiUrl();
            case NEXUDUS -> settings.nexudusUrl();
        };
    }
}
