package sandbox.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import sandbox.console.Form.Choice;
import sandbox.http.Html;
import sandbox.nexudus.Nexudus;
import sandbox.nexudus.Nexudus.Held;
import sandbox.partners.Partners;

/** What people buy, and how they do it. */
final class NexudusPart {
    private final Nexudus nexudus;
    private final List<Choice> customers;

    NexudusPart(Partners partners) {
        this.nexudus = partners.nexudus();
        this.customers = nexudus.customers().stream()
                .sorted(Comparator.comparing(Nexudus.Named::name))
                .map(each -> WorldPage.choice(each.id(), each.name() + (each.active() ? "" : " (suspended)")))
                .toList();
    }

    String html() {
        return WorldPage.card("Passes", buyPass(), passes())
                + WorldPage.card("Bookings", book(), bookings())
                + WorldPage.card("Contracts", sign(), contracts())
                + WorldPage.card(
                        "Customers",
                        suspend("suspend", "Suspend"),
                        suspend("unsuspend", "Let back in"),
                        suspend("checkIn", "Check in"),
                        suspend("checkOut", "Check out"),
                        addCustomer())
                + WorldPage.card("Webhooks", webhooks())
                + WorldPage.card("Marketplace", installApp(), new Form("uninstallApp", "Take Latchkey out"))
                + nexudus.locations().stream()
                        .map(location -> new AcsPart(nexudus, location).html())
                        .collect(Collectors.joining());
    }

    private static Form installApp() {
        return new Form("installApp", "Install Latchkey")
                .field("address", "Latchkey's install address", "url", "")
                .field("user", "Who installs it", "email", "");
    }

    private Form buyPass() {
        return new Form("buyPass", "Buy pass")
                .choose("customer", "Customer", customers)
                .choose("pass", "Pass", choices(nexudus.passes()))
                .choose("days", "For", List.of(WorldPage.choice(1, "1 day"), WorldPage.choice(10, "10 days")));
    }

    private String passes() {
        return WorldPage.table(
                "Customer|Pass|State|",
                nexudus.boughtPasses().stream()
                        .map(each -> row(
                                each,
                                each.note().isEmpty() ? "unused" : each.note(),
                                new Form("refundPass", "Refund").with("id", each.id())))
                        .toList());
    }

    private Form book() {
        return new Form("book", "Book room")
                .choose("customer", "Customer", customers)
                .choose("resource", "Room", choices(nexudus.rooms()))
                .choose(
                        "inMinutes",
                        "Begins",
                        List.of(
                                WorldPage.choice(0, "now"),
                                WorldPage.choice(10, "in 10 min"),
                                WorldPage.choice(20, "in 20 min"),
                                WorldPage.choice(60, "in 1 h"),
                                WorldPage.choice(1440, "tomorrow")))
                .choose(
                        "minutes",
                        "For",
                        List.of(
                                WorldPage.choice(30, "30 min"),
                                WorldPage.choice(60, "1 h"),
                                WorldPage.choice(120, "2 h")));
    }

    private String bookings() {
        return WorldPage.table(
                "Customer|Room|From – to|",
                nexudus.bookings().stream()
                        .map(each -> row(
                                each,
                                period(each),
                                ""
                                        + new Form("extendBooking", "+30 min")
                                                .with("booking", each.id())
                                                .with("minutes", 30)
                                        + new Form("cancelBooking", "Cancel").with("booking", each.id())))
                        .toList());
    }

    private Form sign() {
        return new Form("signContract", "Sign contract")
                .choose("customer", "Customer", customers)
                .choose("desks", "Desk or office", choices(nexudus.desks()))
                .choose(
                        "firstDays",
                        "On",
                        List.of(
                                WorldPage.choice(7, "all days"),
                                WorldPage.choice(2, "Monday and Tuesday"),
                                WorldPage.choice(5, "Monday to Friday")));
    }

    private String contracts() {
        return WorldPage.table(
                "Customer|Desk or office|From – to|",
                nexudus.contracts().stream()
                        .map(each ->
                                row(each, period(each), new Form("endContract", "End now").with("contract", each.id())))
                        .toList());
    }

    private Form suspend(String control, String label) {
        return new Form(control, label).choose("customer", "Customer", customers);
    }

    private Form addCustomer() {
        return new Form("addCustomer", "Add customer")
                .choose("location", "Location", choices(nexudus.locations()))
                .field("name", "Name", "text", "")
                .field("email", "E-mail", "email", "");
    }

    private String webhooks() {
        List<String> rows = new ArrayList<>();
        for (Nexudus.Named hook : nexudus.webhooks()) {
            rows.add("<tr><td>%s<td>%s<td>%s</tr>"
                    .formatted(hook.name(), Html.escape(hook.detail()), hook.active() ? "on" : "off"));
        }
        return (rows.isEmpty() ? "<p class=\"soft\">Nobody listens yet.</p>" : WorldPage.table("Event|To|State", rows))
                + new Form("loseWebhooks", "Lose webhooks").with("lose", true)
                + new Form("loseWebhooks", "Send them again").with("lose", false);
    }

    private static String row(Held held, String third, Object action) {
        return "<tr><td>%s<td>%s<td>%s<td class=\"act\">%s</tr>"
                .formatted(Html.escape(held.customer()), Html.escape(held.what()), third, action);
    }

    private static String period(Held held) {
        String note = held.note().isEmpty() ? "" : " <span class=\"soft\">" + held.note() + "</span>";
        return WorldPage.clock(held.from()) + " – " + WorldPage.clock(held.to()) + note;
    }

    private static List<Choice> choices(List<Nexudus.Named> named) {
        return named.stream()
                .map(each -> WorldPage.choice(each.id(), each.name()))
                .toList();
    }
}
