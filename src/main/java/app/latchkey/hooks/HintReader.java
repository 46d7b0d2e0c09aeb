package app.latchkey.hooks;

import app.latchkey.connection.Foreign;
import app.latchkey.nexudus.HookAction;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a signed call whom it is about: an array with one entity, without a word of what happened. */
@Component
class HintReader {

    private static final String CUSTOMER = "CoworkerId";

    private final JsonMapper json = Foreign.json();

    /**
     * The whole space when the call names nobody: looking too far is slower, never wrong. Of a team nothing is read here: whoever was put out of it is
     * not in it any more. Empty for what is deeper than anything sensible.
     */
    Optional<Subject> subjectOf(String action, byte[] body) {
        try {
            JsonNode sent = json.readTree(body);
            JsonNode entity = sent.isArray() && !sent.isEmpty() ? sent.get(0) : sent;
            HookAction happened = HookAction.named(action);
            if (happened.aboutTeam()) {
                return Optional.of(Subject.teams());
            }
            JsonNode customer = entity.path(happened.aboutCustomer() ? "Id" : CUSTOMER);
            return Optional.of(
                    Foreign.isWhole(customer) && customer.longValue() > 0
                            ? Subject.customer(new CustomerId(customer.longValue()))
                            : Subject.wholeSpace());
        } catch (StreamConstraintsException beyondMeasure) {
            return Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.of(Subject.wholeSpace());
        }
    }
}
