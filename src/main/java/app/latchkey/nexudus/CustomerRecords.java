package app.latchkey.nexudus;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers' records in Nexudus as they are this moment. Calls Nexudus, so not within a scope. */
@Component
public class CustomerRecords {

    private static final String CARDS = "AccessCardId";
    private static final String PINCODE = "AccessPincode";

    private final NexudusHttp http;
    private final CardNumbers numbers;

    CustomerRecords(NexudusHttp http, CardNumbers numbers) {
        this.http = http;
        this.numbers = numbers;
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
        return row.has(CARDS) ? Optional.of(row.text(CARDS).map(numbers::in).orElse(List.of())) : Optional.empty();
    }

    /**
     * Writes a PIN to the customer: the record is read whole first and sent back whole, because Nexudus takes what is missing for empty.
     *
     * @throws PartnerFailure when Nexudus does not take it, which says nothing of the PIN
     */
    public void pincode(SpaceId space, CustomerId customer, Secret pin) {
        JsonNode record = http.read(space, Entity.COWORKER.path(customer.value()));
        if (!(record.deepCopy() instanceof ObjectNode whole)) {
            throw PartnerFailure.of(
                    Partner.NEXUDUS, Category.UNREADABLE, "Nexudus sent a customer’s record that cannot be read.");
        }
        whole.put(PINCODE, pin.reveal());
        var unused = http.change(space, HttpMethod.PUT, Entity.COWORKER.path(), Optional.of(whole.toString()));
    }
}
