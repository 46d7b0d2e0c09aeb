package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contracts whose list rows do not say their desks, or which of them part-time, read one by one: lists leave collections out. */
final class ContractDesks {

    private ContractDesks() {}

    static List<Row> completed(SpaceId space, Lists lists, List<Row> rows) {
        List<Long> silent = rows.stream()
                .filter(row -> !(row.has("FloorPlanDeskIds") || row.has("Desks")) || !DeskVariants.tells(row))
                .map(Row::id)
                .toList();
        if (silent.isEmpty()) {
            return rows;
        }
        Map<Long, Row> full = fullRows(space, lists, silent);
        List<Row> completed = new ArrayList<>();
        rows.forEach(row -> completed.add(full.getOrDefault(row.id(), row)));
        return completed;
    }

    /** What cannot be read stays as it was listed: it lacks its desks, and the source is then not whole. */
    private static Map<Long, Row> fullRows(SpaceId space, Lists lists, List<Long> ids) {
        try {
            return lists.byIds(space, Entity.CONTRACT, ids).stream()
                    .collect(Collectors.toMap(Row::id, row -> row, (one, other) -> other));
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            return Map.of();
        }
    }
}
