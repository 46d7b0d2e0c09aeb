package app.latchkey.nexudus;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Nexudus sends the browser of whoever installs our app: the app's install address. What the address holds is taken out of it at once,
 * and the browser goes on to a page that asks for which space it is; signing in comes between where it has to.
 */
@RestController
class InstallCallback {

    private final AppInstalls installs;

    InstallCallback(AppInstalls installs) {
        this.installs = installs;
    }

    @GetMapping(AppInstalls.CALLBACK)
    ResponseEntity<Void> installed(
            @RequestParam(name = "a", defaultValue = "") String key,
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(name = "d", defaultValue = "") String time,
            @RequestParam(name = "h", defaultValue = "") String hash,
            @RequestParam(name = "b", defaultValue = "") String location,
            @RequestParam(name = "e", defaultValue = "") String email,
            HttpSession session) {
        Optional<String> id = installs.take(new InstallLink(key, token, time, hash, location, email));
        id.ifPresent(waiting -> session.setAttribute(AppInstalls.IN_SESSION, waiting));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(AppInstalls.PAGE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
