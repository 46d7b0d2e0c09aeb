package app.latchkey.operator.ui;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.look.PageTime;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.operator.ChangeSettings.Saved;
import app.latchkey.operator.RuleSentences;
import app.latchkey.operator.RuleWords;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.RulePreview;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules as sentences, with the effect named before they are saved, and a question where two people change them at once. */
final class RulesForm extends Div {

    private final transient SpacePage page;
    private final transient ChangeSettings settings;
    private final transient RuleEffects effects;
    private final transient List<RuleGroup> groups;
    private final RuleEffect effect;
    private transient SpaceRules read;
    private transient Set<OptionalSource> silent = Set.of();
    private transient List<Boolean> looksAt = List.of();
    private transient Optional<RulePreview> seen = Optional.empty();

    RulesForm(SpacePage page, ChangeSettings settings, RuleEffects effects) {
        this.page = page;
        this.settings = settings;
        this.effects = effects;
        this.read = page.space().rules();
        List<NamedItem> items = effects.items(page.id());
        groups = List.of(
                new BookingRules(items, this::foresee),
                new PurchaseRules(this::foresee),
                new InvoiceRules(items, this::foresee),
                new LimitRules(this::foresee));
        effect = new RuleEffect(page, this::save);
        addClassNames("lk-card", "lk-stack", "lk-rules");
        groups.forEach(this::add);
        add(effect);
        looksAt = looksAt(read);
        show(read);
    }

    private void show(SpaceRules rules) {
        groups.forEach(group -> group.show(rules));
        foresee();
    }

    private Optional<SpaceRules> wanted() {
        if (groups.stream().anyMatch(group -> group.complaint().isPresent())) {
            return Optional.empty();
        }
        SpaceRules wanted = read;
        for (RuleGroup group : groups) {
            wanted = group.into(wanted);
        }
        return Optional.of(wanted);
    }

    private void foresee() {
        groups.forEach(RuleGroup::refresh);
        seen = Optional.empty();
        Optional<SpaceRules> wanted = wanted();
        if (wanted.isEmpty()) {
            effect.says("Nothing can be saved before that is mended.");
            return;
        }
        lookAtMore(wanted.get());
        if (silent.isEmpty()) {
            RulePreview preview = effects.preview(page.id(), read, wanted.get());
            seen = Optional.of(preview);
            effect.says(read, wanted.get(), preview);
        } else {
            effect.says(RuleSentences.unread(silent));
        }
    }

    /** What only the new rules look at is read when they come to look at it, not with every number. */
    private void lookAtMore(SpaceRules wanted) {
        List<Boolean> now = looksAt(wanted);
        if (!now.equals(looksAt)) {
            silent = effects.read(page.id(), wanted);
            looksAt = now;
        }
    }

    private static List<Boolean> looksAt(SpaceRules rules) {
        return List.of(rules.looksAtTeams(), rules.visitors(), rules.looksAtInvoices());
    }

    private void save() {
        Optional<SpaceRules> wanted = wanted();
        if (wanted.isEmpty() || seen.isEmpty() || wanted.get().equals(read)) {
            foresee();
            return;
        }
        switch (settings.rules(page.id(), page.who(), read, wanted.get(), seen.get())) {
            case Saved.Done() -> saved(wanted.get());
            case Saved.Otherwise otherwise -> changed(wanted.get(), otherwise.fresh());
            case Saved.Meanwhile meanwhile -> ask(meanwhile, wanted.get());
        }
    }

    private void saved(SpaceRules rules) {
        read = rules;
        foresee();
        SpacePage.say("Saved. The next run follows the new rules.");
    }

    private void changed(SpaceRules wanted, RulePreview fresh) {
        seen = Optional.of(fresh);
        effect.says(read, wanted, fresh);
        SpacePage.say("Nothing was saved: since you looked, what this does has changed. Look again, then save.");
    }

    private void ask(Saved.Meanwhile meanwhile, SpaceRules mine) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Which rules?");
        dialog.setText(
                "%s Yours: %s.".formatted(theirs(meanwhile), words(RuleWords.changes(meanwhile.theirs(), mine))));
        dialog.setRejectable(true);
        dialog.setRejectText("Keep theirs");
        dialog.setConfirmText("Take mine");
        dialog.addRejectListener(event -> {
            read = meanwhile.theirs();
            show(read);
        });
        dialog.addConfirmListener(event -> {
            read = meanwhile.theirs();
            foresee();
        });
        dialog.open();
    }

    private String theirs(Saved.Meanwhile meanwhile) {
        String changes = words(RuleWords.changes(read, meanwhile.theirs()));
        return meanwhile
                .change()
                .map(entry -> "%s changed at %s: %s."
                        .formatted(
                                entry.who(),
                                PageTime.when(
                                        entry.at(), page.now(), page.space().zone()),
                                changes))
                .orElseGet(() -> "Somebody changed: %s.".formatted(changes));
    }

    private static String words(Map<String, String> changes) {
        return changes.entrySet().stream()
                .map(change -> change.getKey() + " " + change.getValue())
                .collect(Collectors.joining(", "));
    }
}
