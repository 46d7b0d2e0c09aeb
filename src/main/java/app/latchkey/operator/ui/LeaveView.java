package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.LeavingSentences;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Stage;
import app.latchkey.sync.Leavings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of everybody whom we let in, when this space leaves? */
@Route("spaces/:slug/leave")
@PermitAll
class LeaveView extends SpacePage {

    private final transient Leavings leavings;
    private final LeaveForm form;

    LeaveView(PageTools tools, Leavings leavings) {
        super(tools, "Leave Latchkey");
        this.leavings = leavings;
        this.form = new LeaveForm(this, leavings);
    }

    @Override
    List<Component> standing() {
        form.ask();
        return List.of(Sections.head("Leave Latchkey"), form);
    }

    @Override
    List<Component> content() {
        return draw(leavings.latest(id()), tools().settings().read(id()).active());
    }

    List<Component> draw(Optional<Leaving> latest, boolean active) {
        Optional<Leaving> underWay = latest.filter(leaving -> leaving.stage() != Stage.DONE);
        form.setVisible(active && underWay.isEmpty());
        List<Component> all = new ArrayList<>();
        latest.ifPresent(leaving -> all.addAll(shown(leaving)));
        if (all.isEmpty() && !active) {
            all.add(new EmptyState("Nobody was let in here yet, so there is nothing to leave behind."));
        }
        return all;
    }

    private List<Component> shown(Leaving leaving) {
        List<Component> parts = new ArrayList<>();
        String words = LeavingSentences.progress(leaving, now(), space().zone());
        if (leaving.stage() == Stage.WAITING) {
            parts.add(Fix.withButton(Tone.WITHHELD, words, "Stay after all", this::stay));
            return parts;
        }
        parts.add(Sections.row(chip(leaving), new Paragraph(words)));
        leaving.leftOver().ifPresent(left -> parts.add(Fix.saying(Tone.WITHHELD, left)));
        parts.add(Sections.section("Receipt", download(), receipt(leaving)));
        return parts;
    }

    private static StateChip chip(Leaving leaving) {
        return leaving.stage() == Stage.DONE
                ? StateChip.saying(State.ENDED, "Left")
                : StateChip.forOperator(State.LEAVING);
    }

    private Component receipt(Leaving leaving) {
        if (leaving.lines().isEmpty() && leaving.tags().isEmpty()) {
            return new EmptyState("Nobody was in a group because of us.");
        }
        String what = leaving.tags().isEmpty() ? "Group" : "Group or tag";
        Table table = new Table("Receipt", "Who", what, "What became of it", "When");
        leaving.lines()
                .forEach(line -> table.row(
                        Table.text(line.name()),
                        Table.text(line.group()),
                        Table.text(LeavingSentences.outcome(line.outcome())),
                        TimeText.when(line.at(), now(), space().zone())));
        leaving.tags()
                .forEach(line -> table.row(
                        Table.text(line.name()),
                        Table.text(LeavingSentences.tag(line)),
                        Table.text(LeavingSentences.outcome(line.outcome())),
                        TimeText.when(line.at(), now(), space().zone())));
        return table;
    }

    private Anchor download() {
        return Download.of(
                "Download the receipt",
                "receipt-" + space().slug() + ".csv",
                "text/csv",
                () -> LeavingSentences.csv(leavings.latest(id()).orElseThrow()));
    }

    private void stay() {
        say(tools().run().stay(id()) ? "You stay. Nothing has changed." : "It has begun already.");
        reread();
    }
}
