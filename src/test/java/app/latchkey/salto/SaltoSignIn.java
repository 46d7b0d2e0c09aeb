package app.latchkey.salto;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import sandbox.world.PreparedWorld;

/** What an operator does to connect Salto KS, without the browser. */
public final class SaltoSignIn {

    static final AccountId OPERATOR = new AccountId(UUID.randomUUID());

    private SaltoSignIn() {}

    /** Ana allows, and chooses Harbour House. */
    public static void connect(PartnerWorld world, PartnerWorld.Node node, SpaceId space) {
        URI asked = node.get(SaltoKs.class).beginConsent(space, OPERATOR);
        Map<String, String> back = query(world.partners().salto().allow(asked, PreparedWorld.ANA));
        Consent.Finished finished = finish(node, back, OPERATOR);
        if (finished.ending() != Consent.Ending.OK) {
            throw new IllegalStateException("The consent ended with " + finished);
        }
        node.get(SaltoKs.class).choose(space, SiteId.of(siteId(world, PreparedWorld.HARBOUR_HOUSE)));
    }

    static Consent.Finished finish(PartnerWorld.Node node, Map<String, String> back, AccountId caller) {
        return node.get(Consent.class)
                .finish(
                        back.getOrDefault("state", ""),
                        Optional.ofNullable(back.get("code")),
                        Optional.ofNullable(back.get("error")),
                        Optional.of(caller));
    }

    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getQuery().split("&", -1))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    static String siteId(PartnerWorld world, String name) {
        return world.partners().salto().sites().stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
