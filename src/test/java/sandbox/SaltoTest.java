package sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.http.Parameters;
import sandbox.partners.Partners;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.salto.SaltoSettings;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** What a client of Salto KS has to cope with. */
class SaltoTest {

    private static final String ALWAYS =
            "{\"monday\":true,\"tuesday\":true,\"wednesday\":true,\"thursday\":true,\"friday\":true,"
                    + "\"saturday\":true,\"sunday\":true,\"start_time\":\"00:00\",\"end_time\":\"23:59\"}";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-accepted-0123456789";
    private Partners partners;
    private Salto salto;
    private Http identity;
    private Http api;
    private String site;
    /** The same site under the version that has schedules and entries. */
    private String older;

    @BeforeEach
    void start() {
        partners = Partners.start();
        salto = partners.salto();
        identity = Http.at(partners.saltoIdentityUrl()).basic(Salto.CLIENT_ID, Salto.CLIENT_SECRET);
        api = Http.at(partners.saltoApiUrl()).bearer(passwordToken(PreparedWorld.ANA));
        site = "/v1.2/sites/" + salto.sites().getFirst().id();
        older = "/v1.1/sites/" + salto.sites().getFirst().id();
    }

    @AfterEach
    void stop() {
        partners.close();
    }

    @Test
    void exchangesACodeOnlyWithItsVerifier() throws Exception {
        String wrong = code();
        assertThat(exchange(wrong, "another").status()).isEqualTo(400);
        Http.Answer answer = exchange(code(), VERIFIER);
        assertThat(answer.json().get("expires_in").intValue()).isEqualTo(3600);
        assertThat(answer.json().get("refresh_token").stringValue()).isNotEmpty();
    }

    @Test
    void endsAWholeFamilyWhenARefreshTokenIsShownTwice() throws Exception {
        String first = exchange(code(), VERIFIER).json().get("refresh_token").stringValue();
        JsonNode second = refresh(first).json();
        assertThat(refresh(first).json().get("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(refresh(second.get("refresh_token").stringValue()).status()).isEqualTo(400);
        Http late = Http.at(partners.saltoApiUrl())
                .bearer(second.get("access_token").stringValue());
        assertThat(late.get("/v1.2/sites").status()).isEqualTo(401);
    }

    @Test
    void endsAccessTokensAfterAnHourOfTheSandboxClock() {
        assertThat(api.get("/v1.2/sites").status()).isEqualTo(200);
        partners.clock().advance(Duration.ofMinutes(61));
        Http.Answer answer = api.get("/v1.2/sites");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void tellsTheClientThatConsentWasDenied() {
        salto.denyNextConsent();
        assertThat(identity.get(authorize()).header("Location"))
                .contains("error=access_denied")
                .contains("state=s1");
        assertThat(identity.get(authorize()).body()).contains("Allow").contains(PreparedWorld.ANA);
    }

    @Test
    void saysWhyASiteCannotBeUsed() {
        JsonNode sites = api.get("/v1.2/sites").json();
        assertThat(sites.isArray()).isTrue();
        assertThat(sites.size()).isEqualTo(4);
        assertThat(api.get("/v1.2/sites/DE4520160001").body()).contains("1100");
        assertThat(code(api.get(path(PreparedWorld.HARBOUR_QUAY) + "/users"))).isEqualTo("2210");
        assertThat(code(api.get(path(PreparedWorld.OLD_MILL) + "/users"))).isEqualTo("2203");
        salto.lapse(PreparedWorld.HARBOUR_HOUSE);
        assertThat(code(api.post(site + "/access_groups", "{\"customer_reference\":\"X\"}")))
                .isEqualTo("2212");
    }

    @Test
    void knowsEverybodyByTwoIds() {
        JsonNode user = find(PreparedWorld.MARTA);
        String group = salto.groups(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        String users = site + "/access_groups/" + group + "/users";
        assertThat(code(api.post(users, "{\"user_id\":\"" + user.get("id").stringValue() + "\"}")))
                .isEqualTo("2202");
        String platformId = user.get("user").get("id").stringValue();
        assertThat(api.post(users, "{\"user_id\":\"" + platformId + "\"}").status())
                .isEqualTo(200);
        assertThat(salto.members(group)).contains(platformId);
        assertThat(api.delete(users + "/" + platformId).status()).isEqualTo(204);
    }

    @Test
    void suspendsSilentlyWhenAllSeatsAreTaken() {
        salto.seats(PreparedWorld.HARBOUR_HOUSE, salto.seatsTaken(PreparedWorld.HARBOUR_HOUSE));
        Http.Answer answer = create("New", "Person", "new.person@example.org");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("subscription_state").stringValue()).isEqualTo("suspended");
    }

    @Test
    void answersNotFoundForAFreshUserUntilHeIsReady() {
        salto.settings().readyDelay(Duration.ofSeconds(30));
        JsonNode user = create("New", "Person", "new.person@example.org").json();
        assertThat(user.get("roles").isEmpty()).isTrue();
        String users = site + "/access_groups/"
                + salto.groups(PreparedWorld.HARBOUR_HOUSE).getFirst().id() + "/users";
        String body = "{\"user_id\":\"" + user.get("user").get("id").stringValue() + "\"}";
        assertThat(code(api.post(users, body))).isEqualTo("2202");
        partners.clock().advance(Duration.ofSeconds(31));
        assertThat(api.post(users, body).status()).isEqualTo(200);
    }

    @Test
    void opensADoorOnlyThroughAGroupWithASchedule() {
        String bikes = group("Bike store");
        String lock = salto.locksOf(bikes).getFirst().id();
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NO_GROUP);
        salto.addByHand(PreparedWorld.MARTA, bikes);
        assertThat(salto.tryDoor(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NO_SCHEDULE);
        salto.addSchedule(bikes);
        assertThat(salto.tryDoor(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OPENS);
        String entries = older + "/entries?$top=1";
        JsonNode first = api.get(entries).json();
        assertThat(first.get("items").get(0).get("event_category").stringValue())
                .isEqualTo("lock_rejected");
        String token = Http.encode(first.get("continuation_token").stringValue());
        assertThat(api.get(entries + "&continuation_token=" + token).body()).contains("lock_opened");
        assertThat(api.get(site + "/entries").status()).isEqualTo(405);
    }

    @Fact(
            value = "A7.9",
            says =
                    "A new member of a group was at the lock within 45 seconds: whoever is refused in the first two minutes is refused for no other reason")
    @Test
    void opensADoorAsSoonAsTheLockHasHeard() {
        salto.settings().lockDelay(Duration.ofSeconds(45));
        String flex = group("Flex members");
        String lock = salto.locksOf(flex).getFirst().id();
        salto.removeByHand(PreparedWorld.MARTA, flex);
        salto.addByHand(PreparedWorld.MARTA, flex);
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NOT_AT_THE_LOCK_YET);
        partners.clock().advance(Duration.ofSeconds(45));
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OPENS);
    }

    @Fact(
            value = "A2.12",
            says =
                    "What the sign-in service says of itself lists the grants of all clients: `client_credentials` is among them and refused. It is not gone by")
    @Test
    void listsGrantsThatAClientDoesNotHave() {
        JsonNode discovery = Http.at(partners.saltoIdentityUrl())
                .get("/.well-known/openid-configuration")
                .json();
        assertThat(discovery.get("grant_types_supported").toString()).contains("client_credentials");
        assertThat(identity.form("/connect/token", Map.of("grant_type", "client_credentials"))
                        .json()
                        .get("error")
                        .stringValue())
                .isEqualTo("unauthorized_client");
    }

    @Test
    void pagesFiltersAndCountsAsAsked() {
        salto.settings().pageSize(7);
        JsonNode page = api.get(site + "/users?$inlinecount=allpages").json();
        int total = page.get("count").intValue();
        int seen = page.get("items").size();
        while (!page.get("next_page_link").isNull()) {
            page = api.get(page.get("next_page_link").stringValue()).json();
            seen += page.get("items").size();
        }
        assertThat(seen).isEqualTo(total);
        assertThat(code(api.get(site + "/users?$filter=" + Http.encode("mail eq 'x'"))))
                .isEqualTo("1102");
        salto.settings().listShape(SaltoSettings.ListShape.BARE);
        assertThat(api.get(site + "/users").json().isArray()).isTrue();
    }

    @Fact(
            value = "A9.2",
            says =
                    "Opening from afar wants a code of the moment: none is 404 with code 2202, a wrong one 400 with code 3102, and after several all are blocked for twenty minutes")
    @Fact(
            value = "A10.14",
            sure = Fact.Sure.INFERRED,
            says =
                    "A door that somebody opens from afar is an event `lock_opened` by `remote`, of the login that did it")
    @Test
    void opensFromAfarWithACodeOfTheMomentAndBlocksAfterWrongOnes() {
        String key = salto.activateRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        String locking = site + "/locks/"
                + salto.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id() + "/locking";
        assertThat(code(api.method("PATCH", locking, "{\"locked_state\":\"unlocked\"}")))
                .isEqualTo("2202");
        String good = "{\"otp\":\"" + salto.oneTimeCode(key) + "\"}";
        assertThat(api.method("PATCH", locking, good).status()).isEqualTo(200);
        partners.clock().advance(Duration.ofMinutes(4));
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(api.method("PATCH", locking, good).body()).contains("3102", "otp_invalid");
        }
        String fresh = "{\"otp\":\"" + salto.oneTimeCode(key) + "\"}";
        assertThat(api.method("PATCH", locking, fresh).body()).contains("otp_blocked");
        partners.clock().advance(Duration.ofMinutes(20));
        fresh = "{\"otp\":\"" + salto.oneTimeCode(key) + "\"}";
        assertThat(api.method("PATCH", locking, fresh).status()).isEqualTo(200);
        JsonNode opened = api.get(older + "/entries?$top=1&$orderby=" + Http.encode("utc_date_time desc"))
                .json()
                .get("items")
                .get(0);
        assertThat(opened.get("event_category").stringValue()).isEqualTo("lock_opened");
        assertThat(opened.get("access_by").stringValue()).isEqualTo("remote");
        assertThat(opened.get("user_first_name").stringValue()).isEqualTo("Ana");
    }

    @Fact(
            value = "A10.11",
            says =
                    "What happened at the doors can be had as a table, `…/entries/export?from_date=&to_date=`. Latchkey reads the list, which has ids")
    @Test
    void exportsWhatHappenedAsATable() {
        String lock = salto.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        String day =
                LocalDate.now(partners.clock().withZone(PreparedWorld.LISBON)).toString();
        salto.tryDoor(PreparedWorld.MARTA, lock);
        String export = older + "/entries/export?export_file_name=doors";
        Http.Answer table = api.get(export + "&from_date=" + day + "&to_date=" + day);
        assertThat(table.header("content-type")).startsWith("text/csv");
        assertThat(table.body().lines()).hasSizeGreaterThan(1).anyMatch(row -> row.contains("\"Marta\""));
        assertThat(api.get(export + "&from_date=2001-01-01&to_date=2001-01-02")
                        .body()
                        .lines())
                .as("nothing but the names of its columns")
                .hasSize(1);
        assertThat(code(api.get(export + "&from_date=yesterday&to_date=" + day)))
                .isEqualTo("1101");
    }

    @Fact(
            value = "A8.11",
            says =
                    "Nobody chooses a PIN: a subscription without the feature `custom_pin` refuses `PUT …/pin/custom`, and Latchkey never sends one")
    @Test
    void letsNobodyChooseAPin() {
        assertThat(api.get(site + "/subscription").body()).doesNotContain("custom_pin");
        String marta = salto.user(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA)
                .orElseThrow()
                .siteUserId();
        salto.givePin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA, "404142");
        assertThat(code(api.method("PUT", site + "/users/" + marta + "/pin/custom", "{\"pin\":\"123456\"}")))
                .isEqualTo("2203");
        assertThat(salto.pin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.MARTA)).isEqualTo("404142");
    }

    @Fact(
            value = "A6.21",
            says =
                    "A user needs no e-mail address, and whoever has none gets no invitation and no app: Latchkey makes no such user, and says what is missing")
    @Test
    void invitesNobodyWhoHasNoAddress() {
        int invited = salto.invitations().size();
        JsonNode user = create("No", "Address", "").json();
        assertThat(user.get("user").get("email").isNull()).isTrue();
        assertThat(user.get("user").get("has_profile").booleanValue()).isFalse();
        assertThat(salto.invitations()).hasSize(invited);
    }

    @Fact(
            value = "A7.11",
            says =
                    "A schedule may count between two dates only (`start_date`, `end_date`, by the site's clock, without a zone): of its hours nothing is said, and Salto decides")
    @Test
    void countsADatedScheduleBetweenItsDatesOnly() {
        String bikes = group("Bike store");
        String lock = salto.locksOf(bikes).getFirst().id();
        salto.addByHand(PreparedWorld.MARTA, bikes);
        LocalDateTime now = LocalDateTime.now(partners.clock().withZone(PreparedWorld.LISBON))
                .truncatedTo(ChronoUnit.SECONDS);
        String dates = ",\"start_date\":\"" + now.plusHours(1) + "\",\"end_date\":\"" + now.plusHours(3) + "\"}";
        schedule(bikes, ALWAYS.replace("}", dates));
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OUTSIDE_SCHEDULE);
        partners.clock().advance(Duration.ofHours(2));
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OPENS);
        partners.clock().advance(Duration.ofHours(2));
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OUTSIDE_SCHEDULE);
    }

    @Fact(
            value = "A7.10",
            says =
                    "A new time schedule took some three and a half minutes to reach the lock: whoever is refused in the first four is refused for no other reason")
    @Test
    void opensADoorAsSoonAsTheLockHasHeardOfASchedule() {
        salto.settings().scheduleDelay(Duration.ofSeconds(210));
        String bikes = group("Bike store");
        String lock = salto.locksOf(bikes).getFirst().id();
        salto.addByHand(PreparedWorld.MARTA, bikes);
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NO_SCHEDULE);
        schedule(bikes, ALWAYS);
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.NOT_AT_THE_LOCK_YET);
        partners.clock().advance(Duration.ofSeconds(210));
        assertThat(salto.canOpen(PreparedWorld.MARTA, lock)).isEqualTo(Decision.OPENS);
    }

    @Fact(
            value = "A9.3",
            says =
                    "A login is set up for opening from afar by the API alone: `GET …/iqs/{iq}/secret` tells a secret once, `GET …/iqs/{iq}/pin?send_email=true` mails a PIN, `PUT …/iqs/{iq}/pin` takes a code made of both; then neither can be had again")
    @Fact(
            value = "A9.4",
            says =
                    "Setting the same login up in Salto's app on a phone gives it another secret, and nobody is told: codes made of the old one are wrong")
    @Test
    void isSetUpForOpeningFromAfarOnceAndLosesItToAPhone() {
        salto.allowRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        String iq = iq();
        assertThat(activated()).isEmpty();

        String secret = api.get(iq + "/secret").json().get("secret").stringValue();
        assertThat(secret).hasSize(16);
        assertThat(code(api.get(iq + "/secret"))).as("told once").isEqualTo("2203");
        assertThat(activated().get(0).get("activated").booleanValue()).isFalse();
        assertThat(api.get(iq + "/pin?send_email=true").status()).isEqualTo(204);
        String key = secret + salto.mailedPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        assertThat(opening(key).body()).contains("pin_not_changed");

        assertThat(code(api.method("PUT", iq + "/pin", "{\"delta\":\"0000\"}"))).isEqualTo("1100");
        assertThat(activating(iq, secret + "none").body()).contains("3102", "otp_invalid");
        assertThat(activating(iq, key).status()).isEqualTo(204);
        assertThat(activated().get(0).get("activated").booleanValue()).isTrue();
        assertThat(activated().get(0).get("activation_date").isNull()).isFalse();
        assertThat(opening(key).status()).isEqualTo(200);
        assertThat(api.get(iq + "/secret").status()).isEqualTo(403);
        assertThat(api.get(iq + "/pin?send_email=true").body()).contains("command_forbidden");

        String phones = salto.activateRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        assertThat(phones).as("another secret, the same PIN").endsWith(key.substring(16));
        assertThat(activated().get(0).get("activated").booleanValue()).isTrue();
        assertThat(opening(key).body()).contains("3102", "otp_invalid");
        assertThat(opening(phones).status()).isEqualTo(200);
    }

    @Fact(
            value = "A9.5",
            says =
                    "A `delta` other than 0000 changes the PIN to one that nobody could work out afterwards: a login is set up with 0000 or not at all")
    @Test
    void losesItsPinToADifference() {
        salto.allowRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        String iq = iq();
        String secret = api.get(iq + "/secret").json().get("secret").stringValue();
        assertThat(api.get(iq + "/pin?send_email=true").status()).isEqualTo(204);
        String pin = salto.mailedPin(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        assertThat(activating(iq, secret + pin, "1234").status()).isEqualTo(204);
        assertThat(opening(secret + pin).body()).contains("3102", "otp_invalid");
        assertThat(opening(secret + shifted(pin, 1)).body()).contains("3102", "otp_invalid");
        assertThat(opening(secret + shifted(pin, -1)).body()).contains("3102", "otp_invalid");
    }

    /** By 1234, each digit by its own. */
    private static String shifted(String pin, int sign) {
        return IntStream.range(0, pin.length())
                .map(place -> Math.floorMod(pin.charAt(place) - '0' + sign * (place + 1), 10))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }

    private void schedule(String group, String schedule) {
        assertThat(api.post(older + "/access_groups/" + group + "/time_schedules", schedule)
                        .status())
                .isEqualTo(200);
    }

    private String iq() {
        return site + "/iqs/"
                + api.get(site + "/iqs").json().get("items").get(0).get("id").stringValue();
    }

    private Http.Answer activating(String iq, String key) {
        return activating(iq, key, "0000");
    }

    private Http.Answer activating(String iq, String key, String delta) {
        return api.method(
                "PUT", iq + "/pin", "{\"otp\":\"%s\",\"delta\":\"%s\"}".formatted(salto.oneTimeCode(key), delta));
    }

    private Http.Answer opening(String key) {
        String lock = salto.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        return api.method(
                "PATCH",
                site + "/locks/" + lock + "/locking",
                "{\"locked_state\":\"unlocked\",\"otp\":\"%s\"}".formatted(salto.oneTimeCode(key)));
    }

    private JsonNode activated() {
        return api.get("/v1.2/me/" + salto.site(PreparedWorld.HARBOUR_HOUSE) + "/activated_iqs")
                .json()
                .get("items");
    }

    @Test
    void breaksInEveryWayItIsToldTo() {
        salto.fail("/locks", Fault.status(503).retryAfter(7));
        assertThat(api.get(site + "/locks").header("Retry-After")).isEqualTo("7");
        salto.fail("GET .*/locks", Fault.truncate().times(2));
        assertThat(api.get(site + "/locks").status()).isZero();
        salto.clearFaults();
        salto.fail("POST .*/access_groups", Fault.lostAnswer());
        assertThat(api.post(site + "/access_groups", "{\"customer_reference\":\"Lost\"}")
                        .status())
                .isZero();
        assertThat(group("Lost")).isNotEmpty();
        salto.fail("/locks", Fault.garbage());
        assertThat(api.get(site + "/locks").body()).startsWith("<html>");
        salto.takeDown();
        assertThat(api.get(site + "/locks").status()).isZero();
        salto.bringUp();
        assertThat(api.get(site + "/locks").status()).isEqualTo(200);
        assertThat(salto.calls().writes().to("access_groups").count()).isEqualTo(1);
    }

    private String group(String name) {
        return salto.group(PreparedWorld.HARBOUR_HOUSE, name);
    }

    private String path(String name) {
        return "/v1.2/sites/" + salto.site(name);
    }

    private JsonNode find(String email) {
        String filter = Http.encode("user/email eq '" + email + "'");
        return api.get(site + "/users?$filter=" + filter).json().get("items").get(0);
    }

    private Http.Answer create(String first, String last, String email) {
        JsonNode roles = api.get(site + "/roles").json().get("items");
        String role = "";
        for (JsonNode each : roles) {
            role = each.get("code").stringValue().equals("site_user")
                    ? each.get("id").stringValue()
                    : role;
        }
        return api.post(
                site + "/users",
                "{\"first_name\":\"%s\",\"last_name\":\"%s\",\"email\":\"%s\",\"role_ids\":[\"%s\"]}"
                        .formatted(first, last, email, role));
    }

    private static String code(Http.Answer answer) {
        return answer.json().get("ErrorCode").asString();
    }

    private String passwordToken(String login) {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "username",
                login,
                "password",
                PreparedWorld.PASSWORD,
                "scope",
                "user_api.full_access");
        return identity.form("/connect/token", form).json().get("access_token").stringValue();
    }

    private static String authorize() {
        return "/connect/authorize?response_type=code&client_id=" + Salto.CLIENT_ID + "&redirect_uri="
                + Http.encode("http://localhost:1/connect/salto/callback") + "&scope="
                + Http.encode("user_api.full_access offline_access")
                + "&state=s1&code_challenge_method=S256&code_challenge="
                + challenge();
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String code() {
        URI back = salto.allow(partners.saltoIdentityUrl().resolve(authorize()), PreparedWorld.ANA);
        return Parameters.parse(back.getRawQuery()).text("code");
    }

    private Http.Answer exchange(String code, String verifier) {
        return identity.form(
                "/connect/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        "http://localhost:1/connect/salto/callback",
                        "code_verifier",
                        verifier));
    }

    private Http.Answer refresh(String token) {
        return identity.form("/connect/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }
}
