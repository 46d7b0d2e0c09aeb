package app.latchkey.sync;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans that wait for an operator's yes. Opens the space's scope by itself. */
public interface Decisions {

    List<OpenDecision> open(SpaceId space);

    /** Applies exactly what the fingerprint covers, or says why not; the space is due at once. */
    Approval approve(SpaceId space, UUID plan, String fingerprint, AccountId by);

    /** Who approved it; empty while nobody has, or when facts have overtaken it. */
    Optional<DecidedBy> decidedBy(SpaceId space, UUID plan);
}
