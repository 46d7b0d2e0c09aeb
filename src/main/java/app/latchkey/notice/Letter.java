package app.latchkey.notice;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The text of a notice as people read it, once plain and once as simple HTML. */
final class Letter {

    private static final String INK = "#0f3d4c";

    private Letter() {}

    static String plain(Notice notice) {
        String link = notice.link()
                .map(button -> button.label() + ":\n" + button.target() + "\n\n")
                .orElse("");
        return String.join("\n\n", notice.paragraphs()) + "\n\n" + link + "Latchkey\n";
    }

    static String html(Notice notice) {
        String paragraphs = notice.paragraphs().stream()
                .map(text -> "<p style=\"margin:0 0 16px\">" + escaped(text).replace("\n", "<br>") + "</p>\n")
                .collect(Collectors.joining());
        String link = notice.link().map(Letter::button).orElse("");
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="font:15px/22px system-ui,sans-serif;color:#1c2326;max-width:560px;margin:24px auto;padding:0 16px">
                %s%s<p style="margin:24px 0 0;color:#54595f">Latchkey</p>
                </body></html>
                """.formatted(escaped(notice.subject()), paragraphs, link);
    }

    private static String button(Notice.Link link) {
        return """
                <p style="margin:0 0 16px"><a href="%s" style="display:inline-block;padding:11px 18px;border-radius:6px;\
                background:%s;color:#fff;text-decoration:none">%s</a></p>
                """.formatted(escaped(link.target().toString()), INK, escaped(link.label()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
