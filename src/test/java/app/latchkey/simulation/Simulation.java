package app.latchkey.simulation;

import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Decider;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.run.EngineInMemory;
import app.latchkey.sync.run.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a story to the engine and looks on. The same story always ends the same way. */
public final class Simulation {

    private static final Duration CALL = Duration.ofMillis(20);
    private static final Duration LEASE = Duration.ofSeconds(31);
    private static final Duration TWO_PERIODS = Duration.ofMinutes(125);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(21);
    private static final int MOST_TURNS = 60;
    private static final int PLENTY = 1_000;

    private final World world;
    private final MovableClock database = new MovableClock(World.START);
    private final Fate fate;
    private final SimulatedNexudus nexudus;
    private final EngineInMemory engine;
    private final Happenings happenings;
    private final Onlooker onlooker;
    private final List<String> trace = new ArrayList<>();

    private Simulation(Story story, Flaw flaw) {
        world = new World(story.people());
        fate = new Fate(() -> pass(CALL));
        Memory memory = new Memory(fate);
        nexudus = new SimulatedNexudus(world, fate);
        onlooker = new Onlooker(world, nexudus::hides, trace);
        SimulatedSalto salto = new SimulatedSalto(world, fate, onlooker);
        engine = new EngineInMemory(memory, world.clock, database, harbour(), nexudus, salto, flaw);
        onlooker.watches(engine);
        happenings = new Happenings(world, engine, onlooker);
        fate.through(this::outside);
        engine.publish(World.matches(1, 0));
        serveEverything();
    }

    private static Space harbour() {
        return new Space(
                new SpaceId(new UUID(0xF, 1)),
                "harbour",
                "Harbour",
                World.ZONE,
                Decider.LATCHKEY,
                SetupStep.DONE,
                Mode.FULL,
                null,
                null,
                null,
                SpaceRules.defaults(),
                new Passport(false, false),
                new ContactDetails("", "", ""));
    }

    /**
     * How a story ended.
     *
     * @param trace every act and every write, in order
     * @param broken the promise that was not kept, if any; the story ends there
     */
    public record Ending(List<String> trace, @Nullable String broken, int writes) {
        public Ending {
            trace = List.copyOf(trace);
        }

        public boolean isGood() {
            return broken == null;
        }
    }

    public static Ending tell(Story story, Flaw flaw) {
        return new Simulation(story, flaw).tell(story);
    }

    private Ending tell(Story story) {
        for (Act act : story.acts()) {
            trace.add(world.now() + " " + act);
            happens(act);
            if (onlooker.broken() != null) {
                break;
            }
        }
        return new Ending(trace, onlooker.broken(), onlooker.writes());
    }

    private void happens(Act act) {
        switch (act) {
            case Act.Serve serve -> serve(serve.misfortunes());
            case Act.Calm calm -> calm(calm);
            case Act.TimePasses time -> pass(Duration.ofSeconds(time.seconds()));
            case Act.ClockJumps jump -> world.clock.passes(Duration.ofSeconds(jump.seconds()));
            case Act.AtNexudus atNexudus -> happenings.happens(atNexudus);
            case Act.ByHand _,
                    Act.SaltoUserMade _,
                    Act.SaltoUserDeleted _,
                    Act.Seats _,
                    Act.Publish _,
                    Act.Conduct _,
                    Act.Adopt _,
                    Act.Protect _,
                    Act.Give _,
                    Act.TakeBack _,
                    Act.HooksArrive _,
                    Act.Again _ -> happenings.happens(act);
        }
    }

    private void pass(Duration time) {
        world.clock.passes(time);
        database.passes(time);
    }

    private void outside(Misfortune misfortune) {
        if (misfortune.kind() == Kind.TAKEN_OVER) {
            engine.takenOver();
        } else if (misfortune.meanwhile() != null) {
            onlooker.somethingChanges();
            happens(misfortune.meanwhile());
        }
    }

    private void serve(List<Misfortune> misfortunes) {
        fate.ordain(misfortunes);
        onlooker.begins();
        try {
            engine.serve();
        } catch (Died died) {
            trace.add("  " + died.getMessage());
            database.passes(LEASE);
            world.clock.passes(LEASE);
        } finally {
            fate.ordain(List.of());
            onlooker.ends();
            engine.surprise().ifPresent(surprise -> onlooker.breaks("is surprised by " + surprise));
        }
    }

    private void serveEverything() {
        onlooker.approves(false);
        serveWhatIsDue();
        while (onlooker.broken() == null && engine.approveAll()) {
            onlooker.approves(true);
            serveWhatIsDue();
        }
    }

    private void serveWhatIsDue() {
        for (int turns = 0; engine.isAnythingDue() && onlooker.broken() == null; turns++) {
            if (turns > MOST_TURNS) {
                onlooker.breaks("is never done");
            }
            serve(List.of());
        }
    }

    private void calm(Act.Calm calm) {
        world.seats = PLENTY;
        nexudus.lacksNothing();
        engine.change(space -> conduct(space));
        Instant until = world.now().plus(TWO_PERIODS);
        serveEverything();
        for (Optional<Instant> next = engine.nextDue();
                onlooker.broken() == null
                        && next.filter(at -> !at.isAfter(until)).isPresent();
                next = engine.nextDue()) {
            Duration ahead = Duration.between(world.now(), next.orElseThrow());
            pass(ahead.isNegative() ? Duration.ZERO : ahead);
            serveEverything();
        }
        look("after two periods");
        int before = onlooker.writes();
        engine.again();
        serveEverything();
        if (onlooker.writes() > before) {
            onlooker.breaks("writes although everything is right");
        }
        if (calm.promptly() != null && onlooker.broken() == null) {
            happens(calm.promptly());
            pass(Duration.ofSeconds(1));
            if (calm.meanwhile() != null) {
                serve(List.of(new Misfortune(Point.SALTO_READ, 0, Kind.MEANWHILE, 0, calm.meanwhile())));
            }
            serveEverything();
            pass(SECOND_LOOK);
            serveEverything();
            look("at once");
        }
    }

    private static Space conduct(Space space) {
        return Happenings.with(space, Mode.FULL, null, null);
    }

    private void look(String when) {
        Set<Membership> pinned = engine.ledger().stream()
                .filter(row -> row.ownership() == Ownership.PROTECTED)
                .map(LedgerRow::membership)
                .collect(Collectors.toSet());
        Set<Membership> givenUp = new HashSet<>(engine.putBack());
        givenUp.addAll(engine.disputed());
        for (SaltoUser user : world.users.values()) {
            for (var group : World.GROUPS) {
                Membership membership = new Membership(user.platformUser(), group);
                if (!user.isPrivileged() && !pinned.contains(membership)) {
                    look(membership, givenUp.contains(membership), when);
                }
            }
        }
        for (CustomerId customer : onlooker.uninvited()) {
            onlooker.breaks(when + ": customer " + customer + " was never invited");
        }
    }

    private void look(Membership membership, boolean givenUp, String when) {
        boolean entitled = onlooker.isEntitled(membership, world.now());
        World.By by = world.members.get(membership);
        if (entitled && by == null && !givenUp) {
            onlooker.breaks(when + ": stays out " + membership);
        }
        if (!entitled && by == World.By.US) {
            onlooker.breaks(when + ": stays in " + membership);
        }
    }
}
