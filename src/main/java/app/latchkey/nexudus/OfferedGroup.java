package app.latchkey.nexudus;

import app.latchkey.shared.AccessGroupId;

/**
 * An access group that Nexudus may choose from.
 *
 * @param people how many customers Nexudus has put into it
 */
public record OfferedGroup(AccessGroupId id, String name, int people) {}
