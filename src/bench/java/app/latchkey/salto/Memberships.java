package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of group memberships, for measuring how fast a reading is stored. */
public final class Memberships {

    private final MemberRows rows;

    public Memberships(JdbcClient jdbc) {
        rows = new MemberRows(jdbc);
    }

    public void replace(Collection<AccessGroupId> groups, Collection<GroupMember> members, Instant seenAt) {
        rows.replace(groups, members, seenAt);
    }
}
