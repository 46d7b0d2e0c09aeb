package app.latchkey.operator.ui;

import app.latchkey.look.Meter;
import app.latchkey.look.PageTime;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.TimeText;
import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.operator.TroubleSentences;
import app.latchkey.space.Decider;
import app.latchkey.sync.DoorStream;
import app.latchkey.sync.PartnerStates;
import app.latchkey.sync.PartnerStates.PartnerState;
import app.latchkey.sync.PartnerStates.PartnerTrouble;
import app.latchkey.sync.PartnerStates.Seats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Salto, Nexudus, webhooks and seats: each as it stands and how old that is. */
final class PartnerCards {

    private static final Duration QUIET = Duration.ofDays(1);

    private final Instant now;
    private final ZoneId zone;

    private PartnerCards(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static Component of(PartnerStates partners, Decider decider, Instant now, ZoneId zone) {
        PartnerCards cards = new PartnerCards(now, zone);
        Div all = new Div(cards.partner("Salto", partners.salto(), partners.doors()));
        switch (decider) {
            case LATCHKEY ->
                all.add(
                        cards.partner("Nexudus", partners.nexudus(), Optional.empty()),
                        cards.hooks(partners.heardAt(), partners.refused()));
            case NEXUDUS -> all.add(cards.pushes(partners.heardAt()));
        }
        all.add(cards.seats(partners.seats()));
        all.addClassNames("lk-cards", "lk-four");
        return all;
    }

    private Component partner(String name, PartnerState partner, Optional<DoorStream> doors) {
        Component age = partner.readAt().map(at -> line("Read ", at)).orElseGet(() -> new Paragraph("Not read yet."));
        Div card = card(name, chip(partner), age);
        partner.trouble().filter(_ -> partner.answers()).map(this::trouble).ifPresent(card::add);
        doors.map(this::stream).ifPresent(card::add);
        return card;
    }

    /** Also when it is too young to be said above: or else the space would be behind for a reason that no page names. */
    private Component trouble(PartnerTrouble trouble) {
        return quiet(TroubleSentences.lasting(trouble.words(), PageTime.when(trouble.since(), now, zone)) + ".");
    }

    /** With its cause and its cure. */
    private Component stream(DoorStream doors) {
        String since = PageTime.when(doors.since(), now, zone);
        String instead = "Doors are read %s instead.".formatted(every(doors.readEvery()));
        Span line = new Span(
                switch (doors.state()) {
                    case LIVE -> "Event stream live since " + since;
                    case NOT_SUBSCRIBED ->
                        "Event stream: not in the site’s subscription. %s Your Salto partner can add it."
                                .formatted(instead);
                    case REFUSED ->
                        "Event stream: Salto refuses it to this login, and gives it to those with the role Site Admin. %s"
                                .formatted(instead);
                    case NOT_REACHABLE ->
                        "Event stream: not reachable since %s. %s We go on trying.".formatted(since, instead);
                });
        line.addClassName("lk-quiet");
        return line;
    }

    private static String every(Duration period) {
        return period.toSeconds() > 60 && period.toSecondsPart() == 0
                ? "every %d minutes".formatted(period.toMinutes())
                : "every " + PageTime.length(period);
    }

    private static StateChip chip(PartnerState partner) {
        return switch (partner.state()) {
            case CONNECTED ->
                partner.trouble().isPresent()
                        ? StateChip.saying(State.BEHIND, "In trouble")
                        : StateChip.saying(State.RIGHT, "Answers");
            case PARTNER_SILENT -> StateChip.saying(State.BEHIND, "Not answering");
            case NEEDS_SIGN_IN -> StateChip.saying(State.STOPPED, "Needs signing in");
            case ABSENT -> StateChip.saying(State.NOT_KNOWN, "Not connected");
        };
    }

    private Component hooks(Optional<Instant> heardAt, Optional<RefusedCalls> refused) {
        return refused.map(this::refused).orElseGet(() -> hooks(heardAt));
    }

    /** With its cause and its cure. */
    private Component refused(RefusedCalls calls) {
        return card(
                "Webhooks",
                StateChip.saying(State.BEHIND, "Refused"),
                line(calls.cause() + ", the last ", calls.last()),
                quiet(calls.cure()));
    }

    private static Span quiet(String words) {
        Span line = new Span(words);
        line.addClassName("lk-quiet");
        return line;
    }

    private Component hooks(Optional<Instant> heardAt) {
        Component age = heardAt.map(at -> line("Nexudus called ", at))
                .orElseGet(() -> new Paragraph("Without them purchases arrive with the next reading."));
        return card("Webhooks", heard(heardAt), age);
    }

    /** Where it decides it is never asked: what it told us last is all that there is. */
    private Component pushes(Optional<Instant> heardAt) {
        Component age = heardAt.map(at -> line("It decides, and told us of somebody ", at))
                .orElseGet(() -> new Paragraph("It decides, and tells us when somebody buys, books or checks in."));
        return card("Nexudus", heard(heardAt), age);
    }

    private StateChip heard(Optional<Instant> heardAt) {
        boolean lately = heardAt.filter(at -> at.isAfter(now.minus(QUIET))).isPresent();
        return lately
                ? StateChip.saying(State.RIGHT, "Heard")
                : StateChip.saying(State.NOT_KNOWN, heardAt.isPresent() ? "Quiet" : "Not heard yet");
    }

    private Component seats(Optional<Seats> seats) {
        return seats.map(known ->
                        card("Seats", seatChip(known), Meter.used(known.used(), known.bought(), "Salto seats")))
                .orElseGet(() -> card("Seats", StateChip.forOperator(State.NOT_KNOWN), new Paragraph("Not read yet.")));
    }

    private static StateChip seatChip(Seats seats) {
        return seats.left() == 0
                ? StateChip.saying(State.BEHIND, "None left")
                : StateChip.saying(State.RIGHT, seats.left() + " left");
    }

    private Component line(String words, Instant at) {
        Span line = new Span(new Span(words), TimeText.ago(at, now, zone));
        line.addClassName("lk-quiet");
        return line;
    }

    private static Div card(String title, StateChip chip, Component... below) {
        Div head = new Div(new H3(title), chip);
        head.addClassNames("lk-row", "lk-spread");
        Div card = Sections.card(head);
        card.add(below);
        card.addClassName("lk-stack");
        return card;
    }
}
