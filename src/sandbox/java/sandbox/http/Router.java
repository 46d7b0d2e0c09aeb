package sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who answers a request. In a template {@code {name}} stands for one path segment. */
public final class Router {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private record Route(String method, Pattern path, Function<Request, Response> answer) {}

    private final Object lock;
    private final List<Route> routes = new ArrayList<>();
    private Function<Request, Optional<Response>> gate = request -> Optional.empty();
    private Response nothingHere = Response.empty(404);

    /** All answers are given while {@code lock} is held: a partner's state has one lock. */
    public Router(Object lock) {
        this.lock = lock;
    }

    public Router on(String method, String template, Function<Request, Response> answer) {
        String pattern = VARIABLE.matcher(template).replaceAll("(?<$1>[^/]+)");
        routes.add(new Route(method, Pattern.compile(pattern + "/?"), answer));
        return this;
    }

    /** Asked before anybody answers: what it gives is the answer. */
    public Router behind(Function<Request, Optional<Response>> refusal) {
        gate = refusal;
        return this;
    }

    /** What an unknown path is answered. */
    public Router otherwise(Response response) {
        nothingHere = response;
        return this;
    }

    /** Answers {@code request}: 404 for an unknown path, 405 for a path that has no such method. */
    Response answer(Request request) {
        return gate.apply(request).orElseGet(() -> routed(request));
    }

    private Response routed(Request request) {
        boolean pathKnown = false;
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(request.path());
            if (matcher.matches()) {
                if (route.method.equals(request.method())) {
                    synchronized (lock) {
                        return route.answer.apply(request.with(variables(matcher)));
                    }
                }
                pathKnown = true;
            }
        }
        return pathKnown ? Response.empty(405) : nothingHere;
    }

    private static Map<String, String> variables(Matcher matcher) {
        Map<String, String> variables = new LinkedHashMap<>();
        matcher.namedGroups()
                .keySet()
                .forEach(name ->
                        Optional.ofNullable(matcher.group(name)).ifPresent(value -> variables.put(name, value)));
        return variables;
    }
}
