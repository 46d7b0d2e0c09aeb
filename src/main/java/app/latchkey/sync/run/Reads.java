package app.latchkey.sync.run;

import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Site;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads both partners whole into the snapshots. Outside any scope: it is mostly waiting for HTTP. */
@Component
class Reads {

    private final Scopes scopes;
    private final OptionReads options;
    private final Nexudus nexudus;
    private final EmptyLists emptyLists;
    private final SaltoKs salto;
    private final Intake intake;
    private final Snapshot observed;
    private final Situations situations;
    private final OpenIntents intents;
    private final Clock clock;

    Reads(
            Scopes scopes,
            OptionReads options,
            Nexudus nexudus,
            EmptyLists emptyLists,
            SaltoKs salto,
            Intake intake,
            Snapshot observed,
            Situations situations,
            OpenIntents intents,
            Clock clock) {
        this.scopes = scopes;
        this.options = options;
        this.nexudus = nexudus;
        this.emptyLists = emptyLists;
        this.salto = salto;
        this.intake = intake;
        this.observed = observed;
        this.situations = situations;
        this.intents = intents;
        this.clock = clock;
    }

    FullRead nexudus(SpaceId space, ProgressListener progress) {
        FullRead read = emptyLists.doubted(space, nexudus.readAll(space, progress));
        scopes.inSpace(space, () -> intake.everything(space, read));
        options.read(space, options.wanted(space));
        return read;
    }

    /** Reads whoever may have changed since {@code since}, the beginning of the last whole reading. */
    void nexudusSince(SpaceId space, Instant since) {
        again(space, nexudus.changedSince(space, since, options.wanted(space)).customers());
    }

    /** Reads these once more: what a long reading brings of them may be older than what is known. */
    void again(SpaceId space, Set<CustomerId> customers) {
        Set<OptionalSource> optional = options.wanted(space);
        for (CustomerId customer : customers) {
            CustomerFacts facts = nexudus.customer(space, customer);
            scopes.inSpace(space, () -> intake.customer(space, facts));
            options.read(space, customer, optional);
        }
    }

    /** @return how many groups' members were read */
    int salto(SpaceId space, GroupProgress progress) {
        Instant at = clock.instant();
        List<AccessGroup> groups = salto.groups(space);
        List<SaltoUser> users = salto.users(space);
        Site site = salto.site(space);
        Set<AccessGroupId> wanted = scopes.inSpace(space, () -> {
            observed.replaceGroups(groups, at);
            observed.replaceUsers(users, at);
            observed.putSeats(site, at);
            Situation situation = situations.asItIs(space);
            return Stream.concat(
                            situation.groupsOfInterest().stream(),
                            intents.groups().stream().filter(situation.groups()::containsKey))
                    .collect(Collectors.toUnmodifiableSet());
        });
        int soFar = 0;
        for (AccessGroupId group : wanted) {
            List<GroupMember> members = salto.members(space, group);
            scopes.inSpace(space, () -> observed.replaceMembers(Set.of(group), members, at));
            progress.read(++soFar, wanted.size());
        }
        return wanted.size();
    }

    /** Hears how many groups have been read. */
    @FunctionalInterface
    interface GroupProgress {
        void read(int soFar, int total);
    }
}
