package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import app.latchkey.matching.MatchFlag;
import app.latchkey.matching.MatchWords;
import app.latchkey.matching.Suggestion;
import app.latchkey.matching.Suggestion.Candidate;
import app.latchkey.onboarding.GroupChoices;
import app.latchkey.onboarding.MatchRow;
import app.latchkey.salto.AccessGroup;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One item: its groups to choose, why we would, which doors they open, and what is wrong with the choice. */
class MatchItem extends ListItem {

    /** Keeps a choice. */
    interface Choice {
        void made(ItemId item, Set<AccessGroupId> groups);

        /** None fits: make one in Salto. */
        void groupWanted(MatchRow row);

        /** The group has no schedule: give it one. */
        void alwaysWanted(AccessGroupId group);
    }

    private final transient MatchRow row;
    private final transient GroupChoices groups;
    private final transient Choice choice;
    private final MultiSelectComboBox<AccessGroup> picker = new MultiSelectComboBox<>();
    private final Div below = new Div();

    MatchItem(MatchRow row, GroupChoices groups, Choice choice) {
        this.row = row;
        this.groups = groups;
        this.choice = choice;
        addClassNames("lk-card", "lk-match");
        below.addClassName("lk-stack");
        H2 name = new H2(row.item().name());
        name.addClassName("lk-one-line");
        name.setTitle(row.item().name());
        Span kind = new Span(kind());
        kind.addClassName("lk-quiet");
        Div left = new Div(name, kind);
        Div right = new Div(picker, below);
        right.addClassName("lk-stack");
        add(left, right);
        fillPicker();
        drawBelow(row);
        getElement().setAttribute("tabindex", "-1");
        getElement().addEventListener("lk-unmatch", event -> {
            picker.clear();
            keep(Set.of());
        });
    }

    private void fillPicker() {
        picker.setAriaLabel("Groups for " + row.item().name());
        picker.setPlaceholder("Opens nothing");
        picker.setWidthFull();
        picker.setItemLabelGenerator(this::label);
        picker.setItems(groups.groups());
        picker.setValue(groups.groups().stream()
                .filter(group -> row.chosen().contains(group.id()))
                .collect(Collectors.toSet()));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen(event.getValue());
            }
        });
    }

    private String label(AccessGroup group) {
        return groups.takenBy(group.id())
                .map(space -> "%s (taken by %s)".formatted(group.name(), groups.nameOf(space)))
                .orElse(group.name());
    }

    private void chosen(Set<AccessGroup> wanted) {
        Set<AccessGroup> free = wanted.stream()
                .filter(group -> groups.takenBy(group.id()).isEmpty())
                .collect(Collectors.toSet());
        Set<AccessGroup> refused = new HashSet<>(wanted);
        refused.removeAll(free);
        if (!refused.isEmpty()) {
            picker.setValue(free);
        }
        keep(free.stream().map(AccessGroup::id).collect(Collectors.toUnmodifiableSet()));
        refused.forEach(group ->
                groups.takenBy(group.id()).ifPresent(space -> below.add(flag(new MatchFlag.Taken(space), group.id()))));
    }

    private void keep(Set<AccessGroupId> ids) {
        choice.made(row.item().id(), ids);
        drawBelow(new MatchRow(row.item(), ids, row.suggestion()));
    }

    private void take(AccessGroupId group) {
        Set<AccessGroupId> ids =
                picker.getValue().stream().map(AccessGroup::id).collect(Collectors.toCollection(HashSet::new));
        ids.add(group);
        picker.setValue(
                groups.groups().stream().filter(each -> ids.contains(each.id())).collect(Collectors.toSet()));
        keep(ids);
        picker.focus();
    }

    private void drawBelow(MatchRow now) {
        below.removeAll();
        suggestion(now);
        now.flags(groups).forEach((group, flag) -> below.add(flag(flag, group)));
        below.add(doors(now));
    }

    private void suggestion(MatchRow now) {
        Suggestion suggestion = now.suggestion();
        List<Candidate> open = suggestion.candidates().stream()
                .filter(candidate -> !now.chosen().contains(candidate.group()))
                .toList();
        suggestion.candidates().stream()
                .filter(candidate -> now.chosen().contains(candidate.group()))
                .forEach(candidate -> below.add(quiet(MatchWords.evidence(candidate.evidence()))));
        if (!now.isMatched() && open.isEmpty()) {
            below.add(newGroup());
        }
        if (now.isMatched() || open.isEmpty()) {
            return;
        }
        below.add(quiet(
                switch (suggestion.sureness()) {
                    case UNSURE -> "Two could fit";
                    case SAFE, LIKELY -> "This could fit";
                    case NONE -> "";
                }));
        open.forEach(candidate -> below.add(offer(candidate)));
    }

    private Component newGroup() {
        Button make = new Button("Create a group for " + row.item().name(), event -> choice.groupWanted(row));
        make.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div line = new Div(quiet("No group fits."), make);
        line.addClassName("lk-row");
        return line;
    }

    private Component offer(Candidate candidate) {
        Button take = new Button("Take " + groups.name(candidate.group()), event -> take(candidate.group()));
        take.addThemeVariants(ButtonVariant.SMALL);
        take.getElement().setAttribute("data-take", true).setAttribute("title", groups.name(candidate.group()));
        take.setAriaLabel("Take %s for %s"
                .formatted(groups.name(candidate.group()), row.item().name()));
        Div offer = new Div(take, quiet(MatchWords.evidence(candidate.evidence())));
        offer.addClassName("lk-row");
        return offer;
    }

    private Component flag(MatchFlag flag, AccessGroupId group) {
        String words = MatchWords.flag(flag, groups.name(group), groups::nameOf);
        return flag instanceof MatchFlag.NoSchedule
                ? Trouble.saying(
                        Tone.WITHHELD, words, new Button("Set always in Salto", event -> choice.alwaysWanted(group)))
                : Trouble.saying(Tone.WITHHELD, words);
    }

    /** Which doors each chosen group opens, unless its flag says already that it holds none. */
    private Component doors(MatchRow now) {
        Map<AccessGroupId, MatchFlag> flags = now.flags(groups);
        Div lines = new Div();
        lines.addClassName("lk-opens");
        groups.groups().stream()
                .filter(group -> now.chosen().contains(group.id()))
                .filter(group -> !(flags.get(group.id()) instanceof MatchFlag.NoDoors))
                .forEach(group -> lines.add(new Paragraph(
                        now.chosen().size() == 1
                                ? "Opens " + names(group)
                                : "%s opens %s".formatted(group.name(), names(group)))));
        return lines;
    }

    private static String names(AccessGroup group) {
        return group.locks().isEmpty()
                ? "no door"
                : group.locks().stream()
                        .map(lock -> lock.online() ? lock.name() : lock.name() + " (offline)")
                        .collect(Collectors.joining(", "));
    }

    private static Component quiet(String words) {
        Span text = new Span(words);
        text.addClassName("lk-quiet");
        return text;
    }

    private String kind() {
        return switch (row.item().id().kind()) {
            case PASS -> "Pass";
            case RESOURCE -> "Resource";
            case DESK -> "Desk";
            case OFFICE -> "Office";
            case GROUP -> "Access group";
        };
    }
}
