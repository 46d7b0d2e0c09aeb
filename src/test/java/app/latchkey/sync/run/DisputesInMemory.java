package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Decision.Withhold;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.plan.WithheldReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Table {@code dispute} without a database. Nobody answers here: who is stopped stays out for these reasons. */
final class DisputesInMemory extends Disputes {

    private static final int MOST = 4;

    private record Row(Membership membership, List<Because> because) {}

    private final Table<Membership, Row> rows;
    private final RowsInMemory.Runs journal;

    DisputesInMemory(Memory memory, RowsInMemory.Runs journal) {
        super(Memory.noDatabase(), new JsonText(), MOST);
        this.rows = memory.table();
        this.journal = journal;
    }

    @Override
    Map<Membership, List<List<Because>>> lately(UUID[] users, Instant since) {
        return journal.done(What.GRANT, since, Instant.MAX).stream()
                .flatMap(step -> granted(step.line()))
                .collect(Collectors.groupingBy(Row::membership, Collectors.mapping(Row::because, Collectors.toList())));
    }

    private static Stream<Row> granted(Journal.Line line) {
        return line.user() != null && line.group() != null
                ? Stream.of(new Row(new Membership(line.user(), line.group()), line.because()))
                : Stream.empty();
    }

    @Override
    Map<Membership, List<Because>> stopped(UUID[] users) {
        return rows.all().stream().collect(Collectors.toMap(Row::membership, Row::because));
    }

    Set<Membership> memberships() {
        return rows.all().stream().map(Row::membership).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    void open(Plan plan) {
        plan.only(Withhold.class)
                .filter(withhold -> withhold.reason() == WithheldReason.BACK_AND_FORTH)
                .forEach(this::open);
    }

    private void open(Withhold withhold) {
        if (withhold.subject() instanceof Subject.SaltoUser known) {
            Membership membership = new Membership(known.user(), withhold.group());
            rows.put(membership, new Row(membership, withhold.because()));
        }
    }
}
