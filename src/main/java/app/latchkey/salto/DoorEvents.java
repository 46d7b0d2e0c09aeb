package app.latchkey.salto;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what happened at the doors of the chosen site, newest first, page by page, until something is as old as asked for. */
@Component
class DoorEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DoorEvents.class);
    private static final int MOST_PAGES = 50;

    private final SaltoHttp http;
    private final Addresses addresses;
    private final String continuation;
    private final int page;

    DoorEvents(SaltoHttp http, Addresses addresses, LatchkeySettings settings) {
        this.http = http;
        this.addresses = addresses;
        this.continuation = settings.assumed(Assumption.SALTO_CONTINUATION_PARAMETER);
        this.page = settings.assumedNumber(Assumption.SALTO_PAGE_SIZE);
    }

    /** Oldest first; after a long absence only the latest of them. */
    List<DoorEvent> since(SpaceId space, Instant since) {
        String first =
                addresses.ofSite(space, Endpoint.ENTRIES, "/entries?$top=" + page + "&$orderby=utc_date_time%20desc");
        List<DoorEvent> events = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = first;
        for (int number = 0; number < MOST_PAGES; number++) {
            JsonNode answer = http.read(space, next);
            List<DoorEvent> read = readable(Wire.page(answer.toString()).rows());
            List<DoorEvent> young =
                    read.stream().filter(event -> !event.at().isBefore(since)).toList();
            boolean anyFresh = false;
            for (DoorEvent event : young) {
                if (seen.add(event.id())) {
                    events.add(event);
                    anyFresh = true;
                }
            }
            Optional<String> token = Wire.text(answer, "continuation_token");
            // What happens meanwhile moves the rows: some come once more on the next page, and older ones follow all
            // the same.
            if (token.isEmpty() || young.size() < read.size() || !anyFresh) {
                break;
            }
            next = first + "&" + continuation + "=" + URLEncoder.encode(token.get(), StandardCharsets.UTF_8);
        }
        return events.reversed();
    }

    /** One that nobody can read is passed over: nothing is done because of it, and the others tell what happened. */
    private static List<DoorEvent> readable(List<JsonNode> rows) {
        List<DoorEvent> events = new ArrayList<>();
        Optional<PartnerFailure> failure = Optional.empty();
        for (JsonNode row : rows) {
            try {
                events.add(event(row));
            } catch (PartnerFailure unreadable) {
                failure = Optional.of(unreadable);
            }
        }
        if (events.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        failure.ifPresent(one -> LOG.warn("{} door events cannot be read", rows.size() - events.size(), one));
        return events;
    }

    private static DoorEvent event(JsonNode row) {
        try {
            return new DoorEvent(
                    Wire.required(row, "id"),
                    Foreign.time(Wire.required(row, "utc_date_time")),
                    DoorEvent.Kind.named(Wire.text(row, "event_category").orElse("")),
                    id(row, "lock_id", LockId::of),
                    Wire.text(row, "lock_customer_reference").orElse("Door without a name"),
                    id(row, "user_id", PlatformUserId::of),
                    Wire.text(row, "event_detail").or(() -> Wire.text(row, "access_by")));
        } catch (DateTimeException e) {
            throw Wire.unreadable(e);
        }
    }

    private static <T> Optional<T> id(JsonNode row, String name, Function<String, T> type) {
        try {
            return Wire.text(row, name).map(type);
        } catch (IllegalArgumentException e) {
            throw Wire.unreadable(e);
        }
    }
}
