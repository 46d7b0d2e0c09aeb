package sandbox.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sandbox.console.Form.Choice;
import sandbox.http.Html;
import sandbox.nexudus.CustomAcs;
import sandbox.nexudus.Nexudus;

/** A location's screen Settings, Integrations, Access Control, Custom ACS. */
final class AcsPart {
    private final Nexudus nexudus;
    private final CustomAcs acs;
    private final Nexudus.Named location;

    AcsPart(Nexudus nexudus, Nexudus.Named location) {
        this.nexudus = nexudus;
        this.acs = nexudus.customAcs();
        this.location = location;
    }

    String html() {
        List<Nexudus.Named> groups = acs.groups(location.id());
        return WorldPage.card(
                "Custom ACS of " + Html.escape(location.name()),
                new Form("saveAcs", "Save")
                        .with("location", location.id())
                        .field("groups", "Access groups API endpoint", "url", "")
                        .field("token", "API access token", "text", "")
                        .field("webhook", "Webhook URL", "url", "")
                        .field("bearer", "Webhook bearer", "text", ""),
                new Form("askAcsGroups", "Open the mapping page").with("location", location.id()),
                groups.isEmpty() ? "<p class=\"soft\">No group is known yet.</p>" : mapped(groups));
    }

    private String mapped(List<Nexudus.Named> groups) {
        Map<String, String> items = items();
        List<String> rows = new ArrayList<>();
        acs.mapping(location.id())
                .forEach((item, group) -> rows.add("<tr><td>%s<td>%s</tr>"
                        .formatted(Html.escape(items.getOrDefault(item, item)), Html.escape(group))));
        return new Form("mapAcs", "Map")
                        .with("location", location.id())
                        .choose(
                                "item",
                                "Item",
                                items.entrySet().stream()
                                        .map(item -> WorldPage.choice(item.getKey(), item.getValue()))
                                        .toList())
                        .choose(
                                "group",
                                "Access group",
                                groups.stream()
                                        .map(group -> WorldPage.choice(group.detail(), group.name()))
                                        .toList())
                + WorldPage.table("Item|Access group", rows)
                + new Form("pushAcs", "Push everybody").with("location", location.id())
                + new Form("acsMischief", "From now on").choose("how", "Pushes", mischief());
    }

    private Map<String, String> items() {
        Map<String, String> items = new LinkedHashMap<>();
        nexudus.passes().forEach(pass -> items.put("TimePass-" + pass.id(), pass.name()));
        nexudus.rooms().forEach(room -> items.put("Resource-" + room.id(), room.name()));
        nexudus.desks().forEach(desk -> items.put("FloorPlanDesk-" + desk.id(), desk.name()));
        return items;
    }

    private static List<Choice> mischief() {
        return Stream.of(CustomAcs.Mischief.values())
                .map(how -> WorldPage.choice(how, how.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
