package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PartTime;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A purchase as JSON, for the snapshot alone: its own format, not Nexudus's. */
final class PurchaseFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PurchaseFacts() {}

    static String write(Purchase purchase) {
        ObjectNode facts = JSON.createObjectNode()
                .put("kind", purchase.key().kind().name())
                .put("id", purchase.key().id());
        purchase.owner().ifPresent(owner -> facts.put("customer", owner.value()));
        ArrayNode items = facts.putArray("items");
        purchase.items()
                .forEach(item ->
                        items.addObject().put("id", item.id().toString()).put("name", item.name()));
        switch (purchase) {
            case Booking booking -> write(booking, facts);
            case Pass pass -> write(pass, facts);
            case Contract contract -> write(contract, facts);
            case Decided decided -> write(decided, facts);
        }
        return facts.toString();
    }

    private static void write(Booking booking, ObjectNode facts) {
        put(facts, "from", booking.from());
        put(facts, "to", booking.to());
        facts.put("tentative", booking.tentative());
    }

    private static void write(Pass pass, ObjectNode facts) {
        facts.put("by", pass.kind().name()).put("usedUp", pass.usedUp()).put("uses", pass.totalUses());
        put(facts, "bought", pass.boughtAt());
        put(facts, "expires", pass.expiresAt());
        pass.renewedBy().ifPresent(renewal -> facts.put("renews", renewal.automatic()));
        pass.use().ifPresent(use -> {
            put(facts, "in", use.checkedInAt());
            put(facts, "out", use.checkedOutAt());
        });
    }

    private static void write(Contract contract, ObjectNode facts) {
        facts.put("active", contract.active()).put("cancelled", contract.cancelled());
        put(facts, "starts", contract.startsAt());
        put(facts, "cancels", contract.cancelsAt());
        ArrayNode pauses = facts.putArray("pauses");
        contract.pauses().forEach(pause -> {
            ObjectNode written = pauses.addObject();
            put(written, "from", pause.from());
            put(written, "until", pause.until());
        });
        ArrayNode partTime = facts.putArray("partTime");
        contract.partTime().forEach(part -> {
            ObjectNode written = partTime.addObject().put("place", part.place().toString());
            put(written, "from", part.counted().from());
            put(written, "until", part.counted().until());
            ArrayNode days = written.putArray("days");
            part.days().stream().sorted().forEach(day -> days.add(day.name()));
        });
    }

    private static void write(Decided decided, ObjectNode facts) {
        put(facts, "since", decided.since());
        put(facts, "until", decided.until());
    }

    private static void put(ObjectNode facts, String name, @Nullable Instant time) {
        if (time != null) {
            facts.put(name, time.toString());
        }
    }

    static Purchase read(String text) {
        JsonNode facts = JSON.readTree(text);
        return switch (app.latchkey.entitlement.PurchaseKind.valueOf(
                facts.get("kind").stringValue())) {
            case BOOKING -> booking(facts);
            case PASS -> pass(facts);
            case CONTRACT -> contract(facts);
            case DECIDED -> decided(facts);
        };
    }

    private static Booking booking(JsonNode facts) {
        return new Booking(
                id(facts),
                facts.has("customer") ? customer(facts) : null,
                items(facts),
                time(facts, "from"),
                time(facts, "to"),
                facts.get("tentative").booleanValue());
    }

    private static Pass pass(JsonNode facts) {
        return new Pass(
                id(facts),
                customer(facts),
                items(facts).getFirst(),
                PassKind.valueOf(facts.get("by").stringValue()),
                time(facts, "bought"),
                timeOrNull(facts, "expires"),
                facts.get("usedUp").booleanValue(),
                facts.get("uses").intValue(),
                facts.has("in") ? new PassUse(time(facts, "in"), timeOrNull(facts, "out")) : null,
                facts.has("renews") ? new Pass.Renewal(facts.get("renews").booleanValue(), false) : null);
    }

    private static Contract contract(JsonNode facts) {
        return new Contract(
                id(facts),
                customer(facts),
                items(facts),
                time(facts, "starts"),
                facts.get("active").booleanValue(),
                facts.get("cancelled").booleanValue(),
                timeOrNull(facts, "cancels"),
                facts.get("pauses").values().stream()
                        .map(pause -> new Window(time(pause, "from"), timeOrNull(pause, "until")))
                        .toList(),
                facts.path("partTime").values().stream()
                        .map(PurchaseFacts::partTime)
                        .toList());
    }

    private static PartTime partTime(JsonNode facts) {
        return new PartTime(
                ItemId.of(facts.get("place").stringValue()),
                facts.get("days").values().stream()
                        .map(day -> DayOfWeek.valueOf(day.stringValue()))
                        .collect(Collectors.toUnmodifiableSet()),
                Window.between(time(facts, "from"), time(facts, "until")));
    }

    private static Decided decided(JsonNode facts) {
        return new Decided(
                id(facts), customer(facts), items(facts).getFirst(), time(facts, "since"), timeOrNull(facts, "until"));
    }

    private static long id(JsonNode facts) {
        return facts.get("id").longValue();
    }

    private static CustomerId customer(JsonNode facts) {
        return new CustomerId(facts.get("customer").longValue());
    }

    private static List<NamedItem> items(JsonNode facts) {
        return facts.get("items").values().stream()
                .map(item -> new NamedItem(
                        ItemId.of(item.get("id").stringValue()),
                        item.get("name").stringValue()))
                .toList();
    }

    private static Instant time(JsonNode facts, String name) {
        return Instant.parse(facts.get(name).stringValue());
    }

    private static @Nullable Instant timeOrNull(JsonNode facts, String name) {
        return facts.has(name) ? time(facts, name) : null;
    }
}
