package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The place where Nexudus shows its own operators what is wrong with a customer's access. Calls Nexudus, so not within a scope. */
@Component
public class AccessAudit {

    /** The right that Nexudus asks for; it is needed by nothing else of ours. */
    public static final String RIGHT = "CoworkerAccessControlAudit-Create";

    private final NexudusHttp http;

    AccessAudit(NexudusHttp http) {
        this.http = http;
    }

    /**
     * Notes something of one customer; there is no way to change a note.
     *
     * @param problem whether somebody has to do something about it
     * @throws PartnerFailure when Nexudus does not take it; after SILENT it may stand there all the same
     */
    public void note(SpaceId space, CustomerId customer, String words, boolean problem) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("CoworkerId", customer.value()).put("Description", words).put("IsProblem", problem);
        var unused =
                http.change(space, HttpMethod.POST, Entity.ACCESS_CONTROL_AUDIT.path(), Optional.of(note.toString()));
    }
}
