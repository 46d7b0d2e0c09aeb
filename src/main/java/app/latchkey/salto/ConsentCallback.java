package app.latchkey.salto;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Salto sends the browser back to; goes on to the wizard's first step, which says how it ended. */
@RestController
class ConsentCallback {

    private final Consent consent;
    private final ObjectProvider<ConsentOwner> owner;
    private final Scopes scopes;
    private final Spaces spaces;

    ConsentCallback(Consent consent, ObjectProvider<ConsentOwner> owner, Scopes scopes, Spaces spaces) {
        this.consent = consent;
        this.owner = owner;
        this.scopes = scopes;
        this.spaces = spaces;
    }

    @GetMapping(SaltoTokens.CALLBACK)
    ResponseEntity<Void> finish(
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "error", required = false) @Nullable String error) {
        Optional<AccountId> caller = Optional.ofNullable(owner.getIfAvailable()).flatMap(ConsentOwner::signedIn);
        Consent.Finished finished =
                consent.finish(state, Optional.ofNullable(code), Optional.ofNullable(error), caller);
        String target = finished.space()
                .flatMap(this::slug)
                .map(slug -> "/spaces/%s/setup/salto?consent=%s".formatted(slug, word(finished.ending())))
                .orElse("/spaces");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(target))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String word(Consent.Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> slug(SpaceId space) {
        return scopes.inSystem(() -> spaces.find(space).map(Space::slug));
    }
}
