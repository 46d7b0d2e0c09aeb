package app.latchkey.identity;

import app.latchkey.space.LatchkeySettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie by which a member's device is known: no script reads it and no other site's form sends it. */
@Component
class DeviceCookie {

    private final String name;
    private final boolean secure;

    DeviceCookie(LatchkeySettings settings) {
        secure = "https".equals(settings.publicUrl().getScheme());
        name = (secure ? "__Host-" : "") + "latchkey-device";
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElse(Stream.empty())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    void write(HttpServletResponse response, String value) {
        send(response, value, Devices.REMEMBERED);
    }

    void clear(HttpServletResponse response) {
        send(response, "", Duration.ZERO);
    }

    private void send(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
