package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerCall;
import app.latchkey.connection.PartnerCalls;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.nexudus.CustomerRecords;
import app.latchkey.people.People;
import app.latchkey.salto.Credentials;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.PinAnswer;
import app.latchkey.sync.PinAnswer.Why;
import app.latchkey.sync.Pins;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.RunOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** PINs on behalf of whoever asks, each a run of its own: the person waits for it, and it changes nothing that a run of the space looks at. */
@Service
class RecordedPins implements Pins {

    private static final int STEP = 1;

    private final Scopes scopes;
    private final Spaces spaces;
    private final People people;
    private final Snapshot observed;
    private final SaltoKs salto;
    private final Credentials credentials;
    private final CustomerRecords records;
    private final Journal journal;
    private final KeyRows keys;
    private final Audit audit;
    private final Clock clock;

    RecordedPins(
            Scopes scopes,
            Spaces spaces,
            People people,
            Snapshot observed,
            SaltoKs salto,
            Credentials credentials,
            CustomerRecords records,
            Journal journal,
            KeyRows keys,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.people = people;
        this.observed = observed;
        this.salto = salto;
        this.credentials = credentials;
        this.records = records;
        this.journal = journal;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param done what the audit says when it worked
     * @param asked what it says otherwise
     */
    private record Deed(What what, String done, String asked) {

        static final Deed ALLOW = new Deed(What.ALLOW_PIN, "switched PINs on", "asked for PINs to be switched on");
        static final Deed MAKE = new Deed(What.NEW_PIN, "made a new PIN", "asked for a new PIN");
        static final Deed END = new Deed(What.NEW_PIN, "ended a PIN", "asked for a new PIN");
    }

    /** Whom it is about, and who asks. */
    private record Asking(SpaceId space, CustomerId customer, String who) {}

    @Override
    public boolean isHeld(SpaceId space) {
        return !scopes.inSpace(space, () -> spaces.get(space)).writesFreely(clock.instant());
    }

    @Override
    public PinAnswer make(SpaceId space, CustomerId customer, String who) {
        PinAnswer answer = newPin(new Asking(space, customer, who), Deed.MAKE);
        if (answer instanceof PinAnswer.Made(Secret pin)) {
            tellNexudus(space, customer, pin, who);
        }
        return answer;
    }

    @Override
    public Optional<Why> end(SpaceId space, CustomerId customer, String who) {
        return switch (newPin(new Asking(space, customer, who), Deed.END)) {
            case PinAnswer.Made _ -> Optional.empty();
            case PinAnswer.Not(Why why) -> Optional.of(why);
        };
    }

    private PinAnswer newPin(Asking asking, Deed deed) {
        try {
            SaltoUser user =
                    mayHaveOne(asking).filter(SaltoUser::usesPin).orElseThrow(() -> new NotAsked(Why.NOT_HERE));
            return new PinAnswer.Made(done(
                    asking,
                    deed,
                    user,
                    () -> credentials.newPin(asking.space(), user.siteUser()),
                    _ -> keys.pinMade(user.platformUser(), clock.instant())));
        } catch (NotAsked not) {
            return new PinAnswer.Not(not.why);
        } catch (PartnerFailure failure) {
            return new PinAnswer.Not(why(failure));
        }
    }

    @Override
    public Optional<Why> allow(SpaceId space, CustomerId customer, String who) {
        Asking asking = new Asking(space, customer, who);
        try {
            SaltoUser user = mayHaveOne(asking).orElseThrow(() -> new NotAsked(Why.NOT_HERE));
            if (user.usesPin()) {
                scopes.inSpace(space, () -> observed.put(user, clock.instant()));
                return Optional.empty();
            }
            var unused = done(
                    asking, Deed.ALLOW, user, () -> allowed(space, user), now -> observed.put(now, clock.instant()));
            return Optional.empty();
        } catch (NotAsked not) {
            return Optional.of(not.why);
        } catch (PartnerFailure failure) {
            return Optional.of(why(failure));
        }
    }

    /** An answer that was lost says nothing: what Salto shows does. */
    private SaltoUser allowed(SpaceId space, SaltoUser user) {
        try {
            credentials.allowPin(space, user.siteUser());
        } catch (PartnerFailure failure) {
            if (!SaltoWrites.isLost(failure)) {
                throw failure;
            }
        }
        return salto.user(space, user.siteUser())
                .filter(SaltoUser::usesPin)
                .orElseThrow(() -> PartnerFailure.of(
                        Partner.SALTO,
                        Category.NOT_READY,
                        "Salto KS does not show yet that this user may have a PIN."));
    }

    /** Nothing was asked of Salto but reading. */
    private static final class NotAsked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Why why;

        NotAsked(Why why) {
            this.why = why;
        }
    }

    /** Who may open by a PIN at this site, whether Salto lets him have one or not. */
    private Optional<SaltoUser> mayHaveOne(Asking asking) {
        SpaceId space = asking.space();
        if (isHeld(space)) {
            throw new NotAsked(Why.PAUSED);
        }
        try {
            Optional<SaltoUser> linked = scopes.inSpace(
                    space,
                    () -> Optional.ofNullable(people.links(space).get(asking.customer()))
                            .flatMap(observed::user));
            if (linked.isEmpty() || !credentials.takesPins(space)) {
                return Optional.empty();
            }
            return salto.user(space, linked.get().siteUser())
                    .filter(user -> user.subscribed()
                            && !user.blocked()
                            && user.expired(clock.instant()).isEmpty());
        } catch (PartnerFailure away) {
            throw new NotAsked(Why.AWAY);
        }
    }

    /** The intent before the call, then what came of it. */
    private <T> T done(Asking asking, Deed deed, SaltoUser user, Supplier<T> call, Consumer<T> state) {
        SpaceId space = asking.space();
        Map<String, String> about = Map.of("customer", asking.customer().toString());
        long run = scopes.inSpace(space, () -> intend(asking.customer(), user, deed.what()));
        List<PartnerCall> calls = new ArrayList<>();
        long began = System.nanoTime();
        try {
            T done = PartnerCalls.heard(calls::add, call);
            scopes.inSpace(space, () -> {
                state.accept(done);
                audit.record(space, asking.who(), deed.done(), about);
                close(run, null, began, calls);
            });
            return done;
        } catch (PartnerFailure failure) {
            Map<String, String> became = new HashMap<>(about);
            became.put("came of it", why(failure).name());
            scopes.inSpace(space, () -> {
                audit.record(space, asking.who(), deed.asked(), became);
                close(run, failure.words(), began, calls);
            });
            throw failure;
        }
    }

    private long intend(CustomerId customer, SaltoUser user, What what) {
        Instant now = clock.instant();
        long run = journal.beginBeside(customer, "asked by a person", now);
        journal.write(
                run,
                STEP,
                new Journal.Line(
                        what, State.INTENDED, customer, user.platformUser(), null, user.name(), List.of(), null),
                now);
        return run;
    }

    private void close(long run, @Nullable String trouble, long began, List<PartnerCall> calls) {
        Instant now = clock.instant();
        long millis = (System.nanoTime() - began) / 1_000_000;
        journal.ended(run, STEP, trouble == null ? State.DONE : State.FAILED, trouble, now, millis);
        journal.said(run, STEP, calls);
        journal.endBeside(run, trouble == null ? RunOutcome.DONE : RunOutcome.PARTLY, trouble, now);
    }

    /** The PIN counts whether Nexudus takes it or not. */
    private void tellNexudus(SpaceId space, CustomerId customer, Secret pin, String who) {
        if (!scopes.inSpace(space, () -> spaces.wants(space, Wish.PIN_TO_NEXUDUS))) {
            return;
        }
        String came;
        try {
            records.pincode(space, customer, pin);
            came = "wrote the PIN to the customer in Nexudus";
        } catch (PartnerFailure failure) {
            came = "could not write the PIN to the customer in Nexudus";
        }
        String said = came;
        scopes.inSpace(space, () -> audit.record(space, who, said, Map.of("customer", customer.toString())));
    }

    private static Why why(PartnerFailure failure) {
        if (SaltoWrites.isLost(failure)) {
            return Why.UNCLEAR;
        }
        if (failure.is(Category.NOT_READY)) {
            return Why.NOT_READY;
        }
        return failure.is(Category.THROTTLED) || failure.is(Category.NEEDS_SIGN_IN) ? Why.AWAY : Why.REFUSED;
    }
}
