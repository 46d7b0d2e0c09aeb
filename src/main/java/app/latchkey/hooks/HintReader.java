package app.latchkey.hooks;

import app.latchkey.nexudus.HookAction;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Subject;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a signed call whom it is about: an array with one entity, without a word of what happened. */
@Component
class HintReader {

    private static final String CUSTOMER = "CoworkerId";

    private final JsonMapper json = JsonMapper.builder().build();

    /** The whole space when the call names nobody: looking too far is slower, never wrong. */
    Subject subjectOf(String action, byte[] body) {
        try {
            JsonNode sent = json.readTree(body);
            JsonNode entity = sent.isArray() && !sent.isEmpty() ? sent.get(0) : sent;
            JsonNode customer = entity.path(HookAction.named(action).aboutCustomer() ? "Id" : CUSTOMER);
            return customer.isIntegralNumber() && customer.longValue() > 0
                    ? Subject.customer(new CustomerId(customer.longValue()))
                    : Subject.wholeSpace();
        } catch (JacksonException unreadable) {
            return Subject.wholeSpace();
        }
    }
}
