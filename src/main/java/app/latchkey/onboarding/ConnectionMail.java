package app.latchkey.onboarding;

import app.latchkey.connection.ConnectionDied;
import app.latchkey.connection.ConnectionRevived;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.onboarding.NewsRows.News;
import app.latchkey.onboarding.NewsRows.What;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scope;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Ticked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a space's operators when a connection has died, and when it works again. What is to be told is written in the transaction that changes
 * the connection; it is sent at once from a thread of its own, because whoever found the connection dead is in the middle of a request, and by the
 * tick where that did not happen: the node may have died just then, or no mail server listened.
 */
@Component
class ConnectionMail {

    /** Later than that it is no news any more. */
    private static final Duration IS_NEWS_FOR = Duration.ofDays(1);

    private final NewsRows rows;
    private final ConnectionLetter letters;
    private final Notices notices;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Clock clock;

    ConnectionMail(
            NewsRows rows, ConnectionLetter letters, Notices notices, Scopes scopes, Spaces spaces, Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.notices = notices;
        this.scopes = scopes;
        this.spaces = spaces;
        this.clock = clock;
    }

    @EventListener
    void on(ConnectionDied died) {
        keep(new News(died.space(), died.partner(), What.DIED, died.at(), died.at()));
    }

    /** Of a death that nobody was told of, nobody needs to hear that it is over. */
    @EventListener
    void on(ConnectionRevived revived) {
        boolean unheard = scopes.inSpace(revived.space(), () -> rows.takeBackDeath(revived.space(), revived.partner()));
        if (!unheard) {
            keep(new News(revived.space(), revived.partner(), What.REVIVED, revived.at(), revived.diedAt()));
        }
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("connection-mail").start(() -> send(tick.at()));
    }

    private void keep(News news) {
        scopes.inSpace(news.space(), () -> {
            rows.add(news);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Thread.ofVirtual().name("connection-mail").start(() -> send(clock.instant()));
                }
            });
        });
    }

    /** Sends what is due, on whichever node comes first. */
    void send(Instant now) {
        scopes.inSystem(() -> rows.due(now)).stream()
                .filter(news -> isOld(news, now) || everybodyHas(news))
                .forEach(news -> scopes.run(Scope.system(), () -> rows.done(news)));
    }

    private static boolean isOld(News news, Instant now) {
        return news.at().plus(IS_NEWS_FOR).isBefore(now);
    }

    private boolean everybodyHas(News news) {
        Notice notice = letters.about(news);
        List<EmailAddress> operators = scopes.inSpace(news.space(), () -> spaces.operatorsOf(news.space()));
        return notices.sendToAll(operators, notice);
    }
}
