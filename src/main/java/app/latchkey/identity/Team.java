package app.latchkey.identity;

import app.latchkey.audit.Audit;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Who runs a space. Every change stands in the space's audit; a space is never left without an owner. */
@Service
public class Team {

    private final Scopes scopes;
    private final Spaces spaces;
    private final TeamRows rows;
    private final Audit audit;
    private final URI publicUrl;
    private final BiConsumer<EmailAddress, Notice> post;
    private final Clock clock;

    @Autowired
    Team(
            Scopes scopes,
            Spaces spaces,
            TeamRows rows,
            Audit audit,
            LatchkeySettings settings,
            Notices notices,
            Clock clock) {
        this(scopes, spaces, rows, audit, settings.publicUrl(), notices::send, clock);
    }

    Team(
            Scopes scopes,
            Spaces spaces,
            TeamRows rows,
            Audit audit,
            URI publicUrl,
            BiConsumer<EmailAddress, Notice> post,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.rows = rows;
        this.audit = audit;
        this.publicUrl = publicUrl;
        this.post = post;
        this.clock = clock;
    }

    /** What came of a change. */
    public enum Changed {
        DONE,
        /** Only an owner makes or unmakes owners. */
        OWNERS_ONLY,
        LAST_OWNER
    }

    public List<TeamMember> of(SpaceId space) {
        return scopes.inSystem(() -> rows.of(space));
    }

    /** Adds the address to the team, or changes what it may do, and writes to whom it adds. */
    public Changed invite(Space space, SignedIn by, EmailAddress email, TeamRole role) {
        Answer answer = scopes.inSystem(() -> {
            rows.oneAtATime(space.id());
            Optional<TeamMember> known =
                    find(space.id(), member -> member.email().equals(email));
            Changed checked = check(space.id(), by, known, Optional.of(role));
            if (checked == Changed.DONE) {
                spaces.join(space.id(), rows.account(email, clock.instant()), email, role);
            }
            return new Answer(checked, known);
        });
        if (answer.changed() == Changed.DONE) {
            String what = answer.before().isPresent() ? "changed a role" : "invited somebody";
            audit.record(space.id(), by.getName(), what, Map.of("person", email.value(), "role", role.name()));
            if (answer.before().isEmpty()) {
                post.accept(email, letter(space, by, email));
            }
        }
        return answer.changed();
    }

    public Changed remove(Space space, SignedIn by, AccountId account) {
        Answer answer = scopes.inSystem(() -> {
            rows.oneAtATime(space.id());
            Optional<TeamMember> known =
                    find(space.id(), member -> member.account().equals(account));
            Changed checked = check(space.id(), by, known, Optional.empty());
            if (checked == Changed.DONE) {
                spaces.leave(space.id(), account);
            }
            return new Answer(checked, known);
        });
        if (answer.changed() == Changed.DONE) {
            answer.before()
                    .ifPresent(member -> audit.record(
                            space.id(),
                            by.getName(),
                            "removed somebody from the team",
                            Map.of("person", member.email().value())));
        }
        return answer.changed();
    }

    private record Answer(Changed changed, Optional<TeamMember> before) {}

    private Optional<TeamMember> find(SpaceId space, Predicate<TeamMember> wanted) {
        return rows.of(space).stream().filter(wanted).findFirst();
    }

    /** @throws NotFound when who asks no longer runs the space */
    private Changed check(SpaceId space, SignedIn by, Optional<TeamMember> before, Optional<TeamRole> after) {
        TeamRole asking =
                spaces.roleOf(space, by.account()).filter(TeamRole::operates).orElseThrow(NotFound::new);
        boolean wasOwner =
                before.filter(member -> member.role() == TeamRole.OWNER).isPresent();
        boolean staysOwner = after.filter(role -> role == TeamRole.OWNER).isPresent();
        if ((wasOwner || staysOwner) && asking != TeamRole.OWNER) {
            return Changed.OWNERS_ONLY;
        }
        return wasOwner && !staysOwner && owners(space) == 1 ? Changed.LAST_OWNER : Changed.DONE;
    }

    private long owners(SpaceId space) {
        return rows.of(space).stream()
                .filter(member -> member.role() == TeamRole.OWNER)
                .count();
    }

    private Notice letter(Space space, SignedIn by, EmailAddress to) {
        return Notice.of(
                        "invited:" + space.id() + ":" + to.value() + ":" + clock.instant(),
                        "You are invited to run a space with Latchkey",
                        List.of(
                                "%s invites you to %s.".formatted(by.getName(), space.name()),
                                "Sign in with this e-mail address. No password is needed."))
                .withLink("Open the space", URI.create(publicUrl + "/spaces/" + space.slug()));
    }
}
