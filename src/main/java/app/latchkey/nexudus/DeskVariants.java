package app.latchkey.nexudus;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part-time variants of desks and offices that contracts name. Read only where one does: most locations have none, and then nobody needs the
 * right to it.
 *
 * @param counted in which days are counted; it moves once a day, so that readings of the same day agree
 * @param failure why they could not be read
 */
record DeskVariants(Map<Long, Row> rows, Window counted, Optional<PartnerFailure> failure) {

    private static final Duration BACK = Duration.ofDays(8);
    private static final Duration AHEAD = Duration.ofDays(40);

    /** @param days on which whoever has it may come */
    record Variant(long desk, Set<DayOfWeek> days) {}

    static DeskVariants namedBy(List<Row> contracts, SpaceId space, Lists lists, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Window counted = Window.between(today.minus(BACK), today.plus(AHEAD));
        try {
            List<Long> ids = contracts.stream()
                    .flatMap(contract -> idsIn(contract).stream())
                    .distinct()
                    .toList();
            Map<Long, Row> rows = lists.byIds(space, Entity.DESK_VARIANT, ids).stream()
                    .collect(Collectors.toMap(Row::id, row -> row, (one, other) -> other));
            return new DeskVariants(rows, counted, Optional.empty());
        } catch (PartnerFailure failure) {
            if (failure.is(Category.NEEDS_SIGN_IN)) {
                throw failure;
            }
            return new DeskVariants(Map.of(), counted, Optional.of(named(failure)));
        }
    }

    private static PartnerFailure named(PartnerFailure failure) {
        return failure.is(Category.RIGHT_MISSING)
                ? PartnerFailure.of(
                        Partner.NEXUDUS,
                        Category.RIGHT_MISSING,
                        "Contracts are for part-time desks, which the connected Nexudus user may not see:"
                                + " the right FloorPlanDeskVariant-Read is missing.")
                : failure;
    }

    /** None also where the contract makes no sense: whoever reads it says so. */
    private static List<Long> idsIn(Row contract) {
        try {
            return ids(contract);
        } catch (Row.Nonsense _) {
            return List.of();
        }
    }

    private static List<Long> ids(Row contract) {
        return tells(contract) ? contract.ids("FloorPlanDeskVariantIds", "Variants") : List.of();
    }

    /** Whether the row says which variants it is for, if any. */
    static boolean tells(Row contract) {
        return contract.has("FloorPlanDeskVariantIds") || contract.has("Variants");
    }

    /** Those that a contract is for; one that Nexudus has no more is left out. */
    List<Variant> of(Row contract) {
        List<Long> ids = ids(contract);
        if (!ids.isEmpty() && failure.isPresent()) {
            throw new Row.MissingField("the days of part-time desks");
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .map(DeskVariants::variant)
                .toList();
    }

    private static Variant variant(Row row) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (row.flag("Available" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
                days.add(day);
            }
        }
        return new Variant(row.requiredNumber("FloorPlanDeskId"), days);
    }
}
