package app.latchkey.simulation;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.LinkState;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Window;
import app.latchkey.space.Mode;
import app.latchkey.space.Space;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.run.EngineInMemory.ServedSpace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does in the world what a story says, and tells the engine as far as it would be told. */
final class Happenings {

    private final World world;
    private final ServedSpace engine;
    private final Onlooker onlooker;
    private final List<CustomerId> late = new ArrayList<>();

    Happenings(World world, ServedSpace engine, Onlooker onlooker) {
        this.world = world;
        this.engine = engine;
        this.onlooker = onlooker;
    }

    /** What the engine does and what time does is not for here. */
    void happens(Act act) {
        switch (act) {
            case Act.AtNexudus change -> tell(change(change), change.hook());
            case Act.ByHand hand -> byHand(hand);
            case Act.SaltoUserMade(int address) -> {
                var unused = world.add(world.address(address), Set.of());
            }
            case Act.SaltoUserDeleted(int user) ->
                World.pick(world.users.keySet(), user).ifPresent(world::delete);
            case Act.Seats(int bought) -> world.seats = bought;
            case Act.Publish(int matches) -> {
                onlooker.publishes();
                engine.publish(world.matches(engine.matches().version() + 1, matches));
            }
            case Act.Conduct(Act.Conduct.Change change) -> engine.change(space -> conduct(space, change));
            case Act.Adopt(int which) -> adopt(which);
            case Act.Protect(int which) ->
                World.pick(world.members.keySet(), which).ifPresent(this::protect);
            case Act.Give give -> give(give);
            case Act.TakeBack(int which) ->
                World.pick(world.gifts, which).ifPresent(gift -> {
                    world.gifts.remove(gift);
                    engine.takeBack(gift);
                });
            case Act.HooksArrive _ -> {
                Collections.reverse(late);
                late.forEach(engine::hint);
                late.clear();
            }
            case Act.Again _ -> engine.again();
            case Act.At _,
                    Act.CutOff _,
                    Act.SignedInAgain _,
                    Act.TimePasses _,
                    Act.ClockIsAhead _,
                    Act.Serve _,
                    Act.Calm _ -> throw new IllegalArgumentException("Nobody does this: " + act);
        }
    }

    private void tell(List<CustomerId> changed, Act.Hook hook) {
        for (CustomerId customer : changed) {
            world.touched(customer);
            switch (hook) {
                case AT_ONCE -> engine.hint(customer);
                case TWICE -> {
                    engine.hint(customer);
                    engine.hint(customer);
                }
                case LATE -> late.add(customer);
                case LOST -> {}
            }
        }
    }

    private List<CustomerId> change(Act.AtNexudus act) {
        return switch (act) {
            case Act.Buy buy -> buy(buy);
            case Act.Alter alter ->
                World.pick(world.purchases.values(), alter.purchase())
                        .map(purchase -> alter(purchase, alter))
                        .orElse(List.of());
            case Act.Person person ->
                World.pick(world.customers.values(), person.customer())
                        .map(customer -> person(customer, person))
                        .orElse(List.of());
            case Act.Everybody(boolean suspended, Act.Hook _) -> {
                world.customers.replaceAll((id, customer) -> with(customer, customer.email(), !suspended));
                yield List.copyOf(world.customers.keySet());
            }
        };
    }

    private List<CustomerId> buy(Act.Buy buy) {
        Optional<CustomerId> known = World.pick(world.customers.keySet(), buy.customer());
        if (known.isEmpty()) {
            return List.of();
        }
        CustomerId customer = known.get();
        long id = world.number();
        Instant from = minute().plus(Duration.ofMinutes(buy.from()));
        Instant to = from.plus(Duration.ofMinutes(buy.minutes()));
        NamedItem item = World.PLACES.get(Math.floorMod(buy.item(), World.PLACES.size()));
        Purchase bought = switch (buy.kind()) {
            case BOOKING -> new Booking(id, customer, List.of(item), from, to, false);
            case TENTATIVE -> new Booking(id, customer, List.of(item), from, to, true);
            case DAY_PASS -> new Pass(id, customer, World.FLEX, PassKind.DAY, minute(), to, false, 1, null);
            case MINUTE_PASS -> new Pass(id, customer, World.FLEX, PassKind.MINUTES, minute(), null, false, 1, null);
            case CONTRACT -> new Contract(id, customer, List.of(item), from, true, false, null, List.of());
            case ENDING_CONTRACT -> new Contract(id, customer, List.of(item), from, true, true, to, List.of());
        };
        world.purchases.put(bought.key(), bought);
        return List.of(customer);
    }

    private Instant minute() {
        return world.now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private List<CustomerId> alter(Purchase purchase, Act.Alter alter) {
        Instant at = minute().plus(Duration.ofMinutes(alter.minutes()));
        if (alter.what() == Act.Alter.Alteration.DELETE) {
            world.purchases.remove(purchase.key());
            world.deleted.put(purchase.key(), purchase);
            return List.copyOf(purchase.owner().stream().toList());
        }
        Purchase altered = switch (purchase) {
            case Booking booking -> altered(booking, alter.what(), at, alter.minutes());
            case Pass pass -> altered(pass, alter.what(), at);
            case Contract contract -> altered(contract, alter.what(), at);
            case Decided decided -> decided;
        };
        world.purchases.put(altered.key(), altered);
        return purchase.owner().stream().toList();
    }

    private static Booking altered(Booking booking, Act.Alter.Alteration what, Instant at, int minutes) {
        return switch (what) {
            case MOVE -> {
                Duration by = Duration.ofMinutes(minutes);
                yield booking(booking, booking.from().plus(by), booking.to().plus(by), booking.tentative());
            }
            case SHORTEN, END -> booking(booking, booking.from(), at, booking.tentative());
            case CANCEL, PAUSE -> booking(booking, booking.from(), booking.to(), true);
            case CHECK_IN, CHECK_OUT -> booking(booking, booking.from(), booking.to(), false);
            case DELETE -> booking;
        };
    }

    private static Booking booking(Booking booking, Instant from, Instant to, boolean tentative) {
        return new Booking(booking.id(), booking.customer(), booking.items(), from, to, tentative);
    }

    private Pass altered(Pass pass, Act.Alter.Alteration what, Instant at) {
        return switch (what) {
            case MOVE, SHORTEN, END, CANCEL -> pass(pass, at, pass.usedUp(), pass.lastUse());
            case PAUSE, CHECK_IN -> pass(pass, pass.expiresAt(), true, PassUse.since(minute()));
            case CHECK_OUT ->
                pass(
                        pass,
                        pass.expiresAt(),
                        pass.usedUp(),
                        pass.use()
                                .map(use -> new PassUse(use.checkedInAt(), minute()))
                                .orElse(null));
            case DELETE -> pass;
        };
    }

    private static Pass pass(Pass pass, @Nullable Instant expires, boolean usedUp, @Nullable PassUse use) {
        return new Pass(pass.id(), pass.customer(), pass.item(), pass.kind(), pass.boughtAt(), expires, usedUp, 1, use);
    }

    private static Contract altered(Contract contract, Act.Alter.Alteration what, Instant at) {
        return switch (what) {
            case MOVE ->
                contract(
                        contract, at, contract.active(), contract.cancelled(), contract.cancelsAt(), contract.pauses());
            case SHORTEN, CANCEL -> contract(contract, contract.startsAt(), true, true, at, contract.pauses());
            case END -> contract(contract, contract.startsAt(), false, true, contract.cancelsAt(), contract.pauses());
            case PAUSE, CHECK_OUT ->
                contract(
                        contract,
                        contract.startsAt(),
                        contract.active(),
                        contract.cancelled(),
                        contract.cancelsAt(),
                        List.of(Window.between(at, at.plus(Duration.ofHours(3)))));
            case CHECK_IN -> contract(contract, contract.startsAt(), true, false, null, List.of());
            case DELETE -> contract;
        };
    }

    private static Contract contract(
            Contract contract,
            Instant from,
            boolean active,
            boolean cancelled,
            @Nullable Instant end,
            List<Window> pauses) {
        return new Contract(contract.id(), contract.customer(), contract.items(), from, active, cancelled, end, pauses);
    }

    private List<CustomerId> person(Customer customer, Act.Person act) {
        switch (act.what()) {
            case SUSPENDED -> put(with(customer, customer.email(), false));
            case LET_IN_AGAIN -> put(with(customer, customer.email(), true));
            case NEW_ADDRESS -> put(with(customer, Optional.of(world.address(act.address())), customer.active()));
            case NO_ADDRESS -> put(with(customer, Optional.empty(), customer.active()));
            case DELETED -> {
                world.customers.remove(customer.id());
                world.of(customer.id()).forEach(purchase -> world.purchases.remove(purchase.key()));
            }
        }
        return List.of(customer.id());
    }

    private void put(Customer customer) {
        world.customers.put(customer.id(), customer);
    }

    private static Customer with(Customer customer, Optional<EmailAddress> email, boolean active) {
        return World.customer(customer.id().value(), email, active);
    }

    private void byHand(Act.ByHand hand) {
        Optional<PlatformUserId> user = World.pick(world.users.keySet(), hand.user());
        AccessGroupId group = world.groups.get(Math.floorMod(hand.group(), world.groups.size()));
        user.map(who -> new Membership(who, group)).ifPresent(membership -> {
            if (!hand.in()) {
                world.members.remove(membership);
            } else if (!world.members.containsKey(membership)) {
                boolean ours = onlooker.couldBeOurs(membership);
                world.members.put(membership, ours ? World.By.EITHER : World.By.HAND);
            }
        });
    }

    private static Space conduct(Space space, Act.Conduct.Change change) {
        Instant paused = space.pausedAt();
        Instant frozen = space.frozenUntil();
        return switch (change) {
            case WATCH -> with(space, Mode.WATCH, paused, frozen);
            case GRANTS_ONLY -> with(space, Mode.GRANTS_ONLY, paused, frozen);
            case FULL -> with(space, Mode.FULL, paused, frozen);
            case PAUSE -> with(space, space.mode(), World.START, frozen);
            case RESUME -> with(space, space.mode(), null, frozen);
            case FREEZE -> with(space, space.mode(), paused, Instant.MAX);
            case THAW -> with(space, space.mode(), paused, null);
        };
    }

    static Space with(Space space, Mode mode, @Nullable Instant paused, @Nullable Instant frozen) {
        return new Space(
                space.id(),
                space.slug(),
                space.name(),
                space.zone(),
                space.decider(),
                space.setup(),
                mode,
                paused,
                frozen,
                space.unknown(),
                space.rules(),
                space.passport(),
                space.contact());
    }

    private void adopt(int which) {
        List<Membership> entitled = world.members.keySet().stream()
                .filter(membership -> engine.matches().groups().contains(membership.group()))
                .filter(membership -> world.members.get(membership) != World.By.US)
                .filter(membership -> onlooker.isEntitled(membership, world.now()))
                .toList();
        World.pick(entitled, which)
                .filter(membership -> engine.adopt(membership, customersOf(membership.user())))
                .ifPresent(membership -> world.members.put(membership, World.By.US));
    }

    private void protect(Membership membership) {
        world.members.put(membership, World.By.HAND);
        engine.protect(membership);
    }

    private Set<CustomerId> customersOf(PlatformUserId user) {
        return engine.links(world.customers.values(), world.users.values()).entrySet().stream()
                .filter(link -> isOf(link.getValue(), user))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(LinkState link, PlatformUserId user) {
        return link.linkedUser().filter(user::equals).isPresent();
    }

    private void give(Act.Give give) {
        World.pick(world.customers.keySet(), give.customer()).ifPresent(customer -> {
            AccessGroupId group = world.groups.get(Math.floorMod(give.group(), 2));
            Window window = Window.between(minute(), minute().plus(Duration.ofMinutes(1 + give.minutes())));
            Gift gift = new Gift(customer, group, window, "Ana", "lost tag");
            world.gifts.add(gift);
            engine.give(gift);
        });
    }
}
