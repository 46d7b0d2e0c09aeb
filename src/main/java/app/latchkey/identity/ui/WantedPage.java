package app.latchkey.identity.ui;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The page, a path of ours, that somebody was turned away from before signing in; the front page is none. */
@Component
class WantedPage {

    /** What Spring Security adds to a saved address, to find it again. */
    private static final String MARK_OF_THE_CACHE = "continue";

    private final VaadinDefaultRequestCache wanted;

    WantedPage(VaadinDefaultRequestCache wanted) {
        this.wanted = wanted;
    }

    Optional<String> of(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(wanted.getRequest(request, response))
                .map(SavedRequest::getRedirectUrl)
                .map(url -> UriComponentsBuilder.fromUriString(url)
                        .replaceQueryParam(MARK_OF_THE_CACHE)
                        .build(true))
                .filter(page -> page.getPath() != null && page.getPath().length() > 1)
                .map(page -> page.getPath() + (page.getQuery() == null ? "" : "?" + page.getQuery()));
    }
}
