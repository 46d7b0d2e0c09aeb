package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is in scope of a plan, by customer. */
record People(Map<CustomerId, CustomerLink> byCustomer) {

    static People of(List<CustomerLink> people) {
        return new People(
                people.stream().collect(Collectors.toMap(link -> link.person().customer(), Function.identity())));
    }

    Optional<CustomerLink> find(CustomerId customer) {
        return Optional.ofNullable(byCustomer.get(customer));
    }

    boolean mayEnter(CustomerId customer) {
        return find(customer).filter(link -> link.person().mayEnter()).isPresent();
    }

    Subject subjectOf(CustomerId customer) {
        return find(customer).flatMap(People::user).map(Subject::of).orElseGet(() -> Subject.of(customer));
    }

    /** Why nothing may be done for a customer who is not linked; empty when he only needs an invitation. */
    Optional<WithheldReason> withheld(CustomerId customer) {
        return find(customer).map(CustomerLink::link).flatMap(link -> switch (link) {
            case Link.Withheld withheld -> Optional.of(withheld.reason());
            case Link.Linked _, Link.ToInvite _ -> Optional.empty();
        });
    }

    static Optional<PlatformUserId> user(CustomerLink customer) {
        return switch (customer.link()) {
            case Link.Linked linked -> Optional.of(linked.user());
            case Link.ToInvite _, Link.Withheld _ -> Optional.empty();
        };
    }
}
