package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.operator.GiveAccess;
import app.latchkey.shared.CustomerId;
import app.latchkey.space.Space;
import app.latchkey.sync.GiftRow;
import app.latchkey.sync.Gifts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Giving access by name and taking it back, on whichever page somebody asks for it. */
final class Giving {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final SpacePage page;
    private final GiveAccess gifts;

    Giving(SpacePage page, GiveAccess gifts) {
        this.page = page;
        this.gifts = gifts;
    }

    /** Asks for everything; until the end of today, unless somebody says otherwise. */
    void ask(CustomerId customer, String name) {
        Instant now = page.now();
        Instant today = now.atZone(page.space().zone()).with(LAST_MINUTE).toInstant();
        Instant end = today.isAfter(now) ? today : gifts.latest(page.space());
        open(customer, name, new GiveDialog.Begin(Optional.empty(), end, ""), () -> {});
    }

    /** For an hour, to somebody who stands at a door. */
    void anHour(CustomerId customer, String name, String door, String why, Runnable given) {
        Instant hour = page.now().plus(Duration.ofHours(1));
        Instant latest = gifts.latest(page.space());
        Instant end = hour.isAfter(latest) ? latest : hour;
        open(customer, name, new GiveDialog.Begin(Optional.of(door), end, why), given);
    }

    private void open(CustomerId customer, String name, GiveDialog.Begin begin, Runnable given) {
        List<Gifts.Choice> choices = gifts.choices(page.id());
        if (choices.isEmpty()) {
            SpacePage.say("No access group is matched yet, so there is nothing to give.");
            return;
        }
        GiveDialog.Limits limits = new GiveDialog.Limits(
                page.now(), gifts.latest(page.space()), page.space().zone());
        new GiveDialog("Give access to " + name, choices, begin, limits, wanted -> {
                    give(customer, wanted);
                    given.run();
                    SpacePage.say(said(name, wanted));
                    page.reread();
                })
                .open();
    }

    private void give(CustomerId customer, GiveDialog.Wanted wanted) {
        gifts.give(page.space(), customer, wanted.group(), wanted.until(), wanted.reason());
    }

    private String said(String name, GiveDialog.Wanted wanted) {
        Space space = page.space();
        String until = PageTime.when(wanted.until(), page.now(), space.zone());
        return space.paused()
                ? "Given until %s. Changes are paused: it reaches the door when you resume.".formatted(until)
                : "%s gets %s until %s. Salto usually has it within a minute."
                        .formatted(name, wanted.groupName(), until);
    }

    /** What has been given and still counts, each with the way back. */
    Component standing(List<GiftRow> given) {
        Div rows = Sections.card();
        given.forEach(gift -> rows.add(row(gift)));
        return rows;
    }

    private Component row(GiftRow gift) {
        String until = PageTime.when(gift.until(), page.now(), page.space().zone());
        Span words = new Span("%s until %s, given by %s: %s".formatted(gift.group(), until, gift.by(), gift.reason()));
        words.addClassName("lk-line-text");
        Button back = new Act("Take it back", () -> takeBack(gift));
        back.setVisible(page.operates());
        back.setAriaLabel("Take %s back".formatted(gift.group()));
        Div row = new Div(words, back);
        row.addClassNames("lk-row", "lk-spread");
        return row;
    }

    private void takeBack(GiftRow gift) {
        boolean done = gifts.takeBack(page.id(), gift.gift());
        SpacePage.say(done ? "Taken back. What was bought still counts." : "It was over already.");
        page.reread();
    }
}
