package app.latchkey.operator.ui;

import app.latchkey.entitlement.ReasonWords;
import app.latchkey.identity.NotFound;
import app.latchkey.look.Act;
import app.latchkey.look.ChangeRow;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.StateChip;
import app.latchkey.look.Steps;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.AllowPins;
import app.latchkey.operator.CustomerChain;
import app.latchkey.operator.EndPins;
import app.latchkey.operator.GiveAccess;
import app.latchkey.operator.Sentences;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.CustomerDetail;
import app.latchkey.sync.CustomerDirectory;
import app.latchkey.sync.DoorLog;
import app.latchkey.sync.DoorQuestions;
import app.latchkey.sync.GiftRow;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.Subject;
import app.latchkey.sync.WaysIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can this person open the door; if not, why, and what is the smallest cure? */
@Route("spaces/:slug/customers/:customer")
@PermitAll
class CustomerView extends SpacePage {

    private static final int LATELY = 10;
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final transient CustomerDirectory directory;
    private final transient GiveAccess gifts;
    private final transient DoorLog log;
    private final transient EndPins endPins;
    private final transient AllowPins allowPins;
    private final transient Giving giving;
    private final transient DoorQuestions questions;
    private transient CustomerId customer = new CustomerId(1);
    private transient Optional<AccessGroupId> asked = Optional.empty();

    CustomerView(
            PageTools tools,
            CustomerDirectory directory,
            DoorQuestions questions,
            GiveAccess gifts,
            DoorLog log,
            EndPins endPins,
            AllowPins allowPins) {
        super(tools, "Customer");
        this.directory = directory;
        this.questions = questions;
        this.gifts = gifts;
        this.log = log;
        this.endPins = endPins;
        this.allowPins = allowPins;
        this.giving = new Giving(this, gifts);
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        customer = parameters
                .get("customer")
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(text -> new CustomerId(Long.parseLong(text)))
                .orElseThrow(NotFound::new);
        asked = first(event, "group").filter(text -> text.matches(UUID_FORM)).map(AccessGroupId::of);
        if (directory.detail(id(), customer).isEmpty()) {
            throw new NotFound();
        }
    }

    @Override
    List<Component> content() {
        CustomerDetail person = person();
        List<Component> all = new ArrayList<>();
        all.add(new Anchor(url("/customers"), "Customers"));
        Button again = new Act("Run for this person now", () -> {
            tools().run().again(id(), Subject.customer(customer));
            say("Looking again. This page changes by itself.");
        });
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setVisible(operates());
        Button give = new Act("Give access until…", () -> giving.ask(customer, name(person)));
        all.add(Sections.head(name(person), give, again));
        all.add(who(person));
        all.add(fix(person));
        all.add(chain(person));
        List<GiftRow> given = gifts.of(id(), customer);
        if (!given.isEmpty()) {
            all.add(Sections.section("Given by name", giving.standing(given)));
        }
        all.add(Sections.section("Should be, and is", groups(person.groups())));
        Div ways = new Div(WaysInTable.of(person, this));
        ways.addClassName("lk-stack");
        if (operates()) {
            if (person.saltoUser().isPresent() && person.ways().pin() == WaysIn.Pin.NOT_ALLOWED) {
                ways.add(new AllowPinCard(person, allowPins, this));
            }
            endPins.suspicion(id(), customer).ifPresent(found -> ways.add(new PinCard(person, found, endPins, this)));
        }
        all.add(Sections.section("Ways in", ways));
        all.add(Sections.section("What runs did", recent(person)));
        List<DoorLog.Event> events = log.of(id(), customer, LATELY);
        if (!events.isEmpty()) {
            all.add(Sections.section("At the doors", DoorEvents.rows(events, this)));
        }
        return all;
    }

    /** Of the group that was asked about, else of the one that is to be explained first. */
    private Component chain(CustomerDetail person) {
        Component others = DoorAnswerCard.others(questions.groups(id()), person, this);
        return asked.or(() -> CustomerChain.inQuestion(person).map(GroupStanding::group))
                .flatMap(group -> questions.ask(id(), customer, group))
                .map(answer -> Sections.section(
                        "From purchase to door: " + answer.names().group(),
                        DoorAnswerCard.of(person, answer, this),
                        others))
                .orElseGet(() -> Sections.section(
                        "From purchase to door", Sections.card(new Steps(CustomerChain.of(person, voice()))), others));
    }

    private CustomerDetail person() {
        return directory.detail(id(), customer).orElseThrow(NotFound::new);
    }

    private Fix fix(CustomerDetail person) {
        String sentence = CustomerChain.headline(person, voice());
        if (!CustomerChain.isStuck(person)) {
            return Fix.saying(CustomerChain.opensSomething(person) ? Tone.OPEN : Tone.CLOSED, sentence);
        }
        return CustomerChain.waitsForAnAnswer(person) && operates()
                ? Fix.withLink(Tone.WITHHELD, sentence, "Decide", url("/decisions"))
                : Fix.saying(Tone.WITHHELD, sentence);
    }

    private Component who(CustomerDetail person) {
        Span mail = new Span(person.email().map(EmailAddress::value).orElse("no e-mail in Nexudus"));
        Span number = new Span("Nexudus " + person.customer());
        number.addClassName("lk-mono");
        Div row = Sections.row(mail, number);
        row.addClassName("lk-quiet");
        person.readAt().ifPresent(at -> row.add(new Span(new Text("read "), TimeText.ago(at, now(), space().zone()))));
        return row;
    }

    private Component groups(List<GroupStanding> groups) {
        if (groups.isEmpty()) {
            return new EmptyState(
                    "No access group is, was or will be this person's. Nothing bought is matched to one.");
        }
        Table table =
                new Table("Access groups of this person", "Group", "State", "Since, until", "Because", "In Salto");
        groups.forEach(group -> table.row(
                Table.text(group.name()),
                StateChip.forOperator(Shown.of(group.state())),
                time(group),
                Table.text(why(group)),
                Table.text(inSalto(group))));
        return new Div(GroupLanes.of(groups, now(), space().zone(), voice()), table);
    }

    private Component time(GroupStanding group) {
        String words = Sentences.lasts(group.explanation(), voice());
        return words.isEmpty() ? Table.nothing() : Table.text(words);
    }

    private String why(GroupStanding group) {
        return group.reason()
                .map(reason -> ReasonWords.clause(reason, voice()))
                .orElseGet(() -> Sentences.becauses(group.because(), voice()));
    }

    private static String inSalto(GroupStanding group) {
        if (!group.in()) {
            return "no";
        }
        String whose = group.ours() ? "yes, ours" : "yes, by hand";
        return whose + group.sinceRun().map(run -> " since run " + run).orElse("");
    }

    private Component recent(CustomerDetail person) {
        if (person.recent().isEmpty()) {
            return new EmptyState("No run has changed anything for this person yet.");
        }
        Div rows = Sections.card();
        person.recent()
                .forEach(change -> rows.add(new ChangeRow(
                        Shown.of(change),
                        Sentences.change(change, voice()),
                        TimeText.ago(change.at(), now(), space().zone()))));
        return rows;
    }

    private static String name(CustomerDetail person) {
        return person.name().isBlank() ? "Without a name" : person.name();
    }
}
