package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One reading of the check-ins of one customer. */
final class StayReading {

    private final SpaceId space;
    private final Lists lists;
    private final CustomerId customer;

    StayReading(SpaceId space, Lists lists, CustomerId customer) {
        this.space = space;
        this.lists = lists;
        this.customer = customer;
    }

    /**
     * Whether one began since then, or goes on.
     *
     * @throws PartnerFailure when not all could be read: then nobody may conclude that there is none
     */
    boolean hasAny(Instant since) {
        Instant from = since.minus(FullReading.LOOKING_BACK).truncatedTo(ChronoUnit.SECONDS);
        List<String> filters =
                List.of(Entity.CHECK_IN.filter("Coworker", customer), Entity.CHECK_IN.from("FromTime", from));
        Lists.Result stays = lists.all(space, Entity.CHECK_IN, filters, (soFar, total) -> {});
        try {
            return stays.whole().stream()
                    .filter(row -> row.requiredNumber("CoworkerId") == customer.value())
                    .anyMatch(row -> row.time("ToTime").isEmpty()
                            || !row.requiredTime("FromTime").isBefore(since));
        } catch (Row.MissingField | Row.Nonsense e) {
            throw NexudusHttp.unreadable(e);
        }
    }
}
