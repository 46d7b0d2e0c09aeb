package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.connection.State;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.http.Response;
import sandbox.http.Throttle;
import sandbox.world.PreparedWorld;

class NexudusConnectIT {

    private static final int TOGETHER = 6;

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    private void connect() {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(space, house());
    }

    private LocationId house() {
        return nexudus.locations(space).stream()
                .filter(each -> each.name().equals(PreparedWorld.HARBOUR_HOUSE))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static PartnerFailure failure(Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            return failure;
        }
        throw new AssertionError("No failure");
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void connectsAndListsLocationsAndItems() {
        connect();
        assertThat(nexudus.locations(space)).hasSize(2);
        assertThat(nexudus.items(space))
                .extracting(item -> item.id().kind())
                .containsOnly(ItemKind.PASS, ItemKind.RESOURCE, ItemKind.DESK, ItemKind.OFFICE);
        assertThat(nexudus.items(space))
                .extracting(Item::name)
                .contains("Day pass", "Meeting Room 4", "Desk Q1", "Office 12")
                .doesNotContain("North member pass", "Photo studio", "Suite A");
    }

    @Test
    void saysWhetherThePasswordOrTheCodeIsMissing() {
        assertThat(failure(() -> nexudus.connect(space, PreparedWorld.ANA, Secret.of("wrong"), Optional.empty()))
                        .category())
                .isEqualTo(Category.WRONG_LOGIN);
        world.partners().nexudus().requireOneTimeCode(PreparedWorld.ANA, "246802");
        assertThat(failure(this::connect).category()).isEqualTo(Category.ONE_TIME_CODE_NEEDED);
        assertThat(failure(() -> nexudus.connect(
                                space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.of("111111")))
                        .category())
                .isEqualTo(Category.WRONG_LOGIN);
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.of("246802"));
        assertThat(node.get(Connections.class).state(space, Partner.NEXUDUS)).isEqualTo(State.CONNECTED);
    }

    @Test
    void twoSpacesWithOneUserDoNotKnockEachOtherOut() {
        SpaceId other = PartnerWorld.aSpace();
        connect();
        nexudus.connect(other, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        world.partners().clock().advance(Duration.ofDays(6));
        assertThat(nexudus.locations(space)).hasSize(2);
        assertThat(nexudus.locations(other)).hasSize(2);
    }

    @Test
    void needsSigningInAgainWhenNexudusForgotUs() {
        connect();
        world.partners().nexudus().forgetTokens();
        assertThat(failure(() -> nexudus.items(space)).category()).isEqualTo(Category.NEEDS_SIGN_IN);
        assertThat(node.get(Connections.class).state(space, Partner.NEXUDUS)).isEqualTo(State.NEEDS_SIGN_IN);
        assertThat(node.deaths()).hasSize(1);
    }

    /** Each was sent with a token that had died: none of them says that a right is missing. */
    @Test
    void renewsOnceWhereManyAreRefusedTogether() throws Exception {
        connect();
        CyclicBarrier all = new CyclicBarrier(TOGETHER);
        world.partners()
                .nexudus()
                .fail(
                        "GET /api/sys/businesses",
                        Fault.rewritten(answer -> {
                                    await(all);
                                    return Response.empty(401);
                                })
                                .times(TOGETHER));
        world.partners().resetJournal();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asking = IntStream.range(0, TOGETHER)
                    .mapToObj(
                            one -> threads.submit(() -> nexudus.locations(space).size()))
                    .toList();
            for (Future<Integer> each : asking) {
                assertThat(each.get()).isEqualTo(2);
            }
        }
        assertThat(world.partners().nexudus().calls().to("/api/token").count()).isEqualTo(1);
    }

    @Test
    void namesEveryRightThatIsMissing() {
        connect();
        world.partners()
                .nexudus()
                .rights(PreparedWorld.ANA)
                .revoke("FloorPlanDesk-List")
                .revoke("Booking-Read");
        assertThat(nexudus.checkRights(space))
                .hasSize(Right.values().length)
                .filteredOn(check -> !check.granted())
                .extracting(RightCheck::right)
                .containsExactlyInAnyOrder(Right.DESKS, Right.BOOKING);
    }

    @Test
    void waitsAndTriesAgainWhenThrottled() {
        connect();
        world.partners()
                .nexudus()
                .fail(
                        "GET /api/billing/timepasses",
                        Fault.status(409).retryAfter(1).times(2));
        assertThat(nexudus.items(space)).isNotEmpty();
        world.partners().nexudus().throttle(Throttle.of(1, Duration.ofMinutes(5)));
        PartnerFailure failure = failure(() -> nexudus.items(space));
        assertThat(failure.againHelps()).isTrue();
    }

    @Test
    void makesWebhooksOnceSignsThemAndSwitchesThemOnAgain() {
        connect();
        WebhookState made = nexudus.ensureWebhooks(space);
        assertThat(made.isComplete()).isTrue();
        assertThat(world.partners().nexudus().webhooks()).hasSize(made.wanted());
        assertThat(nexudus.ensureWebhooks(space).rearmed()).isZero();
        assertThat(world.partners().nexudus().webhooks()).hasSize(made.wanted());

        var hook = world.partners().nexudus().webhooks().getFirst();
        String id = hook.detail().replaceAll(".*/hooks/nexudus/([0-9a-f]+)\\?.*", "$1");
        assertThat(nexudus.spaceOfHook(id)).contains(space);
        assertThat(nexudus.spaceOfHook("0123456789abcdef")).isEmpty();
        String secret = node.get(Hooks.class).of(space).secret().reveal();
        String body = "[{\"FullName\":\"Zoë 🚪\"}]";
        assertThat(nexudus.verifies(
                        space,
                        HookAction.OTHER,
                        body.getBytes(StandardCharsets.UTF_8),
                        sandbox.nexudus.HookSignature.of(body, secret)))
                .isTrue();
        assertThat(nexudus.verifies(space, HookAction.OTHER, body.getBytes(StandardCharsets.UTF_8), "AB"))
                .isFalse();

        world.partners().nexudus().edit("Webhook", hook.id(), sandbox.http.Fields.of("Active", false));
        assertThat(nexudus.ensureWebhooks(space).rearmed()).isEqualTo(1);
        assertThat(world.partners().nexudus().webhooks()).allMatch(each -> each.active());
        nexudus.removeWebhooks(space);
        assertThat(world.partners().nexudus().webhooks()).isEmpty();
    }

    @Test
    void saysSoWhenItMayNotMakeWebhooks() {
        connect();
        world.partners().nexudus().rights(PreparedWorld.ANA).revoke("Webhook-Create");
        assertThat(nexudus.ensureWebhooks(space).mayManage()).isFalse();
    }
}
