package app.latchkey.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.plan.Decision.Foreign;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import app.latchkey.sync.plan.Decision.Withhold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of every plan in every world. */
final class Promises {

    private Promises() {}

    static void hold(Scene before) {
        Plan plan = before.plan();
        onePerPair(plan);
        grantsBeforeRemovals(plan);
        onlyEntitledIsGranted(before, plan);
        onlyOursIsRemoved(before, plan);
        nothingOutsideIsTouched(before, plan);
        Scene after = before.copy();
        after.apply(plan);
        unionIsExact(before, after);
        secondPlanIsQuiet(after);
    }

    /** Slower: plans once more for every purchase. */
    static void losingAPurchaseNeverOpensADoor(Scene before) {
        Scene with = before.copy();
        with.run();
        for (Purchase purchase : before.purchases()) {
            Scene without = before.copy().loses(purchase.key());
            without.run();
            assertThat(with.memberships()).containsAll(without.memberships());
        }
    }

    private static void onePerPair(Plan plan) {
        Set<List<Object>> pairs = new HashSet<>();
        for (Decision decision : plan.decisions()) {
            check(pairs.add(List.of(decision.subject(), decision.group())), "two decisions about one pair", plan);
        }
    }

    private static void grantsBeforeRemovals(Plan plan) {
        boolean removing = false;
        for (Decision decision : plan.decisions()) {
            check(!(removing && decision instanceof Grant), "a grant after a removal", plan);
            removing |= decision instanceof Revoke;
        }
    }

    private static void onlyEntitledIsGranted(Scene scene, Plan plan) {
        Set<List<Object>> reasons = scene.entitlements().stream()
                .filter(entitlement -> entitlement.holdsAt(scene.now()))
                .map(entitlement -> List.<Object>of(entitlement.group(), entitlement.because()))
                .collect(Collectors.toSet());
        for (Grant grant : plan.grants()) {
            check(
                    grant.because().stream().allMatch(why -> reasons.contains(List.of(grant.group(), why))),
                    "a grant without a because",
                    plan);
        }
    }

    private static void onlyOursIsRemoved(Scene scene, Plan plan) {
        for (Revoke revoke : plan.revokes()) {
            LedgerRow row = scene.ledger().get(Forecast.membership(revoke));
            check(row != null && row.ownership().isOurs(), "a removal of what is not ours", plan);
        }
    }

    private static void nothingOutsideIsTouched(Scene scene, Plan plan) {
        Set<AccessGroupId> matched = scene.input().matches().groups();
        check(plan.grants().stream().allMatch(grant -> matched.contains(grant.group())), "a grant outside", plan);
    }

    private static void unionIsExact(Scene before, Scene after) {
        Set<Membership> byHand = before.memberships().stream()
                .filter(membership -> {
                    LedgerRow row = before.ledger().get(membership);
                    return row == null || !row.ownership().isOurs();
                })
                .collect(Collectors.toSet());
        Set<Membership> expected = new HashSet<>(byHand);
        for (CustomerLink link : after.input().people()) {
            if (link.link() instanceof Link.Linked linked && link.person().mayEnter()) {
                after.entitlements().stream()
                        .filter(entitlement ->
                                entitlement.customer().equals(link.person().customer()))
                        .filter(entitlement -> entitlement.holdsAt(after.now()))
                        .map(Entitlement::group)
                        .forEach(group -> expected.add(new Membership(linked.user(), group)));
            }
        }
        if (!after.memberships().equals(expected)) {
            assertThat(after.memberships()).isEqualTo(expected);
        }
    }

    private static void secondPlanIsQuiet(Scene after) {
        Plan second = after.plan();
        check(
                second.isQuiet()
                        && second.decisions().stream()
                                .allMatch(decision -> decision instanceof Keep
                                        || decision instanceof Foreign
                                        || decision instanceof Withhold),
                "a second plan with something to do",
                second);
    }

    private static void check(boolean promise, String broken, Plan plan) {
        if (!promise) {
            throw new AssertionError(broken + ": " + plan);
        }
    }
}
