package app.latchkey.sync.run;

import app.latchkey.entitlement.Reason;
import app.latchkey.sync.plan.Hindrance;
import app.latchkey.sync.plan.HoldReason;
import app.latchkey.sync.plan.WithheldReason;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reasons as runs record them: by their code alone, without names and times. */
public final class RecordedReason {

    private static final Map<String, Reason> BY_CODE = Stream.<Stream<? extends Reason>>of(
                    Arrays.stream(WithheldReason.values()).map(Hindrance::of),
                    Arrays.stream(HoldReason.values()).map(Hindrance::of),
                    Stream.of(
                            new Reason.Suspended(),
                            new Reason.NotUnderstood(),
                            new Reason.SaltoRefuses(),
                            new Reason.DoorNotSetUp(),
                            new Reason.BlockedInSalto(),
                            new Reason.ExpiredInSalto(null),
                            new Reason.InvitationOpen(null)))
            .flatMap(reasons -> reasons)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Reason::code, reason -> reason));

    private RecordedReason() {}

    /** Empty for what is no reason of ours: the state beside it says it. */
    public static Optional<Reason> of(@Nullable String code) {
        return Optional.ofNullable(code).map(BY_CODE::get);
    }
}
