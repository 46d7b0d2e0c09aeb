package app.latchkey.doors.ui;

import app.latchkey.shared.Language;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which language a member reads: the one chosen on this phone, else the phone's own. */
final class PhoneLanguage {

    private static final String COOKIE = "latchkey-language";

    private PhoneLanguage() {}

    static Language of(UI ui) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            return Language.EN;
        }
        Language language = of(request.getCookies(), Collections.list(request.getLocales()));
        ui.setLocale(language.locale());
        ui.getPage().executeJs("document.documentElement.lang = $0", language.code());
        return language;
    }

    static Language of(Cookie @Nullable [] cookies, List<Locale> wished) {
        return chosen(cookies).orElseGet(() -> Language.firstOf(wished));
    }

    /** Kept on this phone for a year; the page is drawn anew. */
    static void choose(UI ui, Language language) {
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000; samesite=lax';"
                                + " location.reload()",
                        COOKIE,
                        language.code());
    }

    private static Optional<Language> chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> Language.ofCode(cookie.getValue()).stream())
                        .findFirst();
    }
}
