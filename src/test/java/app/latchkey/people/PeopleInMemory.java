package app.latchkey.people;

import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is who, kept without a database. */
public final class PeopleInMemory {

    private PeopleInMemory() {}

    public static People people(Memory memory, Scopes scopes, Clock clock) {
        return new People(scopes, new LinksInMemory(memory), new NoAnswers(), clock);
    }

    private static final class LinksInMemory extends Links {
        private final Table<CustomerId, Link> rows;

        LinksInMemory(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        List<Link> of(SpaceId space) {
            return rows.all().stream()
                    .sorted(Comparator.comparing(Link::customer))
                    .toList();
        }

        @Override
        List<Link> among(SpaceId space, Collection<CustomerId> customers, Collection<PlatformUserId> users) {
            return of(space).stream()
                    .filter(link -> customers.contains(link.customer()) || users.contains(link.platformUser()))
                    .toList();
        }

        @Override
        Optional<Link> find(SpaceId space, CustomerId customer) {
            return rows.get(customer);
        }

        @Override
        List<CustomerId> customersOf(SpaceId space, PlatformUserId user) {
            return among(space, List.of(), List.of(user)).stream()
                    .map(Link::customer)
                    .toList();
        }

        @Override
        void put(SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence, Instant now) {
            rows.put(customer, new Link(customer, user.platformUser(), user.siteUser(), evidence, now));
        }

        @Override
        void addIfAbsent(SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence, Instant now) {
            boolean same = rows.get(customer)
                    .filter(link -> link.platformUser().equals(user.platformUser()))
                    .isPresent();
            if (!same) {
                put(space, customer, user, evidence, now);
            }
        }

        @Override
        void delete(SpaceId space, CustomerId customer) {
            rows.remove(customer);
        }
    }

    /** Nobody has been asked. */
    private static final class NoAnswers extends Answers {
        NoAnswers() {
            super(Memory.noDatabase());
        }

        @Override
        List<Answer> of(SpaceId space) {
            return List.of();
        }
    }
}
