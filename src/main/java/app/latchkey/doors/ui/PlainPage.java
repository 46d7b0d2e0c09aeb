package app.latchkey.doors.ui;

import app.latchkey.doors.DoorsOfMember;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.PlainDoors;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The doors for a browser that is too old for the real page: one answer, no script. */
@RestController
class PlainPage {

    static final String PATH = "/doors/plain";

    private final DoorsOfMember doors;
    private final CurrentUser user;

    PlainPage(DoorsOfMember doors, CurrentUser user) {
        this.doors = doors;
        this.user = user;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(HttpServletRequest request) {
        SignedIn member = user.get();
        Language language = PhoneLanguage.of(request.getCookies(), Collections.list(request.getLocales()));
        List<SpaceDoors> spaces = doors.of(member, language);
        String inside = spaces.isEmpty()
                ? "<p>"
                        + HtmlUtils.htmlEscape(PageWords.say(
                                language, "unknown", "email", member.email().value())) + "</p>"
                : PlainDoors.html(spaces);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body("""
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/styles/plain.css"></head>
            <body class="lk-plain"><main><h1>%s</h1><p>%s</p>%s
            <p><a class="lk-call" href="%s">%s</a></p></main></body></html>
            """.formatted(
                        language.code(),
                        say(language, "title"),
                        say(language, "title"),
                        say(language, "old-browser"),
                        inside,
                        PATH,
                        say(language, "refresh")));
    }

    private static String say(Language language, String key) {
        return HtmlUtils.htmlEscape(PageWords.say(language, key), "UTF-8");
    }
}
