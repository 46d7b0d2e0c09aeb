package sandbox.console;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sandbox.http.Fields;
import sandbox.http.Html;
import sandbox.mail.Mail;
import sandbox.partners.Partners;

/** The mails that the product sent, newest first, with links to click. */
final class InboxPage {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&\"]+(?:&amp;[^\\s<>&\"]+)*");

    private InboxPage() {}

    static String body(Partners partners) {
        String mails = partners.inbox().all().reversed().stream()
                .map(InboxPage::article)
                .collect(Collectors.joining());
        return "<h2>Inbox</h2>" + (mails.isEmpty() ? "<p class=\"soft\">No mail yet.</p>" : mails);
    }

    static Fields fields(Mail mail) {
        return Fields.of(
                "number", mail.number(),
                "to", mail.to(),
                "subject", mail.subject(),
                "text", mail.text(),
                "html", mail.html());
    }

    private static String article(Mail mail) {
        return """
                <article><h3>%s</h3><p class="soft">to %s · from %s</p><pre>%s</pre></article>
                """.formatted(
                        Html.escape(mail.subject()),
                        Html.escape(String.join(", ", mail.to())),
                        Html.escape(mail.from()),
                        withLinks(Html.escape(mail.text().isBlank() ? plain(mail.html()) : mail.text())));
    }

    private static String plain(String html) {
        return html.replaceAll("(?i)<a [^>]*href=\"([^\"]+)\"[^>]*>", "$1 ")
                .replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\n\\s*\\n+", "\n")
                .replace("&amp;", "&")
                .strip();
    }

    private static String withLinks(String escaped) {
        return LINK.matcher(escaped).replaceAll(found -> "<a href=\"%1$s\">%1$s</a>".formatted(found.group()));
    }
}
