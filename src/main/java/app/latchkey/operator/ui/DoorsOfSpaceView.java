package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.PageTime;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Table;
import app.latchkey.operator.Sentences;
import app.latchkey.shared.LockId;
import app.latchkey.sync.CheckIns;
import app.latchkey.sync.DoorBook;
import app.latchkey.sync.DoorBook.CouldOpen;
import app.latchkey.sync.DoorBook.Door;
import app.latchkey.sync.DoorLog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which doors work, and who gets through? The chosen door and the moment stand in the address. */
@Route("spaces/:slug/doors")
@PermitAll
class DoorsOfSpaceView extends SpacePage {

    private static final int LATELY = 20;
    private static final Duration STRANGE = Duration.ofDays(7);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private final transient DoorBook book;
    private final transient DoorLog log;
    private final transient CheckIns checkIns;
    private final DateTimePicker moment = new DateTimePicker("Who could open it at");
    private transient Optional<LockId> chosen = Optional.empty();
    private transient Optional<LocalDateTime> at = Optional.empty();

    DoorsOfSpaceView(PageTools tools, DoorBook book, DoorLog log, CheckIns checkIns) {
        super(tools, "Doors");
        this.book = book;
        this.log = log;
        this.checkIns = checkIns;
        moment.setLocale(Locale.UK);
        moment.setHelperText("Empty means now.");
        moment.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(path(chosen, Optional.ofNullable(event.getValue()))));
            }
        });
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    void read(RouteParameters parameters, BeforeEnterEvent event) {
        chosen = first(event, "door")
                .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(LockId::of);
        at = first(event, "at").flatMap(DoorsOfSpaceView::time);
        moment.setVisible(chosen.isPresent());
        at.ifPresentOrElse(moment::setValue, moment::clear);
    }

    @Override
    List<Component> standing() {
        return List.of(Sections.head("Doors"));
    }

    @Override
    List<Component> content() {
        List<Door> doors = book.doors(id());
        Instant when = at.map(local -> local.atZone(space().zone()).toInstant()).orElseGet(this::now);
        Optional<Door> door = chosen.flatMap(
                lock -> doors.stream().filter(one -> one.lock().equals(lock)).findFirst());
        List<Component> all = new ArrayList<>(draw(
                doors,
                door,
                door.map(one -> book.couldOpen(id(), one.lock(), when)).orElse(List.of()),
                when));
        all.addAll(
                door.isPresent() ? 1 : 0,
                DoorEvents.sections(
                        door.map(one -> log.atDoor(id(), one.lock(), LATELY)),
                        log.strange(id(), now().minus(STRANGE), LATELY),
                        log.readable(id()),
                        this));
        if (door.isEmpty()) {
            DoorEvents.withoutCheckIn(checkIns.withoutCheckIn(id(), now().minus(MONTH)), this)
                    .ifPresent(all::add);
            DoorEvents.checkedIn(checkIns.byUs(id(), now().minus(WEEK)), this).ifPresent(all::add);
        }
        return all;
    }

    List<Component> draw(List<Door> doors, Optional<Door> door, List<CouldOpen> people, Instant when) {
        if (doors.isEmpty()) {
            return List.of(new EmptyState("Salto shows no locks at this site."));
        }
        List<Component> all = new ArrayList<>();
        door.ifPresent(one -> all.add(Sections.section(one.name(), detail(one, people, when))));
        all.add(Sections.section("All doors", table(doors)));
        return all;
    }

    private Component[] detail(Door door, List<CouldOpen> people, Instant when) {
        String moment = PageTime.when(when, now(), space().zone());
        Paragraph sentence = new Paragraph(
                people.isEmpty()
                        ? "Nobody could open it at %s.".formatted(moment)
                        : "At %s it could be opened by %d, each because of:".formatted(moment, people.size()));
        List<Component> parts = new ArrayList<>(List.of(this.moment, sentence));
        if (!people.isEmpty()) {
            parts.add(names(people));
        }
        if (!door.online()) {
            parts.addFirst(new Div(StateChip.saying(State.STOPPED, "Not connected: changes reach it later")));
        }
        return parts.toArray(Component[]::new);
    }

    private Component names(List<CouldOpen> people) {
        Table table = new Table("Who could open it", "Name", "Because", "Group");
        people.forEach(person -> table.row(
                customer(person.customer(), person.name()), Table.text(why(person)), Table.text(person.group())));
        return table;
    }

    private String why(CouldOpen person) {
        String words = Sentences.becauses(person.because(), voice());
        return words.isEmpty() ? (person.byHand() ? "put in the group by hand" : "no reason is recorded") : words;
    }

    private Component table(List<Door> doors) {
        Table table = new Table("Doors", "Door", "State", "People now", "Groups");
        doors.forEach(door -> table.row(
                new Anchor("/" + path(Optional.of(door.lock()), at), door.name()),
                door.online()
                        ? StateChip.saying(State.RIGHT, "Connected")
                        : StateChip.saying(State.STOPPED, "Not connected"),
                Table.text(String.valueOf(door.peopleNow())),
                Table.text(String.join(", ", door.groups()))));
        return table;
    }

    private String path(Optional<LockId> door, Optional<LocalDateTime> when) {
        List<String> pairs = new ArrayList<>();
        door.ifPresent(lock -> pairs.add("door=" + lock));
        when.ifPresent(time -> pairs.add("at=" + time));
        return "spaces/" + space().slug() + "/doors" + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
