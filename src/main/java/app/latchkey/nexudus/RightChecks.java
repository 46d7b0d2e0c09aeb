package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds out what the connected user may do by doing it: Nexudus has no list of one's own rights. */
@Component
class RightChecks {

    private static final String ONE = "?page=1&size=1";

    private final NexudusHttp http;

    RightChecks(NexudusHttp http) {
        this.http = http;
    }

    List<RightCheck> of(SpaceId space, Consumer<RightCheck> found) {
        return Arrays.stream(Right.values())
                .map(right -> new RightCheck(right, isGranted(space, right)))
                .peek(found)
                .toList();
    }

    private boolean isGranted(SpaceId space, Right right) {
        return switch (right) {
            case LOCATIONS -> mayList(space, Entity.BUSINESS);
            case CUSTOMERS -> mayList(space, Entity.COWORKER);
            case CUSTOMER -> mayRead(space, Entity.COWORKER);
            case PASSES -> mayList(space, Entity.TIME_PASS);
            case PASS -> mayRead(space, Entity.TIME_PASS);
            case BOUGHT_PASSES -> mayList(space, Entity.COWORKER_TIME_PASS);
            case RESOURCES -> mayList(space, Entity.RESOURCE);
            case DESKS -> mayList(space, Entity.DESK);
            case BOOKINGS -> mayList(space, Entity.BOOKING);
            case BOOKING -> mayRead(space, Entity.BOOKING);
            case CONTRACTS -> mayList(space, Entity.CONTRACT);
            case CONTRACT -> mayRead(space, Entity.CONTRACT);
            case PAUSES -> mayList(space, Entity.PAUSE);
            case CHECK_INS -> mayList(space, Entity.CHECK_IN);
            case WEBHOOKS -> mayList(space, Entity.WEBHOOK);
        };
    }

    private boolean mayList(SpaceId space, Entity entity) {
        return http.isAllowed(space, http.path(entity) + ONE);
    }

    /** Tried on the first record of the list; where there is none yet, nothing speaks against it. */
    private boolean mayRead(SpaceId space, Entity entity) {
        return !mayList(space, entity)
                || first(space, entity)
                        .map(id -> http.isAllowed(space, http.path(entity, id)))
                        .orElse(true);
    }

    private Optional<Long> first(SpaceId space, Entity entity) {
        return http.find(space, http.path(entity) + ONE)
                .flatMap(list -> list.node().path("Records").values().stream().findFirst())
                .flatMap(record -> new Row(record).numberIfAny("Id"));
    }
}
