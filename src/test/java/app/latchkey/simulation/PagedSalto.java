package app.latchkey.simulation;

import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoByPages;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import java.util.List;

/** As {@link SimulatedSalto}, but the product pages through lists, and anything may happen between two pages. */
final class PagedSalto extends SimulatedSalto {

    private static final SaltoByPages PAGES = new SaltoByPages(3, false);

    PagedSalto(Houses houses, Fate fate) {
        super(houses, fate);
    }

    @Override
    public List<GroupMember> members(SpaceId space, AccessGroupId group) {
        return PAGES.all(
                () -> super.members(space, group),
                member -> member.platformUser().toString());
    }

    @Override
    public List<SaltoUser> users(SpaceId space) {
        return PAGES.all(() -> super.users(space), user -> user.siteUser().toString());
    }
}
