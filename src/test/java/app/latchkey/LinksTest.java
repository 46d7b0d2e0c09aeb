package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page of ours that names a file of ours names one that is there. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            List<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(10);
            assertThat(pages).allSatisfy(page -> assertThat(leadNowhere(page)).isEmpty());
        }
    }

    @Test
    void noticesOneThatLeadsNowhere() {
        assertThat(leadNowhere(
                        Path.of("README.md"),
                        "[a](src/docs) [b](src/docs/none.md#part) [c](https://example.org/none) ![d](none.png)"))
                .containsExactly("src/docs/none.md", "none.png");
    }

    private static List<String> leadNowhere(Path page) {
        try {
            return leadNowhere(page, Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> leadNowhere(Path page, String text) {
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !target.contains("://"))
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .toList();
    }
}
