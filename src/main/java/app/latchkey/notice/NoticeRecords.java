package app.latchkey.notice;

import app.latchkey.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notice}, in System scope: which notice went to whom, without its text. */
@Repository
class NoticeRecords {

    /** A notice claimed so long ago by a node that never said what became of it, may be sent by another. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    NoticeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True for the one caller who is to send it. */
    boolean claim(EmailAddress to, Notice notice, Instant now) {
        return jdbc.sql("""
            insert into notice (email_norm, once, subject, state, attempts, claimed_at)
            values (:to, :once, :subject, 'CLAIMED', 1, :now)
            on conflict (email_norm, once) do update
              set state = 'CLAIMED', attempts = notice.attempts + 1, claimed_at = excluded.claimed_at
              where notice.state = 'FAILED' or (notice.state = 'CLAIMED' and notice.claimed_at < :abandoned)
            """)
                        .param("to", to.value())
                        .param("once", notice.once())
                        .param("subject", notice.subject())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("abandoned", now.minus(ABANDONED).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean isSent(EmailAddress to, String once) {
        return jdbc.sql("select exists (select from notice where email_norm = :to and once = :once and state ="
                        + " 'SENT')")
                .param("to", to.value())
                .param("once", once)
                .query(Boolean.class)
                .single();
    }

    void sent(EmailAddress to, Notice notice, Instant now) {
        jdbc.sql("""
            update notice set state = 'SENT', sent_at = :now, failure = null
            where email_norm = :to and once = :once
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("to", to.value())
                .param("once", notice.once())
                .update();
    }

    void failed(EmailAddress to, Notice notice, String cause) {
        jdbc.sql("update notice set state = 'FAILED', failure = :cause where email_norm = :to and once" + " = :once")
                .param("cause", cause)
                .param("to", to.value())
                .param("once", notice.once())
                .update();
    }
}
