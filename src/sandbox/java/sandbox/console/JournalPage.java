package sandbox.console;

import java.util.List;
import java.util.stream.Collectors;
import sandbox.http.Call;
import sandbox.http.Fields;
import sandbox.http.Html;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;

/** The latest requests that the partners received, and the latest webhooks they sent. */
final class JournalPage {
    private static final int SHOWN = 200;

    private JournalPage() {}

    static String body(Partners partners) {
        List<Call> calls = partners.calls().all();
        String requests = calls.subList(Math.max(0, calls.size() - SHOWN), calls.size()).reversed().stream()
                .map(JournalPage::row)
                .collect(Collectors.joining());
        String hooks = partners.nexudus().deliveries().reversed().stream()
                .limit(SHOWN)
                .map(JournalPage::row)
                .collect(Collectors.joining());
        return """
                <h2>Requests received</h2><article class="scroll"><table><thead><tr><th>Number<th>At<th>Partner<th>Request<th>Answer<th>Body</tr></thead>
                <tbody>%s</tbody></table></article>
                <h2>Webhooks sent</h2><article class="scroll"><table><thead><tr><th>At<th>Event<th>To<th>Answer</tr></thead>
                <tbody>%s</tbody></table></article>
                """.formatted(requests, hooks);
    }

    static Fields fields(Call call) {
        return Fields.of(
                "sequence", call.sequence(),
                "partner", call.partner(),
                "method", call.method(),
                "path", call.path(),
                "query", call.query(),
                "status", call.status(),
                "bearer", call.bearer(),
                "body", call.body(),
                "write", call.isWrite());
    }

    private static String row(Call call) {
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        return "<tr><td>%d<td>%s<td>%s<td>%s %s<td class=\"%s\">%s<td class=\"soft\">%s</tr>"
                .formatted(
                        call.sequence(),
                        WorldPage.clock(call.at()),
                        Html.escape(call.partner()),
                        call.method(),
                        Html.escape(call.path() + query),
                        call.status() / 100 == 2 ? "good" : "bad",
                        call.status() == 0 ? "no answer" : call.status(),
                        Html.escape(call.body()));
    }

    private static String row(Nexudus.Delivery delivery) {
        return "<tr><td>%s<td>%d<td>%s<td class=\"%s\">%s</tr>"
                .formatted(
                        WorldPage.clock(delivery.at()),
                        delivery.action(),
                        Html.escape(delivery.url()),
                        delivery.status() / 100 == 2 ? "good" : "bad",
                        delivery.status() == 0 ? "no answer" : delivery.status());
    }
}
