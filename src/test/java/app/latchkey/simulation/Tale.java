package app.latchkey.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been told so far: every act and every write in order, and the first promise that was broken. */
final class Tale {

    private final List<String> lines = new ArrayList<>();
    private @Nullable String broken;

    void says(String line) {
        lines.add(line);
    }

    void breaks(String promise) {
        if (broken == null) {
            broken = promise;
            lines.add("  BROKEN " + promise);
        }
    }

    boolean isGood() {
        return broken == null;
    }

    @Nullable
    String broken() {
        return broken;
    }

    List<String> lines() {
        return lines;
    }
}
