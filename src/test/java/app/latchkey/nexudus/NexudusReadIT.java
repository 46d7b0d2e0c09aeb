package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Rules;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.world.PreparedWorld;

class NexudusReadIT {

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();
    private final SpaceId space = PartnerWorld.aSpace();

    @BeforeEach
    void connect() {
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(
                space,
                nexudus.locations(space).stream()
                        .filter(each -> each.name().equals(PreparedWorld.HARBOUR_HOUSE))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private CustomerId who(String email) {
        return partner.customers().stream()
                .filter(each -> each.detail().equals(email))
                .map(each -> new CustomerId(each.id()))
                .findFirst()
                .orElseThrow();
    }

    private long thing(List<sandbox.nexudus.Nexudus.Named> things, String name) {
        return things.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private FullRead readAll() {
        return nexudus.readAll(space, ProgressListener.none());
    }

    @Test
    void readsEverythingAboutTheLocationAndNothingOfOthers() {
        FullRead read = readAll();
        assertThat(read.isComplete()).isTrue();
        assertThat(read.customers())
                .extracting(
                        customer -> customer.email().map(EmailAddress::value).orElse(""))
                .contains(PreparedWorld.MARTA, PreparedWorld.OTTO, "")
                .doesNotContain("iker@nortelab.example");
        assertThat(purchases(read, PreparedWorld.BENGT)).singleElement().isInstanceOfSatisfying(Contract.class, it -> {
            assertThat(it.items()).extracting(item -> item.id().kind()).containsExactly(ItemKind.OFFICE);
            assertThat(it.active()).isTrue();
        });
        assertThat(purchases(read, "sofia.lehtonen@pohja.example"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Contract.class, it -> assertThat(it.cancellation()).isPresent());
        assertThat(purchases(read, "noor.devries@tidal.example"))
                .hasAtLeastOneElementOfType(Pass.class)
                .hasAtLeastOneElementOfType(Contract.class);
        assertThat(read.customers())
                .filteredOn(each -> each.id().equals(who(PreparedWorld.OTTO)))
                .noneMatch(Customer::active);
        assertThat(read.customers())
                .filteredOn(each -> each.id().equals(who(PreparedWorld.BENGT)))
                .allMatch(each -> each.accessCards().equals(List.of("02309289", "02309290")));
    }

    private List<Purchase> purchases(FullRead read, String email) {
        return read.purchases().stream()
                .filter(each -> each.owner().equals(Optional.of(who(email))))
                .toList();
    }

    @Test
    void readsManyPagesWholeAlsoWhenRowsGoMeanwhile() {
        for (int i = 0; i < 450; i++) {
            partner.addCustomer("Many " + i, "many" + i + "@many.example");
        }
        FullRead read = readAll();
        assertThat(read.source(Source.CUSTOMERS).complete()).isTrue();
        assertThat(read.customers())
                .extracting(Customer::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(480);
    }

    @Test
    void isNotWholeWhenTheTotalDoesNotFitOrAPageFails() {
        partner.fail("GET /api/spaces/bookings", Fault.wrongTotal());
        partner.fail("GET /api/spaces/checkins", Fault.garbage().always());
        FullRead read = readAll();
        assertThat(read.isComplete()).isFalse();
        assertThat(read.source(Source.BOOKINGS).complete()).isFalse();
        assertThat(read.source(Source.CHECK_INS).trouble()).isPresent();
        assertThat(read.source(Source.CONTRACTS).complete()).isTrue();
        assertThat(purchases(read, PreparedWorld.JOAO)).isNotEmpty();
    }

    @Test
    void setsOneBadRecordAsideAndGoesOn() {
        long booking = partner.bookings().getFirst().id();
        partner.edit("Booking", booking, sandbox.http.Fields.of("Tentative", "perhaps"));
        FullRead read = readAll();
        assertThat(read.source(Source.BOOKINGS).quarantined())
                .singleElement()
                .asString()
                .contains(String.valueOf(booking));
        assertThat(read.purchases()).filteredOn(Booking.class::isInstance).isNotEmpty();
    }

    @Test
    void readsOneCustomerAsTheFullReadDoes() {
        FullRead read = readAll();
        for (String email : List.of(
                PreparedWorld.MARTA,
                PreparedWorld.BENGT,
                PreparedWorld.JOAO,
                PreparedWorld.TOMASZ,
                "noor.devries@tidal.example",
                "sofia.lehtonen@pohja.example")) {
            CustomerFacts facts = nexudus.customer(space, who(email));
            assertThat(facts.complete()).isTrue();
            assertThat(facts.purchases()).containsExactlyInAnyOrderElementsOf(purchases(read, email));
            assertThat(read.customers()).contains(facts.customer());
        }
    }

    @Test
    void readsPausesOfAContract() {
        Contract contract = (Contract) purchases(readAll(), PreparedWorld.BENGT).getFirst();
        Instant from = world.partners()
                .clock()
                .instant()
                .plus(Duration.ofDays(1))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        partner.pauseContract(contract.id(), from, from.plus(Duration.ofDays(7)));
        assertThat(((Contract) nexudus.customer(space, who(PreparedWorld.BENGT))
                                .purchases()
                                .getFirst())
                        .pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause.from()).isEqualTo(from));
        assertThat(((Contract) purchases(readAll(), PreparedWorld.BENGT).getFirst()).pauses())
                .hasSize(1);
    }

    @Test
    void knowsTheStayThatUsedAPass() {
        partner.checkIn(who(PreparedWorld.MARTA).value());
        Pass pass = (Pass) nexudus.customer(space, who(PreparedWorld.MARTA)).purchases().stream()
                .filter(Pass.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(pass.usedUp()).isTrue();
        assertThat(pass.use()).isPresent();
        assertThat(pass.item().id().kind()).isEqualTo(ItemKind.PASS);
    }

    @Fact(
            value = "B4.9",
            sure = Sure.UNKNOWN,
            says =
                    "Whether a pass with several uses counts as used at the first of them or at the last, and of which use its date is; where `RemainingUses` says how many are left, that decides")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAPassWithUsesLeftHoweverNexudusMarksIt(boolean usedAtFirstUse) {
        partner.settings().usedAtFirstUse(usedAtFirstUse);
        CustomerId carol = new CustomerId(partner.addCustomer("Carol Thrice", "carol@thrice.example"));
        partner.buyPassForDays(carol.value(), partner.pass("Flex pass"), 3);
        comesInAndStaysAwayFor(carol, Duration.ofDays(7));
        assertThat(opensTomorrow(carol)).isTrue();
        comesInAndStaysAwayFor(carol, Duration.ofDays(7));
        assertThat(opensTomorrow(carol)).isTrue();

        partner.checkIn(carol.value());
        assertThat(passOf(carol).usedUp()).isTrue();
        assertThat(opens(passOf(carol), now().plusSeconds(1)))
                .as("the day of the last use")
                .isTrue();
        assertThat(opensTomorrow(carol)).isFalse();
        world.partners().clock().advance(Duration.ofDays(7));
        assertThat(readAll().purchases()).noneMatch(each -> isOf(carol, each));
        assertThat(nexudus.customer(space, carol).purchases()).isEmpty();
    }

    /** That a list of passes can be asked for by the uses left is inferred. */
    @Test
    void readsPassesWholeWhereTheyCannotBeAskedForByTheUsesLeft() {
        partner.fail(
                "GET /api/billing/coworkertimepasses.*RemainingUses",
                Fault.status(400).always());
        assertThat(readAll().isComplete()).isTrue();
    }

    @Test
    void takesAUsedPassForUsedUpWhereNexudusDoesNotSayWhatIsLeft() {
        partner.settings().usedAtFirstUse(true).omits("RemainingUses");
        CustomerId carol = new CustomerId(partner.addCustomer("Carol Thrice", "carol@thrice.example"));
        partner.buyPassForDays(carol.value(), partner.pass("Flex pass"), 3);
        assertThat(passOf(carol).usedUp()).isFalse();
        partner.checkIn(carol.value());
        assertThat(passOf(carol).usedUp()).isTrue();
        assertThat(opensTomorrow(carol)).isFalse();
    }

    @Fact(
            value = "B4.10",
            sure = Sure.INFERRED,
            says =
                    "A part-time desk (`FloorPlanDeskVariant`) names its desk and has a flag for each day of the week; a contract names it in `FloorPlanDeskVariantIds`, and need not name the desk")
    @ParameterizedTest
    @ValueSource(strings = {"", "FloorPlanDeskVariantIds"})
    void readsOnWhichDaysAContractIsForADesk(String leftOutOfLists) {
        partner.settings().omits(leftOutOfLists);
        CustomerId carol = signsForMondaysAndTuesdays();
        Contract contract = (Contract) onlyOf(carol);
        assertThat(contract.items()).extracting(NamedItem::name).containsExactly("Office 14");
        assertThat(contract.partTime())
                .singleElement()
                .satisfies(part -> assertThat(part.place()).isEqualTo(ItemId.office(partner.desk("Office 14"))))
                .satisfies(
                        part -> assertThat(part.days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        assertThat(readAll().isComplete()).isTrue();
        assertThat(PurchaseFacts.read(PurchaseFacts.write(contract))).isEqualTo(contract);
    }

    @Test
    void concludesNothingOfContractsWhoseDaysItMayNotSee() {
        partner.rights(PreparedWorld.ANA).revoke("FloorPlanDeskVariant-Read");
        assertThat(readAll().isComplete()).as("nobody needs it").isTrue();
        CustomerId carol = signsForMondaysAndTuesdays();
        SourceRead contracts = readAll().source(Source.CONTRACTS);
        assertThat(contracts.complete()).isFalse();
        assertThat(contracts.trouble().orElseThrow()).contains("the right FloorPlanDeskVariant-Read is missing");
        assertThat(nexudus.customer(space, carol).complete()).isFalse();
    }

    /** What was known of it goes on: it has not ended only because a field of it is nonsense. */
    @Test
    void knowsThatAContractIsThereThatItDoesNotUnderstand() {
        CustomerId bengt = who(PreparedWorld.BENGT);
        PurchaseKey contract = nexudus.customer(space, bengt).purchases().stream()
                .map(Purchase::key)
                .filter(key -> key.kind() == PurchaseKind.CONTRACT)
                .findFirst()
                .orElseThrow();
        partner.edit("CoworkerContract", contract.id(), sandbox.http.Fields.of("StartDate", "one fine day"));
        CustomerFacts facts = nexudus.customer(space, bengt);
        assertThat(facts.complete()).isFalse();
        assertThat(facts.purchases()).extracting(Purchase::key).doesNotContain(contract);
        assertThat(facts.there()).contains(contract);
    }

    private CustomerId signsForMondaysAndTuesdays() {
        CustomerId carol = new CustomerId(partner.addCustomer("Carol Parttime", "carol@parttime.example"));
        long office = partner.desk("Office 14");
        partner.signPartTime(
                carol.value(),
                List.of(
                        partner.addVariant(office, "Office 14, Mondays", Set.of(DayOfWeek.MONDAY)),
                        partner.addVariant(office, "Office 14, Tuesdays", Set.of(DayOfWeek.TUESDAY))),
                now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        return carol;
    }

    private void comesInAndStaysAwayFor(CustomerId customer, Duration away) {
        partner.checkIn(customer.value());
        partner.checkOut(customer.value());
        world.partners().clock().advance(away);
    }

    private boolean opensTomorrow(CustomerId customer) {
        return opens(passOf(customer), now().plus(Duration.ofDays(1)));
    }

    private static boolean opens(Pass pass, Instant at) {
        return Entitlements.windows(pass, List.of(), Rules.of(PreparedWorld.LISBON)).stream()
                .anyMatch(window -> window.contains(at));
    }

    private Pass passOf(CustomerId customer) {
        return (Pass) onlyOf(customer);
    }

    /** The same in both readings. */
    private Purchase onlyOf(CustomerId customer) {
        Purchase alone = nexudus.customer(space, customer).purchases().getFirst();
        assertThat(readAll().purchases())
                .filteredOn(each -> isOf(customer, each))
                .containsExactly(alone);
        return alone;
    }

    private static boolean isOf(CustomerId customer, Purchase purchase) {
        return purchase.owner().filter(customer::equals).isPresent();
    }

    private Instant now() {
        return world.partners().clock().instant();
    }

    @Test
    void looksOneBookingUpAndKnowsWhenItIsDeleted() {
        nexudus.items(space);
        long room = thing(partner.rooms(), "Meeting Room 4");
        Instant from = world.partners().clock().instant().plus(Duration.ofHours(1));
        long booking = partner.book(who(PreparedWorld.TOMASZ).value(), room, from, from.plus(Duration.ofHours(1)));
        assertThat(nexudus.booking(space, booking).orElseThrow().items())
                .extracting(item -> item.id())
                .containsExactly(ItemId.resource(room));
        partner.cancelBooking(booking);
        assertThat(nexudus.booking(space, booking)).isEmpty();
    }

    @Test
    void knowsABookingThatIsNowElsewhereFromOneThatCannotBeRead() {
        nexudus.items(space);
        Instant from = world.partners().clock().instant().plus(Duration.ofHours(1));
        long booking = partner.book(
                who(PreparedWorld.TOMASZ).value(),
                thing(partner.rooms(), "Meeting Room 4"),
                from,
                from.plus(Duration.ofHours(1)));
        partner.changeRoom(booking, thing(partner.rooms(), "Photo studio"));
        assertThat(nexudus.booking(space, booking)).isEmpty();

        partner.edit("Booking", booking, Fields.of("FromTime", "soon"));
        assertThatThrownBy(() -> nexudus.booking(space, booking))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.is(Category.RECORD_UNREADABLE))
                                .isTrue());
    }

    /** The rooms that are remembered may be older than the booking. */
    @Test
    void looksForARoomThatIsNewBeforeItSaysThatABookingIsElsewhere() {
        nexudus.items(space);
        Instant from = world.partners().clock().instant().plus(Duration.ofHours(1));
        long studio = thing(partner.rooms(), "Photo studio");
        long booking = partner.book(who(PreparedWorld.TOMASZ).value(), studio, from, from.plus(Duration.ofHours(1)));
        assertThat(nexudus.booking(space, booking)).isEmpty();
        partner.edit("Resource", studio, Fields.of("BusinessId", partner.location(PreparedWorld.HARBOUR_HOUSE)));
        assertThat(nexudus.booking(space, booking).orElseThrow().items())
                .extracting(item -> item.id())
                .containsExactly(ItemId.resource(studio));
    }

    @Test
    void saysThatACustomerIsGone() {
        CustomerFacts facts = nexudus.customer(space, new CustomerId(4711));
        assertThat(facts.gone()).isTrue();
        assertThat(facts.person().mayEnter()).isFalse();
    }

    @Test
    void remembersWhatItReadAndForgetsOnlyWhatAWholeReadingMissed() {
        FullRead whole = readAll();
        Snapshot snapshot = node.get(Snapshot.class);
        node.scopes().inSpace(space, () -> snapshot.replaceAll(whole));
        node.scopes().inSpace(space, () -> {
            assertThat(snapshot.allPurchases()).containsExactlyInAnyOrderElementsOf(whole.purchases());
            assertThat(snapshot.customers()).containsExactlyInAnyOrderElementsOf(whole.customers());
            assertThat(snapshot.customersAt(new EmailAddress(PreparedWorld.MARTA)))
                    .isNotEmpty();
            assertThat(snapshot.items()).containsExactlyInAnyOrderElementsOf(whole.items());
            assertThat(snapshot.seenAt(Source.BOOKINGS)).isPresent();
        });
        long joaos = ((Booking) purchases(whole, PreparedWorld.JOAO).getFirst()).id();
        partner.cancelBooking(joaos);
        partner.fail("GET /api/spaces/bookings", Fault.wrongTotal());
        FullRead partial = readAll();
        node.scopes().inSpace(space, () -> {
            snapshot.replaceAll(partial);
            assertThat(snapshot.purchasesOf(who(PreparedWorld.JOAO))).hasSize(1);
            assertThat(snapshot.seenAt(Source.BOOKINGS).orElseThrow()).isBefore(partial.startedAt());
        });
        CustomerFacts facts = nexudus.customer(space, who(PreparedWorld.JOAO));
        node.scopes().inSpace(space, () -> {
            assertThat(snapshot.bookedBy(joaos)).contains(who(PreparedWorld.JOAO));
            snapshot.replaceCustomer(facts);
            assertThat(snapshot.purchasesOf(who(PreparedWorld.JOAO))).isEmpty();
        });
    }

    @Test
    void readsOnlyWhomSomethingHappenedTo() {
        world.partners().clock().advance(Duration.ofMinutes(30));
        Changes nothing = nexudus.changedSince(space, world.partners().clock().instant());
        assertThat(nothing.whole()).isTrue();
        assertThat(nothing.customers()).isEmpty();
        Instant before = nothing.startedAt();
        world.partners().clock().advance(Duration.ofMinutes(3));
        long room = thing(partner.rooms(), "Meeting Room 4");
        partner.book(who(PreparedWorld.JOAO).value(), room, before, before.plus(Duration.ofHours(1)));
        assertThat(nexudus.changedSince(space, before).customers()).containsExactly(who(PreparedWorld.JOAO));
        assertThat(nexudus.changedSince(space, before.plus(Duration.ofMinutes(4)))
                        .customers())
                .as("a little is read twice")
                .containsExactly(who(PreparedWorld.JOAO));
        partner.fail("GET /api/spaces/bookings", Fault.wrongTotal());
        assertThat(nexudus.changedSince(space, before).whole()).isFalse();
    }

    @Test
    void leavesOutWhatHappensAtOtherLocationsToPeopleUnknownHere() {
        FullRead whole = readAll();
        node.scopes().inSpace(space, () -> node.get(Snapshot.class).replaceAll(whole));
        world.partners().clock().advance(Duration.ofMinutes(30));
        Instant before = world.partners().clock().instant();
        CustomerId iker = who(PreparedWorld.IKER);
        partner.suspend(iker.value());
        partner.buyPass(iker.value(), partner.pass("North member pass"));
        assertThat(nexudus.changedSince(space, before).customers()).isEmpty();

        partner.book(iker.value(), thing(partner.rooms(), "Meeting Room 4"), before, before.plus(Duration.ofHours(1)));
        assertThat(nexudus.changedSince(space, before).customers())
                .as("whoever books a room here")
                .containsExactly(iker);
        partner.buyPass(who(PreparedWorld.JOAO).value(), partner.pass("North member pass"));
        assertThat(nexudus.changedSince(space, before).customers())
                .as("whoever is known here, whatever he does")
                .containsExactlyInAnyOrder(iker, who(PreparedWorld.JOAO));
    }
}
