package app.latchkey.identity;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.TeamRole;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who runs a space.
 *
 * @param secondFactor whether a second factor has been set up
 * @param lastSeen the last sign-in; none for who is invited and has not come yet
 */
public record TeamMember(
        AccountId account, EmailAddress email, TeamRole role, boolean secondFactor, Optional<Instant> lastSeen) {}
