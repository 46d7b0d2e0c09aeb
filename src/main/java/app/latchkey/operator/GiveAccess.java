package app.latchkey.operator;

import app.latchkey.entitlement.Gift;
import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.NotFound;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Space;
import app.latchkey.space.TeamRole;
import app.latchkey.sync.GiftRow;
import app.latchkey.sync.Gifts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Access given by name: by those who run a space for as long as {@link Gifts} lets them, by its front desk until the day is over. */
@Service
public class GiveAccess {

    private final CurrentUser users;
    private final Gifts gifts;
    private final Clock clock;

    GiveAccess(CurrentUser users, Gifts gifts, Clock clock) {
        this.users = users;
        this.gifts = gifts;
        this.clock = clock;
    }

    public List<Gifts.Choice> choices(SpaceId space) {
        return gifts.choices(space);
    }

    /** What still counts, the first to end first. */
    public List<GiftRow> of(SpaceId space, CustomerId customer) {
        return gifts.of(space, customer);
    }

    /**
     * Until when this person may give access at the longest.
     *
     * @throws NotFound when he is not of the space's team
     */
    public Instant latest(Space space) {
        Instant now = clock.instant();
        return switch (users.roleAt(space.id()).orElseThrow(NotFound::new)) {
            case OWNER, OPERATOR -> now.plus(Gifts.LONGEST);
            case FRONT_DESK ->
                now.atZone(space.zone())
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(space.zone())
                        .toInstant();
        };
    }

    /** @throws AccessDeniedException when it lasts longer than this person may give */
    public void give(Space space, CustomerId customer, AccessGroupId group, Instant until, String reason) {
        if (until.isAfter(latest(space))) {
            throw new AccessDeniedException("The %s gives access until %s at the longest"
                    .formatted(users.roleAt(space.id()).map(TeamRole::name).orElse(""), latest(space)));
        }
        SignedIn who = users.get();
        Window window = Window.between(clock.instant(), until);
        Gift gift = new Gift(customer, group, window, Sentences.giver(who.email()), reason);
        gifts.give(space.id(), gift, who.getName());
    }

    /** Ends it now. @return false when it was over or taken back already */
    @ByOperators
    public boolean takeBack(SpaceId space, UUID gift) {
        return gifts.takeBack(space, gift, users.get().getName());
    }
}
