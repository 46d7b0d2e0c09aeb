package app.latchkey.nexudus;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads whole lists while they change. Ordered by id, every request begins with the last row of the one before, so that a row deleted in
 * between shifts nothing; the list is whole when the last page holds as many rows as Nexudus counts from there. Where Nexudus does not
 * understand that, pages are counted, and the list is whole only if the count never moved.
 */
@Component
class Lists {

    /** Ids in one address: short enough for any server. */
    private static final int BY_ID = 50;

    private static final int MOST_PAGES = 2_000;

    /** Hears how many rows there are so far, of how many. */
    interface Progress {
        void at(int soFar, int total);
    }

    /** Rows by id. {@code failure} is why they may not be all. */
    record Result(List<Row> rows, int total, Optional<PartnerFailure> failure) {

        Optional<String> trouble() {
            return failure.map(PartnerFailure::words);
        }

        /** @throws PartnerFailure when they may not be all */
        List<Row> whole() {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return rows;
        }
    }

    private record Page(List<Row> rows, int total, boolean hasNext) {}

    private final NexudusHttp http;
    private final Pages pages;
    private final int size;

    @Autowired
    Lists(NexudusHttp http, LatchkeySettings settings) {
        this(http, http, settings.assumedNumber(Assumption.NEXUDUS_PAGE_SIZE));
    }

    private Lists(NexudusHttp http, Pages pages, int size) {
        this.http = http;
        this.pages = pages;
        this.size = size;
    }

    /** The same lists out of these pages. */
    Lists from(Pages other) {
        return new Lists(http, other, size);
    }

    Result all(SpaceId space, Entity entity, List<String> filters, Progress progress) {
        Result result = asFarAsItGoes(space, entity, filters, progress);
        if (result.failure().filter(failure -> failure.is(Category.UNREADABLE)).isPresent()) {
            pages.doubt(http.path(entity) + "?");
        }
        return result;
    }

    private Result asFarAsItGoes(SpaceId space, Entity entity, List<String> filters, Progress progress) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        try {
            return byLastRow(space, entity, filters, rows, progress);
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            return new Result(List.copyOf(rows.values()), rows.size(), Optional.of(failure));
        } catch (Row.Nonsense | Row.MissingField e) {
            return partial(rows, rows.size(), "Nexudus sent a page that cannot be read.");
        }
    }

    private Result byLastRow(
            SpaceId space, Entity entity, List<String> filters, Map<Long, Row> rows, Progress progress) {
        long last = -1;
        for (int number = 0; number < MOST_PAGES; number++) {
            List<String> asked = new ArrayList<>(filters);
            if (last >= 0) {
                asked.add(entity.from("Id", last));
            }
            Page page = page(space, entity, asked, 1);
            if (last >= 0 && isBefore(page, last)) {
                rows.clear();
                return byPageNumber(space, entity, filters, rows, progress);
            }
            int total = rows.size() + page.total() - known(page, rows);
            page.rows().forEach(row -> rows.put(row.id(), row));
            progress.at(rows.size(), Math.max(rows.size(), total));
            if (!page.hasNext()) {
                return page.total() == page.rows().size()
                        ? whole(rows)
                        : partial(rows, page.total(), "Nexudus counts other records than it sends.");
            }
            long end = page.rows().stream().mapToLong(Row::id).max().orElse(last);
            if (end <= last || !isAscending(page)) {
                return partial(rows, page.total(), "Nexudus does not send its records in order.");
            }
            last = end;
        }
        return partial(rows, rows.size(), "There are more records than we read at once.");
    }

    private Result byPageNumber(
            SpaceId space, Entity entity, List<String> filters, Map<Long, Row> rows, Progress progress) {
        boolean moved = false;
        int total = -1;
        for (int number = 1; number <= MOST_PAGES; number++) {
            Page page = page(space, entity, filters, number);
            moved |= total >= 0 && page.total() != total;
            total = page.total();
            page.rows().forEach(row -> rows.put(row.id(), row));
            progress.at(rows.size(), total);
            if (!page.hasNext()) {
                break;
            }
        }
        return moved || rows.size() != total
                ? partial(rows, total, "Records changed while they were read.")
                : whole(rows);
    }

    /** Pages overlap by a row, unless it is gone meanwhile. */
    private static int known(Page page, Map<Long, Row> rows) {
        return (int)
                page.rows().stream().filter(row -> rows.containsKey(row.id())).count();
    }

    private static boolean isBefore(Page page, long last) {
        return page.rows().stream().anyMatch(row -> row.id() < last);
    }

    private static boolean isAscending(Page page) {
        List<Long> ids = page.rows().stream().map(Row::id).toList();
        return ids.equals(ids.stream().sorted().toList());
    }

    private static Result whole(Map<Long, Row> rows) {
        return new Result(List.copyOf(rows.values()), rows.size(), Optional.empty());
    }

    private static Result partial(Map<Long, Row> rows, int total, String trouble) {
        return new Result(
                List.copyOf(rows.values()),
                Math.max(total, rows.size()),
                Optional.of(PartnerFailure.of(Partner.NEXUDUS, Category.UNREADABLE, trouble)));
    }

    private Page page(SpaceId space, Entity entity, List<String> filters, int number) {
        String query = "?page=" + number + "&size=" + size + "&orderBy=Id"
                + filters.stream().map(filter -> "&" + filter).collect(Collectors.joining());
        JsonNode answer = pages.read(space, http.path(entity) + query);
        JsonNode records = answer.path("Records");
        if (!records.isArray() || !Foreign.isCount(answer.path("TotalItems"))) {
            throw new Row.Nonsense("Records");
        }
        List<Row> rows = new ArrayList<>();
        records.forEach(record -> rows.add(new Row(record)));
        return new Page(
                rows,
                answer.path("TotalItems").intValue(),
                answer.path("HasNextPage").asBoolean(false));
    }

    /** Full records by their ids, with the collections that lists leave out. */
    List<Row> byIds(SpaceId space, Entity entity, List<Long> ids) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BY_ID) {
            String some = ids.subList(from, Math.min(ids.size(), from + BY_ID)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "%5B", "%5D"));
            JsonNode records = pages.read(space, http.path(entity) + "?id=" + some);
            if (!records.isArray()) {
                throw NexudusHttp.unreadable(new Row.Nonsense("Records"));
            }
            records.forEach(record -> rows.add(named(new Row(record))));
        }
        return rows;
    }

    /** @throws PartnerFailure UNREADABLE for one without an id */
    private static Row named(Row row) {
        try {
            var unused = row.id();
            return row;
        } catch (Row.Nonsense e) {
            throw NexudusHttp.unreadable(e);
        }
    }
}
