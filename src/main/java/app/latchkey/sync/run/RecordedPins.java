package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
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
import app.latchkey.space.Space;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Override
    public PinAnswer make(SpaceId space, CustomerId customer, String who) {
        PinAnswer answer = asked(space, customer, who, "made a new PIN");
        if (answer instanceof PinAnswer.Made(Secret pin)) {
            tellNexudus(space, customer, pin, who);
        }
        return answer;
    }

    @Override
    public Optional<Why> end(SpaceId space, CustomerId customer, String who) {
        return switch (asked(space, customer, who, "ended a PIN")) {
            case PinAnswer.Made _ -> Optional.empty();
            case PinAnswer.Not(Why why) -> Optional.of(why);
        };
    }

    private PinAnswer asked(SpaceId space, CustomerId customer, String who, String deed) {
        Space known = scopes.inSpace(space, () -> spaces.get(space));
        if (!known.writesFreely(clock.instant())) {
            return new PinAnswer.Not(Why.PAUSED);
        }
        Optional<SaltoUser> user;
        try {
            user = mayHaveOne(space, customer);
        } catch (PartnerFailure nothingAsked) {
            return new PinAnswer.Not(Why.AWAY);
        }
        return user.map(one -> made(space, customer, one, who, deed)).orElseGet(() -> new PinAnswer.Not(Why.NOT_HERE));
    }

    private Optional<SaltoUser> mayHaveOne(SpaceId space, CustomerId customer) {
        Optional<SaltoUser> linked = scopes.inSpace(
                space,
                () -> Optional.ofNullable(people.links(space).get(customer)).flatMap(observed::user));
        if (linked.isEmpty() || !credentials.takesPins(space)) {
            return Optional.empty();
        }
        return salto.user(space, linked.get().siteUser())
                .filter(user -> user.usesPin() && user.subscribed() && !user.blocked());
    }

    private PinAnswer made(SpaceId space, CustomerId customer, SaltoUser user, String who, String deed) {
        long run = scopes.inSpace(space, () -> intend(customer, user));
        List<PartnerCall> calls = new ArrayList<>();
        long began = System.nanoTime();
        try {
            Secret pin = PartnerCalls.heard(calls::add, () -> credentials.newPin(space, user.siteUser()));
            scopes.inSpace(space, () -> {
                keys.pinMade(user.platformUser(), clock.instant());
                audit.record(space, who, deed, Map.of("customer", customer.toString()));
                close(run, null, began, calls);
            });
            return new PinAnswer.Made(pin);
        } catch (PartnerFailure failure) {
            Why why = why(failure);
            scopes.inSpace(space, () -> {
                audit.record(
                        space,
                        who,
                        "asked for a new PIN",
                        Map.of("customer", customer.toString(), "came of it", why.name()));
                close(run, failure.words(), began, calls);
            });
            return new PinAnswer.Not(why);
        }
    }

    private long intend(CustomerId customer, SaltoUser user) {
        Instant now = clock.instant();
        long run = journal.beginBeside(customer, "asked by a person", now);
        journal.write(
                run,
                STEP,
                new Journal.Line(
                        What.NEW_PIN,
                        State.INTENDED,
                        customer,
                        user.platformUser(),
                        null,
                        user.name(),
                        List.of(),
                        null),
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
