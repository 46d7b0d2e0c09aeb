package app.latchkey.sync.run;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.nexudus.CustomerRecords;
import app.latchkey.salto.Credentials;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.salto.Tag;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.CardState;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.plan.Tags.Card;
import app.latchkey.sync.plan.Tags.Ours;
import app.latchkey.sync.plan.Tags.State;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives tags and takes them back, each after a look at what is so this moment, and each read back: between a reading and a write somebody at the
 * space may have given the tag by hand. Outside any scope.
 */
@Component
class TagWrites {

    private final Scopes scopes;
    private final SaltoKs salto;
    private final Credentials credentials;
    private final CustomerRecords records;
    private final Snapshot observed;
    private final TagRows rows;
    private final Deeds deeds;
    private final Clock clock;

    TagWrites(
            Scopes scopes,
            SaltoKs salto,
            Credentials credentials,
            CustomerRecords records,
            Snapshot observed,
            TagRows rows,
            Deeds deeds,
            Clock clock) {
        this.scopes = scopes;
        this.salto = salto;
        this.credentials = credentials;
        this.records = records;
        this.observed = observed;
        this.rows = rows;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * How the card stands afterwards. Nothing is written where Nexudus, asked once more, does not name the card, or where anybody else has the
     * tag.
     */
    State give(RunLog log, Card card) {
        if (!isNamed(log.space(), card)) {
            return new State(CardState.ON_ITS_WAY, "");
        }
        Optional<SaltoUser> user = anew(log.space(), card.user());
        if (user.isEmpty()) {
            return new State(CardState.ON_ITS_WAY, "");
        }
        Optional<String> has = user.get().tagNumber();
        if (has.isPresent()) {
            return has.get().equals(card.number())
                    ? new State(CardState.IN_SALTO, "")
                    : new State(
                            isOurs(log.space(), has.get()) ? CardState.BEING_MOVED : CardState.ANOTHER_TAG, has.get());
        }
        Set<PlatformUserId> others = others(log.space(), card.number(), card.user());
        if (!others.isEmpty()) {
            return heldBy(log.space(), card.number(), others.iterator().next());
        }
        return credentials
                .tag(log.space(), card.number())
                .map(tag -> give(log, card, user.get(), tag))
                .orElseGet(() -> new State(CardState.NOT_REGISTERED, ""));
    }

    private boolean isNamed(SpaceId space, Card card) {
        return records.cards(space, card.customer())
                .filter(cards -> cards.contains(card.number()))
                .isPresent();
    }

    private State give(RunLog log, Card card, SaltoUser user, Tag tag) {
        scopes.inSpace(log.space(), () -> rows.intend(card, user.siteUser(), log.number(), clock.instant()));
        Optional<SaltoUser> given = deeds.write(
                log,
                line(What.GIVE_TAG, card.customer(), card.user(), card.number(), card.name()),
                () -> given(log.space(), user, tag),
                now -> {
                    rows.confirm(card.number());
                    observed.put(now, clock.instant());
                });
        return given.map(_ -> new State(CardState.IN_SALTO, "")).orElseGet(() -> notGiven(log, card));
    }

    /** Whatever may have worked stays ours until Salto shows that it did not. */
    private State notGiven(RunLog log, Card card) {
        PartnerFailure failure = log.failure().orElseThrow();
        if (failure.againHelps()) {
            return new State(CardState.ON_ITS_WAY, "");
        }
        scopes.inSpace(log.space(), () -> rows.forget(card.number()));
        return new State(CardState.REFUSED, failure.words());
    }

    private SaltoUser given(SpaceId space, SaltoUser user, Tag tag) {
        SaltoUser now = afterwards(space, user, () -> credentials.give(space, user.siteUser(), tag));
        if (now.tagNumber().filter(tag.number()::equals).isEmpty()) {
            throw notReady("Salto KS does not show the tag on this user yet.");
        }
        return now;
    }

    /**
     * Takes back a tag of ours, once Nexudus itself says that the customer has that card no more.
     *
     * @return whether the tag is free
     */
    boolean take(RunLog log, Ours ours) {
        SpaceId space = log.space();
        boolean isOver = records.cards(space, ours.customer())
                .filter(cards -> !cards.contains(ours.number()))
                .isPresent();
        if (!isOver) {
            return false;
        }
        Optional<SaltoUser> user = holding(space, ours);
        if (user.isEmpty()) {
            scopes.inSpace(space, () -> rows.forget(ours.number()));
            return true;
        }
        return take(log, ours, user.get(), () -> {});
    }

    /** Who has it this moment, where that is still whom we gave it to. */
    Optional<SaltoUser> holding(SpaceId space, Ours ours) {
        return anew(space, ours.user())
                .filter(now -> now.tagNumber().filter(ours.number()::equals).isPresent());
    }

    /**
     * Takes it back, whatever Nexudus says.
     *
     * @param also what else is to be remembered when it worked; within the space's scope
     */
    boolean take(RunLog log, Ours ours, SaltoUser holder, Runnable also) {
        return deeds.write(log, taking(ours), () -> taken(log.space(), holder, ours.number()), now -> {
                    rows.forget(ours.number());
                    observed.put(now, clock.instant());
                    also.run();
                })
                .isPresent();
    }

    static Journal.Line taking(Ours ours) {
        return line(What.TAKE_TAG, ours.customer(), ours.user(), ours.number(), ours.name());
    }

    private SaltoUser taken(SpaceId space, SaltoUser user, String number) {
        SaltoUser now = afterwards(space, user, () -> credentials.take(space, user.siteUser()));
        if (now.tagNumber().isPresent() || !credentials.holders(space, number).isEmpty()) {
            throw notReady("Salto KS has not let go of the tag yet.");
        }
        return now;
    }

    /** An answer that was lost says nothing: what Salto shows does. */
    private SaltoUser afterwards(SpaceId space, SaltoUser user, Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            if (!SaltoWrites.isLost(failure)) {
                throw failure;
            }
        }
        return shown(space, user)
                .orElseThrow(() ->
                        PartnerFailure.of(Partner.SALTO, Category.NOT_FOUND, "Salto KS has no such user any more."));
    }

    /** Where Salto refuses to be read, it is as unknown as without an answer what the call has done. */
    private Optional<SaltoUser> shown(SpaceId space, SaltoUser user) {
        try {
            return salto.user(space, user.siteUser());
        } catch (PartnerFailure unread) {
            throw unread.againHelps()
                    ? unread
                    : PartnerFailure.of(
                            Partner.SALTO, Category.SILENT, "Salto KS does not show what came of it.", unread);
        }
    }

    private State heldBy(SpaceId space, String number, PlatformUserId holder) {
        Optional<SaltoUser> known = known(space, holder);
        if (known.isEmpty()) {
            return new State(CardState.OF_ANOTHER_SITE, "");
        }
        if (isOurs(space, number)) {
            return new State(CardState.BEING_MOVED, known.get().name());
        }
        return new State(
                known.get().isPrivileged() ? CardState.HELD_BY_ADMINISTRATOR : CardState.HELD_BY_ANOTHER,
                known.get().name());
    }

    private boolean isOurs(SpaceId space, String number) {
        return scopes.inSpace(space, rows::ours).stream()
                .anyMatch(one -> one.number().equals(number));
    }

    private Set<PlatformUserId> others(SpaceId space, String number, PlatformUserId user) {
        Set<PlatformUserId> others = new HashSet<>(credentials.holders(space, number));
        others.remove(user);
        return others;
    }

    private Optional<SaltoUser> known(SpaceId space, PlatformUserId user) {
        return scopes.inSpace(space, () -> observed.user(user));
    }

    private Optional<SaltoUser> anew(SpaceId space, PlatformUserId user) {
        return known(space, user).flatMap(found -> salto.user(space, found.siteUser()));
    }

    private static Journal.Line line(What what, CustomerId customer, PlatformUserId user, String number, String name) {
        return new Journal.Line(
                what,
                RunChangeRow.State.INTENDED,
                customer,
                user,
                null,
                "Tag " + number + " of " + name,
                List.of(),
                null);
    }

    private static PartnerFailure notReady(String words) {
        return PartnerFailure.of(Partner.SALTO, Category.NOT_READY, words);
    }
}
