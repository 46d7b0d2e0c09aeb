package app.latchkey.salto;

import java.util.List;
import java.util.Optional;

/**
 * What a site is equipped with, as far as Salto shows it to the connected account: what it does not show is empty.
 *
 * @param plan what Salto calls the subscription
 * @param activated for how many gateways the account is set up to open doors from afar
 */
public record Installation(Optional<String> plan, Optional<List<Iq>> iqs, Optional<Integer> activated) {

    /** A gateway between Salto and the locks. */
    public record Iq(String name, boolean online) {}

    public Installation {
        iqs = iqs.map(List::copyOf);
    }

    /** Where nothing is shown. */
    public static Installation unknown() {
        return new Installation(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
