package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.plan.Membership;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes to Salto that are certain when they return: an answer that was lost is made up for by reading back. Outside any scope. */
@Component
class SaltoWrites {

    private final Scopes scopes;
    private final SaltoKs salto;
    private final Snapshot snapshot;
    private final Clock clock;

    SaltoWrites(Scopes scopes, SaltoKs salto, Snapshot snapshot, Clock clock) {
        this.scopes = scopes;
        this.salto = salto;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** Whether the call may have worked although it failed. */
    static boolean isLost(PartnerFailure failure) {
        return failure.is(Category.SILENT) || failure.is(Category.UNREADABLE);
    }

    /** False when Salto has none left: somebody without a seat opens nothing, however many groups. */
    boolean seat(SpaceId space, SaltoUser user) {
        if (user.subscribed()) {
            return true;
        }
        salto.subscribe(space, user.siteUser());
        Optional<SaltoUser> now = salto.user(space, user.siteUser());
        boolean seated = now.filter(SaltoUser::subscribed).isPresent();
        now.ifPresent(read -> scopes.inSpace(space, () -> {
            snapshot.put(read, clock.instant());
            if (seated) {
                snapshot.seatTaken();
            }
        }));
        return seated;
    }

    void add(SpaceId space, Membership membership) {
        try {
            salto.add(space, membership.group(), membership.user());
        } catch (PartnerFailure failure) {
            if (!isLost(failure) || !isIn(space, membership, failure)) {
                throw failure;
            }
        }
    }

    void remove(SpaceId space, Membership membership) {
        try {
            salto.remove(space, membership.group(), membership.user());
        } catch (PartnerFailure failure) {
            if (!isLost(failure) || isIn(space, membership, failure)) {
                throw failure;
            }
        }
    }

    /** Where that cannot be read either, the call itself is what failed: it may have worked. */
    private boolean isIn(SpaceId space, Membership membership, PartnerFailure lost) {
        try {
            return salto.members(space, membership.group()).stream()
                    .anyMatch(member -> member.platformUser().equals(membership.user()));
        } catch (PartnerFailure unread) {
            lost.addSuppressed(unread);
            throw lost;
        }
    }
}
