package stranger;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Salto KS as another might simulate it: two sites, and everything under another version than was ever measured. */
final class StrangeSalto extends StrangeServer {

    static final String VERSION = "v3.1";

    private static final String SITES = "/" + VERSION + "/sites";

    private final Map<String, ObjectNode> people = new ConcurrentHashMap<>();
    private final StrangeTokens tokens = new StrangeTokens();
    private final StrangeSite house = new StrangeSite("Strange House", people);
    private final StrangeSite annex = new StrangeSite("Strange Annex", people);

    StrangeSalto() throws IOException {
        for (int number = 0; number < 8; number++) {
            house.users().add(StrangeUsers.person("Person" + number, "person" + number + "@strange.example"));
        }
    }

    StrangeSite house() {
        return house;
    }

    StrangeSite annex() {
        return annex;
    }

    /** Somebody on a site that is none of ours. */
    void knows(String name, String email) {
        people.put(email, StrangeUsers.person(name, email));
    }

    @Override
    Said answer(Asked request) {
        if (request.path().equals("/connect/token")) {
            return tokens.answer(request);
        }
        if (!tokens.accept(request)) {
            return Said.nothing(401);
        }
        return switch (request.path()) {
            case "/" + VERSION + "/me" -> Said.ok(Json.of("id", Json.id("me"), "email", StrangeTokens.LOGIN));
            case "/" + VERSION + "/users/search" -> search(request);
            case SITES -> StrangeList.BARE.page(request, List.of(house.row(), annex.row()));
            default -> site(request);
        };
    }

    private Said search(Asked request) {
        String wanted = request.query().getOrDefault("search_for", "");
        return StrangeList.LINKED_BY_QUERY.page(
                request,
                people.values().stream()
                        .filter(person -> Json.text(person, "email").equals(wanted))
                        .toList());
    }

    private Said site(Asked request) {
        return Stream.of(house, annex)
                .filter(site -> request.path().startsWith(SITES + "/" + site.id()))
                .findFirst()
                .map(site -> site.answer(request, request.path().substring((SITES + "/" + site.id()).length())))
                .orElseGet(() -> Said.error(404, 2202));
    }
}
