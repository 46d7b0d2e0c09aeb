package app.latchkey.notice;

import app.latchkey.space.Scopes;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that keeps what it gets, or takes nothing. */
public final class FakeMail extends JavaMailSenderImpl {

    private final List<MimeMessage> taken = new ArrayList<>();
    private boolean down;

    /** The notices of a product whose mail goes here. */
    public Notices notices(TestDatabase database, Clock clock) {
        Scopes scopes = database.scopes();
        return new Notices(
                scopes, new NoticeRecords(database.jdbc()), new Post(this, TestSpaces.settings(""), ""), clock);
    }

    public void goDown() {
        down = true;
    }

    public void comeUp() {
        down = false;
    }

    public int count() {
        return taken.size();
    }

    /** Subject, receiver and plain text of the last one. */
    public String last() {
        try {
            MimeMessage mail = taken.getLast();
            mail.saveChanges();
            return mail.getSubject() + "\n" + mail.getAllRecipients()[0] + "\n" + plain(mail.getContent());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        if (down) {
            throw new MailSendException("451 try later, you said: secret-of-the-mail");
        }
        taken.addAll(List.of(messages));
    }

    private static String plain(Object content) throws MessagingException, IOException {
        if (!(content instanceof MimeMultipart parts)) {
            return content.toString();
        }
        BodyPart first = parts.getBodyPart(0);
        return plain(first.getContent());
    }
}
