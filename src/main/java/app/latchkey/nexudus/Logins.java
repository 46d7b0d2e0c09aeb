package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.Tokens;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import org.springframework.stereotype.Component;

/** What follows once Nexudus lets a space in, whoever it is let in as: nothing that was learnt or read under another login counts any more. */
@Component
class Logins {

    private final Connections connections;
    private final NexudusHttp http;
    private final PageRows pages;
    private final Scopes scopes;

    Logins(Connections connections, NexudusHttp http, PageRows pages, Scopes scopes) {
        this.connections = connections;
        this.http = http;
        this.pages = pages;
        this.scopes = scopes;
    }

    void keep(SpaceId space, Tokens tokens, String account) {
        connections.connected(space, Partner.NEXUDUS, tokens, account);
        http.signedIn(space);
        scopes.inSpace(space, pages::forgetAll);
    }
}
