package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * With whom purchases are shared; with nobody, unless the space wants it.
 *
 * @param passes of teams that share theirs
 * @param guests whether those whom a booking names as guests come in with it
 */
public record Sharing(Reach contracts, Reach bookings, Reach passes, boolean guests) {

    public static final Sharing OFF = new Sharing(new Reach.HolderOnly(), new Reach.HolderOnly(), false);

    /** Passes stay with whom they were sold to. */
    public Sharing(Reach contracts, Reach bookings, boolean guests) {
        this(contracts, bookings, new Reach.HolderOnly(), guests);
    }

    public Sharing {
        Objects.requireNonNull(contracts, "contracts");
        Objects.requireNonNull(bookings, "bookings");
        Objects.requireNonNull(passes, "passes");
    }

    /**
     * The purchases as they are, and once more for everybody they are shared with. Decisions stay with whom they are about.
     *
     * @param named the guests of each booking who are customers themselves
     */
    public List<Purchase> spread(
            Collection<? extends Purchase> purchases, List<Team> teams, Map<PurchaseKey, Set<CustomerId>> named) {
        return purchases.stream()
                .flatMap(purchase -> Stream.concat(
                        Stream.of(purchase),
                        others(purchase, teams, named)
                                .distinct()
                                .filter(other ->
                                        !purchase.owner().filter(other::equals).isPresent())
                                .map(other -> heldBy(purchase, other))))
                .toList();
    }

    private Stream<CustomerId> others(Purchase purchase, List<Team> teams, Map<PurchaseKey, Set<CustomerId>> named) {
        return switch (purchase) {
            case Decided _ -> Stream.empty();
            case Pass pass ->
                team(pass, passes, teams.stream().filter(Team::sharesPasses).toList());
            case Contract contract -> team(contract, contracts, teams);
            case Booking booking ->
                Stream.concat(
                        team(booking, bookings, teams),
                        guests ? named.getOrDefault(booking.key(), Set.of()).stream() : Stream.empty());
        };
    }

    private static Stream<CustomerId> team(Purchase purchase, Reach reach, List<Team> teams) {
        return teams.stream()
                .filter(team -> purchase.owner().filter(team.holder()::equals).isPresent())
                .flatMap(team -> reach.among(team.members()).stream());
    }

    private static Purchase heldBy(Purchase purchase, CustomerId other) {
        return switch (purchase) {
            case Pass pass -> pass.heldBy(other);
            case Decided decided -> decided;
            case Contract of ->
                new Contract(
                        of.id(),
                        other,
                        of.items(),
                        of.startsAt(),
                        of.active(),
                        of.cancelled(),
                        of.cancelsAt(),
                        of.pauses(),
                        of.partTime());
            case Booking of -> new Booking(of.id(), other, of.items(), of.from(), of.to(), of.tentative());
        };
    }
}
