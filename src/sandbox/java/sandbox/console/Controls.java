package sandbox.console;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.http.Throttle;
import sandbox.nexudus.CustomAcs;
import sandbox.nexudus.Marketplace;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.scenario.Trap;

/** What can be done in both worlds, by name: for the console's forms, and for tests in another process. */
final class Controls {
    private final Partners partners;
    private final Lookup lookup;
    private final Map<String, Function<Fields, Fields>> controls = new LinkedHashMap<>();

    Controls(Partners partners) {
        this.partners = partners;
        this.lookup = new Lookup(partners);
        customers(partners.nexudus());
        purchases(partners.nexudus());
        contracts(partners.nexudus());
        nexudus(partners.nexudus());
        customAcs(partners.nexudus().customAcs());
        marketplace(partners.nexudus().marketplace());
        doors(partners.salto());
        sites(partners.salto());
        machinery();
    }

    Set<String> names() {
        return controls.keySet();
    }

    /** Does it and answers what came of it; an argument that cannot be understood is an {@link IllegalArgumentException}. */
    Fields run(String name, Fields arguments) {
        Function<Fields, Fields> control = controls.get(name);
        if (control == null) {
            throw new IllegalArgumentException("There is no control called " + name + ".");
        }
        return control.apply(arguments);
    }

    private void customers(Nexudus nexudus) {
        on("addCustomer", a -> id(nexudus.addCustomer(lookup.location(a), a.text("name"), a.text("email"))));
        does("changeEmail", a -> nexudus.changeEmail(lookup.customer(a), a.text("email")));
        does("suspend", a -> nexudus.suspend(lookup.customer(a)));
        does("unsuspend", a -> nexudus.unsuspend(lookup.customer(a)));
        does("archive", a -> nexudus.archive(lookup.customer(a)));
        on("checkIn", a -> {
            Optional<Long> checkin = nexudus.checkIn(lookup.customer(a));
            return Fields.of("said", checkin.isPresent() ? "Checked in." : "There is no pass to check in with.");
        });
        does("checkOut", a -> nexudus.checkOut(lookup.customer(a)));
    }

    private void purchases(Nexudus nexudus) {
        on("buyPass", a -> id(buyPass(nexudus, lookup.customer(a), lookup.pass(a), a.text("days"))));
        does("refundPass", a -> nexudus.refundPass(Long.parseLong(a.text("id"))));
        on("book", a -> {
            Instant from = lookup.timeOrNow(a, "from").plus(Lookup.minutes(a, "inMinutes"));
            Instant to = a.has("to") ? lookup.time(a, "to") : from.plus(Lookup.minutes(a, "minutes"));
            return id(nexudus.book(lookup.customer(a), lookup.room(a), from, to));
        });
        does("cancelBooking", a -> nexudus.cancelBooking(Long.parseLong(a.text("booking"))));
        does(
                "extendBooking",
                a -> nexudus.extendBooking(Long.parseLong(a.text("booking")), Lookup.minutes(a, "minutes")));
    }

    private static long buyPass(Nexudus nexudus, long customer, long pass, String days) {
        return days.isBlank() || days.equals("1")
                ? nexudus.buyPass(customer, pass)
                : nexudus.buyPassForDays(customer, pass, Integer.parseInt(days));
    }

    private void contracts(Nexudus nexudus) {
        on(
                "signContract",
                a -> id(sign(
                        nexudus,
                        lookup.customer(a),
                        lookup.desks(a),
                        lookup.timeOrNow(a, "start"),
                        a.has("firstDays") ? Integer.parseInt(a.text("firstDays")) : 7)));
        does("endContract", a -> nexudus.endContract(Long.parseLong(a.text("contract")), lookup.timeOrNow(a, "when")));
        on(
                "pauseContract",
                a -> id(nexudus.pauseContract(
                        Long.parseLong(a.text("contract")), lookup.timeOrNow(a, "from"), lookup.time(a, "until"))));
    }

    /** @param firstDays how many days of the week, from Monday on */
    private static long sign(Nexudus nexudus, long customer, List<Long> desks, Instant start, int firstDays) {
        if (firstDays >= DayOfWeek.values().length) {
            return nexudus.signContract(customer, desks, start);
        }
        Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(firstDays));
        return nexudus.signPartTime(
                customer,
                desks.stream()
                        .map(desk -> nexudus.addVariant(desk, "Part-time " + desk, days))
                        .toList(),
                start);
    }

    private void nexudus(Nexudus nexudus) {
        does("loseWebhooks", a -> nexudus.loseWebhooks(Lookup.flag(a, "lose")));
        does("revokeRight", a -> nexudus.rights(a.text("user")).revoke(a.text("right")));
        does("giveRight", a -> nexudus.rights(a.text("user")).give(a.text("right")));
        does(
                "requireOneTimeCode",
                a -> nexudus.requireOneTimeCode(a.text("user"), a.has("code") ? a.text("code") : null));
        does("forgetNexudusTokens", a -> nexudus.forgetTokens());
        does("throttle", a -> nexudus.throttle(Lookup.flag(a, "published") ? Throttle.published() : Throttle.none()));
    }

    private void marketplace(Marketplace marketplace) {
        on(
                "installApp",
                a -> Fields.of(
                        "said",
                        "Nexudus sends the browser to "
                                + marketplace.install(URI.create(a.text("address")), a.text("user"))));
        does("uninstallApp", a -> marketplace.uninstall());
    }

    private void customAcs(CustomAcs acs) {
        does(
                "saveAcs",
                a -> acs.save(
                        lookup.location(a), a.text("groups"), a.text("token"), a.text("webhook"), a.text("bearer")));
        on(
                "askAcsGroups",
                a -> Fields.of(
                        "said",
                        "There are %d groups."
                                .formatted(acs.askForGroups(lookup.location(a)).size())));
        does("mapAcs", a -> {
            String[] item = a.text("item").split("-", 2);
            acs.map(lookup.location(a), item[0], Long.parseLong(item[1]), a.text("group"));
        });
        does("pushAcs", a -> acs.pushAll(lookup.location(a)));
        does("acsMischief", a -> acs.misbehave(CustomAcs.Mischief.valueOf(a.text("how"))));
    }

    private void doors(Salto salto) {
        does("addByHand", a -> salto.addByHand(a.text("user"), lookup.group(a)));
        does("removeByHand", a -> salto.removeByHand(a.text("user"), lookup.group(a)));
        does("completeProfile", a -> salto.completeProfile(a.text("user")));
        on("members", a -> Fields.of("members", salto.members(lookup.group(a))));
        on("isMember", a -> Fields.of("member", salto.isMember(a.text("user"), lookup.group(a))));
        on("canOpen", a -> {
            Decision decision = salto.tryDoor(a.text("user"), lookup.lock(a));
            String said = (decision.opens() ? "Opens: " : "Stays shut: ") + decision.reason() + ".";
            return Fields.of("opens", decision.opens(), "decision", decision, "said", said);
        });
    }

    private void sites(Salto salto) {
        does("seats", a -> salto.seats(a.text("site"), Lookup.number(a, "bought")));
        does("release", a -> salto.release(a.text("site"), Lookup.flag(a, "released")));
        does("lapse", a -> salto.lapse(a.text("site")));
        does("renew", a -> salto.renew(a.text("site")));
        does("role", a -> salto.role(a.text("login"), a.text("site"), a.text("code")));
        does("eventStream", a -> salto.eventStream(a.text("site"), Lookup.flag(a, "had")));
        does("dropStreams", a -> salto.dropStreams());
        does("denyNextConsent", a -> salto.denyNextConsent());
        does("revokeConsents", a -> salto.revokeConsents());
    }

    private void machinery() {
        does("takeDown", a -> down(a.text("partner"), true));
        does("bringUp", a -> down(a.text("partner"), false));
        does("clearFaults", a -> {
            partners.salto().clearFaults();
            partners.nexudus().clearFaults();
        });
        does("fail", this::fail);
        on("trap", a -> {
            Trap trap = Trap.valueOf(a.text("trap"));
            trap.start(partners);
            return Fields.of("said", "Set: " + trap.title() + ".");
        });
        on("clock", this::clock);
        on(
                "journal",
                a -> Fields.of(
                        "calls",
                        partners.calls().after(Lookup.number(a, "after")).all().stream()
                                .map(JournalPage::fields)
                                .toList()));
        does("resetJournal", a -> partners.resetJournal());
        on(
                "mails",
                a -> Fields.of(
                        "mails",
                        partners.inbox().all().stream().map(InboxPage::fields).toList()));
        on("world", a -> WorldSummary.of(partners));
    }

    private Fields clock(Fields arguments) {
        if (arguments.has("moveTo")) {
            partners.clock().moveTo(lookup.time(arguments, "moveTo"));
        } else {
            partners.clock().advance(Duration.ofMinutes(Lookup.number(arguments, "minutes")));
        }
        return Fields.of("now", partners.clock().instant(), "said", "The clock was moved.");
    }

    private void down(String partner, boolean down) {
        switch (partner) {
            case "salto" -> run(down, partners.salto()::takeDown, partners.salto()::bringUp);
            case "nexudus" -> run(down, partners.nexudus()::takeDown, partners.nexudus()::bringUp);
            default -> throw new IllegalArgumentException("There is no partner called " + partner + ".");
        }
    }

    private static void run(boolean first, Runnable one, Runnable other) {
        (first ? one : other).run();
    }

    private void fail(Fields arguments) {
        Fault fault = Fault.of(Fault.Kind.valueOf(arguments.text("kind")));
        int status = arguments.has("status") ? Lookup.number(arguments, "status") : fault.status();
        Duration duration = Duration.ofMillis(Lookup.number(arguments, "milliseconds"));
        int times = Math.max(1, Lookup.number(arguments, "times"));
        Fault whole = new Fault(fault.kind(), status, fault.headers(), duration, times, fault.rewriting());
        switch (arguments.text("partner")) {
            case "salto" -> partners.salto().fail(arguments.text("pattern"), whole);
            case "nexudus" -> partners.nexudus().fail(arguments.text("pattern"), whole);
            default -> throw new IllegalArgumentException("Say which partner: salto or nexudus.");
        }
    }

    private static Fields id(long id) {
        return Fields.of("id", id, "said", "Done: number " + id + ".");
    }

    private void on(String name, Function<Fields, Fields> control) {
        controls.put(name, control);
    }

    private void does(String name, java.util.function.Consumer<Fields> control) {
        on(name, arguments -> {
            control.accept(arguments);
            return Fields.of("said", "Done.");
        });
    }
}
