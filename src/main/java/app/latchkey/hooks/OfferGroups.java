package app.latchkey.hooks;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.matching.Matching;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.nexudus.OfferedGroup;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which access groups Nexudus may choose from: all that Salto has now, but those of other spaces. */
@Component
class OfferGroups {

    private static final Logger LOG = LoggerFactory.getLogger(OfferGroups.class);

    private final SaltoKs salto;
    private final Snapshot seen;
    private final Matching matching;
    private final CustomAcs acs;
    private final Scopes scopes;

    OfferGroups(SaltoKs salto, Snapshot seen, Matching matching, CustomAcs acs, Scopes scopes) {
        this.salto = salto;
        this.seen = seen;
        this.matching = matching;
        this.acs = acs;
        this.scopes = scopes;
    }

    List<OfferedGroup> to(SpaceId space, String business) {
        List<AccessGroup> groups = groups(space);
        Set<AccessGroupId> all = groups.stream().map(AccessGroup::id).collect(Collectors.toUnmodifiableSet());
        Set<AccessGroupId> taken = matching.claimedElsewhere(space, all).keySet();
        Map<AccessGroupId, String> names = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !taken.contains(group.id()))
                .forEach(group -> names.put(group.id(), group.name()));
        return acs.offer(space, names, business);
    }

    /** A silent Salto must not empty the list from which somebody is choosing. */
    private List<AccessGroup> groups(SpaceId space) {
        try {
            return salto.groups(space);
        } catch (PartnerFailure failure) {
            LOG.info("Groups are offered as they were last read: {}", failure.category());
            return scopes.inSpace(space, seen::groups);
        }
    }
}
