package app.latchkey.nexudus;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.Assumption;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Http;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.nexudus.HookSignature;
import sandbox.nexudus.NexudusSettings;
import sandbox.nexudus.NexudusSettings.Signing;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** Nexudus as it is known, fact by fact, at the simulated one; by writing too. */
class NexudusContractIT extends NexudusReads {

    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();

    @Override
    PartnerWorld.Node node(PartnerWorld world) {
        return world.node();
    }

    @Override
    URI api() {
        return world.partners().nexudusUrl();
    }

    @Override
    String connect(PartnerWorld.Node node) {
        signIn(node.get(Nexudus.class), PreparedWorld.PASSWORD, Optional.empty());
        return PreparedWorld.HARBOUR_HOUSE;
    }

    private void signIn(Nexudus nexudus, String password, Optional<String> code) {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(password), code);
    }

    @AfterEach
    void asKnown() {
        partner.clearFaults();
        settings()
                .largestPage(1_000)
                .throttleStatus(409)
                .failuresBeforeOff(10)
                .path("ContractPausedPeriod", "")
                .path("Team", "")
                .path("SimpleTimeZone", "")
                .omits("")
                .hookSecretField("Secret")
                .ignoresFromId(false)
                .refusesWith200(false)
                .signing(Signing.ASCII_BY_UNIT);
    }

    private NexudusSettings settings() {
        return partner.settings();
    }

    /** The same space, seen by a node with other settings. */
    private Nexudus with(Map<String, Object> settings) {
        return world.node(settings).get(Nexudus.class);
    }

    private static PartnerFailure failure(Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            return failure;
        }
        throw new AssertionError("No failure");
    }

    private CustomerId who(String email) {
        return new CustomerId(partner.customer(email));
    }

    private List<Purchase> bought(String email) {
        return nexudus().customer(space, who(email)).purchases();
    }

    private Instant now() {
        return world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Fact(
            value = "B2.3",
            says =
                    "A refresh token belongs to one `client_id`; each space has its own, so that two do not end each other's")
    @Test
    void twoSpacesOfOneUserDoNotEndEachOther() {
        var other = PartnerWorld.aSpace();
        nexudus().connect(other, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        world.partners().clock().advance(Duration.ofDays(6));
        assertThat(nexudus().locations(space)).isNotEmpty();
        assertThat(nexudus().locations(other)).isNotEmpty();
    }

    @Fact(
            value = "B2.6",
            says = "A refresh token is forgotten after fifteen days without use, and renews without end before that")
    @Test
    void staysConnectedAsLongAsSomethingIsAskedWithinFifteenDays() {
        Nexudus nexudus = nexudus();
        for (int fortnight = 0; fortnight < 3; fortnight++) {
            world.partners().clock().advance(Duration.ofDays(14));
            assertThat(nexudus.locations(space)).isNotEmpty();
        }
        world.partners().clock().advance(Duration.ofDays(23));
        assertThatThrownBy(() -> nexudus.locations(space))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.category()).isEqualTo(PartnerFailure.Category.NEEDS_SIGN_IN));
        signIn(nexudus, PreparedWorld.PASSWORD, Optional.empty());
    }

    @Fact(value = "B2.4", says = "A missing one-time code is told apart from a wrong password: `two_factor_auth_check`")
    @Test
    void asksForAOneTimeCode() {
        partner.requireOneTimeCode(PreparedWorld.ANA, "246802");
        assertThat(failure(() -> signIn(nexudus(), PreparedWorld.PASSWORD, Optional.empty()))
                        .category())
                .isEqualTo(Category.ONE_TIME_CODE_NEEDED);
        assertThat(failure(() -> signIn(nexudus(), PreparedWorld.PASSWORD, Optional.of("1")))
                        .category())
                .isEqualTo(Category.WRONG_LOGIN);
        partner.requireOneTimeCode(PreparedWorld.ANA, null);
        signIn(nexudus(), PreparedWorld.PASSWORD, Optional.empty());
    }

    @Fact(value = "B2.5", says = "HTTP Basic with e-mail and password works for every request")
    @Test
    void takesBasicAsWell() {
        assertThat(Http.at(api())
                        .basic(PreparedWorld.ANA, PreparedWorld.PASSWORD)
                        .get("/api/sys/businesses")
                        .status())
                .isEqualTo(200);
    }

    @Fact(
            value = "B3.8",
            sure = Sure.UNKNOWN,
            says = "How many rows a page may have",
            setting = Assumption.NEXUDUS_PAGE_SIZE)
    @Test
    void asksForAsManyRowsAsTheDeploymentSays() {
        settings().largestPage(20);
        FullRead cut = readAll();
        FullRead small = with(Map.of("latchkey.nexudus.page-size", "7")).readAll(space, ProgressListener.none());
        assertThat(cut.isComplete()).isTrue();
        assertThat(small.isComplete()).isTrue();
        assertThat(small.customers()).hasSameSizeAs(cut.customers());
        assertThat(world.partners().calls().to("coworkers").all())
                .anyMatch(call -> call.query().contains("size=7"));
    }

    @Fact(
            value = "B3.9",
            sure = Sure.UNKNOWN,
            says = "Whether a list can begin at an id; where it cannot, pages are counted")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWholeListsWhetherTheyCanBeginAtAnIdOrNot(boolean ignores) {
        settings().ignoresFromId(ignores).largestPage(10);
        FullRead read = readAll();
        assertThat(read.source(Source.CUSTOMERS).complete()).isTrue();
        assertThat(read.customers())
                .extracting(Customer::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    @Fact(value = "B3.10", says = "A refused change is 400, in older versions 200: `WasSuccessful` decides")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noticesARefusalUnderAnyStatus(boolean quietly) {
        settings().refusesWith200(quietly);
        NexudusHttp http = bean(NexudusHttp.class);
        assertThat(failure(() -> http.change(
                                space,
                                org.springframework.http.HttpMethod.POST,
                                Entity.WEBHOOK.path(),
                                Optional.of("{\"Action\":61}")))
                        .category())
                .isEqualTo(Category.REFUSED);
    }

    @Fact(
            value = "B3.11",
            says = "409 is a throttle here, not a conflict; the portal's side says 429. `Retry-After` is obeyed")
    @ParameterizedTest
    @CsvSource({"409", "429"})
    void waitsWhenThrottled(int status) {
        partner.fail("GET /api/sys/businesses", Fault.status(status).retryAfter(1));
        long before = System.nanoTime();
        assertThat(nexudus().locations(space)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Fact(
            value = "B3.13",
            sure = Sure.UNKNOWN,
            says = "For whom Nexudus counts requests: an app, a user or a location",
            setting = Assumption.NEXUDUS_LIMITS)
    @Test
    void asksNoFasterThanTheDeploymentSays() {
        Nexudus slow = with(Map.of("latchkey.nexudus.limits", "5/2s"));
        long before = System.nanoTime();
        for (int time = 0; time < 3; time++) {
            assertThat(slow.locations(space)).isNotEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Fact(
            value = "B3.14",
            sure = Sure.UNKNOWN,
            says = "How many writes Nexudus takes in a minute and in a day: its two editions differ",
            setting = Assumption.NEXUDUS_WRITE_LIMITS)
    @Test
    void writesNoFasterThanTheDeploymentSays() {
        Nexudus slow = with(Map.of("latchkey.nexudus.write-limits", "25/2s"));
        long before = System.nanoTime();
        slow.ensureWebhooks(space);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(500));
        nexudus().removeWebhooks(space);
    }

    @Fact(value = "B3.12", says = "Ids are wider than 32 bits")
    @Test
    void readsWideIds() {
        assertThat(readAll().purchases()).anyMatch(purchase -> purchase.key().id() > Integer.MAX_VALUE);
    }

    @Fact(value = "B4.2", says = "A cancelled booking is really deleted: 404 by its id, and in no list of changes")
    @Test
    void knowsThatABookingWasDeleted() {
        long booking = partner.book(
                who(PreparedWorld.AISHA).value(), partner.room("Meeting Room 1"), now(), now().plusSeconds(3600));
        assertThat(nexudus().booking(space, booking)).isPresent();
        world.partners().clock().advance(Duration.ofMinutes(5));
        partner.cancelBooking(booking);
        assertThat(nexudus().booking(space, booking)).isEmpty();
        assertThat(nexudus().changedSince(space, now()).customers()).doesNotContain(who(PreparedWorld.AISHA));
    }

    @Fact(value = "B4.3", says = "A cancellation with a date ahead still counts until then")
    @Test
    void keepsAContractUntilTheDateOfItsCancellation() {
        assertThat(bought("sofia.lehtonen@pohja.example"))
                .singleElement()
                .isInstanceOfSatisfying(Contract.class, contract -> {
                    assertThat(contract.cancelled()).isTrue();
                    assertThat(contract.active()).isTrue();
                    assertThat(contract.cancellation().orElseThrow()).isAfter(now());
                });
    }

    @Fact(value = "B4.4", says = "A day pass is used up by its check-in and still counts that day")
    @Test
    void knowsTheDayOnWhichAPassWasUsed() {
        assertThat(bought("noor.devries@tidal.example"))
                .hasAtLeastOneElementOfType(Pass.class)
                .filteredOn(Pass.class::isInstance)
                .allMatch(pass -> ((Pass) pass).usedUp() && ((Pass) pass).use().isPresent());
    }

    @Fact(
            value = "B4.5",
            sure = Sure.UNKNOWN,
            says = "What separates several access cards of one customer",
            setting = Assumption.NEXUDUS_CARD_SEPARATORS)
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
                ''             -> 02309289, 02309290
                ''             -> 02309289;02309290
                ''             -> 02309289 02309290
                ''             -> '02309289\n02309290'
                /              -> 02309289/02309290
                | ;            -> 02309289;02309290
                """)
    void readsSeveralCardsAsTheDeploymentSeparatesThem(String separators, String cards) {
        partner.edit("Coworker", who(PreparedWorld.BENGT).value(), Fields.of("AccessCardId", cards));
        PartnerWorld.Node node = world.node(Map.of("latchkey.nexudus.card-separators", separators));
        assertThat(bengtsCards(node)).containsExactly("02309289", "02309290");
        assertThat(node.get(CustomerRecords.class).cards(space, who(PreparedWorld.BENGT)))
                .contains(List.of("02309289", "02309290"));
    }

    @Test
    void readsOneCardWhereTheDeploymentSeparatesNothingByItsSign() {
        partner.edit("Coworker", who(PreparedWorld.BENGT).value(), Fields.of("AccessCardId", "0230 9289,1"));
        assertThat(bengtsCards(world.node())).containsExactly("0230", "9289", "1");
        PartnerWorld.Node node = world.node(Map.of("latchkey.nexudus.card-separators", "; |"));
        assertThat(bengtsCards(node)).containsExactly("02309289,1");
        FullRead read = node.get(Nexudus.class).readAll(space, ProgressListener.none());
        assertThat(node.scopes().inSpace(space, () -> {
                    node.get(Snapshot.class).replaceAll(read);
                    return node.get(Snapshot.class)
                            .customer(who(PreparedWorld.BENGT))
                            .orElseThrow()
                            .accessCards();
                }))
                .as("kept as it was read")
                .containsExactly("02309289,1");
    }

    private List<String> bengtsCards(PartnerWorld.Node node) {
        return node.get(Nexudus.class)
                .customer(space, who(PreparedWorld.BENGT))
                .customer()
                .accessCards();
    }

    @Fact(
            value = "B4.6",
            sure = Sure.UNKNOWN,
            says = "Where paused periods of contracts lie",
            setting = Assumption.NEXUDUS_PAUSES_PATH)
    @Test
    void readsPausesWhereTheDeploymentSays() {
        settings().path("ContractPausedPeriod", "billing/pausedperiods");
        assertThat(readAll().source(Source.PAUSES).complete()).isFalse();
        assertThat(with(Map.of("latchkey.nexudus.pauses-path", "billing/pausedperiods"))
                        .readAll(space, ProgressListener.none())
                        .source(Source.PAUSES)
                        .complete())
                .isTrue();
    }

    @Fact(value = "B4.11", sure = Sure.UNKNOWN, says = "Where teams lie", setting = Assumption.NEXUDUS_TEAMS_PATH)
    @Test
    void readsTeamsWhereTheDeploymentSays() {
        List<Team> teams = nexudus().teams(space).orElseThrow();
        assertThat(teams).isNotEmpty();
        settings().path("Team", "sys/teams");
        assertThat(nexudus().teams(space))
                .as("nothing lies where it is assumed")
                .isEmpty();
        assertThat(with(Map.of("latchkey.nexudus.teams-path", "sys/teams")).teams(space))
                .contains(teams);
    }

    @Fact(
            value = "B4.12",
            sure = Sure.UNKNOWN,
            says = "Where the names of time zones lie; a location may have only the id of its own",
            setting = Assumption.NEXUDUS_TIME_ZONES_PATH)
    @Test
    void readsNamesOfTimeZonesWhereTheDeploymentSays() {
        settings().omits("SimpleTimeZoneName");
        List<Location> before = nexudus().locations(space);
        assertThat(before).allMatch(location -> location.zone().isPresent());
        settings().path("SimpleTimeZone", "sys/timezones");
        assertThat(nexudus().locations(space))
                .allMatch(location -> location.zone().isEmpty());
        assertThat(with(Map.of("latchkey.nexudus.time-zones-path", "sys/timezones"))
                        .locations(space))
                .isEqualTo(before);
    }

    @Fact(value = "B4.13", says = "`MinutesIncluded` of a pass says how many minutes it holds; null is a day pass")
    @Test
    void tellsPassesByTheMinuteFromPassesByTheDay() {
        assertThat(list("billing/timepasses/" + partner.pass("Evening pass"))
                        .path("MinutesIncluded")
                        .longValue())
                .isEqualTo(240);
        assertThat(list("billing/timepasses/" + partner.pass("Day pass"))
                        .path("MinutesIncluded")
                        .isNull())
                .isTrue();
        assertThat(kindOfBought("Evening pass")).isEqualTo(PassKind.MINUTES);
        assertThat(kindOfBought("Day pass")).isEqualTo(PassKind.DAY);
    }

    private PassKind kindOfBought(String pass) {
        CustomerId buyer = new CustomerId(partner.addCustomer("Buyer of a " + pass, "buyer@newcomer.example"));
        partner.buyPass(buyer.value(), partner.pass(pass));
        return ((Pass) nexudus().customer(space, buyer).purchases().getFirst()).kind();
    }

    @Fact(value = "B4.14", says = "`ItemType` of a place on the floor plan is 1 for an office; all others are desks")
    @Test
    void tellsOfficesFromDesks() {
        List<ItemId> offices = new ArrayList<>();
        List<ItemId> desks = new ArrayList<>();
        for (JsonNode row : list("sys/floorplandesks?size=100&FloorPlanDesk_FloorPlan_Business_Id="
                        + partner.location(PreparedWorld.HARBOUR_HOUSE))
                .path("Records")) {
            long id = row.path("Id").longValue();
            if (row.path("ItemType").intValue() == 1) {
                offices.add(ItemId.office(id));
            } else {
                desks.add(ItemId.desk(id));
            }
        }
        assertThat(offices).isNotEmpty();
        assertThat(desks).isNotEmpty();
        assertThat(nexudus().items(space))
                .extracting(Item::id)
                .containsAll(offices)
                .containsAll(desks);
    }

    @Fact(
            value = "B5.1",
            says =
                    "A webhook is one action of one location; it is switched off after failures, and switched on again by us")
    @Test
    void armsWebhooksAgain() {
        WebhookState made = nexudus().ensureWebhooks(space);
        assertThat(partner.webhooks()).hasSize(made.wanted());
        partner.edit("Webhook", partner.webhooks().getFirst().id(), Fields.of("Active", false));
        assertThat(nexudus().ensureWebhooks(space).rearmed()).isEqualTo(1);
        assertThat(partner.webhooks()).allMatch(each -> each.active());
        nexudus().removeWebhooks(space);
    }

    @Fact(
            value = "B5.5",
            sure = Sure.INFERRED,
            says =
                    "A team that is made, deleted or changed is told of by the actions 57, 58 and 59; any of them has the teams read")
    @Test
    void isToldOfTeams() {
        nexudus().ensureWebhooks(space);
        long team = partner.team("Fjordkod");
        partner.joinTeam(team, who(PreparedWorld.AISHA).value());
        partner.leaveTeam(team, who(PreparedWorld.AISHA).value());
        eventually("what was sent", partner::isQuiet);
        assertThat(partner.deliveries()).filteredOn(sent -> sent.action() == 59).hasSize(2);
        assertThat(List.of("57", "58", "59"))
                .allMatch(action -> HookAction.named(action).aboutTeam());
        nexudus().removeWebhooks(space);
    }

    @Fact(value = "B5.6", says = "A team that was changed stands in the list of changes, and whom it has lost does not")
    @Test
    void seesThatATeamWasChangedAndNotWhomItHasLost() {
        world.partners().clock().advance(Duration.ofMinutes(5));
        Set<OptionalSource> teams = Set.of(OptionalSource.TEAMS);
        assertThat(nexudus().changedSince(space, now(), teams).teams()).isFalse();
        long team = partner.team("Fjordkod");
        partner.joinTeam(team, who(PreparedWorld.AISHA).value());
        world.partners().clock().advance(Duration.ofMinutes(5));
        partner.leaveTeam(team, who(PreparedWorld.AISHA).value());
        Changes changes = nexudus().changedSince(space, now(), teams);
        assertThat(changes.teams()).isTrue();
        assertThat(changes.customers()).doesNotContain(who(PreparedWorld.AISHA));
        assertThat(nexudus().changedSince(space, now()).teams()).isFalse();
    }

    @Fact(
            value = "B5.2",
            sure = Sure.UNKNOWN,
            says = "Over which bytes a webhook with characters beyond ASCII is signed")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void verifiesASignatureOverWhateverBytes(Signing signing) {
        nexudus().ensureWebhooks(space);
        String secret = bean(Hooks.class).of(space).secret().reveal();
        String body = "[{\"FullName\":\"Zoë 🚪\"}]";
        String signature = switch (signing) {
            case ASCII_BY_UNIT -> HookSignature.of(body, secret);
            case ASCII_BY_CHARACTER -> HookSignature.of("[{\"FullName\":\"Zo? ?\"}]", secret);
            case BYTES -> HookSignature.overBytes(body, secret);
            case NONE -> "";
        };
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        assertThat(nexudus().verifies(space, HookAction.OTHER, sent, signature)).isTrue();
        assertThat(nexudus()
                        .verifies(space, HookAction.OTHER, (body + " ").getBytes(StandardCharsets.UTF_16), signature))
                .isFalse();
        nexudus().removeWebhooks(space);
    }

    @Fact(
            value = "B5.3",
            sure = Sure.UNKNOWN,
            says = "The field of a webhook that takes the shared secret",
            setting = Assumption.NEXUDUS_HOOK_SECRET_FIELD)
    @Test
    void givesTheSecretInTheFieldThatTheDeploymentNames() {
        settings().hookSecretField("SharedSecret");
        with(Map.of("latchkey.nexudus.hook-secret-field", "SharedSecret")).ensureWebhooks(space);
        assertThat(world.partners().calls().to("webhooks").writes().all())
                .anyMatch(call -> call.body().contains("\"SharedSecret\""));
        nexudus().removeWebhooks(space);
    }

    @Fact(
            value = "B5.4",
            sure = Sure.UNKNOWN,
            says = "Whether a webhook made by the API is signed at all",
            setting = Assumption.NEXUDUS_UNSIGNED_HOOKS)
    @Test
    void takesAnUnsignedCallForAHintOnlyWhereTheDeploymentSaysSo() {
        nexudus().ensureWebhooks(space);
        byte[] body = "[{\"Id\":1}]".getBytes(StandardCharsets.UTF_8);
        assertThat(nexudus().verifies(space, HookAction.OTHER, body, "")).isFalse();
        Nexudus trusting = with(Map.of("latchkey.nexudus.unsigned-hooks", "hint"));
        assertThat(trusting.verifies(space, HookAction.OTHER, body, "")).isTrue();
        assertThat(trusting.verifies(space, HookAction.OTHER, body, "AB")).isFalse();
        nexudus().removeWebhooks(space);
    }

    @Fact(value = "B2.13", says = "A refresh ends the refresh token before it, and no access token that is still good")
    @Test
    void leavesAnAccessTokenGoodThatWasReplaced() {
        AccessTokens tokens = bean(AccessTokens.class);
        Secret before = tokens.current(space, Partner.NEXUDUS);
        assertThat(tokens.insteadOf(space, Partner.NEXUDUS, before)).isNotEqualTo(before);
        assertThat(Http.at(api())
                        .bearer(before.reveal())
                        .get("/api/sys/businesses")
                        .status())
                .isEqualTo(200);
    }

    @Fact(
            value = "B2.14",
            says =
                    "How long a token is said to last is not to be relied on: one that is refused earlier is renewed, and the request made again")
    @Test
    void renewsATokenThatEndsBeforeItsTime() {
        Nexudus nexudus = with(Map.of());
        partner.endAccessTokens();
        assertThat(nexudus.locations(space)).isNotEmpty();
    }

    @Fact(
            value = "B3.16",
            says =
                    "The direction of an order (`dir`) has three dialects, in which 1 says opposite things: it is never asked for")
    @Test
    void asksForNoDirection() {
        world.partners().resetJournal();
        assertThat(readAll().isComplete()).isTrue();
        assertThat(world.partners().calls().all())
                .isNotEmpty()
                .noneMatch(call -> call.query().contains("dir="));
    }

    @Fact(
            value = "B3.17",
            says =
                    "A time in a filter is `YYYY-MM-DDTHH:mm` or `YYYY-MM-DDTHH:mm:ssZ`, in UTC: never finer than seconds")
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00, 200",
        "2026-11-27T10:00:30Z, 200",
        "2026-11-27T10:00:30.123Z, 400",
        "2026-11-27T10:00:30+01:00, 400"
    })
    void asksForTimesToTheSecond(String time, int status) {
        assertThat(http().get("/api/spaces/bookings?size=1&from_Booking_ToTime=" + time.replace("+", "%2B"))
                        .status())
                .isEqualTo(status);
        world.partners().clock().advance(Duration.ofMillis(1_234));
        assertThat(readAll().isComplete()).isTrue();
        assertThat(nexudus().customer(space, who(PreparedWorld.MARTA)).complete())
                .isTrue();
        assertThat(nexudus()
                        .changedSince(space, world.partners().clock().instant())
                        .whole())
                .isTrue();
        assertThat(nexudus()
                        .isCheckedIn(
                                space,
                                who(PreparedWorld.MARTA),
                                world.partners().clock().instant()))
                .isFalse();
    }

    @Fact(value = "B4.17", says = "`CoworkerId` of a booking may be null: it is nobody's and lets nobody in")
    @Test
    void keepsABookingWithoutACustomerNobodys() {
        long booking = partner.book(0, partner.room("Meeting Room 2"), now(), now().plusSeconds(3600));
        assertThat(list("spaces/bookings/" + booking).path("CoworkerId").isNull())
                .isTrue();
        FullRead read = readAll();
        assertThat(read.isComplete()).isTrue();
        assertThat(read.purchases())
                .filteredOn(each -> each.key().equals(new PurchaseKey(PurchaseKind.BOOKING, booking)))
                .singleElement()
                .satisfies(nobodys -> assertThat(nobodys.owner()).isEmpty());
        partner.cancelBooking(booking);
    }

    @Fact(
            value = "B4.18",
            says =
                    "`PauseFrom` and `PauseUntil` of a contract are UTC, with local twins; a paused contract earns nothing until the pause is over")
    @Test
    void readsPausesInUtc() {
        Instant start = now();
        long id = partner.signContract(who(PreparedWorld.TOMASZ).value(), List.of(partner.desk("Office 14")), start);
        Instant from = Instant.parse("2031-07-01T23:30:00Z");
        Instant until = Instant.parse("2031-08-01T23:30:00Z");
        JsonNode pause = list("billing/contractpausedperiods/" + partner.pauseContract(id, from, until));
        assertThat(pause.path("PauseFrom").stringValue()).isEqualTo("2031-07-01T23:30:00Z");
        assertThat(pause.path("PauseFromLocal").stringValue())
                .as("summer in Lisbon")
                .startsWith("2031-07-02T00:30");
        Contract contract = (Contract) bought(PreparedWorld.TOMASZ).getFirst();
        assertThat(Entitlements.windows(contract, List.of(), Rules.of(PreparedWorld.LISBON)))
                .containsExactly(Window.between(start, from), Window.from(until));
        partner.endContract(id, now());
    }

    @Fact(
            value = "B4.19",
            sure = Sure.INFERRED,
            says = "A contract that begins later has `Active` false until it is activated, which action 10 tells")
    @Test
    void opensAContractWhenItHasBegun() {
        CustomerId later = new CustomerId(partner.addCustomer("Begins Later", "later@newcomer.example"));
        Instant start = now().plus(Duration.ofDays(2));
        partner.signContract(later.value(), List.of(partner.desk("Office 14")), start);
        assertThat(onlyContract(later).active()).isFalse();
        assertThat(opens(onlyContract(later), start.plusSeconds(1)))
                .as("not before Nexudus says so")
                .isFalse();

        world.partners().clock().moveTo(start.plusSeconds(1));
        assertThat(nexudus().changedSince(space, start).customers()).contains(later);
        assertThat(onlyContract(later).active()).isTrue();
        assertThat(opens(onlyContract(later), start)).isTrue();
        assertThat(opens(onlyContract(later), start.minusSeconds(1))).isFalse();
    }

    private Contract onlyContract(CustomerId customer) {
        return (Contract) nexudus().customer(space, customer).purchases().getFirst();
    }

    private static boolean opens(Purchase purchase, Instant at) {
        return Entitlements.windows(purchase, List.of(), Rules.of(PreparedWorld.LISBON)).stream()
                .anyMatch(window -> window.contains(at));
    }

    @Fact(
            value = "B4.20",
            says = "A check-in names its pass in `CoworkerTimePassGuid`, and goes on while its `ToTime` is null")
    @Test
    void readsOfAStayItsPassAndWhetherItGoesOn() {
        CustomerId eve = new CustomerId(partner.addCustomer("Eve Evening", "eve@newcomer.example"));
        long pass = partner.buyPass(eve.value(), partner.pass("Evening pass"));
        world.partners().clock().moveTo(tomorrowAtTen());
        partner.checkIn(eve.value());
        JsonNode stay =
                list("spaces/checkins?Checkin_Coworker=" + eve).path("Records").get(0);
        assertThat(stay.path("ToTime").isNull()).isTrue();
        assertThat(stay.path("CoworkerTimePassGuid"))
                .isEqualTo(list("billing/coworkertimepasses/" + pass).path("UniqueId"));
        assertThat(onlyPass(eve).use().orElseThrow().checkOut()).isEmpty();

        world.partners().clock().advance(Duration.ofHours(4));
        partner.checkOut(eve.value());
        assertThat(onlyPass(eve).usedUp()).isTrue();
        Instant left = onlyPass(eve).use().orElseThrow().checkOut().orElseThrow();
        assertThat(opens(onlyPass(eve), left.minusSeconds(1))).isTrue();
        assertThat(opens(onlyPass(eve), left)).isFalse();
    }

    private Instant tomorrowAtTen() {
        return now().atZone(PreparedWorld.LISBON)
                .toLocalDate()
                .plusDays(1)
                .atTime(10, 0)
                .atZone(PreparedWorld.LISBON)
                .toInstant();
    }

    private Pass onlyPass(CustomerId customer) {
        return (Pass) nexudus().customer(space, customer).purchases().getFirst();
    }

    @Fact(
            value = "B4.21",
            says =
                    "A pass counts at the location that sells it and at those in its `Businesses`, which lists leave out: each pass is read by itself")
    @Test
    void countsAPassAtEveryLocationThatItNames() {
        SpaceId north = PartnerWorld.aSpace();
        nexudus().connect(north, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus().choose(north, new LocationId(partner.location(PreparedWorld.HARBOUR_NORTH)));
        assertThat(nexudus().items(north))
                .extracting(Item::name)
                .contains("Day pass", "North member pass")
                .doesNotContain("Flex pass");
        CustomerId buyer = new CustomerId(partner.addCustomer("Here And There", "both@newcomer.example"));
        partner.buyPass(buyer.value(), partner.pass("Day pass"));
        assertThat(nexudus().customer(north, buyer).purchases()).hasSize(1);
        assertThat(nexudus().customer(space, buyer).purchases()).hasSize(1);
    }

    @Fact(value = "B4.22", says = "The numbers of Salto's tags stand in `AccessCardId`, not in `KeyFobNumber`")
    @Test
    void takesNoKeyFobForATag() {
        CustomerId holder = new CustomerId(partner.addCustomer("Holds Both", "holds@newcomer.example"));
        partner.edit("Coworker", holder.value(), Fields.of("AccessCardId", "02309300", "KeyFobNumber", "02309301"));
        assertThat(nexudus().customer(space, holder).customer().accessCards()).containsExactly("02309300");
    }

    @Fact(
            value = "B4.23",
            says = "An invoice that is issued and not `Paid` is not overdue: that begins after its `DueDate`")
    @Test
    void countsAnInvoiceFromTheDayOnWhichItIsDue() {
        CustomerId payer = new CustomerId(partner.addCustomer("Pays Later", "pays@newcomer.example"));
        Instant due = now().plus(Duration.ofDays(10));
        long invoice = partner.billing().invoice(payer.value(), 50, due);
        partner.billing().pay(invoice, 20);
        UnpaidInvoice unpaid = nexudus().invoices(space, payer).orElseThrow().getFirst();
        assertThat(unpaid.due()).isEqualTo(due);
        assertThat(unpaid.open()).isEqualByComparingTo("30");
        assertThat(new OverdueRule(0, true, BigDecimal.ZERO, Set.of())
                        .closesAt(List.of(unpaid.in(PreparedWorld.LISBON)), PreparedWorld.LISBON)
                        .orElseThrow())
                .isAfter(due);
        partner.billing().pay(invoice, 30);
        assertThat(nexudus().invoices(space, payer).orElseThrow()).isEmpty();
    }

    @Fact(
            value = "B4.24",
            says = "A visitor of a booking is no customer: `BookingVisitor` has an address and names no customer")
    @Test
    void knowsVisitorsByTheirAddressAlone() {
        long booking = partner.book(
                who(PreparedWorld.AISHA).value(), partner.room("Meeting Room 2"), now(), now().plusSeconds(3600));
        long visit = partner.addVisitor(booking, "Vera Visiting", "vera@visitor.example");
        assertThat(list("spaces/bookingvisitors/" + visit).has("CoworkerId")).isFalse();
        assertThat(nexudus().visitors(space).orElseThrow())
                .contains(new BookedVisitor(booking, new EmailAddress("vera@visitor.example")));
        assertThat(readAll().customers()).noneMatch(each -> each.fullName().equals("Vera Visiting"));
        partner.cancelBooking(booking);
    }

    @Fact(
            value = "B4.25",
            says =
                    "A pass that comes with a plan says so (`IsFromTariff`) and names the contract by its `UniqueId` in `CoworkerContractUniqueId`")
    @Test
    void knowsWhetherThePlanBehindAPassGoesOn() {
        CustomerId planned = new CustomerId(partner.addCustomer("On A Plan", "plan@newcomer.example"));
        long contract = partner.signContract(planned.value(), List.of(), now());
        partner.passOfPlan(contract, partner.pass("Flex pass"), now().plus(Duration.ofDays(30)));
        assertThat(passOf(planned).renewedBy().orElseThrow().automatic()).isTrue();
        partner.endContract(contract, now().plus(Duration.ofDays(40)));
        assertThat(passOf(planned).renewedBy().orElseThrow().automatic()).isFalse();
        CustomerId alone = new CustomerId(partner.addCustomer("On No Plan", "noplan@newcomer.example"));
        partner.buyPass(alone.value(), partner.pass("Flex pass"));
        assertThat(onlyPass(alone).renewedBy()).isEmpty();
    }

    private Pass passOf(CustomerId customer) {
        return nexudus().customer(space, customer).purchases().stream()
                .filter(Pass.class::isInstance)
                .map(Pass.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Fact(
            value = "B4.26",
            says = "A customer who is suspended (`Active` false) or `Archived` has nothing, whatever he has bought")
    @Test
    void givesNothingToWhoeverIsSuspendedOrArchived() {
        CustomerId barred = new CustomerId(partner.addCustomer("Barred Soon", "barred@newcomer.example"));
        partner.buyPass(barred.value(), partner.pass("Flex pass"));
        assertThat(nexudus().customer(space, barred).person().mayEnter()).isTrue();
        partner.suspend(barred.value());
        assertThat(nexudus().customer(space, barred).person().mayEnter()).isFalse();
        partner.unsuspend(barred.value());
        partner.archive(barred.value());
        assertThat(nexudus().customer(space, barred).person().mayEnter()).isFalse();
        assertThat(nexudus().customer(space, barred).purchases()).hasSize(1);
    }

    @Fact(
            value = "B5.10",
            sure = Sure.UNKNOWN,
            says =
                    "After how many failures a webhook is switched off, and whether a call that failed is sent again: those that are off are looked for, and whatever they missed is read")
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void armsWebhooksAgainHoweverSoonTheyAreSwitchedOff(int failures) {
        settings().failuresBeforeOff(failures);
        nexudus().ensureWebhooks(space);
        Instant before = now();
        CustomerId missed = new CustomerId(0);
        for (int time = 0; time < failures; time++) {
            missed = new CustomerId(partner.addCustomer("Missed " + failures + time, ""));
            eventually("what was sent", partner::isQuiet);
        }
        assertThat(partner.webhooks()).filteredOn(each -> !each.active()).hasSize(2);
        assertThat(nexudus().changedSince(space, before).customers()).contains(missed);
        assertThat(nexudus().ensureWebhooks(space).rearmed()).isEqualTo(2);
        assertThat(partner.webhooks()).allMatch(each -> each.active());
        nexudus().removeWebhooks(space);
    }

    @Fact(
            value = "B5.11",
            says =
                    "Action 61 carries the customer, and comes with whatever may change his access: a booking that is deleted, a contract, a pass, a check-in, a card, a suspension; that a booking is made or moved is not among it, and told by its own action alone")
    @Fact(
            value = "B5.12",
            says =
                    "Actions have numbers: 2 and 3 of customers, 6 to 8 of bookings, 10, 11, 60, 62 and 77 of contracts, 21 and 22 of invoices, 35 and 36 of check-ins")
    @Test
    void isToldOfWhateverHappensUnderItsNumber() {
        settings().failuresBeforeOff(1_000);
        nexudus().ensureWebhooks(space);
        long ida = partner.addCustomer("Ida Told", "ida@newcomer.example");
        eventually("what was sent", partner::isQuiet);
        isTold(ida, List.of(HookAction.CUSTOMER_UPDATED), true, () -> partner.suspend(ida));
        isTold(ida, List.of(HookAction.CUSTOMER_UPDATED), true, () -> partner.unsuspend(ida));
        isTold(
                ida,
                List.of(HookAction.CUSTOMER_UPDATED),
                true,
                () -> partner.edit("Coworker", ida, Fields.of("AccessCardId", "02309999")));
        Instant start = now().plus(Duration.ofHours(3));
        isTold(
                ida,
                List.of(HookAction.BOOKING_CREATED),
                false,
                () -> partner.book(ida, partner.room("Meeting Room 2"), start, start.plusSeconds(3600)));
        long booking = partner.bookings().getLast().id();
        isTold(
                ida,
                List.of(HookAction.BOOKING_UPDATED),
                false,
                () -> partner.extendBooking(booking, Duration.ofHours(1)));
        isTold(ida, List.of(HookAction.BOOKING_DELETED), true, () -> partner.cancelBooking(booking));
        isTold(
                ida,
                List.of(HookAction.CONTRACT_CREATED),
                true,
                () -> partner.signContract(ida, List.of(partner.desk("Office 14")), start));
        long contract = partner.contracts().getLast().id();
        isTold(
                ida,
                List.of(HookAction.CONTRACT_ACTIVATED),
                true,
                () -> world.partners().clock().moveTo(start.plusSeconds(1)));
        isTold(
                ida,
                List.of(HookAction.CONTRACT_UPDATED),
                true,
                () -> partner.changeDesks(contract, List.of(partner.desk("Office 12"))));
        isTold(ida, List.of(HookAction.CONTRACT_CANCELLED), true, () -> partner.endContract(contract, now()));
        isTold(ida, List.of(), true, () -> partner.buyPass(ida, partner.pass("Flex pass")));
        isTold(ida, List.of(HookAction.CHECKED_IN), true, () -> partner.checkIn(ida));
        isTold(ida, List.of(HookAction.CHECKED_OUT), true, () -> partner.checkOut(ida));
        long invoice = partner.billing().invoice(ida, 10, now());
        isTold(
                ida,
                List.of(HookAction.PAYMENT_FAILED),
                false,
                () -> partner.billing().paymentFails(invoice));
        isTold(
                ida,
                List.of(HookAction.INVOICE_PAID),
                false,
                () -> partner.billing().pay(invoice, 10));
        nexudus().removeWebhooks(space);
    }

    /** Of this customer, and of nothing else. */
    private void isTold(long customer, List<HookAction> actions, boolean accessToo, Runnable deed) {
        int before = partner.deliveries().size();
        deed.run();
        eventually("what was sent", partner::isQuiet);
        List<sandbox.nexudus.Nexudus.Delivery> told = partner.deliveries().stream()
                .skip(before)
                .filter(sent -> sent.body().startsWith("[{\"Id\":" + customer + ",")
                        || sent.body().contains("\"CoworkerId\":" + customer + ","))
                .toList();
        List<Integer> numbers =
                new ArrayList<>(actions.stream().map(HookAction::number).toList());
        if (accessToo) {
            numbers.add(HookAction.ACCESS_MAY_HAVE_CHANGED.number());
        }
        assertThat(told)
                .extracting(sandbox.nexudus.Nexudus.Delivery::action)
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(told)
                .filteredOn(sent -> sent.action() == HookAction.ACCESS_MAY_HAVE_CHANGED.number())
                .allMatch(sent -> sent.body().startsWith("[{\"Id\":" + customer + ","));
    }

    @Fact(
            value = "B5.13",
            says =
                    "No webhook tells of a pass or a resource that is changed: they are read anew with every whole reading")
    @Test
    void readsPassesAndResourcesAnewOfWhichNobodyTells() {
        nexudus().ensureWebhooks(space);
        assertThat(readAll().isComplete()).isTrue();
        int before = partner.deliveries().size();
        long room = partner.room("Meeting Room 1");
        long pass = partner.pass("Flex pass");
        partner.edit("Resource", room, Fields.of("Name", "Library"));
        partner.edit("TimePass", pass, Fields.of("Name", "Roaming pass"));
        eventually("what was sent", partner::isQuiet);
        assertThat(partner.deliveries()).hasSize(before);
        assertThat(readAll().items()).extracting(Item::name).contains("Library", "Roaming pass");
        partner.edit("Resource", room, Fields.of("Name", "Meeting Room 1"));
        partner.edit("TimePass", pass, Fields.of("Name", "Flex pass"));
        nexudus().removeWebhooks(space);
    }
}
