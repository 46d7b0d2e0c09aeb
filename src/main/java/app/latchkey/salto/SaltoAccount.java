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
    private final Addresses addresses;

    SaltoAccount(SaltoHttp http, Addresses addresses) {
        this.http = http;
        this.addresses = addresses;
    }

    /** The account's e-mail address, or else its name; a connection is good without knowing. */
    Optional<String> name(SpaceId space) {
        try {
            JsonNode me = http.read(space, addresses.of(Endpoint.ME, "/me"));
            return Wire.text(me, "email")
                    .or(() -> Optional.of(SaltoReader.fullName(me)).filter(name -> !name.isEmpty()));
        } catch (PartnerFailure failure) {
            return Optional.empty();
        }
    }
}
