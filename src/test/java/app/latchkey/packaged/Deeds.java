package app.latchkey.packaged;

import app.latchkey.shared.AccessGroupId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.http.Call;
import sandbox.http.Calls;
import sandbox.partners.Partners;

/** What Salto was told and did, by its own journal. */
record Deeds(Calls writes) {

    Deeds {
        writes = writes.writes().where(call -> call.status() >= 200 && call.status() < 300);
    }

    static Deeds atSalto(Partners partners) {
        return new Deeds(partners.salto().calls());
    }

    /** Those about this access group alone: elsewhere somebody's time may just come or end. */
    Deeds inGroup(AccessGroupId group) {
        return new Deeds(writes.to(group.toString()));
    }

    int count() {
        return writes.count();
    }

    /** Those that were done twice or more. */
    List<String> doubled() {
        return writes.all().stream()
                .collect(Collectors.groupingBy(Deeds::deed, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(deed -> deed.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that took somebody's access. */
    List<Call> removals() {
        return writes.method("DELETE").all();
    }

    private static String deed(Call call) {
        return call.method() + " " + call.path() + " " + call.body();
    }
}
