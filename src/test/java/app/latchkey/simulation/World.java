package app.latchkey.simulation;

import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PlainRules;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.nexudus.Customer;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.sync.plan.Membership;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How things really are at both partners, whoever has read it. */
final class World {

    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final Instant START = Instant.parse("2026-03-27T08:00:00Z");
    static final NamedItem FLEX = new NamedItem(ItemId.pass(1), "Flex");
    static final NamedItem ROOM = new NamedItem(ItemId.resource(2), "Room 4");
    static final NamedItem DESK = new NamedItem(ItemId.desk(3), "Desk 9");
    static final NamedItem OFFICE = new NamedItem(ItemId.office(4), "Office 12");
    static final List<NamedItem> PLACES = List.of(ROOM, DESK, OFFICE);
    /** So many people of the first space have the same address, and the same login at Salto, in the others as well. */
    private static final int SHARED = 2;

    private static final Set<ItemId> ALL = Set.of(FLEX.id(), ROOM.id(), DESK.id(), OFFICE.id());

    /** Who put somebody in a group; {@code EITHER} where nobody could tell. */
    enum By {
        US,
        HAND,
        EITHER
    }

    final AccessGroupId street;
    final AccessGroupId studio;
    final AccessGroupId unmatched;
    final List<AccessGroupId> groups;
    private final int space;
    private final MovableClock clock;
    final Map<CustomerId, Customer> customers = new TreeMap<>();
    final Map<PurchaseKey, Purchase> purchases = new TreeMap<>();
    final Map<PurchaseKey, Purchase> deleted = new TreeMap<>();
    final Map<CustomerId, Instant> updated = new TreeMap<>();
    final Map<PlatformUserId, SaltoUser> users = new TreeMap<>();
    final Map<Membership, By> members = new TreeMap<>();
    final List<Gift> gifts = new ArrayList<>();
    int seats;
    private long numbers;

    /** @param space 0 for the first of a story: a person of it is a customer of the others as well, and one has another number there */
    World(int space, int people, MovableClock clock) {
        this.space = space;
        this.clock = clock;
        street = group(1);
        studio = group(2);
        unmatched = group(3);
        groups = List.of(street, studio, unmatched);
        numbers = space * 100_000L;
        seats = people * 2;
        for (int number = 1; number <= people; number++) {
            Customer customer = customer(customerNumber(number), Optional.of(address(number)), true);
            customers.put(customer.id(), customer);
            if (number % 3 != 0) {
                add(address(number), Set.of());
            }
        }
        SaltoUser admin = add(address(people), Set.of("site_admin"));
        SaltoUser stranger = add(address(0), Set.of());
        members.put(new Membership(admin.platformUser(), street), By.HAND);
        members.put(new Membership(stranger.platformUser(), studio), By.HAND);
        members.put(new Membership(stranger.platformUser(), unmatched), By.HAND);
    }

    Matches matches(long version, int variant) {
        Map<ItemId, Set<AccessGroupId>> earned = new TreeMap<>();
        ALL.forEach(item -> earned.put(item, Set.of(street)));
        switch (Math.floorMod(variant, 4)) {
            case 0 -> earned.put(ROOM.id(), Set.of(street, studio));
            case 1 -> earned.put(OFFICE.id(), Set.of(studio));
            case 2 -> earned.remove(DESK.id());
            default -> earned.replaceAll((item, groups) -> Set.of(studio));
        }
        return new Matches(version, earned);
    }

    EmailAddress address(int number) {
        return new EmailAddress("p" + number + "@" + House.NAMES.get(isShared(number) ? 0 : space) + ".example");
    }

    private static boolean isShared(int number) {
        return number > 0 && number <= SHARED;
    }

    private long customerNumber(int number) {
        return number == 1 ? number : space * 1_000L + number;
    }

    private AccessGroupId group(long number) {
        return new AccessGroupId(new UUID(0xC, space * 100L + number));
    }

    /** A person has one login at Salto, whatever the site. */
    private PlatformUserId login(EmailAddress email, long number) {
        return IntStream.rangeClosed(1, space == 0 ? 0 : SHARED)
                .filter(shared -> address(shared).equals(email))
                .mapToObj(shared -> new PlatformUserId(new UUID(0xB, shared)))
                .filter(login -> !users.containsKey(login))
                .findFirst()
                .orElseGet(() -> new PlatformUserId(new UUID(0xB, number)));
    }

    static Customer customer(long id, Optional<EmailAddress> email, boolean active) {
        return new Customer(
                new CustomerId(id),
                new UUID(0xD, id),
                Optional.empty(),
                "Person " + id,
                email,
                active,
                false,
                List.of());
    }

    SaltoUser add(EmailAddress email, Set<String> roles) {
        long number = number();
        SaltoUser user = new SaltoUser(
                new SiteUserId(new UUID(0xA, number)),
                login(email, number),
                "User " + number,
                Optional.of(email),
                true,
                false,
                seatsUsed() < seats,
                roles,
                Optional.empty(),
                false,
                Optional.empty());
        users.put(user.platformUser(), user);
        return user;
    }

    long number() {
        return ++numbers;
    }

    int seatsUsed() {
        return (int) users.values().stream().filter(SaltoUser::subscribed).count();
    }

    Optional<SaltoUser> userBy(EmailAddress email) {
        return users.values().stream()
                .filter(user -> user.email().filter(email::equals).isPresent())
                .findFirst();
    }

    void delete(PlatformUserId user) {
        users.remove(user);
        members.keySet().removeIf(membership -> membership.user().equals(user));
    }

    Instant now() {
        return clock.instant();
    }

    void touched(CustomerId customer) {
        updated.put(customer, now());
    }

    /** What there is of a customer, as far as Nexudus still lists it. */
    List<Purchase> of(CustomerId customer) {
        return purchases.values().stream()
                .filter(purchase -> purchase.owner().filter(customer::equals).isPresent())
                .toList();
    }

    /** Whether the customer belongs in the group at an instant. */
    boolean isEntitled(CustomerId customer, AccessGroupId group, Matches matches, Instant at) {
        return isEntitled(customer, group, matches, purchases.values(), at);
    }

    /** As {@link #isEntitled}, or has had something that was deleted: as it was last seen, it is believed until a second look. */
    boolean mayBeBelievedEntitled(CustomerId customer, AccessGroupId group, Matches matches, Instant at) {
        return isEntitled(customer, group, matches, at)
                || deleted.values().stream()
                        .anyMatch(purchase ->
                                purchase.owner().filter(customer::equals).isPresent()
                                        && opens(purchase, group, matches));
    }

    /** As {@link #isEntitled}, by what Nexudus has shown or could be asked for. */
    boolean isKnownEntitled(
            CustomerId customer, AccessGroupId group, Matches matches, Predicate<Purchase> hidden, Instant at) {
        List<Purchase> visible = purchases.values().stream()
                .filter(purchase -> !hidden.test(purchase))
                .toList();
        return isEntitled(customer, group, matches, visible, at);
    }

    private boolean isEntitled(
            CustomerId id, AccessGroupId group, Matches matches, Collection<Purchase> bought, Instant at) {
        Customer customer = customers.get(id);
        if (customer == null || !customer.active() || customer.archived()) {
            return false;
        }
        for (Purchase purchase : bought) {
            boolean his = purchase.owner().filter(id::equals).isPresent();
            if (his && opens(purchase, group, matches) && PlainRules.counts(purchase, at, ZONE)) {
                return true;
            }
        }
        return isGiven(id, group, matches, at);
    }

    /** Whether one of these purchases would have let the customer in from the first of these instants to the last, suspended or not. */
    boolean isPaidFor(
            CustomerId customer,
            AccessGroupId group,
            Matches matches,
            Set<PurchaseKey> among,
            Collection<Instant> instants) {
        return of(customer).stream()
                .filter(purchase -> among.contains(purchase.key()))
                .anyMatch(purchase -> opens(purchase, group, matches)
                        && instants.stream().allMatch(at -> PlainRules.counts(purchase, at, ZONE))
                        && !wasPaused(purchase, Collections.min(instants)));
    }

    private boolean wasPaused(Purchase purchase, Instant since) {
        return purchase instanceof Contract contract
                && contract.pauses().stream().anyMatch(pause -> since.isBefore(pause.from()) && pause.isOver(now()));
    }

    private boolean isGiven(CustomerId id, AccessGroupId group, Matches matches, Instant at) {
        for (Gift gift : gifts) {
            boolean his = gift.customer().equals(id) && gift.group().equals(group);
            if (his && matches.groups().contains(group) && gift.window().contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opens(Purchase purchase, AccessGroupId group, Matches matches) {
        for (NamedItem item : purchase.items()) {
            Set<AccessGroupId> earned = new HashSet<>();
            for (Map.Entry<ItemId, Set<AccessGroupId>> match :
                    matches.groupsOf().entrySet()) {
                if (match.getKey().value() == item.id().value()) {
                    earned.addAll(match.getValue());
                }
            }
            if (earned.contains(group)) {
                return true;
            }
        }
        return false;
    }

    static <T> Optional<T> pick(Collection<T> among, int which) {
        List<T> all = new ArrayList<>(among);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(which, all.size())));
    }
}
