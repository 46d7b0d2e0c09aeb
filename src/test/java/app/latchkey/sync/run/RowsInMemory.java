package app.latchkey.sync.run;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerCall;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Reason;
import app.latchkey.nexudus.Customer;
import app.latchkey.people.People;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.space.SpacesInMemory;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Forecast;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs remember, without a database: each as its statements in PostgreSQL say. */
final class RowsInMemory {

    private RowsInMemory() {}

    private static final JsonText JSON = new JsonText();

    static final class Ledgers extends Ledger {
        private record Row(LedgerRow row, int putBack) {}

        private final Table<Membership, Row> rows;

        Ledgers(Memory memory) {
            super(Memory.noDatabase(), JSON);
            rows = memory.table();
        }

        @Override
        List<LedgerRow> all() {
            return rows.all().stream().map(Row::row).toList();
        }

        @Override
        List<LedgerRow> of(Set<PlatformUserId> users) {
            return all().stream()
                    .filter(row -> users.contains(row.membership().user()))
                    .toList();
        }

        @Override
        Set<AccessGroupId> groups() {
            return all().stream().map(row -> row.membership().group()).collect(Collectors.toSet());
        }

        @Override
        Set<Membership> putBack() {
            return rows.where(row -> row.putBack() > 0).stream()
                    .map(row -> row.row().membership())
                    .collect(Collectors.toSet());
        }

        @Override
        Set<Membership> putBack(Set<PlatformUserId> users) {
            return putBack().stream()
                    .filter(membership -> users.contains(membership.user()))
                    .collect(Collectors.toSet());
        }

        @Override
        void put(Membership membership, Ownership ownership, Collection<Entitlement> reasons, long run, Instant now) {
            Row row = rows.get(membership)
                    .map(known -> new Row(
                            new LedgerRow(membership, known.row().ownership(), List.copyOf(reasons)),
                            known.putBack() + 1))
                    .orElseGet(() -> new Row(new LedgerRow(membership, ownership, List.copyOf(reasons)), 0));
            rows.put(membership, row);
        }

        @Override
        void reasons(Membership membership, Collection<Entitlement> reasons) {
            rows.get(membership)
                    .ifPresent(known -> rows.put(
                            membership,
                            new Row(
                                    new LedgerRow(membership, known.row().ownership(), List.copyOf(reasons)),
                                    known.putBack())));
        }

        @Override
        void end(Membership membership, long run, Instant now) {
            rows.remove(membership);
        }
    }

    static final class Entitlements extends Entitled {
        private final Table<CustomerId, List<Entitlement>> rows;

        Entitlements(Memory memory) {
            super(Memory.noDatabase(), JSON);
            rows = memory.table();
        }

        @Override
        Stored all() {
            return new Stored(rows.all().stream().flatMap(List::stream).toList(), Set.of());
        }

        @Override
        List<Entitlement> of(Set<CustomerId> customers) {
            return all().of(customers);
        }

        @Override
        void replace(Set<CustomerId> customers, Collection<Entitlement> entitlements) {
            customers.forEach(rows::remove);
            add(entitlements);
        }

        @Override
        void add(Collection<Entitlement> entitlements) {
            entitlements.stream()
                    .collect(Collectors.groupingBy(Entitlement::customer))
                    .forEach((customer, his) -> {
                        List<Entitlement> before = rows.get(customer).orElse(List.of());
                        rows.put(
                                customer,
                                Stream.concat(before.stream(), his.stream()).toList());
                    });
        }
    }

    static final class Missing extends Absences {
        private record Row(String key, Instant since) {}

        private final Table<String, Row> rows;

        private final boolean hasty;

        /** @param hasty whether one look is thought enough: wrong, to see who notices */
        Missing(Memory memory, boolean hasty) {
            super(Memory.noDatabase());
            rows = memory.table();
            this.hasty = hasty;
        }

        @Override
        Set<String> lackedBefore(Set<PurchaseKey> missing, Instant earlier) {
            return missing.stream()
                    .map(PurchaseKey::toString)
                    .filter(key -> hasty
                            || rows.get(key)
                                    .filter(row -> row.since().isBefore(earlier))
                                    .isPresent())
                    .collect(Collectors.toSet());
        }

        @Override
        Set<PurchaseKey> doubted(Set<PurchaseKey> believed) {
            return believed.stream()
                    .filter(key -> rows.get(key.toString()).isPresent())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        boolean waiting(Collection<Entitlement> entitlements) {
            return entitlements.stream()
                    .flatMap(entitlement -> entitlement.because().purchase().stream())
                    .anyMatch(key -> rows.get(key.toString()).isPresent());
        }

        @Override
        void lacked(Set<PurchaseKey> missing, Instant now) {
            missing.stream()
                    .map(PurchaseKey::toString)
                    .sorted()
                    .filter(key -> rows.get(key).isEmpty())
                    .forEach(key -> rows.put(key, new Row(key, now)));
        }

        @Override
        void settled(Collection<PurchaseKey> seenOrGone) {
            seenOrGone.forEach(key -> rows.remove(key.toString()));
        }
    }

    static final class Runs extends Journal {
        private record Key(long run, int step) {}

        record Step(long run, int step, Line line, What what, State state, Instant at) {
            private Step now(State other) {
                return new Step(run, step, line, what, other, at);
            }
        }

        private final Table<Key, Step> steps;
        private final Table<Boolean, Long> last;
        private @Nullable String surprise;

        Runs(Memory memory) {
            super(Memory.noDatabase(), JSON);
            steps = memory.table();
            last = memory.table();
        }

        @Override
        long begin(RunKind kind, Due due, Lease lease, Instant now) {
            long number = last.get(true).orElse(0L) + 1;
            last.put(true, number);
            return number;
        }

        @Override
        void write(long run, int step, Line line, Instant now) {
            steps.put(new Key(run, step), new Step(run, step, line, line.what(), line.state(), now));
        }

        @Override
        void ended(long run, int step, State state, @Nullable String trouble, Instant now, long tookMillis) {
            steps.get(new Key(run, step)).ifPresent(known -> steps.put(new Key(run, step), known.now(state)));
        }

        @Override
        void said(long run, int step, List<PartnerCall> calls) {}

        @Override
        void end(RunLog log, RunOutcome outcome, @Nullable String trouble, String reads, Instant now) {
            if (trouble != null && trouble.startsWith("Something broke on our side")) {
                surprise = trouble;
            }
        }

        /** The number of the last run that began. */
        long last() {
            return last.get(true).orElse(0L);
        }

        /** A run that broke where nobody expects it; the log has the cause. */
        Optional<String> surprise() {
            return Optional.ofNullable(surprise);
        }

        @Override
        List<Open> open(long beforeRun) {
            return steps.where(step -> step.state() == State.INTENDED && step.run() < beforeRun).stream()
                    .filter(step -> step.what() == What.GRANT || step.what() == What.REVOKE)
                    .flatMap(step -> step.line().user() != null && step.line().group() != null
                            ? Stream.of(new Open(
                                    step.run(),
                                    step.step(),
                                    step.what(),
                                    new Membership(
                                            step.line().user(), step.line().group())))
                            : Stream.empty())
                    .toList();
        }

        boolean hasDone(String approved, Instant since) {
            return !steps.where(step -> step.state() == State.DONE
                            && step.at().isAfter(since)
                            && approved.startsWith("%s Salto user %s in %s "
                                    .formatted(
                                            step.what().name().toLowerCase(Locale.ROOT),
                                            step.line().user(),
                                            step.line().group())))
                    .isEmpty();
        }

        List<Step> done(What what, Instant since, Instant until) {
            return steps.where(step -> step.what() == what
                    && step.state() == State.DONE
                    && step.at().isAfter(since)
                    && !step.at().isAfter(until));
        }
    }

    static final class Forecasts extends RailHistory {
        /** @param shownAfter the last run when somebody was shown it; 0 where a plan knew it */
        private record End(Membership membership, Instant at, long shownAfter) {}

        private final Table<Membership, End> ends;
        private final Runs journal;
        private final Approvals approvals;
        private final Verdicts standings;
        private final boolean everything;

        /** @param everything whether all is taken for approved: wrong, to see who notices */
        Forecasts(
                Memory memory,
                Runs journal,
                Approvals approvals,
                Verdicts standings,
                app.latchkey.salto.Snapshot salto,
                boolean everything) {
            super(Memory.noDatabase(), JSON, salto);
            this.ends = memory.table();
            this.journal = journal;
            this.approvals = approvals;
            this.standings = standings;
            this.everything = everything;
        }

        @Override
        void previewed(Collection<Membership> removals, Instant now) {
            removals.forEach(membership -> ends.put(membership, new End(membership, now, journal.last())));
        }

        @Override
        void forecast(Forecast forecast, Collection<PlatformUserId> users, long run) {
            ends.removeWhere(end -> users.contains(end.membership().user()) && end.shownAfter() < run);
            forecast.ends().forEach((membership, at) -> {
                if (ends.get(membership).isEmpty()) {
                    ends.put(membership, new End(membership, at, 0));
                }
            });
        }

        @Override
        Set<Membership> expected(Collection<PlatformUserId> users, Instant now) {
            return ends
                    .where(end -> !end.at().isAfter(now)
                            && users.contains(end.membership().user()))
                    .stream()
                    .map(End::membership)
                    .collect(Collectors.toSet());
        }

        @Override
        Map<AccessGroupId, Integer> recentRemovals(Instant now) {
            return recently("UNEXPECTED", now);
        }

        @Override
        Map<AccessGroupId, Integer> recentSuspensions(Instant now) {
            return recently(new Reason.Suspended().code(), now);
        }

        private Map<AccessGroupId, Integer> recently(String reason, Instant now) {
            return journal.done(What.REVOKE, now.minus(Duration.ofHours(1)), now).stream()
                    .filter(step -> reason.equals(step.line().reason()))
                    .flatMap(step -> Optional.ofNullable(step.line().group()).stream())
                    .collect(Collectors.groupingBy(group -> group, Collectors.summingInt(group -> 1)));
        }

        @Override
        Map<AccessGroupId, Integer> waiting(Collection<PlatformUserId> users, Instant now) {
            Set<String> approved = approvals.lines(now.minus(Duration.ofDays(7)));
            return standings.leaving().stream()
                    .filter(membership -> !users.contains(membership.user()))
                    .filter(membership -> ends.get(membership)
                            .filter(end -> !end.at().isAfter(now))
                            .isEmpty())
                    .filter(membership -> approved.stream()
                            .noneMatch(line -> line.startsWith(
                                    "revoke Salto user " + membership.user() + " in " + membership.group() + " ")))
                    .collect(Collectors.groupingBy(Membership::group, Collectors.summingInt(waiting -> 1)));
        }

        @Override
        int recentGrants(Instant now) {
            return (int) journal.done(What.GRANT, now.minus(Duration.ofHours(1)), now).stream()
                    .filter(step -> step.line().reason() == null)
                    .count();
        }

        @Override
        Set<String> approved(Plan plan, Instant now) {
            Set<String> lines = plan.changes().stream()
                    .map(change -> HeldPlan.line(change, plan.matchVersion()))
                    .collect(Collectors.toSet());
            if (!everything) {
                lines.removeIf(line -> approvals
                        .decided(line, now.minus(Duration.ofDays(7)))
                        .filter(at -> !journal.hasDone(line, at))
                        .isEmpty());
            }
            return lines;
        }
    }

    static final class Approvals extends HeldPlans {
        private record Key(String fingerprint, boolean approved) {}

        private record Row(String fingerprint, List<String> lines, boolean approved, Instant at) {
            private Key key() {
                return new Key(fingerprint, approved);
            }
        }

        private final Table<Key, Row> rows;

        Approvals(Memory memory) {
            super(Memory.noDatabase(), JSON);
            rows = memory.table();
        }

        @Override
        void only(Planned planned, long run, Instant now) {
            String fingerprint =
                    planned.railed().held().map(HeldPlan::fingerprint).orElse("");
            rows.removeWhere(row -> !row.approved() && !row.fingerprint().equals(fingerprint));
            planned.railed()
                    .held()
                    .filter(held -> rows.get(new Key(fingerprint, false)).isEmpty())
                    .ifPresent(held -> put(new Row(fingerprint, held.lines(), false, now)));
        }

        @Override
        void approved(Collection<? extends Decision.Change> changes, long matchVersion, Instant now) {
            HeldPlan plan = HeldPlan.of(changes, matchVersion);
            put(new Row(plan.fingerprint(), plan.lines(), true, now));
        }

        private void put(Row row) {
            rows.put(row.key(), row);
        }

        /** What somebody is asked about now. */
        List<String> asked() {
            return rows.where(row -> !row.approved()).stream()
                    .flatMap(row -> row.lines().stream())
                    .toList();
        }

        /** True when something was held. */
        boolean approveAll(Instant now) {
            List<Row> open = rows.where(row -> !row.approved());
            open.forEach(row -> {
                rows.remove(row.key());
                put(new Row(row.fingerprint(), row.lines(), true, now));
            });
            return !open.isEmpty();
        }

        private Optional<Instant> decided(String line, Instant since) {
            return rows
                    .where(row -> row.approved()
                            && row.at().isAfter(since)
                            && row.lines().contains(line))
                    .stream()
                    .map(Row::at)
                    .max(Comparator.naturalOrder());
        }

        private Set<String> lines(Instant since) {
            return rows.where(row -> row.approved() && row.at().isAfter(since)).stream()
                    .flatMap(row -> row.lines().stream())
                    .collect(Collectors.toSet());
        }
    }

    static final class Verdicts extends Standings {
        private record Row(Standing standing, String key, Before then) {}

        private final Table<String, Row> rows;

        Verdicts(Memory memory) {
            super(Memory.noDatabase(), JSON);
            rows = memory.table();
        }

        @Override
        Map<String, Before> before() {
            return rows.all().stream().collect(Collectors.toMap(Row::key, Row::then));
        }

        @Override
        Map<String, Before> before(Collection<CustomerId> persons, Collection<PlatformUserId> users) {
            return rows.where(row -> isOf(row, persons, users)).stream().collect(Collectors.toMap(Row::key, Row::then));
        }

        /** Who is to be taken out, held or not yet done. */
        List<Membership> leaving() {
            return rows.all().stream()
                    .map(Row::standing)
                    .filter(standing -> standing.verdict() == Standing.Verdict.HELD_REMOVAL
                            || standing.verdict() == Standing.Verdict.LEAVING)
                    .flatMap(standing -> Optional.ofNullable(standing.user()).stream()
                            .map(user -> new Membership(user, standing.group())))
                    .toList();
        }

        @Override
        int waitForASeat(Collection<CustomerId> besides) {
            return (int) rows
                    .where(row -> row.standing().verdict() == Standing.Verdict.WITHHELD
                            && row.standing().reason() instanceof Reason.NoSeat
                            && !(row.standing().customer() != null
                                    && besides.contains(row.standing().customer())))
                    .stream()
                    .map(row -> row.standing().person())
                    .distinct()
                    .count();
        }

        @Override
        void replace(
                Collection<CustomerId> persons,
                Collection<PlatformUserId> users,
                List<Standing> standings,
                Map<String, Before> before,
                long run,
                Instant now) {
            rows.removeWhere(row -> isOf(row, persons, users));
            insert(standings, before, now);
        }

        @Override
        void replaceAll(List<Standing> standings, Map<String, Before> before, long run, Instant now) {
            rows.removeWhere(row -> true);
            insert(standings, before, now);
        }

        private void insert(List<Standing> standings, Map<String, Before> before, Instant now) {
            for (Standing standing : standings) {
                String key = standing.person() + standing.group();
                String reason = standing.reasonCode();
                Before known = before.get(key);
                String verdict = standing.verdict().name();
                Instant since = known != null && known.verdict().equals(verdict) ? known.since() : now;
                if (rows.get(key).isEmpty()) {
                    rows.put(key, new Row(standing, key, new Before(verdict, reason, since)));
                }
            }
        }

        private static boolean isOf(Row row, Collection<CustomerId> persons, Collection<PlatformUserId> users) {
            Standing standing = row.standing();
            return standing.customer() != null && persons.contains(standing.customer())
                    || standing.user() != null && users.contains(standing.user());
        }

        @Override
        void links(Situation situation, Set<CustomerId> persons) {}
    }

    static final class Given extends GiftRows {
        private final Table<Gift, Gift> rows;

        Given(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        List<Gift> all() {
            return rows.all();
        }

        @Override
        List<Gift> of(Set<CustomerId> customers) {
            return rows.where(gift -> customers.contains(gift.customer()));
        }

        void give(Gift gift) {
            rows.put(gift, gift);
        }

        void takeBack(Gift gift) {
            rows.remove(gift);
        }
    }

    static final class Asked extends ChangesRead {
        private final Table<Boolean, Instant> rows;

        Asked(Memory memory) {
            super(Memory.noDatabase());
            rows = memory.table();
        }

        @Override
        Optional<Instant> at() {
            return rows.get(true);
        }

        @Override
        void put(Instant startedAt) {
            rows.put(true, startedAt);
        }
    }

    /** Nobody looks at the board. */
    static final class NoBoard extends Health {
        NoBoard() {
            super(Memory.noDatabase());
        }

        @Override
        void count(Instant now) {}

        @Override
        void complete(Instant startedAt) {}

        @Override
        void agreement(LocalDate day) {}

        @Override
        void well() {}

        @Override
        void answered() {}

        @Override
        void trouble(String category, @Nullable Partner partner, String words, Instant now) {}
    }

    /** Everything is kept. */
    static final class Forever extends Retention {
        Forever() {
            super(Memory.noDatabase(), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
        }

        @Override
        void sweep(Instant now) {}
    }

    /** Whoever shares a login, an address or a Salto user. */
    static final class Around extends Circles {
        private final app.latchkey.nexudus.Snapshot nexudus;
        private final app.latchkey.salto.Snapshot salto;
        private final People people;
        private final Ledger ledger;

        Around(app.latchkey.nexudus.Snapshot nexudus, app.latchkey.salto.Snapshot salto, People people, Ledger ledger) {
            super(Memory.noDatabase());
            this.nexudus = nexudus;
            this.salto = salto;
            this.people = people;
            this.ledger = ledger;
        }

        @Override
        Set<CustomerId> customersOf(Set<PlatformUserId> users) {
            Set<CustomerId> customers = new HashSet<>();
            users.forEach(user -> customers.addAll(near(user)));
            return customers;
        }

        @Override
        Circle around(Set<CustomerId> customers) {
            Set<CustomerId> persons = new HashSet<>(customers);
            Set<PlatformUserId> users = new HashSet<>();
            int before = -1;
            while (before < persons.size() + users.size()) {
                before = persons.size() + users.size();
                List.copyOf(persons).forEach(person -> {
                    nexudus.customer(person).ifPresent(own -> {
                        nexudus.customers().stream()
                                .filter(other -> isLike(own, other))
                                .forEach(other -> persons.add(other.id()));
                        salto.users().stream()
                                .filter(user ->
                                        user.email().isPresent() && user.email().equals(own.email()))
                                .forEach(user -> users.add(user.platformUser()));
                    });
                    people.link(space(), person).ifPresent(link -> users.add(link.platformUser()));
                    ledger.all().stream()
                            .filter(row -> row.reasons().stream()
                                    .anyMatch(reason -> reason.customer().equals(person)))
                            .forEach(row -> users.add(row.membership().user()));
                });
                List.copyOf(users).forEach(user -> persons.addAll(near(user)));
            }
            return new Circle(persons, users);
        }

        private static SpaceId space() {
            return SpacesInMemory.inScope().orElseThrow();
        }

        private static boolean isLike(Customer one, Customer other) {
            return one.userId().isPresent() && one.userId().equals(other.userId())
                    || one.email().isPresent() && one.email().equals(other.email());
        }

        private Set<CustomerId> near(PlatformUserId user) {
            Set<CustomerId> near = new HashSet<>(people.customersOf(space(), user));
            ledger.of(Set.of(user)).stream()
                    .flatMap(row -> row.reasons().stream())
                    .forEach(reason -> near.add(reason.customer()));
            salto.user(user)
                    .flatMap(known -> known.email())
                    .ifPresent(email -> nexudus.customers().stream()
                            .filter(customer ->
                                    customer.email().filter(email::equals).isPresent())
                            .forEach(customer -> near.add(customer.id())));
            return near;
        }
    }
}
