package app.latchkey.identity.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a page may load and run: only what we serve, and of scripts only those that carry the number of this one answer, or are loaded by
 * such a script. Vaadin still needs {@code unsafe-eval}; an injected inline script or handler does not run.
 */
@Component
class ContentSecurity implements VaadinServiceInitListener {

    private static final String SAME_FOR_ALL =
            "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /** For every answer that is not a page of Vaadin's. */
    static final String WITHOUT_SCRIPT =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " + SAME_FOR_ALL;

    private static final String PAGE = "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "worker-src 'self'; manifest-src 'self'; "
            + SAME_FOR_ALL;
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::secure);
    }

    private void secure(IndexHtmlResponse page) {
        String nonce = nonce();
        page.getDocument()
                .select("script, link[rel=modulepreload], link[as=script]")
                .attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", PAGE.formatted(nonce));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
