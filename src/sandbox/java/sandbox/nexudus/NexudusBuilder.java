package sandbox.nexudus;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** Fills a Nexudus before it opens. Ids follow from the order of the calls; no webhook is sent. */
public final class NexudusBuilder {
    private final NexudusState state;
    private final Clock clock;
    private final People people;

    public NexudusBuilder(NexudusState state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.people = new People(state, clock);
    }

    /** A location; {@code windowsZone} is how Nexudus names its zone. Answers the id. */
    public long location(String name, String webAddress, ZoneId zone, String windowsZone) {
        long zoneId = insert(
                Kind.SIMPLE_TIME_ZONE,
                Fields.of(
                        "Name",
                        windowsZone,
                        "Description",
                        windowsZone,
                        "TimeOffset",
                        "00:00",
                        "UsesSummerTime",
                        true));
        return insert(
                Kind.BUSINESS,
                Fields.of(
                        "Name",
                        name,
                        "WebAddress",
                        webAddress,
                        "SimpleTimeZoneId",
                        zoneId,
                        "SimpleTimeZoneName",
                        windowsZone,
                        "CountryId",
                        1171L,
                        "CurrencyId",
                        3018L,
                        "RootLocationId",
                        null,
                        "DefaultLanguage",
                        "en",
                        "_Zone",
                        zone.getId()));
    }

    public void user(String email, String password) {
        state.users.put(email, new NexudusUser(email, password));
    }

    public void userOf(String email, String password, long location) {
        user(email, password);
        NexudusUser user = state.users.get(email);
        if (user != null) {
            user.locations.add(location);
        }
    }

    /** A pass; without minutes it is a day pass. */
    public long pass(long location, String name, double price, @Nullable Long minutes, List<Long> locations) {
        return insert(
                Kind.TIME_PASS,
                Fields.of(
                                "BusinessId",
                                location,
                                "BusinessName",
                                state.row(Kind.BUSINESS, location).text("Name"),
                                "Businesses",
                                locations,
                                "Name",
                                name,
                                "InvoiceLineDisplayAs",
                                name,
                                "Price",
                                price,
                                "MinutesIncluded",
                                minutes,
                                "CountsTowardsPlanLimits",
                                false,
                                "AllowNetworkCheckIn",
                                locations.size() > 1,
                                "OnlyForMembers",
                                false,
                                "OnlyForContacts",
                                false,
                                "Tariffs",
                                List.of())
                        .with("UseAsPayAsYouGoForMembers", false)
                        .with("UseAsPayAsYouGoForContacts", false)
                        .with("Archived", false)
                        .with("KisiGroupId", null)
                        .with("AccessControlGroupId", null)
                        .with("AccessControlGroupIds", null));
    }

    public long room(long location, String name, int places) {
        return insert(
                Kind.RESOURCE,
                Fields.of(
                        "BusinessId",
                        location,
                        "Name",
                        name,
                        "ResourceTypeId",
                        4100L,
                        "ResourceTypeName",
                        "Meeting room",
                        "Visible",
                        true,
                        "RequiresConfirmation",
                        false,
                        "AllowMultipleBookings",
                        false,
                        "Allocation",
                        places,
                        "Archived",
                        false,
                        "LinkedResourceIds",
                        null,
                        "KisiGroupId",
                        null,
                        "AccessControlGroupId",
                        null));
    }

    /** A desk or office: 1 office, 2 dedicated desk, 3 hot desk. */
    public long desk(long location, String name, int itemType, int places) {
        return insert(
                Kind.DESK,
                Fields.of(
                        "Name",
                        name,
                        "ItemType",
                        itemType,
                        "FloorPlanId",
                        6000 + location,
                        "FloorPlanBusinessId",
                        location,
                        "CoworkerId",
                        null,
                        "ResourceId",
                        null,
                        "Capacity",
                        places,
                        "Available",
                        true,
                        "AvailableFromTime",
                        null,
                        "AvailableToTime",
                        null,
                        "AccessControlGroupId",
                        null));
    }

    public long plan(long location, String name, double price) {
        return insert(
                Kind.TARIFF,
                Fields.of(
                        "BusinessId",
                        location,
                        "Name",
                        name,
                        "Price",
                        price,
                        "InvoiceEvery",
                        1,
                        "AllowContractFreezing",
                        true,
                        "Archived",
                        false,
                        "Visible",
                        true));
    }

    public long customer(long location, String name, String email) {
        return people.customer(location, name, email).number("Id");
    }

    /** A company that shares an e-mail address with a person, and has no login of its own. */
    public void company(long customerId) {
        state.row(Kind.COWORKER, customerId)
                .with("CoworkerType", 2)
                .with("UserId", null)
                .with("IsDefaultProfile", false);
    }

    public void suspended(long customerId) {
        state.row(Kind.COWORKER, customerId).with("Active", false);
    }

    public void card(long customerId, String cards) {
        state.row(Kind.COWORKER, customerId).with("AccessCardId", cards);
    }

    public long boughtPass(long customerId, long passId) {
        return people.pass(customerId, passId, null).number("Id");
    }

    public void usedToday(long boughtPassId) {
        state.row(Kind.COWORKER_TIME_PASS, boughtPassId)
                .with("Used", true)
                .with("UsedDate", clock.instant())
                .with("RemainingUses", 0L);
    }

    public long booking(long customerId, long resourceId, Instant from, Instant to) {
        return people.booking(customerId, resourceId, null, from, to).number("Id");
    }

    public void tentative(long bookingId) {
        state.row(Kind.BOOKING, bookingId).with("Tentative", true);
    }

    public long contract(long customerId, long location, long tariffId, List<Long> deskIds, Instant start) {
        return people.contract(customerId, location, tariffId, deskIds, start).number("Id");
    }

    public void cancelled(long contractId, Instant when) {
        state.row(Kind.CONTRACT, contractId).with("Cancelled", true).with("CancellationDate", when);
    }

    public void paused(long contractId, Instant from, Instant until) {
        insert(Kind.PAUSED_PERIOD, Fields.of("CoworkerContractId", contractId, "PauseFrom", from, "PauseUntil", until));
    }

    public long team(long location, String name, long payingMember, List<Long> members) {
        return insert(
                Kind.TEAM,
                Fields.of(
                        "BusinessId",
                        location,
                        "Name",
                        name,
                        "PayingMemberId",
                        payingMember,
                        "TeamMembers",
                        members,
                        "TeamAdministrators",
                        List.of(payingMember),
                        "ShareTimePasses",
                        true,
                        "ShareExtraServices",
                        false,
                        "ShareBookingCredit",
                        false));
    }

    public long invoice(long location, long customerId, double amount, Instant due) {
        return state.insert(Kind.INVOICE, Billing.invoice(location, customerId, amount, due), clock.instant())
                .number("Id");
    }

    private long insert(Kind kind, Fields values) {
        return state.insert(kind, values, clock.instant()).number("Id");
    }
}
