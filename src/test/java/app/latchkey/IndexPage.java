package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A page of {@code src/docs} that is made from the tests. */
record IndexPage(Path path) {

    IndexPage(String name) {
        this(Path.of("src", "docs", name));
    }

    /** Writes the page anew where it is not what the tests say, and fails: look at it, and commit it. */
    void mustBe(String fresh) throws IOException {
        String committed = Files.exists(path) ? Files.readString(path) : "";
        if (!committed.equals(fresh)) {
            Files.writeString(path, fresh);
        }
        assertThat(committed).as("%s was stale; it has been written anew", path).isEqualTo(fresh);
    }

    static String tests(Set<String> names) {
        return names.isEmpty() ? "(not yet)" : String.join("<br>", names);
    }
}
