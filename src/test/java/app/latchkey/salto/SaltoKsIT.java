package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.latchkey.Case;
import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.PartnerCalls;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.http.Fault;
import sandbox.salto.Salto;
import sandbox.salto.SaltoSettings.ListShape;
import sandbox.salto.SaltoSettings.NextLinks;
import sandbox.world.PreparedWorld;

class SaltoKsIT {

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();
    private final SaltoKs salto = node.get(SaltoKs.class);
    private final Salto partner = world.partners().salto();

    @BeforeEach
    void connect() {
        SaltoSignIn.connect(world, node, space);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AccessGroupId group(String name) {
        return partner.groups(PreparedWorld.HARBOUR_HOUSE).stream()
                .filter(group -> group.name().equals(name))
                .map(group -> AccessGroupId.of(group.id()))
                .findFirst()
                .orElseThrow();
    }

    private PlatformUserId marta() {
        return salto.userByEmail(space, new EmailAddress(PreparedWorld.MARTA))
                .orElseThrow()
                .platformUser();
    }

    private static NewSaltoUser joao() {
        return NewSaltoUser.named("João Araújo", new EmailAddress(PreparedWorld.JOAO));
    }

    @Test
    void saysWhichSitesCanBeUsedAndWhyOthersCannot() {
        partner.lapse(PreparedWorld.HARBOUR_NORTH);
        assertThat(salto.sites(space))
                .filteredOn(site -> !site.isUsable())
                .extracting(Site::name, Site::usable)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                PreparedWorld.HARBOUR_QUAY, Usable.no(Usable.Reason.NOT_RELEASED)),
                        org.assertj.core.groups.Tuple.tuple(
                                PreparedWorld.OLD_MILL, Usable.no(Usable.Reason.WRONG_ROLE)),
                        org.assertj.core.groups.Tuple.tuple(
                                PreparedWorld.HARBOUR_NORTH, Usable.no(Usable.Reason.NO_SUBSCRIPTION)));
        assertThat(salto.site(space).zone()).contains(PreparedWorld.LISBON);
    }

    @Test
    void knowsWhichGroupsHaveASchedule() {
        assertThat(salto.groups(space))
                .hasSize(13)
                .anySatisfy(group -> {
                    assertThat(group.name()).isEqualTo("Bike store");
                    assertThat(group.hasSchedule()).isFalse();
                })
                .anySatisfy(group -> {
                    assertThat(group.name()).isEqualTo("Day visitors");
                    assertThat(group.hasSchedule()).isTrue();
                    assertThat(group.alwaysOpen()).isFalse();
                    assertThat(group.hours())
                            .containsExactly(new WeeklyHours.Span(
                                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                    LocalTime.of(7, 30),
                                    LocalTime.of(20, 0)));
                })
                .anySatisfy(group -> {
                    assertThat(group.name()).isEqualTo("Room 4 - 2nd floor");
                    assertThat(group.alwaysOpen()).isTrue();
                    assertThat(group.hours()).isEmpty();
                    assertThat(group.locks()).hasSize(3).allMatch(Lock::online);
                });
    }

    @ParameterizedTest
    @CsvSource({"AS_MEASURED,ABSOLUTE", "WRAPPED,RELATIVE", "BARE,NONE", "WRAPPED,NONE"})
    void readsListsInWhateverShapeTheyCome(ListShape shape, NextLinks links) {
        int there = partner.users(PreparedWorld.HARBOUR_HOUSE).size();
        partner.settings().listShape(shape).nextLinks(links).pageSize(7);
        assertThat(salto.users(space))
                .hasSize(there)
                .extracting(SaltoUser::siteUser)
                .doesNotHaveDuplicates();
        assertThat(salto.sites(space)).hasSize(4);
    }

    @Test
    void invitesOnceAndTakesTheOneWhoIsThere() {
        SaltoUser invited = salto.invite(space, joao()).user();
        assertThat(invited.subscribed()).isTrue();
        assertThat(invited.hasProfile()).isFalse();
        assertThat(salto.invite(space, joao()).user().siteUser()).isEqualTo(invited.siteUser());
        assertThat(partner.invitations()).containsOnlyOnce(PreparedWorld.JOAO);
        assertThat(salto.user(space, invited.siteUser())).isPresent();
        assertThat(salto.userByEmail(space, new EmailAddress("nobody@nowhere.example")))
                .isEmpty();
    }

    @Case(32)
    @Test
    void invitesSomebodyWhomSaltoKnowsFromAnotherSite() {
        EmailAddress iker = new EmailAddress("iker@nortelab.example");
        SaltoUser adopted =
                salto.invite(space, NewSaltoUser.named("Iker Etxeberria", iker)).user();
        assertThat(adopted.email()).contains(iker);
        assertThat(partner.user(PreparedWorld.HARBOUR_NORTH, iker.value())
                        .orElseThrow()
                        .platformUserId())
                .isEqualTo(adopted.platformUser().toString());
    }

    @Fact(
            value = "A3.10",
            sure = Sure.UNKNOWN,
            says =
                    "Whether Salto knows a request that comes twice (idempotency keys, `ETag`s were seen nowhere): none is sent, and what may have worked is looked for before it is asked for again")
    @Test
    void findsTheUserWhoWasMadeAlthoughTheAnswerWasLost() {
        partner.fail("POST /v1.2/sites/.*/users", Fault.lostAnswer());
        assertThat(salto.invite(space, joao()).user().email()).contains(new EmailAddress(PreparedWorld.JOAO));
        assertThat(partner.invitations()).containsOnlyOnce(PreparedWorld.JOAO);
    }

    @Test
    void noticesThatASeatWasMissing() {
        partner.seats(PreparedWorld.HARBOUR_HOUSE, partner.seatsTaken(PreparedWorld.HARBOUR_HOUSE));
        SaltoUser invited = salto.invite(space, joao()).user();
        assertThat(invited.subscribed()).isFalse();
        partner.seats(PreparedWorld.HARBOUR_HOUSE, 100);
        salto.subscribe(space, invited.siteUser());
        assertThat(salto.user(space, invited.siteUser()).map(SaltoUser::subscribed))
                .contains(true);
        salto.suspend(space, invited.siteUser());
        assertThat(salto.user(space, invited.siteUser()).map(SaltoUser::subscribed))
                .contains(false);
    }

    /** Salto wants us to wait, and meanwhile the right to change anything is over. */
    @Test
    void sendsNoChangeThatHadToWaitForTooLong() {
        AccessGroupId flex = group("Flex members");
        PlatformUserId marta = marta();
        salto.remove(space, flex, marta);
        long before = world.partners().calls().all().size();
        partner.fail("POST .*/access_groups/.*/users", Fault.status(429).retryAfter(1));
        AtomicInteger asked = new AtomicInteger();
        assertThatIllegalStateException().isThrownBy(() -> whileAllowed(asked, 1, () -> salto.add(space, flex, marta)));
        assertThat(world.partners()
                        .calls()
                        .after(before)
                        .to("/access_groups/" + flex + "/users")
                        .count())
                .isOne();
        assertThat(partner.isMember(PreparedWorld.MARTA, flex.toString())).isFalse();
    }

    /** Whoever is to be invited is looked for first: what is only read needs no right. */
    @Test
    void asksRightBeforeItChangesSomething() {
        AtomicInteger asked = new AtomicInteger();
        assertThatIllegalStateException().isThrownBy(() -> whileAllowed(asked, 0, () -> salto.invite(space, joao())));
        assertThat(asked).hasValue(1);
        assertThat(salto.userByEmail(space, joao().email())).isEmpty();
    }

    private static void whileAllowed(AtomicInteger asked, int times, Runnable deed) {
        PartnerCalls.heard(
                _ -> {},
                () -> {
                    if (asked.incrementAndGet() > times) {
                        throw new IllegalStateException("no more");
                    }
                },
                () -> {
                    deed.run();
                    return true;
                });
    }

    @Test
    void addsAndRemovesAsOftenAsAsked() {
        AccessGroupId flex = group("Flex members");
        PlatformUserId marta = marta();
        salto.add(space, flex, marta);
        salto.add(space, flex, marta);
        assertThat(salto.members(space, flex))
                .extracting(GroupMember::platformUser)
                .containsExactly(marta);
        salto.remove(space, flex, marta);
        salto.remove(space, flex, marta);
        assertThat(salto.members(space, flex)).isEmpty();
    }

    @Test
    void saysThatAFreshUserIsNotReadyAndThatAStrangerIsNotThere() {
        partner.settings().readyDelay(Duration.ofSeconds(30));
        AccessGroupId flex = group("Flex members");
        PlatformUserId joao = salto.invite(space, joao()).user().platformUser();
        var notReady = SaltoConsentIT.failure(() -> salto.add(space, flex, joao));
        assertThat(notReady.category()).isEqualTo(Category.NOT_READY);
        assertThat(notReady.againHelps()).isTrue();
        world.partners().clock().advance(Duration.ofSeconds(31));
        salto.add(space, flex, joao);
        assertThat(partner.isMember(PreparedWorld.JOAO, flex.toString())).isTrue();
        assertThat(SaltoConsentIT.failure(() -> salto.add(space, flex, new PlatformUserId(UUID.randomUUID())))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
        assertThat(SaltoConsentIT.failure(() -> salto.add(space, new AccessGroupId(UUID.randomUUID()), joao))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
    }

    @Test
    void remembersWhatItReadAndWhatItWrote() {
        var groups = salto.groups(space);
        var users = salto.users(space);
        AccessGroupId office = group("Office 12");
        var members = salto.members(space, office);
        Snapshot snapshot = node.get(Snapshot.class);
        var now = world.partners().clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        node.scopes().inSpace(space, () -> {
            snapshot.replaceGroups(groups, now);
            snapshot.replaceUsers(users, now);
            snapshot.replaceMembers(java.util.List.of(office), members, now);
            snapshot.replaceUsers(users.subList(1, users.size()), now);
        });
        node.scopes().inSpace(space, () -> {
            assertThat(snapshot.groups()).containsExactlyInAnyOrderElementsOf(groups);
            assertThat(snapshot.users()).containsExactlyInAnyOrderElementsOf(users.subList(1, users.size()));
            assertThat(snapshot.membersOf(office)).containsExactlyInAnyOrderElementsOf(members);
            assertThat(snapshot.seenAt(SaltoSource.USERS)).isEqualTo(Optional.of(now));
            snapshot.removed(office, members.getFirst().platformUser());
            assertThat(snapshot.members()).hasSize(members.size() - 1);
        });
        node.scopes()
                .inSpace(
                        PartnerWorld.aSpace(),
                        () -> assertThat(snapshot.users()).isEmpty());
    }

    @Test
    void knowsTheHoursOfAGroupInTheTimeOfItsSite() {
        var groups = salto.groups(space);
        var site = salto.site(space);
        Snapshot snapshot = node.get(Snapshot.class);
        GroupHours hours = node.get(GroupHours.class);
        var now = world.partners().clock().instant();
        node.scopes().inSpace(space, () -> {
            snapshot.replaceGroups(groups, now);
            assertThat(hours.known()).as("times of no zone").isEmpty();
            snapshot.putSeats(site, now);
            assertThat(hours.known())
                    .containsOnlyKeys(group("Day visitors"))
                    .containsValue(new WeeklyHours(
                            groups.stream()
                                    .flatMap(each -> each.hours().stream())
                                    .toList(),
                            PreparedWorld.LISBON));
            snapshot.replaceGroups(
                    groups.stream().filter(AccessGroup::alwaysOpen).toList(), now);
            assertThat(hours.known()).isEmpty();
        });
        node.scopes()
                .inSpace(PartnerWorld.aSpace(), () -> assertThat(hours.known()).isEmpty());
    }

    @Test
    void isSilentNotGoneWhenSaltoIsDown() {
        partner.takeDown();
        var failure = SaltoConsentIT.failure(() -> salto.users(space));
        assertThat(failure.category()).isEqualTo(Category.SILENT);
        assertThat(failure.againHelps()).isTrue();
        partner.bringUp();
    }
}
