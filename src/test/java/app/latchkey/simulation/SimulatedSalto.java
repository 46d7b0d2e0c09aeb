package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerCalls;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.DoorEvent;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.Installation;
import app.latchkey.salto.Invited;
import app.latchkey.salto.Lock;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Site;
import app.latchkey.salto.Usable;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.sync.plan.Membership;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Salto KS as the engine sees it. Every write is shown to a witness before it is done. */
class SimulatedSalto implements SaltoKs {

    /** Looks on while the engine writes. */
    interface Witness {
        void adds(Membership membership);

        void removes(Membership membership);

        void invites(EmailAddress email);
    }

    private final Houses houses;
    private final Fate fate;

    SimulatedSalto(Houses houses, Fate fate) {
        this.houses = houses;
        this.fate = fate;
    }

    private <T> T read(SpaceId space, Function<World, T> answer) {
        House house = houses.asked(space, Partner.SALTO);
        Optional<Misfortune> befalls = fate.at(Point.SALTO_READ);
        befalls.ifPresent(misfortune -> {
            if (fails(misfortune) || misfortune.kind() == Kind.LOST) {
                throw failure(misfortune);
            }
        });
        T answered = answer.apply(house.world);
        fate.after(befalls);
        return answered;
    }

    private <T> T write(SpaceId space, BiFunction<World, Witness, T> done) {
        House house = houses.asked(space, Partner.SALTO);
        PartnerCalls.requireMayChange();
        Optional<Misfortune> befalls = fate.at(Point.SALTO_WRITE);
        befalls.filter(SimulatedSalto::fails).ifPresent(misfortune -> {
            throw failure(misfortune);
        });
        T answered = done.apply(house.world, house.onlooker);
        befalls.filter(misfortune -> misfortune.kind() == Kind.LOST).ifPresent(misfortune -> {
            throw failure(misfortune);
        });
        fate.after(befalls);
        return answered;
    }

    private static boolean fails(Misfortune misfortune) {
        return switch (misfortune.kind()) {
            case SILENT, THROTTLED, INCOMPLETE -> true;
            case LOST, LACKING, DIES_BEFORE, DIES_AFTER, TAKEN_OVER, MEANWHILE, SLEEPS -> false;
        };
    }

    private static PartnerFailure failure(Misfortune misfortune) {
        return switch (misfortune.kind()) {
            case THROTTLED ->
                PartnerFailure.of(Partner.SALTO, Category.THROTTLED, "Salto wants us to wait.", Duration.ofSeconds(20));
            case INCOMPLETE -> PartnerFailure.of(Partner.SALTO, Category.UNREADABLE, "Salto sent half an answer.");
            case SILENT, LOST, LACKING, DIES_BEFORE, DIES_AFTER, TAKEN_OVER, MEANWHILE, SLEEPS ->
                PartnerFailure.of(Partner.SALTO, Category.SILENT, "Salto does not answer.");
        };
    }

    @Override
    public Site site(SpaceId space) {
        return read(
                space,
                world -> new Site(
                        new SiteId(space.value()),
                        "A site",
                        Optional.of(World.ZONE),
                        world.seatsUsed(),
                        world.seats,
                        Usable.yes()));
    }

    @Override
    public List<AccessGroup> groups(SpaceId space) {
        return read(
                space,
                world -> world.groups.stream()
                        .map(group -> new AccessGroup(group, "Group " + group, false, true, List.of(), List.of()))
                        .toList());
    }

    @Override
    public List<AccessGroupId> groupIds(SpaceId space) {
        return read(space, world -> world.groups);
    }

    @Override
    public List<GroupMember> members(SpaceId space, AccessGroupId group) {
        return read(
                space,
                world -> world.members.keySet().stream()
                        .filter(membership -> membership.group().equals(group))
                        .map(membership -> new GroupMember(group, membership.user(), "User"))
                        .toList());
    }

    @Override
    public List<SaltoUser> users(SpaceId space) {
        return read(space, world -> List.copyOf(world.users.values()));
    }

    @Override
    public Optional<SaltoUser> user(SpaceId space, SiteUserId id) {
        return read(
                space,
                world -> world.users.values().stream()
                        .filter(user -> user.siteUser().equals(id))
                        .findFirst());
    }

    @Override
    public Optional<SaltoUser> userByEmail(SpaceId space, EmailAddress email) {
        return read(space, world -> world.userBy(email));
    }

    @Override
    public Invited invite(SpaceId space, NewSaltoUser user) {
        return write(
                space,
                (world, witness) -> world.userBy(user.email())
                        .map(known -> new Invited(known, false))
                        .orElseGet(() -> {
                            witness.invites(user.email());
                            return new Invited(world.add(user.email(), Set.of()), true);
                        }));
    }

    @Override
    public void add(SpaceId space, AccessGroupId group, PlatformUserId user) {
        var unused = write(space, (world, witness) -> {
            if (!world.users.containsKey(user)) {
                throw PartnerFailure.of(Partner.SALTO, Category.NOT_FOUND, "Salto knows no such user.");
            }
            Membership membership = new Membership(user, group);
            witness.adds(membership);
            World.By before = world.members.get(membership);
            return world.members.put(membership, before == null ? World.By.US : World.By.EITHER);
        });
    }

    @Override
    public void remove(SpaceId space, AccessGroupId group, PlatformUserId user) {
        var unused = write(space, (world, witness) -> {
            Membership membership = new Membership(user, group);
            witness.removes(membership);
            return world.members.remove(membership);
        });
    }

    @Override
    public void subscribe(SpaceId space, SiteUserId id) {
        var unused = write(space, (world, witness) -> {
            world.users.replaceAll((platform, user) ->
                    user.siteUser().equals(id) && world.seatsUsed() < world.seats ? seated(user, true) : user);
            return true;
        });
    }

    @Override
    public void suspend(SpaceId space, SiteUserId id) {
        var unused = write(space, (world, witness) -> {
            world.users.replaceAll((platform, user) -> user.siteUser().equals(id) ? seated(user, false) : user);
            return true;
        });
    }

    private static SaltoUser seated(SaltoUser user, boolean seated) {
        return new SaltoUser(
                user.siteUser(),
                user.platformUser(),
                user.name(),
                user.email(),
                user.hasProfile(),
                user.blocked(),
                seated,
                user.roles(),
                user.tagNumber(),
                user.usesPin(),
                user.expiresAt());
    }

    @Override
    public URI beginConsent(SpaceId space, AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signIn(SpaceId space, String user, Secret password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Site> sites(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void choose(SpaceId space, SiteId site) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccessGroupId makeGroup(SpaceId space, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lock> locks(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Installation installation(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addDoor(SpaceId space, AccessGroupId group, LockId door) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void openAlways(SpaceId space, AccessGroupId group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mayReadEvents(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DoorEvent> doorEvents(SpaceId space, Instant since) {
        throw new UnsupportedOperationException();
    }
}
