package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Step;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the chain from purchase to door, link by link, and says which one breaks first. */
public final class Explainer {

    private final Question question;
    private final Optional<Decision> decision;
    private final Optional<Wanted> wanted;

    private Explainer(Question question) {
        this.question = question;
        this.decision = question.decision();
        List<Entitlement> entitlements = question.entitlements();
        this.wanted = Wanted.at(question.now(), entitlements);
    }

    public static Explanation explain(Question question) {
        return Outlook.of(question).added(at(question));
    }

    /** Why at the question's own time, without since and until. */
    static Explanation at(Question question) {
        Explainer explainer = new Explainer(question);
        return Explanation.of(explainer.hindrances(), explainer.opening());
    }

    private List<Reason> hindrances() {
        Stream<Reason> found = Stream.of(
                        stopped(), unlinked(), unearned(), undone(), question.outsideHours(question.now(), belongs()))
                .flatMap(Optional::stream);
        return Stream.concat(found, question.besides().known().stream())
                .filter(reason -> !isInByHand() || matters(reason))
                .toList();
    }

    /** Whoever is in by hand, always. */
    private List<Window> belongs() {
        return isInByHand()
                ? List.of(Window.from(question.now()))
                : question.entitlements().stream().map(Entitlement::window).toList();
    }

    /** Somebody who is in by hand needs neither link nor purchase. */
    private static boolean matters(Reason reason) {
        return Step.of(reason).compareTo(Step.DECIDED) > 0 || reason.isDoubt();
    }

    private Optional<Reason> stopped() {
        boolean nobodyMayEnter = question.people().stream()
                .noneMatch(customer -> customer.person().mayEnter());
        return nobodyMayEnter ? Optional.of(new Reason.Suspended()) : Optional.empty();
    }

    private Optional<Reason> unlinked() {
        boolean undecided = question.people().stream().allMatch(customer -> customer.link() instanceof Link.Withheld);
        return undecided
                ? question.people().stream()
                        .flatMap(customer ->
                                People.of(List.of(customer))
                                        .withheld(customer.person().customer())
                                        .stream())
                        .map(Hindrance::of)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Reason> unearned() {
        if (wanted.isPresent()) {
            return Optional.empty();
        }
        List<Purchase> earning = earning();
        return question.unpaid(question.now())
                .or(() -> new WhyNotNow(question.rules(), question.now()).of(earning))
                .or(() -> earning.isEmpty() ? unmatched() : Optional.empty())
                .or(() -> Optional.of(new Reason.NeverBought()));
    }

    private List<Purchase> earning() {
        return question.purchases().stream()
                .filter(purchase -> purchase.items().stream()
                        .anyMatch(item -> question.matches().earns(item.id(), question.group())))
                .toList();
    }

    private Optional<Reason> unmatched() {
        return question.purchases().stream()
                .flatMap(purchase -> purchase.items().stream())
                .filter(this::earnsNothing)
                .findFirst()
                .map(Reason.ItemUnmatched::new);
    }

    private boolean earnsNothing(NamedItem item) {
        return question.matches().earnedBy(item.id()).isEmpty();
    }

    /** What the plan says is still to be done, or deliberately is not. */
    private Optional<Reason> undone() {
        if (decision.isEmpty()) {
            return wanted.map(_ -> new Reason.OnItsWay(null));
        }
        return switch (decision.get()) {
            case Decision.Keep _, Decision.Foreign _, Decision.Forget _ -> Optional.empty();
            case Decision.Grant _ -> Optional.of(new Reason.OnItsWay(null));
            case Decision.Revoke _ -> Optional.of(new Reason.BeingTakenOut());
            case Decision.Withhold withhold -> Optional.of(Hindrance.of(withhold.reason()));
            case Decision.Hold hold ->
                hold.change() instanceof Decision.Grant ? Optional.of(held(hold.reason())) : Optional.empty();
        };
    }

    /** What is only doubted is on its way all the same: it waits for nobody. */
    private Reason held(HoldReason why) {
        Reason reason = Hindrance.of(why);
        Besides.Thaw thaw = question.besides().thaw();
        return reason instanceof Reason.SpaceFrozen && thaw != null
                ? new Reason.SpaceFrozen(thaw.at())
                : reason.isDoubt() ? new Reason.OnItsWay(null) : reason;
    }

    private Reason opening() {
        return isInByHand()
                ? new Reason.OpenByHand()
                : wanted.<Reason>map(want ->
                                new Reason.Open(want.because(), want.window().until()))
                        .orElseGet(Reason.NeverBought::new);
    }

    private boolean isInByHand() {
        return decision.filter(Decision.Foreign.class::isInstance).isPresent();
    }
}
