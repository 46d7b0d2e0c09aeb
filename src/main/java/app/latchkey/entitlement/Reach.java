package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.Set;

/** Who of a team has what its holder buys, besides the holder. */
public sealed interface Reach {

    record HolderOnly() implements Reach {}

    record WholeTeam() implements Reach {}

    record Named(Set<CustomerId> people) implements Reach {
        public Named {
            people = Set.copyOf(people);
        }
    }

    /** The first to join have the seats. */
    record Seats(int number) implements Reach {
        public Seats {
            if (number < 0) {
                throw new IllegalArgumentException("No fewer than no seats: " + number);
            }
        }
    }

    default List<CustomerId> among(List<CustomerId> members) {
        return switch (this) {
            case HolderOnly _ -> List.of();
            case WholeTeam _ -> members;
            case Named named ->
                members.stream().filter(named.people()::contains).toList();
            case Seats seats -> members.stream().limit(seats.number()).toList();
        };
    }
}
