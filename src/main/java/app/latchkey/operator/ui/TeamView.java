package app.latchkey.operator.ui;

import app.latchkey.identity.Team;
import app.latchkey.identity.Team.Changed;
import app.latchkey.identity.TeamMember;
import app.latchkey.look.Act;
import app.latchkey.look.Fix;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.TeamRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** Who may do what here? */
@Route("spaces/:slug/team")
@PermitAll
class TeamView extends SpacePage {

    private final transient Team team;

    TeamView(PageTools tools, Team team) {
        super(tools, "Team");
        this.team = team;
    }

    @Override
    List<Component> standing() {
        return List.of(Sections.head("Team"), Sections.section("Invite", invitation()));
    }

    @Override
    List<Component> content() {
        return draw(team.of(id()));
    }

    List<Component> draw(List<TeamMember> members) {
        List<Component> all = new ArrayList<>();
        if (members.stream().filter(member -> member.role().operates()).count() == 1) {
            all.add(Fix.saying(
                    Tone.WITHHELD, "If you leave, nobody can sign in to Salto again. Invite a second person."));
        }
        Table table = new Table("Team", "Person", "Role", "Second factor", "Last seen", "");
        members.forEach(member -> table.row(
                Table.text(member.email().value()),
                Table.text(name(member.role())),
                member.secondFactor()
                        ? StateChip.saying(State.RIGHT, "Set up")
                        : StateChip.saying(State.NOT_KNOWN, "Not yet"),
                member.lastSeen()
                        .<Component>map(at -> TimeText.ago(at, now(), space().zone()))
                        .orElseGet(() -> Table.text("Invited, not here yet")),
                remove(member)));
        all.add(table);
        return all;
    }

    private Component invitation() {
        EmailField email = new EmailField("E-mail");
        email.setWidthFull();
        RadioButtonGroup<TeamRole> role =
                new RadioButtonGroup<>("Role", TeamRole.OPERATOR, TeamRole.FRONT_DESK, TeamRole.OWNER);
        role.setItemLabelGenerator(one -> name(one) + ": " + meaning(one));
        role.setValue(TeamRole.OPERATOR);
        role.addThemeName("vertical");
        Button invite = new Act("Invite", () -> {
            if (EmailAddress.parse(email.getValue()).isEmpty()) {
                email.setErrorMessage("This is no e-mail address.");
                email.setInvalid(true);
                return;
            }
            EmailAddress address = EmailAddress.parse(email.getValue()).orElseThrow();
            answer(team.invite(space(), tools().user().get(), address, role.getValue()), "Invited: " + address);
        });
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = Sections.card(email, role, new Div(invite));
        form.addClassNames("lk-stack", "lk-form");
        return form;
    }

    private Component remove(TeamMember member) {
        Button remove = new Act("Remove", () -> confirm(member));
        remove.setAriaLabel("Remove " + member.email());
        return remove;
    }

    private void confirm(TeamMember member) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Remove " + member.email() + "?");
        dialog.setText("They no longer see " + space().name() + ". Doors stay as they are.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Remove from the team");
        dialog.addConfirmListener(event ->
                answer(team.remove(space(), tools().user().get(), member.account()), "Removed: " + member.email()));
        dialog.open();
    }

    private void answer(Changed changed, String done) {
        say(
                switch (changed) {
                    case DONE -> done;
                    case OWNERS_ONLY -> "Only an owner changes owners.";
                    case LAST_OWNER -> "A space keeps at least one owner. Make somebody else owner first.";
                });
        reread();
    }

    static String name(TeamRole role) {
        return switch (role) {
            case OWNER -> "Owner";
            case OPERATOR -> "Operator";
            case FRONT_DESK -> "Front desk";
        };
    }

    private static String meaning(TeamRole role) {
        return switch (role) {
            case OWNER -> "everything, also who else is owner";
            case OPERATOR -> "everything but changing owners";
            case FRONT_DESK -> "sees, and gives access until the end of today";
        };
    }
}
