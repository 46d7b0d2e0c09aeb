package app.latchkey.salto;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.SpaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whose Salto account a space is connected with. */
@Component
class SaltoAccount {

    private final SaltoHttp http;

    SaltoAccount(SaltoHttp http) {
        this.http = http;
    }

    /** The account's e-mail address, or else its name; a connection is good without knowing. */
    Optional<String> name(SpaceId space) {
        try {
            JsonNode me = http.read(space, "/v1.2/me");
            return Wire.text(me, "email")
                    .or(() -> Optional.of(SaltoReader.fullName(me)).filter(name -> !name.isEmpty()));
        } catch (PartnerFailure failure) {
            return Optional.empty();
        }
    }
}
