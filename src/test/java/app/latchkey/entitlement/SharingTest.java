package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final CustomerId COMPANY = new CustomerId(100);
    private static final CustomerId CARA = new CustomerId(3);
    private static final Reach ONLY = new Reach.HolderOnly();
    private static final Reach ALL = new Reach.WholeTeam();
    private static final Team TEAM = new Team(COMPANY, List.of(BEN, ANA));
    private static final Contract OFFICE = contract(1, COMPANY, OFFICE_12, "2026-01-01T00:00:00Z");
    private static final Booking ROOM = booking(2, COMPANY, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");

    private static List<CustomerId> owners(Sharing sharing, Purchase purchase, Team team) {
        return sharing.spread(List.of(purchase), List.of(team), Map.of(purchase.key(), Set.of(CARA))).stream()
                .flatMap(each -> each.owner().stream())
                .toList();
    }

    private static Sharing contracts(Reach reach) {
        return new Sharing(reach, ONLY, false);
    }

    @Case(11)
    @Test
    void sharesAContractWithNobodyUnlessTheSpaceWantsIt() {
        assertThat(owners(Sharing.OFF, OFFICE, TEAM)).containsExactly(COMPANY);
    }

    @Case(11)
    @Test
    void sharesAContractWithAllWithNamedPeopleOrWithTheFirstToJoin() {
        assertThat(owners(contracts(ALL), OFFICE, TEAM)).containsExactly(COMPANY, BEN, ANA);
        assertThat(owners(contracts(new Reach.Named(Set.of(ANA, CARA))), OFFICE, TEAM))
                .containsExactly(COMPANY, ANA);
        assertThat(owners(contracts(new Reach.Seats(1)), OFFICE, TEAM)).containsExactly(COMPANY, BEN);
    }

    @Case(11)
    @Test
    void followsPeopleWhoJoinLeaveOrMove() {
        assertThat(owners(contracts(ALL), OFFICE, new Team(COMPANY, List.of(BEN, ANA, CARA))))
                .contains(CARA);
        assertThat(owners(contracts(ALL), OFFICE, new Team(COMPANY, List.of(ANA))))
                .doesNotContain(BEN);
        assertThat(owners(contracts(ALL), OFFICE, new Team(CARA, List.of(ANA, BEN))))
                .containsExactly(COMPANY);
    }

    @Case(12)
    @Test
    void letsACompanysBookingInForItsOrganiserItsGuestsOrItsWholeTeam() {
        assertThat(owners(Sharing.OFF, ROOM, TEAM)).containsExactly(COMPANY);
        assertThat(owners(new Sharing(ONLY, ONLY, true), ROOM, TEAM)).containsExactly(COMPANY, CARA);
        assertThat(owners(new Sharing(ONLY, ALL, false), ROOM, TEAM)).containsExactly(COMPANY, BEN, ANA);
    }

    @Case(12)
    @Test
    void keepsABookingWithoutACustomerNobodys() {
        Booking nobodys = booking(3, null, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        assertThat(owners(new Sharing(ALL, ALL, false), nobodys, TEAM)).isEmpty();
    }

    @Case(56)
    @Test
    void givesSomebodyWhoIsBarredNothingAlsoAsAGuest() {
        List<Purchase> spread =
                new Sharing(ONLY, ONLY, true).spread(List.of(ROOM), List.of(), Map.of(ROOM.key(), Set.of(CARA)));
        assertThat(Entitlements.of(Person.active(CARA), spread, MATCHES, LONDON))
                .isNotEmpty();
        assertThat(Entitlements.of(new Person(CARA, false, false), spread, MATCHES, LONDON))
                .isEmpty();
    }

    @Test
    void leavesAPassWithWhomItWasSoldToUnlessTheTeamSharesItsPassesAndTheSpaceWantsIt() {
        Pass pass = dayPass(4, COMPANY, "2026-01-08T09:00:00Z");
        Team sharing = new Team(COMPANY, List.of(BEN, ANA), true);
        Sharing passes = new Sharing(ONLY, ONLY, ALL, false);
        assertThat(owners(new Sharing(ALL, ALL, true), pass, sharing)).containsExactly(COMPANY);
        assertThat(owners(passes, pass, TEAM)).containsExactly(COMPANY);
        assertThat(owners(passes, pass, sharing)).containsExactly(COMPANY, BEN, ANA);
        assertThat(owners(passes, OFFICE, sharing))
                .as("contracts have a rule of their own")
                .containsExactly(COMPANY);
    }

    @Test
    void sharesNoPassThatAMemberBoughtForHimself() {
        Pass bens = dayPass(4, BEN, "2026-01-08T09:00:00Z");
        assertThat(owners(new Sharing(ONLY, ONLY, ALL, false), bens, new Team(COMPANY, List.of(BEN, ANA), true)))
                .containsExactly(BEN);
    }

    @Case({11, 12})
    @Test
    void givesTheHolderNothingTwiceWhenHeIsOfTheTeamOrNamesHimself() {
        Team withHolder = new Team(COMPANY, List.of(COMPANY, BEN));
        assertThat(owners(contracts(ALL), OFFICE, withHolder)).containsExactly(COMPANY, BEN);
        List<Purchase> spread =
                new Sharing(ONLY, ONLY, true).spread(List.of(ROOM), List.of(), Map.of(ROOM.key(), Set.of(COMPANY)));
        assertThat(spread).containsExactly(ROOM);
    }

    @Case(11)
    @Test
    void sharesWithNobodyWhereTheContractHasNoSeatToGive() {
        assertThat(owners(contracts(new Reach.Seats(0)), OFFICE, TEAM)).containsExactly(COMPANY);
        assertThatThrownBy(() -> new Reach.Seats(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
