package app.latchkey.salto;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Connects a space of the whole product to a site, without the browser. */
public final class SaltoConnected {

    private SaltoConnected() {}

    public static void to(
            String site, ApplicationContext product, Partners partners, SpaceId space, AccountId operator) {
        SaltoKs salto = product.getBean(SaltoKs.class);
        URI asked = salto.beginConsent(space, operator);
        Map<String, String> back = SaltoSignIn.query(partners.salto().allow(asked, PreparedWorld.ANA));
        product.getBean(Consent.class)
                .finish(
                        back.getOrDefault("state", ""),
                        Optional.ofNullable(back.get("code")),
                        Optional.ofNullable(back.get("error")),
                        Optional.of(operator));
        salto.choose(space, SiteId.of(partners.salto().site(site)));
    }
}
