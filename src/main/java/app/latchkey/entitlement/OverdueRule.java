package app.latchkey.entitlement;

import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When an unpaid invoice closes doors, where a space wants that at all. The one function for runs, pages and interfaces.
 *
 * @param days how many days after the due day doors stay open
 * @param weekends whether Saturdays and Sundays count among them
 * @param tolerated what may stay open without a consequence
 * @param exempt items that open doors whatever is unpaid
 */
public record OverdueRule(int days, boolean weekends, BigDecimal tolerated, Set<ItemId> exempt) {

    public OverdueRule {
        Objects.requireNonNull(tolerated, "tolerated");
        exempt = Set.copyOf(exempt);
        if (days < 0) {
            throw new IllegalArgumentException("Doors do not close before an invoice is due");
        }
    }

    /** When doors close for want of a payment; never, when nothing worth mentioning is open. */
    public Optional<Instant> closesAt(Collection<Invoice> invoices, ZoneId zone) {
        return worthMentioning(invoices)
                .map(invoice -> closesFor(invoice, zone))
                .min(Instant::compareTo);
    }

    /** The invoice for which doors are closed at that time: of several, the one that closed them. */
    public Optional<Invoice> closing(Collection<Invoice> invoices, ZoneId zone, Instant at) {
        return worthMentioning(invoices)
                .filter(invoice -> !at.isBefore(closesFor(invoice, zone)))
                .min(Comparator.comparing(Invoice::due));
    }

    /** The same, as a reason. */
    public Optional<Reason.InvoiceOpen> why(Collection<Invoice> invoices, ZoneId zone, Instant at) {
        return closing(invoices, zone, at)
                .map(invoice -> new Reason.InvoiceOpen(
                        invoice.number(), invoice.due().atStartOfDay(zone).toInstant(), days));
    }

    private Stream<Invoice> worthMentioning(Collection<Invoice> invoices) {
        return invoices.stream().filter(invoice -> invoice.open().compareTo(tolerated) > 0);
    }

    private Instant closesFor(Invoice invoice, ZoneId zone) {
        return LocalTimes.start(lastDay(invoice.due()).plusDays(1).atTime(LocalTime.MIDNIGHT), zone);
    }

    /** What is left of entitlements: all of it until the doors close, and what is exempt. */
    public List<Entitlement> cut(Collection<Entitlement> entitlements, Collection<Invoice> invoices, ZoneId zone) {
        Optional<Instant> closing = closesAt(invoices, zone);
        return closing.isEmpty()
                ? List.copyOf(entitlements)
                : entitlements.stream()
                        .flatMap(entitlement -> until(entitlement, closing.get()).stream())
                        .toList();
    }

    /** What was given, and what opens whatever is unpaid. */
    public boolean spares(Entitlement entitlement) {
        boolean exempted = entitlement
                .because()
                .earnedBy()
                .filter(item -> exempt.contains(item.id()))
                .isPresent();
        return exempted || entitlement.because().purchase().isEmpty();
    }

    private Optional<Entitlement> until(Entitlement entitlement, Instant closing) {
        if (spares(entitlement)) {
            return Optional.of(entitlement);
        }
        Window window = entitlement.window();
        Instant end = window.end().filter(closing::isAfter).orElse(closing);
        return Window.ifNotEmpty(window.from(), end)
                .map(rest -> new Entitlement(entitlement.customer(), entitlement.group(), rest, entitlement.because()));
    }

    private LocalDate lastDay(LocalDate due) {
        LocalDate day = due;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= weekends || !isWeekend(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
