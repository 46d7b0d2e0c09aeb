package app.latchkey.operator.ui;

import app.latchkey.entitlement.HoursWords;
import app.latchkey.look.Fix;
import app.latchkey.look.PageTime;
import app.latchkey.look.Tone;
import app.latchkey.matching.MatchFlag;
import app.latchkey.matching.MatchVersion;
import app.latchkey.matching.MatchWords;
import app.latchkey.operator.EditMatches;
import app.latchkey.operator.MatchSheet;
import app.latchkey.operator.MatchSheet.Group;
import app.latchkey.operator.MatchSheet.Row;
import app.latchkey.salto.AccessGroup;
import app.latchkey.shared.AccessGroupId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One item: its groups to choose, and of each its doors, hours, people, evidence and flags; below, what it opened before. */
class MatchDetail extends Div {

    private final transient Row row;
    private final transient MatchSheet sheet;
    private final SpacePage page;
    private final transient EditMatches matches;
    private final transient Runnable changed;

    MatchDetail(Row row, MatchSheet sheet, SpacePage page, EditMatches matches, Runnable changed) {
        this.row = row;
        this.sheet = sheet;
        this.page = page;
        this.matches = matches;
        this.changed = changed;
        addClassNames("lk-card", "lk-stack");
        Anchor back = new Anchor(page.url("/matches"), "All matches");
        H2 name = new H2(row.item().name());
        add(back, name, picker());
        if (row.item().archived()) {
            add(Fix.saying(Tone.WITHHELD, "Archived in Nexudus: nobody can buy it any more."));
        }
        row.chosen().stream().sorted().forEach(group -> add(group(group)));
        if (row.chosen().isEmpty()) {
            add(new Paragraph("Whoever buys it opens nothing by it, which is fine."));
        }
        add(new H3("Before"), history());
    }

    private Component picker() {
        MultiSelectComboBox<Group> picker = new MultiSelectComboBox<>("Opens");
        picker.setPlaceholder("Opens nothing");
        picker.setWidthFull();
        picker.setItemLabelGenerator(group -> group.group().name());
        picker.setItems(sheet.groups().stream()
                .filter(group -> group.takenBy().isEmpty() || row.chosen().contains(id(group)))
                .toList());
        picker.setValue(sheet.groups().stream()
                .filter(group -> row.chosen().contains(id(group)))
                .collect(Collectors.toSet()));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                keep(event.getValue());
            }
        });
        return picker;
    }

    private void keep(Set<Group> wanted) {
        matches.choose(
                page.id(), row.item().id(), wanted.stream().map(MatchDetail::id).collect(Collectors.toSet()));
        changed.run();
    }

    private Component group(AccessGroupId id) {
        Div part = new Div(new H3(sheet.name(id)));
        part.addClassName("lk-stack");
        sheet.group(id).ifPresent(group -> part.add(facts(group)));
        row.flags().getOrDefault(id, List.of()).forEach(flag -> part.add(flag(flag, id)));
        return part;
    }

    private static String hours(AccessGroup group) {
        if (group.alwaysOpen()) {
            return "around the clock";
        }
        return group.hours().isEmpty() ? "at certain hours, set in Salto" : HoursWords.say(group.hours());
    }

    private Component facts(Group group) {
        UnorderedList facts = new UnorderedList();
        facts.addClassName("lk-plain-list");
        facts.add(new ListItem("Doors: " + doors(group.group())));
        facts.add(new ListItem("Hours: " + hours(group.group())));
        facts.add(new ListItem(group.people() == 1 ? "1 person in it now" : group.people() + " people in it now"));
        String evidence = MatchWords.evidence(row.evidence().getOrDefault(id(group), List.of()));
        if (!evidence.isEmpty()) {
            facts.add(new ListItem(evidence));
        }
        return facts;
    }

    private Component flag(MatchFlag flag, AccessGroupId group) {
        String words = MatchWords.flag(flag, sheet.name(group), _ -> "another space");
        return switch (flag) {
            case MatchFlag.Renamed _, MatchFlag.Narrowed _ ->
                Fix.withButton(Tone.WITHHELD, words, "That is fine", () -> {
                    matches.agree(page.id(), group);
                    changed.run();
                });
            case MatchFlag.NoSchedule _,
                    MatchFlag.NoDoors _,
                    MatchFlag.Taken _,
                    MatchFlag.NarrowerSchedule _,
                    MatchFlag.Gone _ -> Fix.saying(Tone.WITHHELD, words);
        };
    }

    private Component history() {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("lk-plain-list");
        for (int i = 0; i < sheet.versions().size(); i++) {
            MatchVersion version = sheet.versions().get(i);
            Set<AccessGroupId> then = version.matches().earnedBy(row.item().id());
            Set<AccessGroupId> before = i + 1 < sheet.versions().size()
                    ? sheet.versions().get(i + 1).matches().earnedBy(row.item().id())
                    : Set.of();
            if (!then.equals(before)) {
                lines.add(new ListItem("%s: %s, by %s"
                        .formatted(
                                PageTime.when(
                                        version.at(), page.now(), page.space().zone()),
                                names(then),
                                version.by())));
            }
        }
        return lines.getComponentCount() == 0 ? new Paragraph("It has never opened anything.") : lines;
    }

    private String names(Set<AccessGroupId> groups) {
        List<String> names =
                new ArrayList<>(groups.stream().map(sheet::name).sorted().toList());
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static String doors(AccessGroup group) {
        return group.locks().isEmpty()
                ? "none"
                : group.locks().stream()
                        .map(lock -> lock.online() ? lock.name() : lock.name() + " (not connected)")
                        .collect(Collectors.joining(", "));
    }

    private static AccessGroupId id(Group group) {
        return group.group().id();
    }
}
