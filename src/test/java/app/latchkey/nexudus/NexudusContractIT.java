package app.latchkey.nexudus;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Secret;
import app.latchkey.space.Assumption;
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
}
