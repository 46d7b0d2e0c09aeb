package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Window;
import java.util.List;

/** What a plan says about one person and one access group. Exactly one per pair. */
public sealed interface Decision {

    Subject subject();

    AccessGroupId group();

    /** A decision that writes to Salto. */
    sealed interface Change extends Decision {}

    /** @param window the merged window that contains now */
    record Grant(Subject subject, AccessGroupId group, Window window, List<Because> because) implements Change {
        public Grant {
            because = atLeastOne(because);
        }
    }

    /** @param endings what ended; none when the ledger knew no reason */
    record Revoke(Subject subject, AccessGroupId group, List<Ending> endings) implements Change {
        public Revoke {
            endings = List.copyOf(endings);
        }

        /** Whether the customer was suspended or archived. */
        public boolean isSuspension() {
            return endings.stream().anyMatch(ending -> ending.cause() == Ending.Cause.CUSTOMER_STOPPED);
        }
    }

    /** In the group, ours, and entitled: nothing to do. */
    record Keep(Subject subject, AccessGroupId group, Window window, List<Because> because) implements Decision {
        public Keep {
            because = atLeastOne(because);
        }
    }

    /** Wanted, and deliberately not done. */
    record Withhold(Subject subject, AccessGroupId group, WithheldReason reason, List<Because> because)
            implements Decision {
        public Withhold {
            because = atLeastOne(because);
        }
    }

    /**
     * In the group and not ours: shown, never touched.
     *
     * @param pinned protected by the operator or as a person, rather than only put there by hand
     * @param because why the person would belong there anyway; often nothing
     */
    record Foreign(Subject subject, AccessGroupId group, boolean pinned, List<Because> because) implements Decision {
        public Foreign {
            because = List.copyOf(because);
        }
    }

    /** Right, but not written now. */
    record Hold(Change change, HoldReason reason) implements Decision {
        @Override
        public Subject subject() {
            return change.subject();
        }

        @Override
        public AccessGroupId group() {
            return change.group();
        }
    }

    /** No longer in the group and no longer entitled: the ledger row ends, Salto is not asked for anything. */
    record Forget(Subject subject, AccessGroupId group) implements Decision {}

    private static List<Because> atLeastOne(List<Because> because) {
        if (because.isEmpty()) {
            throw new IllegalArgumentException("Nobody belongs in a group without a because");
        }
        return List.copyOf(because);
    }
}
