package sandbox.salto;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import sandbox.http.Html;
import sandbox.http.Parameters;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.salto.SaltoState.Authorization;
import sandbox.salto.SaltoState.Login;

/**
 * Where somebody signs in at Salto and allows or denies. Every redirect address is accepted: this server listens on
 * the loopback address only, and which ones a deployment registers is not the sandbox's business.
 */
final class ConsentPage {
    private static final List<String> CARRIED =
            List.of("client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method", "nonce");
    private static final long CODE_SECONDS = 300;

    private final SaltoState state;
    private final Tokens tokens;
    final AtomicBoolean denyNext = new AtomicBoolean();

    ConsentPage(SaltoState state, Tokens tokens) {
        this.state = state;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.on("GET", "/connect/authorize", this::authorize).on("POST", "/connect/consent", this::consent);
    }

    private Response authorize(Request request) {
        Parameters query = request.query();
        if (!query.text("client_id").equals(Salto.CLIENT_ID)
                || query.find("redirect_uri").isEmpty()) {
            return Response.text(
                    400, "text/html; charset=utf-8", Html.page("Salto KS", "<main><h1>Unknown client</h1></main>"));
        }
        if (!query.text("response_type").equals("code")) {
            return error(query, "unsupported_response_type");
        }
        if (!query.text("code_challenge_method").equals("S256")
                || query.find("code_challenge").isEmpty()) {
            return error(query, "invalid_request");
        }
        if (!IdentityServer.SCOPES.containsAll(Arrays.asList(query.text("scope").split(" ", -1)))) {
            return error(query, "invalid_scope");
        }
        return denyNext.getAndSet(false) ? error(query, "access_denied") : Response.html(page(query, ""));
    }

    private Response consent(Request request) {
        Parameters form = request.form();
        if (form.text("answer").equals("deny")) {
            return error(form, "access_denied");
        }
        Login login = state.logins.get(form.text("login"));
        if (login == null || !login.password().equals(form.text("password"))) {
            return Response.html(page(form, "That login and password do not belong together."));
        }
        return Response.redirect(allow(form, login));
    }

    /** Where the browser goes after a yes. */
    URI allow(Parameters asked, Login login) {
        String code = Tokens.random();
        state.issued.add(code);
        state.codes.put(
                code,
                new Authorization(
                        login,
                        asked.text("client_id"),
                        asked.text("redirect_uri"),
                        asked.text("code_challenge"),
                        asked.text("scope"),
                        asked.find("nonce").orElse(null),
                        tokens.now() + CODE_SECONDS));
        return back(asked, "code", code);
    }

    private static Response error(Parameters asked, String error) {
        return Response.redirect(back(asked, "error", error));
    }

    private static URI back(Parameters asked, String name, String value) {
        String target = asked.text("redirect_uri");
        return URI.create(target + (target.contains("?") ? "&" : "?") + name + "=" + encode(value)
                + asked.find("state").map(text -> "&state=" + encode(text)).orElse(""));
    }

    private String page(Parameters asked, String complaint) {
        String hidden = asked.values().entrySet().stream()
                .filter(each -> CARRIED.contains(each.getKey()))
                .map(ConsentPage::hiddenField)
                .collect(Collectors.joining());
        String chosen = asked.text("login");
        String logins = state.logins.values().stream()
                .map(login -> "<option%s value=\"%s\">%s</option>"
                        .formatted(
                                login.username().equals(chosen) ? " selected" : "",
                                Html.escape(login.username()),
                                Html.escape(login.person().name() + " · " + login.username())))
                .collect(Collectors.joining());
        String password =
                state.logins.values().stream().findFirst().map(Login::password).orElse("");
        return Html.page("Sign in to Salto KS (sandbox)", """
                <main class="consent"><p class="ribbon">Sandbox · no real doors</p>
                <h1>Salto KS</h1>
                <p><strong>Latchkey</strong> asks to see and change users and access groups of the sites you administer.</p>
                <p role="alert" class="bad">%s</p>
                <form method="post" action="/connect/consent">%s
                <label>Login <select name="login">%s</select></label>
                <label>Password <input name="password" type="password" value="%s"></label>
                <div class="buttons"><button name="answer" value="allow" class="primary">Allow</button>
                <button name="answer" value="deny">Deny</button></div></form></main>
                """.formatted(
                        Html.escape(complaint), hidden, logins, Html.escape(password)));
    }

    private static String hiddenField(Map.Entry<String, String> each) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(each.getKey(), Html.escape(each.getValue()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
