package app.latchkey.sync.plan;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the pairs of a Salto user and an access group that nothing is odd about: the user is linked to a customer and may be touched, the
 * group is matched and not gone. In the order of their ids.
 */
final class OrdinaryPairs {

    /** Instead of a number, for every other pair. */
    static final int NONE = -1;

    private final List<PlatformUserId> users;
    private final List<AccessGroupId> groups;
    private final Map<PlatformUserId, Integer> numberOfUser;
    private final Map<AccessGroupId, Integer> numberOfGroup;

    private OrdinaryPairs(List<PlatformUserId> users, List<AccessGroupId> groups) {
        this.users = users;
        this.groups = groups;
        this.numberOfUser = numbers(users);
        this.numberOfGroup = numbers(groups);
    }

    /** @param most how many pairs may have a number; where there are more, the last groups have none */
    static OrdinaryPairs of(Collection<CustomerLink> people, Observed observed, Matches matches, int most) {
        List<PlatformUserId> users = people.stream()
                .flatMap(customer -> People.user(customer).stream())
                .filter(user -> !observed.untouchable().contains(user))
                .sorted()
                .distinct()
                .toList();
        List<AccessGroupId> groups = matches.groups().stream()
                .filter(group -> !observed.goneGroups().contains(group))
                .sorted()
                .limit(most / Math.max(1, users.size()))
                .toList();
        return new OrdinaryPairs(users, groups);
    }

    private static <T> Map<T, Integer> numbers(List<T> ids) {
        Map<T, Integer> numbers = HashMap.newHashMap(ids.size());
        for (T id : ids) {
            numbers.put(id, numbers.size());
        }
        return numbers;
    }

    /** One more than the highest number. */
    int count() {
        return users.size() * groups.size();
    }

    int number(PlatformUserId user, AccessGroupId group) {
        Integer row = numberOfUser.get(user);
        Integer column = numberOfGroup.get(group);
        return row == null || column == null ? NONE : row * groups.size() + column;
    }

    int number(Membership membership) {
        return number(membership.user(), membership.group());
    }

    Membership membership(int number) {
        return new Membership(users.get(number / groups.size()), groups.get(number % groups.size()));
    }
}
