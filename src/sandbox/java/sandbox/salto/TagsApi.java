package sandbox.salto;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.http.Fields;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/**
 * The tags of a site. Nobody has written down how Salto shows and moves them: this is as it may be, awkward where it may be. A tag that is taken
 * from somebody is gone a while later; whoever was given it meanwhile loses it then.
 */
final class TagsApi {
    private final SaltoAccess access;
    private final SaltoLists lists;
    private final SaltoSettings settings;
    private final Clock clock;

    TagsApi(SaltoAccess access, SaltoLists lists, SaltoSettings settings, Clock clock) {
        this.access = access;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("GET", SaltoApi.VERSIONS + "/sites/{site}/{tags}", this::list);
    }

    private Response list(Request request) {
        Site site = access.administered(request);
        if (!request.variable("tags").equals(settings.tagsPath)) {
            return Response.empty(404);
        }
        List<Fields> tags = site.tags.entrySet().stream()
                .map(tag -> Fields.of("id", tag.getValue(), settings.tagNumberField, tag.getKey()))
                .toList();
        return lists.answer(request, tags);
    }

    void change(Site site, SiteUser user, Fields body) {
        site.settleTags(clock.instant());
        if (body.has(settings.tagIdField)) {
            give(site, user, body.text(settings.tagIdField));
        } else if (user.person.tagNumber != null) {
            site.letGo(user.person.tagNumber, clock.instant().plus(settings.tagDelay));
            site.settleTags(clock.instant());
        }
    }

    /** Whoever had it has it no more: nothing is said of that. */
    void give(Site site, SiteUser user, String tagId) {
        String number = Optional.of(tagId)
                .flatMap(id -> site.tags.entrySet().stream()
                        .filter(tag -> tag.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseThrow(() -> SaltoError.notFound("Tag"));
        site.holderOf(number).ifPresent(before -> before.person.tagNumber = null);
        user.person.tagNumber = number;
    }
}
