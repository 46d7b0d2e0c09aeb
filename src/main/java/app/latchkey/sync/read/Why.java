package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.sync.WhyNot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reasons as runs record them, in the words that pages know. */
final class Why {

    private static final Map<String, WhyNot> KNOWN =
            Arrays.stream(WhyNot.values()).collect(Collectors.toUnmodifiableMap(WhyNot::name, why -> why));

    /** What the planner calls differently: reasons to hold a change, and how a purchase ended. */
    private static final Map<String, WhyNot> OTHERWISE = Map.of(
            "PAUSED", WhyNot.SPACE_PAUSED,
            "FROZEN", WhyNot.SPACE_FROZEN,
            "RAILS", WhyNot.WAITING_FOR_APPROVAL,
            "UNKNOWN", WhyNot.WAITING_FOR_APPROVAL,
            "NEXUDUS_INCOMPLETE", WhyNot.NEXUDUS_SILENT,
            "SALTO_INCOMPLETE", WhyNot.SALTO_SILENT,
            "WINDOW_ENDED", WhyNot.JUST_ENDED,
            "CUSTOMER_STOPPED", WhyNot.SUSPENDED);

    private Why() {}

    /** A reason that no page has words for is not shown: the state beside it is. */
    static Optional<WhyNot> in(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .flatMap(code ->
                        Optional.ofNullable(KNOWN.get(code)).or(() -> Optional.ofNullable(OTHERWISE.get(code))));
    }

    /** Why a door is over, judged by what had opened it. */
    static WhyNot ended(List<Because> because) {
        return because.isEmpty()
                ? WhyNot.JUST_ENDED
                : switch (because.getLast()) {
                    case Because.Bought _ -> WhyNot.PASS_EXPIRED;
                    case Because.Contracted _ -> WhyNot.CONTRACT_ENDED;
                    case Because.Booked _, Because.Given _, Because.BeforeLatchkey _ -> WhyNot.JUST_ENDED;
                };
    }
}
