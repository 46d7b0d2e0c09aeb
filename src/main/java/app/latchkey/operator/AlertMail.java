package app.latchkey.operator;

import app.latchkey.notice.Notice;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceTroubles;
import app.latchkey.sync.StaffBoard;
import app.latchkey.sync.Ticked;
import app.latchkey.sync.Touched;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks each minute which spaces have stopped or stay behind, and which work again. A dead sign-in has a mail of its own. */
@Component
class AlertMail {

    private final StaffBoard board;
    private final SpaceTroubles troubles;
    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final AlertRows rows;
    private final TellOnce tell;
    private final StaffAlertMail staff;
    private final LatchkeySettings settings;

    /** A mail server that does not answer may hold up a look for longer than the minute between two. */
    private final ReentrantLock looking = new ReentrantLock();

    AlertMail(
            StaffBoard board,
            SpaceTroubles troubles,
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            AlertRows rows,
            TellOnce tell,
            StaffAlertMail staff,
            LatchkeySettings settings) {
        this.board = board;
        this.troubles = troubles;
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.rows = rows;
        this.tell = tell;
        this.staff = staff;
        this.settings = settings;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("alerts").start(() -> {
            if (looking.tryLock()) {
                try {
                    look(tick.at());
                } finally {
                    looking.unlock();
                }
            }
        });
    }

    void look(Instant now) {
        Map<SpaceId, SpaceHealth> health =
                board.board().stream().collect(Collectors.toMap(SpaceHealth::space, Function.identity()));
        Map<SpaceId, Alert> kept = scopes.inSystem(rows::all);
        AlertRule rule = new AlertRule(settings.alertAfter());
        each.serve(
                "alerts",
                _ -> true,
                space -> Optional.ofNullable(health.get(space.id()))
                        .ifPresent(one ->
                                look(rule, new Operators(space, one, now), Optional.ofNullable(kept.get(space.id())))));
        staff.look(troubled(health, now), now);
    }

    /** As the look has left them. */
    private List<Troubled> troubled(Map<SpaceId, SpaceHealth> health, Instant now) {
        List<Troubled> troubled = new ArrayList<>();
        scopes.inSystem(rows::all)
                .forEach((space, alert) -> Optional.ofNullable(health.get(space))
                        .ifPresent(one -> troubled.add(new Troubled(one, Sight.of(one, now), alert))));
        return troubled;
    }

    private void look(AlertRule rule, Operators operators, Optional<Alert> kept) {
        Instant now = operators.now;
        tell.take(rule.next(kept, Sight.of(operators.health, now), now), kept, operators, now);
    }

    /** Those who run one space. */
    private final class Operators implements TellOnce.Audience {

        private final Space space;
        private final SpaceHealth health;
        private final Instant now;

        Operators(Space space, SpaceHealth health, Instant now) {
            this.space = space;
            this.health = health;
            this.now = now;
        }

        @Override
        public String name() {
            return space.id().toString();
        }

        @Override
        public Collection<EmailAddress> people() {
            return scopes.inSpace(space.id(), () -> spaces.operatorsOf(space.id()));
        }

        @Override
        public boolean keep(Alert alert) {
            return scopes.inSpace(space.id(), () -> rows.keep(space.id(), alert));
        }

        @Override
        public void forget() {
            scopes.inSpace(space.id(), () -> rows.forget(space.id()));
        }

        @Override
        public Notice begins(String once, Alert alert) {
            Touched touched = troubles.touched(space.id(), AlertLetter.AHEAD);
            return AlertLetter.begins(once, space, alert, touched, now, page());
        }

        @Override
        public Notice ends(String once, Alert alert, Instant over) {
            return AlertLetter.ends(once, space, alert, over, page());
        }

        private URI page() {
            return settings.publicUrl().resolve("/spaces/" + space.slug());
        }
    }
}
