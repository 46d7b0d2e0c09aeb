package sandbox.console;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.console.Form.Choice;
import sandbox.http.Html;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Both worlds side by side, under one clock. */
final class WorldPage {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss").withZone(PreparedWorld.LISBON);
    private static final DateTimeFormatter INPUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(PreparedWorld.LISBON);

    private final Partners partners;

    WorldPage(Partners partners) {
        this.partners = partners;
    }

    static String clock(@Nullable Instant when) {
        return when == null ? "" : DAY_AND_TIME.format(when);
    }

    String page(URI product, String said, String body) {
        String top = """
            <header><h1>Latchkey sandbox</h1><nav aria-label="Pages"><a href="/">Worlds</a><a href="/inbox">Inbox (%d)</a><a href="/journal">Journal</a></nav>
            <nav aria-label="Sign in">%s</nav></header>
            <main><p class="ribbon">Sandbox · no real doors</p>%s%s</main>
            """;
        String message = said.isEmpty() ? "" : "<p class=\"said\" role=\"status\">" + Html.escape(said) + "</p>";
        return Html.page(
                "Latchkey sandbox", top.formatted(partners.inbox().all().size(), signInLinks(product), message, body));
    }

    private static String signInLinks(URI product) {
        return List.of(
                        "operator:" + PreparedWorld.ANA,
                        "member of Harbour North:" + PreparedWorld.IKER,
                        "member of Harbour House:" + PreparedWorld.MARTA,
                        "staff:" + PreparedWorld.STAFF)
                .stream()
                .map(each -> each.split(":", -1))
                .map(each ->
                        "<a href=\"%s/sandbox/sign-in?as=%s\">Sign in as %s</a>".formatted(product, each[1], each[0]))
                .collect(Collectors.joining());
    }

    String worlds() {
        return clockPart()
                + TrapsPart.html()
                + "<div class=\"worlds\"><section><h2>Nexudus %s</h2>%s</section><section><h2>Salto KS %s</h2>%s</section></div>"
                        .formatted(
                                upOrDown("nexudus", partners.nexudus().isDown()),
                                new NexudusPart(partners).html(),
                                upOrDown("salto", partners.salto().isDown()),
                                new SaltoPart(partners).html());
    }

    private String clockPart() {
        Instant now = partners.clock().instant();
        return "<article class=\"clock\"><span><strong>%s</strong> <span class=\"soft\">in Lisbon</span></span> %s%s%s%s</article>"
                .formatted(
                        clock(now),
                        new Form("clock", "+15 min").with("minutes", 15),
                        new Form("clock", "+1 h").with("minutes", 60),
                        new Form("clock", "+1 day").with("minutes", 1440),
                        new Form("clock", "Move to")
                                .field("moveTo", "Time in Lisbon", "datetime-local", INPUT.format(now)));
    }

    private static String upOrDown(String partner, boolean down) {
        return down
                ? "<span class=\"bad\">is down</span>" + new Form("bringUp", "Bring up").with("partner", partner)
                : "<span class=\"good\">is up</span>" + new Form("takeDown", "Take down").with("partner", partner);
    }

    static String card(String title, Object... content) {
        return "<article><h3>%s</h3>%s</article>"
                .formatted(title, List.of(content).stream().map(String::valueOf).collect(Collectors.joining()));
    }

    static String table(String head, List<String> rows) {
        String titles = List.of(head.split("\\|", -1)).stream()
                .map(each -> "<th>" + each)
                .collect(Collectors.joining());
        return "<div class=\"scroll\"><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>"
                .formatted(titles, String.join("", rows));
    }

    static Choice choice(Object value, String label) {
        return new Choice(value, label);
    }
}
