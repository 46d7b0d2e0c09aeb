package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what Nexudus's own door integration leaves on records: a token of the customer's, and groups on items. */
@Component
class SecondWriters {

    private final Lists lists;
    private final Catalogues catalogues;

    SecondWriters(Lists lists, Catalogues catalogues) {
        this.lists = lists;
        this.catalogues = catalogues;
    }

    SecondWriter at(SpaceId space) {
        long location = catalogues.location(space);
        long customers = rows(space, Entity.COWORKER, List.of())
                .filter(row -> row.numberIfAny("InvoicingBusinessId")
                        .filter(home -> home == location)
                        .isPresent())
                .filter(row -> row.text("SaltoV2AccessToken").isPresent())
                .count();
        Stream<Row> items = Stream.concat(
                rows(space, Entity.RESOURCE, List.of(Entity.RESOURCE.filter("Business", location))),
                rows(space, Entity.DESK, List.of(Entity.DESK.filter("FloorPlan_Business_Id", location))));
        return new SecondWriter(
                (int) customers,
                items.filter(SecondWriters::hasGroup)
                        .flatMap(row -> row.text("Name").stream())
                        .toList());
    }

    private static boolean hasGroup(Row row) {
        return row.text("AccessControlGroupId").isPresent()
                || row.numberIfAny("AccessControlGroupId").isPresent();
    }

    private Stream<Row> rows(SpaceId space, Entity entity, List<String> filters) {
        return lists.all(space, entity, filters, (soFar, total) -> {}).rows().stream();
    }
}
