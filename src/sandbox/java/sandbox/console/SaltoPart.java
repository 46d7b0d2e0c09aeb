package sandbox.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.console.Form.Choice;
import sandbox.http.Html;
import sandbox.partners.Partners;
import sandbox.salto.Salto;

/** Sites, doors, access groups and who is in them. */
final class SaltoPart {
    private final Salto salto;

    SaltoPart(Partners partners) {
        this.salto = partners.salto();
    }

    String html() {
        return salto.sites().stream().map(this::site).collect(Collectors.joining());
    }

    private String site(Salto.Named site) {
        List<Salto.User> users = salto.users(site.id());
        Map<String, String> names = new LinkedHashMap<>();
        users.forEach(user -> names.put(user.platformUserId(), user.name()));
        List<Choice> people = users.stream()
                .sorted(Comparator.comparing(Salto.User::name))
                .map(user -> WorldPage.choice(
                        user.platformUserId(), user.name() + (user.subscribed() ? "" : " (suspended)")))
                .toList();
        String seats = "<p class=\"soft\">%d of %d seats taken</p>"
                .formatted(salto.seatsTaken(site.id()), salto.seatsBought(site.id()));
        int listening = salto.streams(site.id());
        return WorldPage.card(
                Html.escape(site.name()),
                seats,
                "<p class=\"soft\">%s</p>"
                        .formatted(listening == 0 ? "nobody hears the doors" : listening + " hearing the doors"),
                listening == 0 ? "" : new Form("dropStreams", "Drop event streams"),
                new Form("canOpen", "Can they open it now?")
                        .choose("user", "Person", people)
                        .choose("lock", "Door", choices(salto.locks(site.id()))),
                new Form("addByHand", "Add by hand")
                        .choose("user", "Person", people)
                        .choose("group", "Access group", choices(salto.groups(site.id()))),
                WorldPage.table(
                        "Access group|Doors|Members",
                        salto.groups(site.id()).stream()
                                .map(group -> group(group, names))
                                .toList()),
                new Form("seats", "Set seats")
                        .with("site", site.id())
                        .field("bought", "Seats bought", "number", String.valueOf(salto.seatsBought(site.id()))));
    }

    private String group(Salto.Named group, Map<String, String> names) {
        String doors = salto.locksOf(group.id()).stream()
                .map(lock -> Html.escape(lock.name()))
                .collect(Collectors.joining(", "));
        String members = salto.members(group.id()).stream()
                .map(id -> "<li>%s %s</li>"
                        .formatted(
                                Html.escape(names.getOrDefault(id, id)),
                                new Form("removeByHand", "Remove")
                                        .with("user", id)
                                        .with("group", group.id())))
                .collect(Collectors.joining());
        return "<tr><td>%s%s<td>%s<td><ul>%s</ul></tr>"
                .formatted(
                        Html.escape(group.name()),
                        salto.hasSchedule(group.id()) ? "" : " <span class=\"bad\">no schedule</span>",
                        doors.isEmpty() ? "<span class=\"bad\">no doors</span>" : doors,
                        members);
    }

    private static List<Choice> choices(List<Salto.Named> named) {
        return named.stream()
                .map(each -> WorldPage.choice(each.id(), each.name()))
                .toList();
    }
}
