package app.latchkey.operator;

import app.latchkey.notice.Notice;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scope;
import app.latchkey.space.Scopes;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.TroubleCause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells staff of each cause once, at however many spaces it stops or holds up something, and once that it is over. */
@Component
class StaffAlertMail {

    /** A space has waited for it already. */
    private static final AlertRule AT_ONCE = new AlertRule(Duration.ZERO);

    private final Scopes scopes;
    private final StaffAlertRows rows;
    private final TellOnce tell;
    private final LatchkeySettings settings;

    StaffAlertMail(Scopes scopes, StaffAlertRows rows, TellOnce tell, LatchkeySettings settings) {
        this.scopes = scopes;
        this.rows = rows;
        this.tell = tell;
        this.settings = settings;
    }

    /** @param troubled every space of which an alert is kept */
    void look(Collection<Troubled> troubled, Instant now) {
        AlertRule rule = new AlertRule(settings.alertAfter());
        Map<TroubleCause, Alert> kept = scopes.inSystem(rows::all);
        Set<TroubleCause> causes = new HashSet<>(kept.keySet());
        troubled.forEach(one -> causes.add(one.alert().cause()));
        for (TroubleCause cause : causes) {
            Optional<Alert> before = Optional.ofNullable(kept.get(cause));
            Sight sight = Troubled.sight(cause, troubled, before, rule, now);
            tell.take(AT_ONCE.next(before, sight, now), before, new Staff(cause, troubled, now), now);
        }
    }

    /** Those who run the service, about one cause. */
    private final class Staff implements TellOnce.Audience {

        private final TroubleCause cause;
        private final Collection<Troubled> troubled;
        private final Instant now;

        Staff(TroubleCause cause, Collection<Troubled> troubled, Instant now) {
            this.cause = cause;
            this.troubled = troubled;
            this.now = now;
        }

        @Override
        public String name() {
            return "staff " + cause.key();
        }

        @Override
        public Collection<EmailAddress> people() {
            return settings.staff();
        }

        @Override
        public boolean keep(Alert alert) {
            return scopes.inSystem(() -> rows.keep(alert));
        }

        @Override
        public void forget() {
            scopes.run(Scope.system(), () -> rows.forget(cause));
        }

        @Override
        public Notice begins(String once, Alert alert) {
            List<SpaceHealth> spaces = Troubled.having(cause, troubled).stream()
                    .map(Troubled::health)
                    .toList();
            return StaffAlertLetter.begins(once, alert, spaces, now, service());
        }

        @Override
        public Notice ends(String once, Alert alert, Instant over) {
            return StaffAlertLetter.ends(once, alert, over, service());
        }

        private URI service() {
            return settings.publicUrl().resolve("/staff");
        }
    }
}
