package app.latchkey.salto;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where Salto's own web application lies: there somebody of a space does what we may not. */
@Component
public class SaltoWebApp {

    private static final String SITE = "{site}";
    private static final Pattern HOST = Pattern.compile("https?://[^/]+");

    private final Connections connections;
    private final String page;

    SaltoWebApp(Connections connections, LatchkeySettings settings) {
        this.connections = connections;
        this.page = settings.assumed(Assumption.SALTO_WEB_APP);
    }

    /** Of the space's site; as long as none is chosen, where the application begins. */
    public String address(SpaceId space) {
        return connections
                .place(space, Partner.SALTO)
                .map(site -> page.replace(SITE, site))
                .orElseGet(this::beginning);
    }

    public String address(SiteId site) {
        return page.replace(SITE, site.toString());
    }

    private String beginning() {
        Matcher host = HOST.matcher(page);
        return page.contains(SITE) && host.find() ? host.group() : page;
    }
}
