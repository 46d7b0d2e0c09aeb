package app.latchkey.notice;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a notice to the mail server, as plain text and as HTML. */
@Component
class Post {

    private final JavaMailSender mail;
    private final String from;

    Post(JavaMailSender mail, LatchkeySettings settings, @Value("${latchkey.mail.from:}") String from) {
        this.mail = mail;
        this.from =
                from.isBlank() ? "Latchkey <no-reply@" + settings.publicUrl().getHost() + ">" : from.strip();
    }

    /** @throws org.springframework.mail.MailException when the server does not take it */
    void send(EmailAddress to, Notice notice) {
        MimeMessage message = mail.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to.value());
            parts.setSubject(notice.subject());
            parts.setText(Letter.plain(notice), Letter.html(notice));
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException malformed) {
            throw new MailPreparationException("The notice could not be written as a mail", malformed);
        }
        mail.send(message);
    }
}
