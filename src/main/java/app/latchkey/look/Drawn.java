package app.latchkey.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.HasLazyDataView;
import com.vaadin.flow.data.provider.HasListDataView;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was drawn, remembered as it was drawn, so that a second drawing replaces only what reads otherwise. What reads the same stays the same
 * element: the keyboard's place, what is unfolded, and what somebody has typed or ticked there stay too.
 *
 * @param own tag, attributes and properties of the element itself
 * @param whole {@code own} and that of everything inside
 * @param form whether somebody can fill in something inside; then it stays or goes as one, for its buttons read its fields
 * @param open whether a button outside may read what is filled in here; the fields of a component of ours are its own
 */
record Drawn(Element element, String own, String whole, boolean form, boolean open, List<Drawn> inside) {

    static Drawn of(Component component) {
        return of(component.getElement());
    }

    private static Drawn of(Element element) {
        if (element.isTextNode()) {
            return new Drawn(element, element.getText(), element.getText(), false, false, List.of());
        }
        if (element.getComponent().orElse(null) instanceof Counting counting) {
            String about = element.getTag() + counting.about();
            return new Drawn(element, about, about, false, false, List.of());
        }
        List<Drawn> inside = element.getChildren().map(Drawn::of).toList();
        String own = own(element);
        String whole =
                own + inside.stream().map(Drawn::whole).collect(Collectors.joining("\u0001", "\u0002", "\u0003"));
        boolean field =
                element.getComponent().filter(HasValue.class::isInstance).isPresent();
        boolean open = field || frame(element) && inside.stream().anyMatch(Drawn::open);
        boolean form = open || inside.stream().anyMatch(Drawn::open);
        return new Drawn(element, own, whole, form, open, inside);
    }

    private static String own(Element element) {
        Stream<String> attributes = element.getAttributeNames()
                .filter(name -> !name.equals(Act.OFFER))
                .sorted()
                .map(name -> name + "=" + element.getAttribute(name));
        Stream<String> properties =
                element.getPropertyNames().sorted().map(name -> name + ":" + element.getPropertyRaw(name));
        return Stream.of(
                        Stream.of(
                                element.getTag(),
                                String.valueOf(element.isVisible()),
                                String.valueOf(element.isEnabled()),
                                element.getComponent().map(Drawn::held).orElse("")),
                        attributes,
                        properties)
                .flatMap(each -> each)
                .collect(Collectors.joining("\u0000"));
    }

    /** What a component shows that does not stand in its element; of what only a component itself knows, no two are alike. */
    private static String held(Component component) {
        return switch (component) {
            case Act _ -> "";
            case Button _ -> UUID.randomUUID().toString();
            case HasLazyDataView<?, ?, ?> _ -> UUID.randomUUID().toString();
            case HasListDataView<?, ?> list ->
                list.getListDataView().getItems().map(String::valueOf).collect(Collectors.joining("\u0001"));
            default -> "";
        };
    }

    /** Draws the other one over this one, which stands in a page: answers what stands there now, or nothing where the two have too little in common. */
    Optional<Drawn> over(Drawn fresh) {
        if (whole.equals(fresh.whole)) {
            takeOver(fresh, form);
            return Optional.of(this);
        }
        if (!isLike(fresh)) {
            return Optional.empty();
        }
        List<Drawn> merged = merged(fresh.inside);
        return Optional.of(new Drawn(element, fresh.own, fresh.whole, false, false, merged));
    }

    /** Whether it holds nothing but what is inside it. Our own components may know more of what they hold; they stay or go as one. */
    private static boolean frame(Element element) {
        return element.getComponent()
                .filter(component -> component instanceof Part
                        || component instanceof HtmlContainer
                                && component.getClass().getPackage().equals(Div.class.getPackage()))
                .isPresent();
    }

    /** Ages go on in a form too; its buttons go on reading its own fields. */
    private void takeOver(Drawn fresh, boolean inForm) {
        Component mine = element.getComponent().orElse(null);
        Component theirs = fresh.element.getComponent().orElse(null);
        if (mine instanceof Counting counting && theirs instanceof Counting newer) {
            counting.goOn(newer);
        } else if (mine instanceof Act act && theirs instanceof Act newer && !inForm) {
            act.takeOver(newer);
        }
        for (int i = 0; i < inside.size(); i++) {
            inside.get(i).takeOver(fresh.inside.get(i), inForm || form);
        }
    }

    /**
     * What reads the same stays. Between two that stay, as many as before are drawn over one by one; otherwise those that only read otherwise are
     * drawn over where they stand, and beside them what was goes and what is fresh comes.
     */
    private List<Drawn> merged(List<Drawn> fresh) {
        return aligned(inside, fresh, 0, (one, other) -> one.whole.equals(other.whole), this::between);
    }

    /** How what stands from a place on is replaced by what is fresh: answers what stands there then. */
    private interface Replacing {
        List<Drawn> replaced(List<Drawn> old, List<Drawn> fresh, int at);
    }

    /** Draws the fresh ones over those that go with them, in the order of both, and replaces what stands between those. */
    private List<Drawn> aligned(
            List<Drawn> old, List<Drawn> fresh, int at, BiPredicate<Drawn, Drawn> together, Replacing between) {
        List<Drawn> now = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Pair pair : pairs(old, fresh, together)) {
            now.addAll(between.replaced(
                    old.subList(before, pair.old()), fresh.subList(after, pair.fresh()), at + now.size()));
            now.add(old.get(pair.old()).over(fresh.get(pair.fresh())).orElseThrow());
            before = pair.old() + 1;
            after = pair.fresh() + 1;
        }
        now.addAll(
                between.replaced(old.subList(before, old.size()), fresh.subList(after, fresh.size()), at + now.size()));
        return now;
    }

    private List<Drawn> between(List<Drawn> old, List<Drawn> fresh, int at) {
        if (old.size() != fresh.size()) {
            return aligned(old, fresh, at, Drawn::isLike, this::exchanged);
        }
        List<Drawn> now = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Optional<Drawn> kept = old.get(i).over(fresh.get(i));
            if (kept.isEmpty()) {
                old.get(i).element.removeFromParent();
                come(fresh.get(i), at + i);
            }
            now.add(kept.orElse(fresh.get(i)));
        }
        return now;
    }

    private List<Drawn> exchanged(List<Drawn> old, List<Drawn> fresh, int at) {
        old.forEach(gone -> gone.element.removeFromParent());
        for (int i = 0; i < fresh.size(); i++) {
            come(fresh.get(i), at + i);
        }
        return fresh;
    }

    /** Whether the other one can be drawn over this one. */
    private boolean isLike(Drawn fresh) {
        return frame(element) && frame(fresh.element) && !form && !fresh.form && own.equals(fresh.own);
    }

    private void come(Drawn fresh, int at) {
        fresh.element.removeFromParent();
        element.insertChild(at, fresh.element);
    }

    private record Pair(int old, int fresh) {}

    /** The longest common run of those that go together, in its order. */
    private static List<Pair> pairs(List<Drawn> old, List<Drawn> fresh, BiPredicate<Drawn, Drawn> together) {
        int[][] length = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = together.test(old.get(i), fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() && j < fresh.size()) {
            if (together.test(old.get(i), fresh.get(j))) {
                pairs.add(new Pair(i++, j++));
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
