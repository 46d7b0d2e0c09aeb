package app.latchkey.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesIT {

    private static final EmailAddress ANA = new EmailAddress("ana@example.com");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final FakeMail mail = new FakeMail();
    private final Notices notices =
            mail.notices(DATABASE, Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void sendsEachNoticeOncePerAddress() {
        assertThat(notices.send(ANA, notice("once"))).isEqualTo(Delivery.SENT);
        assertThat(notices.send(ANA, notice("once"))).isEqualTo(Delivery.SENT_BEFORE);
        assertThat(notices.send(new EmailAddress("ben@example.com"), notice("once")))
                .isEqualTo(Delivery.SENT);
        assertThat(mail.count()).isEqualTo(2);
    }

    @Test
    void triesAgainWhatTheServerDidNotTake() {
        mail.goDown();
        assertThat(notices.send(ANA, notice("again"))).isEqualTo(Delivery.FAILED);
        mail.comeUp();
        assertThat(notices.send(ANA, notice("again"))).isEqualTo(Delivery.SENT);
        assertThat(notices.send(ANA, notice("again"))).isEqualTo(Delivery.SENT_BEFORE);
    }

    @Test
    void storesNeitherItsTextNorTheServersAnswer() {
        mail.goDown();
        notices.send(ANA, notice("silent"));
        List<String> stored = DATABASE.scopes()
                .inSystem(() -> DATABASE.jdbc()
                        .sql("select notice::text from notice")
                        .query(String.class)
                        .list());
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains("secret-of-the-mail"));
    }

    @Test
    void writesPlainTextWithItsLink() {
        notices.send(ANA, notice("text").withLink("Sign in to Salto", URI.create("https://doors.example.com/x")));
        assertThat(mail.last())
                .contains("Salto needs you", "ana@example.com", "Sign in to Salto:", "https://doors.example.com/x");
    }

    private static Notice notice(String once) {
        return Notice.of(once, "Salto needs you", List.of("12 arrivals are at risk: secret-of-the-mail."));
    }
}
