package app.latchkey.notice;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scope;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends each notice once, by mail, and records that it did or why it could not. The text itself is neither stored nor logged. */
@Service
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Scopes scopes;
    private final NoticeRecords records;
    private final Post post;
    private final Clock clock;

    Notices(Scopes scopes, NoticeRecords records, Post post, Clock clock) {
        this.scopes = scopes;
        this.records = records;
        this.post = post;
        this.clock = clock;
    }

    public Delivery send(EmailAddress to, Notice notice) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return sendNow(to, notice);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("notice").start(() -> sendNow(to, notice));
            }
        });
        return Delivery.AFTER_COMMIT;
    }

    /** @return whether every one of them has it now; if not, sending it again tries again for the others. Outside any transaction */
    public boolean sendToAll(Collection<EmailAddress> people, Notice notice) {
        return people.stream()
                        .map(one -> send(one, notice))
                        .filter(delivery -> delivery != Delivery.SENT && delivery != Delivery.SENT_BEFORE)
                        .count()
                == 0;
    }

    /** Whether the address got the notice of that name. Outside any transaction */
    public boolean got(EmailAddress to, String once) {
        return scopes.inSystem(() -> records.isSent(to, once));
    }

    private Delivery sendNow(EmailAddress to, Notice notice) {
        boolean ours = scopes.inSystem(() -> records.claim(to, notice, clock.instant()));
        if (ours) {
            return post(to, notice);
        }
        return scopes.inSystem(() -> records.isSent(to, notice.once())) ? Delivery.SENT_BEFORE : Delivery.UNDER_WAY;
    }

    private Delivery post(EmailAddress to, Notice notice) {
        try {
            post.send(to, notice);
            scopes.run(Scope.system(), () -> records.sent(to, notice, clock.instant()));
            return Delivery.SENT;
        } catch (MailException refused) {
            String cause = rootOf(refused).getClass().getSimpleName();
            scopes.run(Scope.system(), () -> records.failed(to, notice, cause));
            LOG.warn("A notice \"{}\" could not be sent: {}", notice.subject(), cause);
            return Delivery.FAILED;
        }
    }

    /** Its kind, not its words: a mail server's answer may repeat what was in the mail. */
    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
