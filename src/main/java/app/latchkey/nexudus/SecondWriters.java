package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Finds what Nexudus's own door integration leaves on records: a token of the customer's, and groups on items. A sign counts wherever it is
 * read; that there is none counts only where everything was read and says so.
 */
@Component
class SecondWriters {

    private static final String TOKEN = "SaltoV2AccessToken";
    private static final String GROUP = "AccessControlGroupId";
    private static final String GROUPS = "AccessControlGroupIds";
    private static final String NO_GROUP = "0";

    private final Lists lists;
    private final Catalogues catalogues;
    private final OfferedGroups offered;
    private final Scopes scopes;

    SecondWriters(Lists lists, Catalogues catalogues, OfferedGroups offered, Scopes scopes) {
        this.lists = lists;
        this.catalogues = catalogues;
        this.offered = offered;
        this.scopes = scopes;
    }

    /** @throws PartnerFailure why not everything could be read, where nothing was found */
    SecondWriter at(SpaceId space) {
        long location = catalogues.location(space);
        List<PartnerFailure> gaps = new ArrayList<>();
        long customers = customers(space, location, gaps)
                .filter(row -> row.text(TOKEN).isPresent())
                .count();
        Set<String> ours = scopes.inSpace(space, offered::everHandedOut);
        List<String> items = items(space, location, gaps)
                .filter(row -> hasGroupOfAnother(row, ours))
                .flatMap(row -> row.text("Name").stream())
                .toList();
        SecondWriter found = new SecondWriter((int) customers, items);
        if (!found.isThere() && !gaps.isEmpty()) {
            throw gaps.getFirst();
        }
        return found;
    }

    private Stream<Row> customers(SpaceId space, long location, List<PartnerFailure> gaps) {
        return rows(space, Entity.COWORKER, List.of(), isAt("InvoicingBusinessId", location), List.of(TOKEN), gaps);
    }

    /** A pass that another location sells has its group from there. */
    private Stream<Row> items(SpaceId space, long location, List<PartnerFailure> gaps) {
        List<Row> desks = rows(
                        space,
                        Entity.DESK,
                        List.of(Entity.DESK.filter("FloorPlan_Business_Id", location)),
                        row -> true,
                        List.of(GROUP),
                        gaps)
                .toList();
        return Stream.of(
                        rows(
                                space,
                                Entity.TIME_PASS,
                                List.of(),
                                isAt("BusinessId", location),
                                List.of(GROUP, GROUPS),
                                gaps),
                        rows(
                                space,
                                Entity.RESOURCE,
                                List.of(Entity.RESOURCE.filter("Business", location)),
                                row -> true,
                                List.of(GROUP),
                                gaps),
                        desks.stream(),
                        partTime(space, desks, gaps))
                .flatMap(rows -> rows);
    }

    /**
     * A part-time desk has a group of its own. Most locations have none, and nobody needs the right to list them for anything else: where it is
     * missing, that alone leaves nothing open.
     */
    private Stream<Row> partTime(SpaceId space, List<Row> desks, List<PartnerFailure> gaps) {
        Set<Long> here = desks.stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
        List<PartnerFailure> found = new ArrayList<>();
        Stream<Row> variants = rows(
                space,
                Entity.DESK_VARIANT,
                List.of(),
                row -> row.number("FloorPlanDeskId").filter(here::contains).isPresent(),
                List.of(GROUP),
                found);
        found.stream().filter(failure -> !failure.is(Category.RIGHT_MISSING)).forEach(gaps::add);
        return variants;
    }

    private static Predicate<Row> isAt(String field, long location) {
        return row -> row.number(field).filter(id -> id == location).isPresent();
    }

    /** Where Nexudus decides over Custom ACS, its items name groups that it has from us. */
    private static boolean hasGroupOfAnother(Row row, Set<String> ours) {
        return Stream.of(GROUP, GROUPS)
                .flatMap(field -> words(row.node().path(field)))
                .anyMatch(group -> !group.equals(NO_GROUP) && !ours.contains(group.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> words(JsonNode value) {
        return value.isArray()
                ? value.values().stream().flatMap(SecondWriters::words)
                : Texts.words(value.asString("")).stream();
    }

    /** With these fields: where a list leaves one out, the record itself is asked. */
    private Stream<Row> rows(
            SpaceId space,
            Entity entity,
            List<String> filters,
            Predicate<Row> here,
            List<String> fields,
            List<PartnerFailure> gaps) {
        Lists.Result listed = lists.all(space, entity, filters, (soFar, total) -> {});
        listed.failure().ifPresent(gaps::add);
        List<Row> ofHere =
                listed.rows().stream().filter(row -> isHere(row, here, gaps)).toList();
        List<Long> silent =
                ofHere.stream().filter(row -> !tells(row, fields)).map(Row::id).toList();
        Map<Long, Row> full = full(space, entity, silent, gaps);
        List<Row> rows =
                ofHere.stream().map(row -> full.getOrDefault(row.id(), row)).toList();
        rows.stream()
                .filter(row -> !tells(row, fields))
                .findFirst()
                .ifPresent(row -> gaps.add(NexudusHttp.unreadable(new Row.MissingField(String.join(", ", fields)))));
        return rows.stream();
    }

    private static boolean isHere(Row row, Predicate<Row> here, List<PartnerFailure> gaps) {
        try {
            return here.test(row);
        } catch (Row.MissingField | Row.Nonsense e) {
            gaps.add(NexudusHttp.unreadable(e));
            return false;
        }
    }

    private static boolean tells(Row row, List<String> fields) {
        return fields.stream().allMatch(row::has);
    }

    private Map<Long, Row> full(SpaceId space, Entity entity, List<Long> ids, List<PartnerFailure> gaps) {
        try {
            return lists.byIds(space, entity, ids).stream()
                    .collect(Collectors.toMap(Row::id, row -> row, (one, other) -> other));
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            gaps.add(failure);
            return Map.of();
        }
    }
}
