package app.latchkey.onboarding.ui;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.look.EmptyState;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.PageTime;
import app.latchkey.look.Tone;
import app.latchkey.matching.GroupsTaken;
import app.latchkey.onboarding.ChooseMatches;
import app.latchkey.onboarding.ConnectCustomAcs;
import app.latchkey.onboarding.MatchRow;
import app.latchkey.onboarding.MatchTable;
import app.latchkey.salto.Lock;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.space.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Step 3: which purchase opens which doors? */
@Route(value = "spaces/:slug/setup/match", layout = SetupLayout.class)
@PermitAll
@JavaScript("context://parts/match-keys.js")
class MatchView extends SetupView {

    private static final String LOCKS_KNOW_SOON = "Its locks know the new schedule within about four minutes.";

    private final transient ChooseMatches matches;
    private final transient ConnectCustomAcs acs;
    private final Working working = new Working();
    private final Working acting = new Working();
    private final Div meanwhile = new Div();
    private final Div foot = foot();
    private final Div message = new Div();
    private transient Optional<MatchList> list = Optional.empty();
    private MatchFilter filter = MatchFilter.ALL;

    MatchView(SetupTools tools, ChooseMatches matches, ConnectCustomAcs acs) {
        super(
                tools,
                SetupStep.MATCH,
                "Which purchase opens which doors?",
                "Nexudus knows what people bought, Salto knows doors. Only you know which belongs to which."
                        + " What you leave unmatched opens nothing, which is fine.");
        this.matches = matches;
        this.acs = acs;
    }

    @Override
    void fill(Div content, Location location) {
        if (space().decidedByNexudus()) {
            content.add(new DecidedGroups(acs.standing(id())), decidedFoot());
            return;
        }
        filter = MatchFilter.named(
                location.getQueryParameters().getSingleParameter("show").orElse(""));
        LiveRefresh lookout = new LiveRefresh(this::lookForGroups, LiveRefresh.News.none());
        lookout.getElement().setAttribute("every", "60");
        content.add(acting, working, lookout);
        load();
    }

    private Component decidedFoot() {
        Button again = new Button("Look again", event -> redraw());
        Button proceed = new Button("Continue", event -> {
            acs.goOn(id());
            goTo(SetupStep.REVIEW);
        });
        proceed.addThemeVariants(ButtonVariant.PRIMARY);
        return foot(again, proceed);
    }

    private void load() {
        working.show(
                "Reading items from Nexudus and access groups from Salto…",
                () -> matches.load(id(), user()),
                this::draw,
                this::trouble);
    }

    /** One group for each item, named as the item; what could not be made can be tried again. */
    private void makeAll(MatchTable loaded) {
        acting.doing(
                "Making access groups in Salto…",
                () -> matches.makeGroups(id(), loaded.rows(), user()),
                made -> {
                    load();
                    return Trouble.saying(
                            Tone.NEXT,
                            "%d access groups made. Add their doors in Salto, then look again.".formatted(made),
                            salto(),
                            lookAgain());
                },
                this::cannotMake);
    }

    private void ask(MatchRow row, List<Lock> doors) {
        new GroupDialog(row.item().name(), doors, chosen -> make(row, chosen)).open();
    }

    private void make(MatchRow row, List<Lock> doors) {
        String name = row.item().name();
        acting.doing(
                "Making the access group %s in Salto…".formatted(name),
                () -> matches.makeGroup(id(), row, doors, user()),
                withDoors -> {
                    load();
                    return made(name, names(doors), withDoors);
                },
                (failure, again) -> cannotMake(failure, again, new GroupSteps(name, names(doors))));
    }

    private Component made(String name, List<String> doors, boolean withDoors) {
        if (withDoors && !doors.isEmpty()) {
            return Trouble.saying(
                    Tone.OPEN,
                    "The access group %s is made. It always counts and opens %s. %s"
                            .formatted(name, String.join(", ", doors), LOCKS_KNOW_SOON));
        }
        return Trouble.saying(
                withDoors ? Tone.NEXT : Tone.WITHHELD,
                withDoors
                        ? "The access group %s is made and always counts. Add its doors in Salto, then look again."
                                .formatted(name)
                        : "The access group %s is made, but this login may not add doors. Add them in Salto: %s."
                                .formatted(name, String.join(", ", doors)),
                salto(),
                lookAgain());
    }

    private static List<String> names(List<Lock> doors) {
        return doors.stream().map(Lock::name).toList();
    }

    private void openAlways(AccessGroupId group) {
        acting.doing(
                "Setting the schedule in Salto…",
                () -> matches.openAlways(id(), group, user()),
                done -> {
                    load();
                    return Trouble.saying(Tone.OPEN, "The schedule is set in Salto. " + LOCKS_KNOW_SOON);
                },
                this::cannotMake);
    }

    private Button lookAgain() {
        return new Button("Look again", event -> {
            acting.removeAll();
            load();
        });
    }

    private Component cannotMake(PartnerFailure failure, Runnable again) {
        return cannotMake(failure, again, new GroupSteps("its name", List.of()));
    }

    /** Where we may not, the steps for whoever may. */
    private Component cannotMake(PartnerFailure failure, Runnable again, GroupSteps steps) {
        if (!failure.is(Category.RIGHT_MISSING)) {
            return trouble(failure, again);
        }
        Div said = Trouble.saying(
                Tone.WITHHELD, "This login may not change groups in Salto. In Salto, by hand:", salto(), lookAgain());
        said.addComponentAtIndex(1, steps);
        return said;
    }

    /** Groups made in Salto while this page is open; nothing moves until somebody asks to see them. */
    private void lookForGroups() {
        list.map(MatchList::table).ifPresent(this::lookForGroups);
    }

    private void lookForGroups(MatchTable shownNow) {
        UI ui = UI.getCurrentOrThrow();
        Working.quietly(
                ui,
                () -> matches.newGroups(id(), shownNow),
                fresh -> {
                    meanwhile.removeAll();
                    if (fresh > 0) {
                        meanwhile.add(new Button(
                                "%d new group%s · Show".formatted(fresh, fresh == 1 ? "" : "s"), event -> load()));
                    }
                },
                failure -> {
                    meanwhile.removeAll();
                    meanwhile.add(Trouble.saying(
                            Tone.WITHHELD,
                            "Salto's groups are from %s; reading failed since."
                                    .formatted(PageTime.clock(shownNow.readAt(), space().zone()))));
                });
    }

    private Component draw(MatchTable loaded) {
        if (loaded.rows().isEmpty()) {
            return new EmptyState("Nexudus lists no pass, room, desk or office at this location yet.")
                    .withButton("Look again", this::load);
        }
        if (loaded.groups().groups().isEmpty()) {
            return new NoGroups(loaded.rows().size(), () -> makeAll(loaded), this::load, salto());
        }
        MatchList items = new MatchList(loaded, filter, new Deeds(), this::keepInAddress);
        list = Optional.of(items);
        drawFoot(items);
        Button again = new Button("Look for new groups in Salto", event -> load());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        Div drawn = new Div(meanwhile, items, again, message, foot);
        drawn.addClassName("lk-stack");
        return drawn;
    }

    private void keepInAddress(MatchFilter chosen) {
        filter = chosen;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, "spaces/%s/setup/match?show=%s".formatted(space().slug(), chosen.address())));
    }

    private void drawFoot(MatchList items) {
        foot.removeAll();
        long matched = items.table().matched();
        Paragraph words = new Paragraph("%d of %d items matched. The rest open nothing, which is fine."
                .formatted(matched, items.table().rows().size()));
        words.getElement().setAttribute("role", "status");
        Button proceed = new Button(
                "Continue with %d match%s".formatted(matched, matched == 1 ? "" : "es"),
                event -> publish(items.table()));
        proceed.addThemeVariants(ButtonVariant.PRIMARY);
        foot.add(words, proceed);
    }

    private void publish(MatchTable chosen) {
        message.removeAll();
        try {
            goTo(matches.publish(space(), chosen, user()) ? SetupStep.REVIEW : SetupStep.MATCH);
        } catch (GroupsTaken taken) {
            message.add(Trouble.saying(
                    Tone.STOPPED,
                    "Taken by another space meanwhile: %s. Nothing was saved; choose another group."
                            .formatted(String.join(
                                    ", ",
                                    taken.groups().stream()
                                            .map(chosen.groups()::name)
                                            .toList())),
                    new Button("Look again", event -> load())));
        }
    }

    /** Each choice is saved at once. */
    private final class Deeds implements MatchItem.Choice {

        @Override
        public void made(ItemId item, Set<AccessGroupId> groups) {
            matches.choose(id(), item, groups);
            list.ifPresent(MatchView.this::drawFoot);
        }

        @Override
        public void groupWanted(MatchRow row) {
            list.ifPresent(known -> ask(row, known.table().doors()));
        }

        @Override
        public void alwaysWanted(AccessGroupId group) {
            openAlways(group);
        }
    }
}
