package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.matching.GroupsTaken;
import app.latchkey.operator.EditMatches;
import app.latchkey.operator.MatchSheet;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.MatchPublishing;
import app.latchkey.sync.MatchPublishing.Published;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the draft would change, at the foot of the page, with the ways to see it, drop it and publish it. */
final class MatchDraftBar {

    private final SpacePage page;
    private final EditMatches matches;
    private final MatchPublishing publishing;
    private final Runnable drafted;
    private boolean previewing;

    /** @param drafted draws what shows the draft besides the list */
    MatchDraftBar(SpacePage page, EditMatches matches, MatchPublishing publishing, Runnable drafted) {
        this.page = page;
        this.matches = matches;
        this.publishing = publishing;
        this.drafted = drafted;
    }

    /** Nothing without a draft. */
    List<Component> draw(MatchSheet sheet) {
        if (sheet.changes() == 0) {
            previewing = false;
            return List.of();
        }
        MatchPreview preview = publishing.preview(page.id(), sheet.wanted());
        List<Component> parts = new ArrayList<>();
        if (previewing) {
            parts.add(new MatchPreviewList(preview.losses(), preview.gains(), page));
        }
        parts.add(bar(sheet, preview));
        return parts;
    }

    private Component bar(MatchSheet sheet, MatchPreview preview) {
        Paragraph words = new Paragraph("Draft: %s · %s".formatted(changes(sheet), effect(preview)));
        words.getElement().setAttribute("role", "status");
        Button show = new Act(previewing ? "Hide the preview" : "Preview", () -> {
            previewing = !previewing;
            page.reread();
        });
        Button discard = new Act("Discard", () -> {
            matches.discard(page.id());
            drafted.run();
            page.reread();
        });
        Button publish = new Act("Publish " + changes(sheet), () -> confirm(sheet, preview));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        Div bar = new Div(words, Sections.row(show, discard, publish));
        bar.addClassNames("lk-card", "lk-row", "lk-spread", "lk-foot");
        return bar;
    }

    private void confirm(MatchSheet sheet, MatchPreview preview) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Publish %s?".formatted(changes(sheet)));
        dialog.setText(
                "%s. %s This reaches doors at once.".formatted(capital(effect(preview)), names(preview.losses())));
        dialog.setCancelable(true);
        dialog.setConfirmText("Publish " + changes(sheet));
        dialog.addConfirmListener(event -> publish(sheet, preview));
        dialog.open();
    }

    private void publish(MatchSheet sheet, MatchPreview seen) {
        try {
            SpacePage.say(
                    switch (page.tools().run().publish(page.id(), sheet.wanted(), seen)) {
                        case Published.Done done -> "Version %d holds now. Doors follow.".formatted(done.version());
                        case Published.Changed _ ->
                            "Something changed since you looked. Nothing was published; look again.";
                        case Published.Elsewhere _ -> "Published elsewhere meanwhile. Your draft is kept; look again.";
                    });
        } catch (GroupsTaken taken) {
            SpacePage.say("Taken by another space meanwhile: %s. Nothing was published."
                    .formatted(taken.groups().stream().map(sheet::name).collect(Collectors.joining(", "))));
        }
        drafted.run();
        page.reread();
    }

    private static String changes(MatchSheet sheet) {
        return sheet.changes() == 1 ? "1 change" : sheet.changes() + " changes";
    }

    /** "12 gain, 2 lose, 1 booking running". */
    static String effect(MatchPreview preview) {
        String running = switch (preview.running()) {
            case 0 -> "";
            case 1 -> ", 1 booking running";
            default -> ", %d bookings running".formatted(preview.running());
        };
        return "%d gain, %d lose%s"
                .formatted(preview.gains().size(), preview.losses().size(), running);
    }

    private static String names(List<MatchPreview.Line> losses) {
        String names = losses.stream()
                .limit(5)
                .map(line -> line.name() + " loses " + line.group())
                .collect(Collectors.joining("; "));
        int more = losses.size() - 5;
        return names.isEmpty() ? "Nobody loses access." : names + (more > 0 ? " and %d more.".formatted(more) : ".");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
