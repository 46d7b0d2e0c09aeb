package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.nexudus.Customer;
import app.latchkey.operator.DecidePeople;
import app.latchkey.operator.DecidePeople.Choice;
import app.latchkey.operator.DecidePeople.Decided;
import app.latchkey.operator.Sentences;
import app.latchkey.people.WhoIsWho;
import app.latchkey.salto.SaltoUser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Several people with one e-mail address, side by side, and the choices with what each does. None is the default. */
class WhoIsWhoCard extends Div {

    private final SpacePage page;
    private final transient DecidePeople people;
    private final transient WhoIsWho question;

    WhoIsWhoCard(SpacePage page, DecidePeople people, WhoIsWho question) {
        this.page = page;
        this.people = people;
        this.question = question;
        addClassNames("lk-card", "lk-stack");
        Div sides = new Div();
        sides.addClassName("lk-cards");
        question.customers().forEach(customer -> sides.add(side(customer)));
        question.users().forEach(user -> sides.add(side(user)));
        add(new H2(title()), new Paragraph("E-mail: " + question.email()), sides, choices());
        add(Sections.row(Later.button(page, key(question))));
    }

    static String key(WhoIsWho question) {
        return "people:" + question.email();
    }

    private String title() {
        return question.customers().size() > 1
                ? "Are these the same person?"
                : "Which Salto user is %s?"
                        .formatted(question.customers().getFirst().fullName());
    }

    private Component side(Customer customer) {
        Anchor name = new Anchor(page.url("/customers/" + customer.id()), customer.fullName());
        Div side = new Div(new H3(name), quiet("Nexudus " + customer.id()), new Span(bought(customer)));
        if (question.linked().contains(customer)) {
            side.add(quiet("linked to a Salto user already"));
        }
        if (!customer.active()) {
            side.add(quiet("inactive in Nexudus"));
        }
        side.addClassNames("lk-stack", "lk-side");
        return side;
    }

    private String bought(Customer customer) {
        String because = Sentences.becauses(
                people.earned(page.id(), customer).stream().limit(3).toList(), page.voice());
        return because.isEmpty() ? "nothing bought that opens a door" : because;
    }

    private Component side(SaltoUser user) {
        String key = user.tagNumber().map(tag -> "tag " + tag).orElse("no tag");
        List<String> groups = people.groups(page.id(), user);
        Div side = new Div(
                new H3(user.name()),
                quiet("Salto user " + ending(user)),
                new Span(key
                        + (user.hasProfile() ? ", has the app" : ", app not accepted")
                        + (user.blocked() ? ", blocked" : "")
                        + (user.expired(page.voice().now()).isPresent() ? ", expired" : "")),
                new Span(groups.isEmpty() ? "in no access group of ours" : "in " + String.join(", ", groups)));
        side.addClassNames("lk-stack", "lk-side");
        return side;
    }

    /** What tells two of one name apart. */
    private static String ending(SaltoUser user) {
        String id = user.platformUser().toString();
        return "··" + id.substring(id.length() - 4);
    }

    private Component choices() {
        Div choices = new Div();
        choices.addClassName("lk-stack");
        if (question.customers().size() == 1) {
            question.users().stream()
                    .filter(user -> !user.isPrivileged())
                    .forEach(user -> choices.add(choice(
                            "It is %s%s"
                                    .formatted(
                                            user.name(),
                                            user.tagNumber()
                                                    .map(tag -> ", tag " + tag)
                                                    .orElse("")),
                            "What they bought opens for this Salto user.",
                            new Choice.Is(user))));
            return choices;
        }
        choices.add(
                choice("The same person", "What any of them buys opens for one Salto user.", new Choice.AllTheSame()));
        List<Customer> whose = question.linked().isEmpty() ? question.customers() : question.linked();
        whose.forEach(customer -> choices.add(choice(
                "Only %s has this e-mail".formatted(customer.fullName()),
                "The others open nothing until they have an e-mail of their own in Nexudus.",
                new Choice.Only(customer))));
        return choices;
    }

    private Component choice(String label, String consequence, Choice choice) {
        return Sections.row(new Act(label, () -> decide(choice)), quiet(consequence));
    }

    private void decide(Choice choice) {
        String who = page.tools().user().get().getName();
        SpacePage.say(
                switch (people.decide(page.id(), question, choice, who)) {
                    case Decided.Done _ -> "Decided. Doors follow within a minute.";
                    case Decided.Changed _ -> "Changed since you opened it; look again.";
                    case Decided.Already already ->
                        "Already decided by %s at %s."
                                .formatted(
                                        already.by(),
                                        PageTime.when(
                                                already.at(),
                                                page.now(),
                                                page.space().zone()));
                });
        page.reread();
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("lk-quiet");
        return span;
    }
}
