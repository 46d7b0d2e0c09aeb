package app.latchkey.operator;

import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.Overnight;
import app.latchkey.sync.Ticked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to a space's team each morning what happened overnight and who arrives today, so that a front desk can let people in by hand should
 * Latchkey be away. Silent where there is nothing to say, in a space that only watches, and where an operator wants none.
 */
@Component
class MorningMail {

    private static final LocalTime FROM = LocalTime.of(6, 30);

    /** Who comes to it later has seen the day already. */
    private static final LocalTime UNTIL = LocalTime.NOON;

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Overnight.Read nights;
    private final Notices notices;
    private final LatchkeySettings settings;

    /** What this node has seen to already; that nobody gets a mail twice is seen to by {@link Notices}. */
    private final Map<SpaceId, LocalDate> written = new ConcurrentHashMap<>();

    MorningMail(
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            Overnight.Read nights,
            Notices notices,
            LatchkeySettings settings) {
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.nights = nights;
        this.notices = notices;
        this.settings = settings;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("morning").start(() -> look(tick.at()));
    }

    private void look(Instant now) {
        each.serve(
                "morning mail",
                space -> space.active() && space.mode() != Mode.WATCH,
                space -> look(space, now.atZone(space.zone())));
    }

    /** @param now in the space's zone */
    void look(Space space, ZonedDateTime now) {
        LocalDate day = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        if (!time.isBefore(FROM) && time.isBefore(UNTIL) && !day.equals(written.get(space.id())) && write(space, now)) {
            written.put(space.id(), day);
        }
    }

    /** Whether nobody is left to write to. */
    private boolean write(Space space, ZonedDateTime now) {
        List<EmailAddress> team = scopes.inSpace(
                space.id(),
                () -> spaces.wants(space.id(), Wish.MORNING_MAIL)
                        ? spaces.teamOf(space.id())
                        : List.<EmailAddress>of());
        if (team.isEmpty()) {
            return true;
        }
        Overnight night =
                nights.since(space.id(), now.with(EVENING).minusDays(1).toInstant(), now.toInstant());
        if (night.isQuiet()) {
            return true;
        }
        Notice notice = MorningLetter.of(
                space, now.toLocalDate(), night, settings.publicUrl().resolve("/spaces/" + space.slug()));
        return notices.sendToAll(team, notice);
    }
}
