package app.latchkey.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the partners are asked, word for word. */
final class Questions {

    private final List<String> asked = new ArrayList<>();

    <T> T toldTo(Class<T> port, T partner) {
        return Between.port(port, (method, arguments) -> {
            asked.add(method.getName() + " " + Arrays.toString(arguments));
            return method.invoke(partner, arguments);
        });
    }

    void forget() {
        asked.clear();
    }

    int number() {
        return asked.size();
    }

    /** As many calls as there have to be. */
    int different() {
        return Set.copyOf(asked).size();
    }

    Set<String> askedAgain() {
        return asked.stream()
                .filter(question -> Collections.frequency(asked, question) > 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
