package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Customers' records in Nexudus as they are this moment. Calls Nexudus, so not within a scope. */
@Component
public class CustomerRecords {

    private static final String CARDS = "AccessCardId";

    private final NexudusHttp http;

    CustomerRecords(NexudusHttp http) {
        this.http = http;
    }

    /**
     * Which access cards a customer has.
     *
     * @return empty where the record does not speak of cards: then nothing may be concluded
     * @throws PartnerFailure when Nexudus does not say
     */
    public Optional<List<String>> cards(SpaceId space, CustomerId customer) {
        Optional<Row> found = http.find(space, Entity.COWORKER.path(customer.value()));
        if (found.isEmpty() || found.get().flag("Archived")) {
            return Optional.of(List.of());
        }
        Row row = found.get();
        return row.has(CARDS) ? Optional.of(row.text(CARDS).map(Texts::words).orElse(List.of())) : Optional.empty();
    }
}
