package app.latchkey.simulation;

import app.latchkey.nexudus.Nexudus;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.space.Mode;
import app.latchkey.space.Space;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.run.EngineInMemory;
import app.latchkey.sync.run.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final int MOST_CALLS_PER_QUESTION = 2;

    /** As it really is, which the database goes by as well. */
    private final MovableClock clock = new MovableClock(World.START);

    private final NodeClock node = new NodeClock(clock);
    private final Tale tale = new Tale();
    private final Fate fate = new Fate(() -> clock.passes(CALL));
    private final Questions questions = new Questions();
    private final Houses houses;
    private final EngineInMemory engine;
    private int serving;

    private Simulation(Story story, Flaw flaw) {
        Memory memory = new Memory(fate);
        houses = new Houses(story, clock, node, tale);
        memory.toldTo(houses::changed);
        Nexudus nexudus = story.byPages()
                ? new PagedNexudus(houses, fate, memory, node)
                : new SimulatedNexudus(houses, fate, node);
        SimulatedSalto salto = story.byPages() ? new PagedSalto(houses, fate) : new SimulatedSalto(houses, fate);
        engine = new EngineInMemory(
                memory,
                node,
                clock,
                houses.spaces(),
                questions.toldTo(Nexudus.class, nexudus),
                questions.toldTo(SaltoKs.class, salto),
                flaw);
        fate.through(this::outside);
        houses.all().forEach(house -> houses.turn(house, () -> house.isServedBy(engine.at(house.id()))));
        houses.all().forEach(house -> houses.turn(house, () -> serveEverything(house)));
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
            tale.says(clock.instant() + " " + act);
            happens(houses.number(0), act);
            if (!tale.isGood()) {
                break;
            }
        }
        int writes =
                houses.all().stream().mapToInt(house -> house.onlooker.writes()).sum();
        return new Ending(tale.lines(), tale.broken(), writes);
    }

    private void happens(House house, Act act) {
        houses.turn(house, () -> {
            switch (act) {
                case Act.At(int space, Act what) -> happens(houses.number(space), what);
                case Act.Serve serve -> serve(house, serve.misfortunes());
                case Act.Calm calm -> calm(house, calm);
                case Act.TimePasses time -> clock.passes(Duration.ofSeconds(time.seconds()));
                case Act.ClockIsAhead ahead -> node.isAhead(Duration.ofSeconds(ahead.seconds()));
                case Act.CutOff(var partner) -> house.isCutOff(partner);
                case Act.SignedInAgain _ -> house.isConnected();
                case Act.AtNexudus atNexudus -> house.happenings().happens(atNexudus);
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
                        Act.Again _ -> house.happenings().happens(act);
            }
        });
    }

    private void outside(Misfortune misfortune) {
        House house = houses.now();
        if (misfortune.kind() == Kind.TAKEN_OVER) {
            house.served().takenOver();
        } else if (misfortune.kind() == Kind.SLEEPS) {
            clock.passes(misfortune.howLong());
            houses.all().forEach(each -> each.onlooker.sleeps(each != house || misfortune.at() == Point.SALTO_WRITE));
        } else if (misfortune.meanwhile() instanceof Act.At(int space, Act what)) {
            houses.number(space).onlooker.whileChanging(() -> happens(houses.number(space), what));
        } else if (misfortune.meanwhile() != null) {
            Act meanwhile = misfortune.meanwhile();
            house.onlooker.whileChanging(() -> happens(house, meanwhile));
        }
    }

    /** Several spaces may be served side by side, each once at a time. */
    private void serve(House house, List<Misfortune> misfortunes) {
        if (house.onlooker.isWorking()) {
            return;
        }
        serving++;
        house.onlooker.begins();
        try {
            fate.during(misfortunes, house.served()::serve);
        } catch (Died died) {
            diedWhileServing(died);
        } finally {
            serving--;
            house.onlooker.ends();
            engine.surprise().ifPresent(surprise -> tale.breaks("is surprised by " + surprise));
        }
    }

    /** It was one process that served them all. */
    private void diedWhileServing(Died died) {
        if (serving > 1) {
            throw died;
        }
        tale.says("  " + died.getMessage());
        clock.passes(LEASE);
        fate.lives();
    }

    private void serveEverything(House house) {
        house.onlooker.approves(false);
        serveWhatIsDue(house);
        while (tale.isGood() && house.served().approveAll()) {
            house.onlooker.approves(true);
            serveWhatIsDue(house);
        }
    }

    /** Its neighbours have their turns as well. */
    private void serveWhatIsDue(House house) {
        for (int turns = 0; house.served().isAnythingDue() && tale.isGood(); turns++) {
            if (turns > MOST_TURNS) {
                tale.breaks("is never done: " + house.served().whatIsDue());
            }
            serve(house, List.of());
            houses.besides(house).forEach(this::serveInTurn);
        }
    }

    private void serveInTurn(House neighbour) {
        houses.turn(neighbour, () -> {
            if (neighbour.served().isAnythingDue()) {
                serve(neighbour, List.of());
            }
        });
    }

    private void calm(House house, Act.Calm calm) {
        house.isConnected();
        house.world.seats = PLENTY;
        house.shown.lacksNothing();
        house.served().change(space -> conduct(space));
        untilEverythingWasLookedAtTwice(house);
        look(house, "after two periods", List.of(node.instant()));
        int before = house.onlooker.writes();
        questions.forget();
        house.served().again();
        serveEverything(house);
        if (house.onlooker.writes() > before) {
            tale.breaks("writes although everything is right");
        }
        asksLittle("when nothing is new");
        Duration ahead = node.ahead();
        if (calm.clock() != null) {
            happens(house, calm.clock());
        }
        if (calm.promptly() != null && tale.isGood()) {
            promptly(house, calm.promptly(), calm.meanwhile());
            look(house, "at once", List.of(node.instant(), clock.instant().plus(ahead)));
        }
    }

    private void untilEverythingWasLookedAtTwice(House house) {
        Instant until = node.instant().plus(TWO_PERIODS);
        serveEverything(house);
        for (Optional<Instant> next = engine.nextDue();
                tale.isGood() && next.filter(at -> !at.isAfter(until)).isPresent();
                next = engine.nextDue()) {
            Duration ahead = Duration.between(node.instant(), next.orElseThrow());
            clock.passes(ahead.isNegative() ? Duration.ZERO : ahead);
            houses.besides(house).forEach(this::serveInTurn);
            serveEverything(house);
        }
    }

    private void promptly(House house, Act.AtNexudus act, Act.@Nullable AtNexudus meanwhile) {
        questions.forget();
        happens(house, act);
        clock.passes(Duration.ofSeconds(1));
        if (meanwhile != null) {
            serve(house, List.of(new Misfortune(Point.SALTO_READ, 0, Kind.MEANWHILE, 0, meanwhile)));
        }
        serveEverything(house);
        asksLittle("after a change");
        clock.passes(SECOND_LOOK);
        serveEverything(house);
    }

    private void asksLittle(String when) {
        if (questions.number() > MOST_CALLS_PER_QUESTION * questions.different()) {
            tale.breaks("asks the same again and again " + when + ": " + questions.askedAgain());
        }
    }

    private static Space conduct(Space space) {
        return Happenings.with(space, Mode.FULL, null, null);
    }

    /** @param clocks what time it is, by each clock that counted: in between somebody may be in or out */
    private void look(House house, String when, List<Instant> clocks) {
        Set<Membership> pinned = house.served().ledger().stream()
                .filter(row -> row.ownership() == Ownership.PROTECTED)
                .map(LedgerRow::membership)
                .collect(Collectors.toSet());
        Set<Membership> givenUp = new HashSet<>(house.served().putBack());
        givenUp.addAll(house.served().disputed());
        for (SaltoUser user : house.world.users.values()) {
            for (var group : house.world.groups) {
                Membership membership = new Membership(user.platformUser(), group);
                if (!user.isPrivileged() && !pinned.contains(membership)) {
                    look(house, membership, givenUp.contains(membership), when, clocks);
                }
            }
        }
        for (CustomerId customer : house.onlooker.uninvited(clocks)) {
            tale.breaks(when + ": customer " + customer + " was never invited");
        }
    }

    private void look(House house, Membership membership, boolean givenUp, String when, List<Instant> clocks) {
        long entitled = clocks.stream()
                .filter(now -> house.onlooker.isEntitled(membership, now))
                .count();
        World.By by = house.world.members.get(membership);
        if (entitled == clocks.size() && by == null && !givenUp) {
            tale.breaks(when + ": stays out " + membership);
        }
        if (entitled == 0 && by == World.By.US) {
            tale.breaks(when + ": stays in " + membership);
        }
    }
}
