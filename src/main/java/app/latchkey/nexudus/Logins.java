package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import org.springframework.stereotype.Component;

/** What follows once Nexudus lets a space in, whoever it is let in as: nothing that was read under another login counts any more. */
@Component
class Logins {

    private final Connections connections;
    private final PageRows pages;
    private final Scopes scopes;

    Logins(Connections connections, PageRows pages, Scopes scopes) {
        this.connections = connections;
        this.pages = pages;
        this.scopes = scopes;
    }

    void keep(SpaceId space, Tokens tokens, String account) {
        connections.connected(space, Partner.NEXUDUS, tokens, account);
        scopes.inSpace(space, pages::forgetAll);
    }
}
