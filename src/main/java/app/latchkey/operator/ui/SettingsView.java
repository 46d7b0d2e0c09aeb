package app.latchkey.operator.ui;

import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.look.Act;
import app.latchkey.look.Fix;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.nexudus.AccessAudit;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.operator.RuleSentences;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Wish;
import app.latchkey.sync.OverdueEnds;
import app.latchkey.sync.RuleEffects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** How should Latchkey behave here? What somebody types stands above and is never drawn anew. */
@Route("spaces/:slug/settings")
@PermitAll
class SettingsView extends SpacePage {

    private static final List<String> FIXED = List.of(
            "A suspended or archived customer has nothing, at once.",
            "A tentative booking, or one without a customer, opens nothing.",
            "A contract counts from its start date until its cancellation date, while it is active and not paused.",
            "When there are several reasons for one group, the last one ends it.",
            "Somebody else’s members in a group are shown and never touched.",
            "A new Salto user is made at the first due window, not at purchase.");

    private final transient ChangeSettings settings;
    private final transient RuleEffects effects;
    private final transient Connections connections;
    private final transient OverdueEnds overdue;

    SettingsView(
            PageTools tools,
            ChangeSettings settings,
            RuleEffects effects,
            Connections connections,
            OverdueEnds overdue) {
        super(tools, "Settings");
        this.settings = settings;
        this.effects = effects;
        this.connections = connections;
        this.overdue = overdue;
    }

    @Override
    List<Component> standing() {
        return List.of(
                Sections.head("Settings"),
                Sections.section("Rules", rules()),
                Sections.section("What Latchkey may do", mode()),
                Sections.section("Whom members call", contact()),
                Sections.section("Nexudus Passport", passport()),
                Sections.section("Mail in the morning", morning()),
                Sections.section("Problems in Nexudus", problems()),
                Sections.section("PINs", pins()),
                Sections.section("Check-ins", checkIns()));
    }

    @Override
    List<Component> content() {
        Div cards = new Div(connection(Partner.SALTO, "salto"), connection(Partner.NEXUDUS, "nexudus"));
        cards.addClassName("lk-cards");
        UnorderedList fixed = new UnorderedList();
        FIXED.forEach(rule -> fixed.add(new ListItem(rule)));
        return List.of(
                Sections.section("Stop everything", new FreezeCard(this, settings, overdue.of(id()))),
                Sections.section("Connections", cards),
                Sections.section("Leave", Sections.card(leaving())),
                Sections.section("Rules that hold for every space", Sections.card(fixed)));
    }

    private Component rules() {
        RulesForm form = new RulesForm(this, settings, effects);
        if (!space().decidedByNexudus()) {
            return form;
        }
        Div rules = new Div(
                Fix.saying(
                        Tone.NEXT,
                        "Nexudus decides what people may open here. Of these rules only the limits on changes and the idle seats have an effect."),
                form);
        rules.addClassName("lk-stack");
        return rules;
    }

    private Component leaving() {
        Anchor way = new Anchor(url("/leave"), "Leave Latchkey");
        return new Div(
                new Paragraph(
                        "You choose what becomes of everybody whom we let in: keep, end on a date, or take out now."),
                way);
    }

    private Component mode() {
        RadioButtonGroup<Mode> modes = new RadioButtonGroup<>("Mode", Mode.values());
        modes.setItemLabelGenerator(mode -> RuleSentences.name(mode) + ": " + RuleSentences.meaning(mode));
        modes.setValue(space().mode());
        modes.addThemeName("vertical");
        if (!space().active()) {
            return form(new Paragraph("You choose this at the end of the set-up."));
        }
        return form(modes, new Div(new Act("Change the mode", () -> confirm(modes.getValue()))));
    }

    private void confirm(Mode mode) {
        if (settings.read(id()).mode() == mode) {
            say("It is " + RuleSentences.name(mode) + " already.");
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Change to " + RuleSentences.name(mode) + "?");
        dialog.setText(RuleSentences.meaning(mode));
        dialog.setCancelable(true);
        dialog.setConfirmText("Change to " + RuleSentences.name(mode));
        dialog.addConfirmListener(event -> {
            settings.mode(id(), who(), mode);
            say("Changed. The next run follows it.");
        });
        dialog.open();
    }

    private Component contact() {
        ContactDetails known = space().contact();
        TextField phone = field("Phone", known.phone());
        TextField hours = field("When somebody answers", known.hours());
        TextField afterHours = field("After hours", known.afterHours());
        Button save = new Act("Save whom members call", () -> {
            settings.contact(
                    id(), who(), new ContactDetails(phone.getValue(), hours.getValue(), afterHours.getValue()));
            say("Saved. Members see it at a closed door.");
        });
        return form(phone, hours, afterHours, new Div(save));
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setWidthFull();
        field.setMaxLength(200);
        return field;
    }

    private Component passport() {
        Passport known = space().passport();
        Checkbox whiteLabel = new Checkbox("We have the white-label app", known.whiteLabel());
        Checkbox early = new Checkbox("We have used Passport since before June 2020", known.sinceBeforeJune2020());
        Button save = new Act("Save the Passport rule", () -> {
            settings.passport(id(), who(), new Passport(whiteLabel.getValue(), early.getValue()));
            say("Saved.");
        });
        return form(
                new Paragraph("Members are offered Passport as a way in only where one of these is so."),
                whiteLabel,
                early,
                new Div(save));
    }

    private Component morning() {
        return wish(
                Wish.MORNING_MAIL,
                "What happened overnight, and who arrives today with which access group: enough to let people in by hand,"
                        + " should Latchkey be away. Nothing is sent when there is nothing to say.",
                "Write to the team at 06:30",
                "Save the morning mail");
    }

    private Component problems() {
        return wish(
                Wish.TELL_NEXUDUS,
                "Whoever is entitled and cannot be let in stands in Nexudus's own access-control audit of that customer, and"
                        + " once more when it is solved. The integration user needs the right " + AccessAudit.RIGHT
                        + ". Besides a PIN and a check-in, where you ask for them, nothing else is ever written to your customers.",
                "Note them in Nexudus too",
                "Save where problems stand");
    }

    private Component pins() {
        return wish(
                Wish.PIN_TO_NEXUDUS,
                "Members whom Salto lets use a PIN make it themselves on their page; Salto chooses it and shows it once. In"
                        + " Nexudus everybody who may see the customer can read it there. The integration user needs the right"
                        + " Coworker-Update.",
                "Write new PINs to the customer in Nexudus",
                "Save where PINs stand");
    }

    private Component checkIns() {
        return wish(
                Wish.CHECK_IN_AT_DOOR,
                "Whoever opens a door on a day pass that nobody has checked in is checked in at Nexudus, once a day. The pass"
                        + " is used up by it, and Nexudus charges whoever pays as they go. The integration user needs the right"
                        + " Checkin-Create.",
                "Check people in when they first open a door",
                "Save how people are checked in");
    }

    private Component wish(Wish wish, String meaning, String label, String save) {
        if (wish != Wish.MORNING_MAIL && space().decidedByNexudus()) {
            return form(
                    new Paragraph("Nexudus decides here and calls us: we have no user there who could write this."));
        }
        Checkbox wanted = new Checkbox(label, settings.wants(id(), wish));
        Button button = new Act(save, () -> {
            settings.wish(id(), who(), wish, wanted.getValue());
            say("Saved.");
        });
        return form(new Paragraph(meaning), wanted, new Div(button));
    }

    private Component connection(Partner partner, String step) {
        return connections
                .of(id(), partner)
                .map(found -> card(partner, found, step))
                .orElseGet(() -> card(partner, StateChip.saying(State.NOT_KNOWN, "Not connected"), step, "Connect"));
    }

    private Component card(Partner partner, Connection found, String step) {
        Component card = card(partner, chip(found), step, found.isUsable() ? "Choose again" : "Sign in again");
        Div since = Sections.row(new Span("since"), TimeText.when(found.since(), now(), space().zone()));
        since.addClassName("lk-quiet");
        card.getElement().insertChild(2, since.getElement());
        return card;
    }

    private Component card(Partner partner, Component chip, String step, String link) {
        Span name = new Span(partner.title());
        name.addClassName("lk-h2");
        Div card = Sections.card(
                name, new Div(chip), new Div(new Anchor(url("/setup/" + step), link + ": " + partner.title())));
        card.addClassName("lk-stack");
        return card;
    }

    private static StateChip chip(Connection connection) {
        return switch (connection.state()) {
            case CONNECTED -> StateChip.saying(State.RIGHT, "Connected");
            case PARTNER_SILENT -> StateChip.saying(State.BEHIND, "Does not answer");
            case NEEDS_SIGN_IN -> StateChip.saying(State.STOPPED, "Needs signing in again");
            case ABSENT -> StateChip.saying(State.NOT_KNOWN, "Not connected");
        };
    }

    private static Div form(Component... parts) {
        Div form = Sections.card(parts);
        form.addClassNames("lk-stack", "lk-form");
        return form;
    }
}
