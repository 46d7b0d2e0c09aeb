package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose call to a webhook it is, and whether Nexudus makes it; either is noted. */
@Component
class HookCalls {

    private final KnownHooks known;
    private final Hooks hooks;
    private final CountedHookRefusals refusals;
    private final LatchkeySettings settings;
    private final Clock clock;

    HookCalls(KnownHooks known, Hooks hooks, CountedHookRefusals refusals, LatchkeySettings settings, Clock clock) {
        this.known = known;
        this.hooks = hooks;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    /** By the last part of the address. */
    Optional<SpaceId> spaceOf(String id) {
        return known.spaceOf(id);
    }

    boolean verifies(SpaceId space, HookAction action, byte[] body, String signature) {
        boolean signed = !signature.isBlank();
        if (signed ? matches(space, body, signature) : unsignedAreHints()) {
            known.heard(space, action == HookAction.TEST);
            return true;
        }
        known.misunderstood(space);
        refusals.count(space, signed);
        if (signed) {
            hooks.doubt(space, clock.instant());
        }
        return false;
    }

    private boolean matches(SpaceId space, byte[] body, String signature) {
        return known.secretOf(space)
                .filter(secret -> HookSignature.matches(body, signature, secret))
                .isPresent();
    }

    private boolean unsignedAreHints() {
        return settings.assumed(Assumption.NEXUDUS_UNSIGNED_HOOKS).equals("hint");
    }
}
