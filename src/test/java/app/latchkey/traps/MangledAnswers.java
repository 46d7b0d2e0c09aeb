package app.latchkey.traps;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.salto.NewSaltoUser;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sandbox.http.Fault;
import sandbox.http.Response;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Reads both partners whole and in parts while some of their answers are mangled, and keeps what was understood. */
final class MangledAnswers implements AutoCloseable {

    /** One answer of so many. */
    private static final int ONE_OF = 4;

    private static final Secret PASSWORD = Secret.of(PreparedWorld.PASSWORD);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final Partners partners = world.partners();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();
    private final SaltoKs salto = node.get(SaltoKs.class);
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final Snapshot seen = node.get(Snapshot.class);
    private final app.latchkey.salto.Snapshot observed = node.get(app.latchkey.salto.Snapshot.class);
    private int mangled;

    /** What may be read, each by itself: whatever comes of one, the next begins anew. */
    private final List<Runnable> deeds = List.of(
            this::wholeNexudus,
            () -> customer(PreparedWorld.MARTA),
            () -> customer(PreparedWorld.JOAO),
            () -> nexudus.changedSince(space, Instant.EPOCH, Set.of(OptionalSource.values())),
            () -> nexudus.items(space),
            () -> nexudus.teams(space).ifPresent(teams -> in(() -> seen.replaceTeams(teams))),
            () -> nexudus.visitors(space).ifPresent(visitors -> in(() -> seen.replaceVisitors(visitors))),
            () -> nexudus.invoices(space).ifPresent(invoices -> in(() -> seen.replaceInvoices(invoices))),
            () -> nexudus.checkRights(space),
            () -> nexudus.secondWriter(space),
            () -> nexudus.ensureWebhooks(space),
            this::newTokens,
            this::wholeSalto,
            () -> salto.sites(space),
            () -> salto.doorEvents(space, Instant.EPOCH),
            () -> salto.userByEmail(space, new EmailAddress(PreparedWorld.MARTA)),
            () -> salto.makeGroup(space, "Mangled"),
            () -> salto.invite(space, NewSaltoUser.named("Mangled", new EmailAddress("mangled@harbour.example"))));

    MangledAnswers() {
        connect();
    }

    private void connect() {
        SaltoSignIn.connect(world, node, space);
        nexudus.connect(space, PreparedWorld.INTEGRATION, PASSWORD, Optional.empty());
        nexudus.choose(space, new LocationId(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE)));
    }

    /** How many answers were mangled so far. */
    int mangled() {
        return mangled;
    }

    /**
     * One of the deeds, among answers that come from this seed. Whatever is thrown but a partner's failure is a fault of ours.
     *
     * @return what was thrown, with its seed
     */
    Optional<String> read(long seed) {
        Mangler mangler = new Mangler(seed);
        Fault fault = Fault.rewritten(answer -> mangler.wants(ONE_OF) ? mangle(mangler, answer) : answer)
                .always();
        partners.salto().fail(".", fault);
        partners.nexudus().fail(".", fault);
        try {
            deeds.get((int) (seed % deeds.size())).run();
            return Optional.empty();
        } catch (PartnerFailure asItHasToBe) {
            return Optional.empty();
        } catch (RuntimeException uncaught) {
            return Optional.of("Seed %d: %s, at %s".formatted(seed, uncaught, where(uncaught)));
        } finally {
            partners.salto().clearFaults();
            partners.nexudus().clearFaults();
            if (!isConnected(Partner.SALTO) || !isConnected(Partner.NEXUDUS)) {
                connect();
            }
        }
    }

    /** The lines of ours that it came through. */
    private static List<StackTraceElement> where(Throwable uncaught) {
        return Arrays.stream(uncaught.getStackTrace())
                .filter(line -> line.getClassName().startsWith("app.latchkey"))
                .limit(4)
                .toList();
    }

    private Response mangle(Mangler mangler, Response answer) {
        mangled++;
        return answer.withContent(mangler.mangle(answer.content()));
    }

    private boolean isConnected(Partner partner) {
        return node.get(Connections.class)
                .of(space, partner)
                .filter(Connection::isUsable)
                .isPresent();
    }

    private void wholeNexudus() {
        FullRead read = nexudus.readAll(space, ProgressListener.none());
        in(() -> {
            seen.replaceAll(read);
            seen.allPurchases();
            seen.customers();
            seen.lastReads();
        });
    }

    private void customer(String email) {
        CustomerId id = new CustomerId(partners.nexudus().customer(email));
        var facts = nexudus.customer(space, id);
        in(() -> {
            seen.replaceCustomer(facts);
            seen.purchasesOf(id);
        });
    }

    private void wholeSalto() {
        Instant now = partners.clock().instant();
        var groups = salto.groups(space);
        var users = salto.users(space);
        var site = salto.site(space);
        AccessGroupId flex = AccessGroupId.of(
                partners.salto().group(partners.salto().site(PreparedWorld.HARBOUR_HOUSE), "Flex members"));
        var members = salto.members(space, flex);
        in(() -> {
            observed.replaceGroups(groups, now);
            observed.replaceUsers(users, now);
            observed.putSeats(site, now);
            observed.replaceMembers(Set.of(flex), members, now);
            observed.groups();
        });
    }

    /** Old enough that both are asked for new ones, and used. */
    private void newTokens() {
        partners.clock().advance(Duration.ofDays(6));
        try {
            salto.groupIds(space);
        } finally {
            nexudus.locations(space);
        }
    }

    private void in(Runnable work) {
        node.scopes().inSpace(space, work);
    }

    @Override
    public void close() {
        world.close();
    }
}
