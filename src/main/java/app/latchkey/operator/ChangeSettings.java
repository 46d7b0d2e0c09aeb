package app.latchkey.operator;

import app.latchkey.audit.Audit;
import app.latchkey.audit.AuditEntry;
import app.latchkey.identity.ByOperators;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.SpaceRules;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.RuleEffects;
import app.latchkey.sync.RulePreview;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** An operator's changes of a space's settings: each stands in the audit together with the change, and a run follows. */
@Service
public class ChangeSettings {

    /** How long a freeze lasts when nobody ends it. */
    public static final Duration FREEZE = Duration.ofHours(4);

    private static final String RULES = "changed the rules";

    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;
    private final RuleEffects effects;
    private final Clock clock;
    private final Consumer<SpaceId> run;

    @Autowired
    ChangeSettings(Scopes scopes, Spaces spaces, Audit audit, RuleEffects effects, Sync sync, Clock clock) {
        this(
                scopes,
                spaces,
                audit,
                effects,
                clock,
                space -> sync.again(space, Subject.wholeSpace(), "settings changed"));
    }

    ChangeSettings(Scopes scopes, Spaces spaces, Audit audit, RuleEffects effects, Clock clock, Consumer<SpaceId> run) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
        this.effects = effects;
        this.clock = clock;
        this.run = run;
    }

    /** What came of saving rules. */
    public sealed interface Saved {

        record Done() implements Saved {}

        /** What the change does is no longer what was shown; nothing was saved. */
        record Otherwise(RulePreview fresh) implements Saved {}

        /** Somebody else changed them since they were read; nothing was saved. */
        record Meanwhile(SpaceRules theirs, Optional<AuditEntry> change) implements Saved {}
    }

    /** The space as it stands now. */
    public Space read(SpaceId space) {
        return scopes.inSpace(space, () -> spaces.get(space));
    }

    /**
     * Saves exactly what was seen. Whoever loses access by it was shown by name, so that no rail holds that.
     *
     * @param expected the rules as this person read them
     */
    @ByOperators
    public Saved rules(SpaceId space, String who, SpaceRules expected, SpaceRules wanted, RulePreview seen) {
        Optional<Saved> refused = scopes.inSpace(space, () -> {
            if (!spaces.held(space).rules().equals(expected)) {
                return Optional.of(meanwhile(space));
            }
            if (!effects.promised(space, expected, wanted, seen)) {
                return Optional.of(new Saved.Otherwise(effects.preview(space, expected, wanted)));
            }
            spaces.rules(space, wanted);
            audit.record(space, who, RULES, RuleWords.changes(expected, wanted));
            return Optional.empty();
        });
        if (refused.isEmpty()) {
            run.accept(space);
        }
        return refused.orElseGet(Saved.Done::new);
    }

    private Saved meanwhile(SpaceId space) {
        Optional<AuditEntry> change = audit.latest(space, 200).stream()
                .filter(entry -> entry.what().equals(RULES))
                .findFirst();
        return new Saved.Meanwhile(spaces.get(space).rules(), change);
    }

    @ByOperators
    public void mode(SpaceId space, String who, Mode mode) {
        scopes.inSpace(space, () -> {
            spaces.mode(space, mode);
            audit.record(space, who, "changed the mode", Map.of("mode", RuleSentences.name(mode)));
        });
        run.accept(space);
    }

    /** Nothing is written to a door until it is resumed; doors stay as they are. */
    @ByOperators
    public void pause(SpaceId space, String who) {
        scopes.inSpace(space, () -> {
            spaces.pause(space);
            audit.record(space, who, "paused changes");
        });
        run.accept(space);
    }

    @ByOperators
    public void resume(SpaceId space, String who) {
        scopes.inSpace(space, () -> {
            spaces.resume(space);
            audit.record(space, who, "resumed changes");
        });
        run.accept(space);
    }

    /** Nothing is written to a door for the time of a freeze, or until it is ended; it lapses by itself. */
    @ByOperators
    public Instant freeze(SpaceId space, String who) {
        Instant until = clock.instant().plus(FREEZE);
        scopes.inSpace(space, () -> {
            spaces.freeze(space, Optional.of(until));
            audit.record(space, who, "stopped every change", Map.of("until", until.toString()));
        });
        run.accept(space);
        return until;
    }

    @ByOperators
    public void thaw(SpaceId space, String who) {
        scopes.inSpace(space, () -> {
            spaces.freeze(space, Optional.empty());
            audit.record(space, who, "let changes go on");
        });
        run.accept(space);
    }

    @ByOperators
    public void contact(SpaceId space, String who, ContactDetails contact) {
        scopes.inSpace(space, () -> {
            spaces.contact(space, contact);
            audit.record(space, who, "changed whom members call");
        });
    }

    @ByOperators
    public void passport(SpaceId space, String who, Passport passport) {
        scopes.inSpace(space, () -> {
            spaces.passport(space, passport);
            audit.record(space, who, "changed the Passport rule");
        });
    }

    @ByOperators
    public boolean wants(SpaceId space, Wish wish) {
        return scopes.inSpace(space, () -> spaces.wants(space, wish));
    }

    @ByOperators
    public void wish(SpaceId space, String who, Wish wish, boolean wanted) {
        scopes.inSpace(space, () -> {
            spaces.wish(space, wish, wanted);
            audit.record(space, who, said(wish, wanted));
        });
    }

    private static String said(Wish wish, boolean wanted) {
        return switch (wish) {
            case MORNING_MAIL -> wanted ? "turned the morning mail on" : "turned the morning mail off";
            case TELL_NEXUDUS -> wanted ? "has problems noted in Nexudus" : "has no problems noted in Nexudus";
            case PIN_TO_NEXUDUS -> wanted ? "has PINs written to Nexudus" : "has no PINs written to Nexudus";
            case CHECK_IN_AT_DOOR -> wanted ? "has people checked in at the door" : "has nobody checked in at the door";
        };
    }
}
