package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;

/** Somebody who is in an access group. */
public record GroupMember(AccessGroupId group, PlatformUserId platformUser, String name) {}
