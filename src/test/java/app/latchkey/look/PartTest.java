package app.latchkey.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a second reading leaves alone, and what a press does that was under way meanwhile. */
class PartTest {

    private final List<String> done = new ArrayList<>();
    private List<String> names = List.of("Marta", "Iker");
    private boolean failing;

    @Test
    void whatReadsTheSameStaysTheSameElement() {
        Part part = new Part(this::page);
        Element button = first(part, Act.class).getElement();
        part.refresh();
        assertThat(first(part, Act.class).getElement()).isEqualTo(button);
        names = List.of("Marta", "Noor", "Iker");
        part.refresh();
        assertThat(first(part, Act.class).getElement()).isEqualTo(button);
        assertThat(rows(part)).containsExactly("3 people", "Marta", "Noor", "Iker");
    }

    @Test
    void everyPageBecomesTheNextOne() {
        Part part = new Part(this::page);
        List<List<String>> all = List.of(
                List.of(), List.of("A"), List.of("B"), List.of("A", "B"), List.of("B", "A"), List.of("A", "B", "C"));
        for (List<String> one : all) {
            for (List<String> other : all) {
                names = one;
                part.reread();
                names = other;
                part.refresh();
                assertThat(part.getElement().getOuterHTML().replaceAll(" data-offer=\"\\d+\"", ""))
                        .as("%s after %s", other, one)
                        .isEqualTo(new Part(this::page)
                                .getElement()
                                .getOuterHTML()
                                .replaceAll(" data-offer=\"\\d+\"", ""));
            }
        }
    }

    /** A new headline and a new line below it come at once, often while somebody presses. */
    @Test
    void aButtonStaysBesideWordsThatChangeWhenSomethingElseComesToo() {
        Part part = new Part(() -> {
            Div page = new Div(new Div(new Span(names.toString()), new Act("Pause", () -> done.add("paused"))));
            names.stream().skip(2).map(Span::new).forEach(page::add);
            page.add(new Div(new Span("Customers " + names.size())));
            return page;
        });
        Act pause = first(part, Act.class);
        names = List.of("Marta", "Iker", "Noor");
        part.refresh();
        assertThat(first(part, Act.class)).isSameAs(pause);
        assertThat(all(part).filter(Span.class::isInstance).map(span -> ((Span) span).getText()))
                .containsExactly("[Marta, Iker, Noor]", "Noor", "Customers 3");
        names = List.of();
        part.refresh();
        assertThat(first(part, Act.class)).isSameAs(pause);
        assertThat(all(part).filter(Span.class::isInstance).map(span -> ((Span) span).getText()))
                .containsExactly("[]", "Customers 0");
    }

    @Test
    void aPressDoesWhatWasOfferedWhenItWasPressed() {
        Part part = new Part(this::page);
        Act letIn = first(part, Act.class);
        String seen = letIn.getElement().getAttribute(Act.OFFER);
        names = List.of("Marta", "Noor");
        part.refresh();
        letIn.press(seen);
        letIn.press(letIn.getElement().getAttribute(Act.OFFER));
        assertThat(done).containsExactly("[Marta, Iker]", "[Marta, Noor]");
    }

    @Test
    void aPressOfARowStaysWithItsRow() {
        Part part = new Part(this::page);
        Act marta = acts(part).get(1);
        String seen = marta.getElement().getAttribute(Act.OFFER);
        names = List.of("Aaron", "Marta", "Iker");
        part.refresh();
        assertThat(acts(part).get(2)).isSameAs(marta);
        marta.press(seen);
        assertThat(done).containsExactly("out Marta");
    }

    @Test
    void anOrdinaryButtonIsDrawnAnew() {
        Part part = new Part(() -> new Div(new Button("Look", event -> {})));
        Button before = first(part, Button.class);
        part.refresh();
        assertThat(first(part, Button.class)).isNotSameAs(before);
    }

    @Test
    void whatSomebodyFilledInStaysWhileItsFormReadsTheSame() {
        Part part = new Part(() -> new Div(new Span(names.toString()), form("Reason")));
        TextField field = first(part, TextField.class);
        field.setValue("lost tag");
        names = List.of();
        part.refresh();
        assertThat(first(part, TextField.class)).isSameAs(field);
        acts(part).getFirst().press("0");
        assertThat(done).containsExactly("lost tag");
    }

    @Test
    void anAgeGoesOnAndTakesNothingWithIt() {
        Instant bought = Instant.parse("2026-05-09T12:00:00Z");
        AtomicInteger seconds = new AtomicInteger(1);
        Part part = new Part(() -> {
            Instant now = bought.plusSeconds(seconds.getAndAdd(70));
            return new Div(
                    form("Reason"),
                    TimeText.ago(bought, now, ZoneOffset.UTC),
                    new Freshness("Read").heard(bought, now));
        });
        List<Component> before = all(part).toList();
        first(part, TextField.class).setValue("lost tag");
        part.refresh();
        assertThat(all(part)).containsExactlyElementsOf(before);
        assertThat(first(part, TimeText.class).getElement().getAttribute("data-age"))
                .isEqualTo("71000");
        assertThat(first(part, Freshness.class).getElement().getProperty("reading"))
                .isEqualTo("71000|2");
    }

    @Test
    void anAgeThatBecomesADateIsDrawnAnew() {
        Instant bought = Instant.parse("2026-05-09T12:00:00Z");
        AtomicInteger hours = new AtomicInteger(1);
        Part part = new Part(() ->
                new Div(TimeText.ago(bought, bought.plus(Duration.ofHours(hours.getAndAdd(24))), ZoneOffset.UTC)));
        part.refresh();
        assertThat(first(part, TimeText.class).getElement().hasAttribute("data-age"))
                .isFalse();
    }

    @Test
    void aPageWithAFieldOfItsOwnIsDrawnAsAWhole() {
        Part part = new Part(() -> {
            TextField reason = new TextField("Reason");
            return new Div(new Span(names.toString()), reason, new Act("Give", () -> done.add(reason.getValue())));
        });
        names = List.of();
        part.refresh();
        first(part, TextField.class).setValue("lost tag");
        acts(part).getFirst().press("0");
        assertThat(done).containsExactly("lost tag");
    }

    @Test
    void aFormThatAsksOtherwiseComesAnewWithItsButton() {
        Part part = new Part(() -> new Div(form("Reason of " + names.size())));
        first(part, TextField.class).setValue("lost tag");
        names = List.of();
        part.refresh();
        acts(part).getFirst().press("0");
        assertThat(done).containsExactly("");
    }

    @Test
    void whatWasDoneHereDrawsEverythingAnew() {
        Part part = new Part(this::page);
        Act before = first(part, Act.class);
        part.reread();
        assertThat(first(part, Act.class)).isNotSameAs(before);
    }

    @Test
    void aFailureLeavesWhatWasReadAndGoesWithTheNextReading() {
        Part part = new Part(this::page);
        failing = true;
        part.refresh();
        assertThat(part.getElement().getTextRecursively()).contains("could not be read", "2 people");
        failing = false;
        part.refresh();
        assertThat(part.getElement().getTextRecursively()).doesNotContain("could not be read");
        assertThat(rows(part)).containsExactly("2 people", "Marta", "Iker");
    }

    private Component page() {
        if (failing) {
            throw new IllegalStateException("away");
        }
        List<String> seen = names;
        Div head =
                new Div(new H1(seen.size() + " people"), new Div(new Act("Let in", () -> done.add(seen.toString()))));
        Section list = new Section();
        seen.forEach(name ->
                list.add(new Div(new Anchor("/" + name, name), new Act("Take out", () -> done.add("out " + name)))));
        return new Div(head, list);
    }

    private Component form(String label) {
        return new Giving(label, done);
    }

    /** A component of ours with a field of its own. */
    private static final class Giving extends Div {

        Giving(String label, List<String> done) {
            TextField reason = new TextField(label);
            add(reason, new Checkbox("Sure"), new Act("Give", () -> done.add(reason.getValue())));
        }
    }

    private static List<String> rows(Part part) {
        return all(part)
                .filter(one -> one instanceof H1 || one instanceof Anchor)
                .map(one -> one.getElement().getText())
                .toList();
    }

    private static List<Act> acts(Part part) {
        return all(part).filter(Act.class::isInstance).map(Act.class::cast).toList();
    }

    private static <T extends Component> T first(Part part, Class<T> type) {
        return all(part).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Component from) {
        return Stream.concat(Stream.of(from), from.getChildren().flatMap(PartTest::all));
    }
}
