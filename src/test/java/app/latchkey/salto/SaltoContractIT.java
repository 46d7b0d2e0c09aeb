package app.latchkey.salto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.entitlement.WeeklyHours.Span;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.space.Assumption;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sandbox.Http;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.http.Response;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.salto.SaltoSettings;
import sandbox.salto.SaltoSettings.ListShape;
import sandbox.salto.SaltoSettings.NextLinks;
import sandbox.salto.SaltoSettings.RefreshTokens;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** Salto KS as it is known, fact by fact, at the simulated one; by writing too. */
class SaltoContractIT extends SaltoReads {

    private final Salto partner = world.partners().salto();

    @Override
    PartnerWorld.Node node(PartnerWorld world) {
        return world.node();
    }

    @Override
    URI api() {
        return world.partners().saltoApiUrl();
    }

    @Override
    String connect(PartnerWorld.Node node) {
        node.get(SaltoKs.class).signIn(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD));
        return PreparedWorld.HARBOUR_HOUSE;
    }

    @AfterEach
    void asMeasured() {
        partner.clearFaults();
        partner.settings()
                .listShape(ListShape.AS_MEASURED)
                .nextLinks(NextLinks.ABSOLUTE)
                .pageSize(100)
                .readyDelay(Duration.ZERO)
                .deleteDelay(Duration.ZERO)
                .entriesVersion("v1.1")
                .continuationParameter("continuation_token")
                .existingUserField("user_id")
                .tagsPath("tags")
                .tagFields("tag_number", "tag_id")
                .twoFactorError("")
                .takenEmail(400)
                .refusesNewUsers(false)
                .searchesLoosely(false)
                .filtersById(true)
                .twice(400, 404)
                .phoneRole("")
                .refreshTokens(RefreshTokens.ROTATING);
    }

    private SaltoSettings settings() {
        return partner.settings();
    }

    private AccessGroupId group(String name) {
        return AccessGroupId.of(partner.group(site().toString(), name));
    }

    private static NewSaltoUser newcomer(String name) {
        return NewSaltoUser.named(name + " Newcomer", new EmailAddress(name + "@newcomer.example"));
    }

    private SaltoUser invite(String name) {
        return salto().invite(space, newcomer(name)).user();
    }

    private PlatformUserId marta() {
        return salto().userByEmail(space, new EmailAddress(PreparedWorld.MARTA))
                .orElseThrow()
                .platformUser();
    }

    private static PartnerFailure failure(Runnable call) {
        return SaltoConsentIT.failure(call);
    }

    private Http identity(String secret) {
        return Http.at(world.partners().saltoIdentityUrl()).basic(Salto.CLIENT_ID, secret);
    }

    private static Map<String, String> login(String password, String scope) {
        return Map.of("grant_type", "password", "username", PreparedWorld.ANA, "password", password, "scope", scope);
    }

    @Fact(
            value = "A2.2",
            says =
                    "The token endpoint wants the client in HTTP Basic: `invalid_client`, `invalid_grant`, `invalid_scope`")
    @Test
    void saysWhatIsWrongWithAnAskingForTokens() {
        String scope = "user_api.full_access";
        assertThat(identity("wrong")
                        .form("/connect/token", login(PreparedWorld.PASSWORD, scope))
                        .body())
                .contains("invalid_client");
        assertThat(identity(Salto.CLIENT_SECRET)
                        .form("/connect/token", login("wrong", scope))
                        .body())
                .contains("invalid_grant");
        assertThat(identity(Salto.CLIENT_SECRET)
                        .form("/connect/token", login(PreparedWorld.PASSWORD, scope + " openid"))
                        .body())
                .contains("invalid_scope");
        assertThat(failure(() -> salto().signIn(PartnerWorld.aSpace(), PreparedWorld.ANA, Secret.of("wrong")))
                        .category())
                .isEqualTo(Category.WRONG_LOGIN);
    }

    @Fact(
            value = "A2.3",
            says = "A login without a browser gets no refresh token; after an hour it signs in again by itself")
    @Test
    void signsInAgainWhereThereIsNoRefreshToken() {
        assertThat(identity(Salto.CLIENT_SECRET)
                        .form("/connect/token", login(PreparedWorld.PASSWORD, "user_api.full_access"))
                        .json()
                        .has("refresh_token"))
                .isFalse();
        world.partners().clock().advance(Duration.ofMinutes(61));
        assertThat(salto().groupIds(space)).isNotEmpty();
    }

    @Fact(
            value = "A2.4",
            sure = Sure.UNKNOWN,
            says = "Whether a refresh answers a new refresh token or the first goes on")
    @ParameterizedTest
    @EnumSource
    void refreshesWhetherTokensRotateOrNot(RefreshTokens kind) {
        settings().refreshTokens(kind);
        var consented = PartnerWorld.aSpace();
        PartnerWorld.Node node = world.node();
        SaltoSignIn.connect(world, node, consented);
        for (int hour = 0; hour < 3; hour++) {
            world.partners().clock().advance(Duration.ofMinutes(61));
            assertThat(node.get(SaltoKs.class).groupIds(consented)).isNotEmpty();
        }
    }

    @Fact(
            value = "A2.5",
            sure = Sure.UNKNOWN,
            says = "Which scopes a deployment's client is given",
            setting = Assumption.SALTO_SCOPE)
    @Test
    void asksForTheScopesThatTheDeploymentNames() {
        PartnerWorld.Node narrow = world.node(Map.of("latchkey.salto.scope", "user_api.full_access offline_access"));
        assertThat(narrow.get(SaltoKs.class).beginConsent(space, SaltoSignIn.OPERATOR))
                .hasParameter("scope", "user_api.full_access offline_access");
    }

    @Fact(
            value = "A2.6",
            sure = Sure.UNKNOWN,
            says = "Which scopes a login without a browser is given",
            setting = Assumption.SALTO_PASSWORD_SCOPE)
    @Test
    void asksForTheScopesOfALoginThatTheDeploymentNames() {
        SaltoKs greedy = world.node(Map.of("latchkey.salto.password-scope", "user_api.full_access openid"))
                .get(SaltoKs.class);
        assertThat(failure(() -> greedy.signIn(
                                PartnerWorld.aSpace(), PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD)))
                        .category())
                .isEqualTo(Category.MISCONFIGURED);
    }

    @Fact(
            value = "A2.7",
            sure = Sure.UNKNOWN,
            says =
                    "Which ways in are enabled for a deployment's client: a person at a browser, or user name and password",
            setting = Assumption.SALTO_LOGIN)
    @ParameterizedTest
    @CsvSource({"consent,true,false", "password,false,true", "both,true,true"})
    void offersTheWaysInThatTheDeploymentNames(String offered, boolean consent, boolean password) {
        SaltoLogins logins = world.node(Map.of("latchkey.salto.login", offered)).get(SaltoLogins.class);
        assertThat(logins.offerConsent()).isEqualTo(consent);
        assertThat(logins.offerPassword()).isEqualTo(password);
    }

    @Fact(
            value = "A2.9",
            sure = Sure.UNKNOWN,
            says =
                    "Whether a login that has two-factor sign-in on is taken without a browser; where it is refused, whatever the error is called, what is said names this and the cure")
    @ParameterizedTest
    @CsvSource({"invalid_grant", "mfa_required"})
    void saysThatTwoFactorSignInMayBeInTheWay(String error) {
        var standing = PartnerWorld.aSpace();
        salto().signIn(standing, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD));
        settings().twoFactorError(error);
        PartnerFailure refused = failure(
                () -> salto().signIn(PartnerWorld.aSpace(), PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD)));
        assertThat(refused.category()).isEqualTo(Category.WRONG_LOGIN);
        assertThat(refused.words()).contains("two-factor sign-in is on", "switch it off", "sign-in page");
        world.partners().clock().advance(Duration.ofMinutes(61));
        PartnerFailure lost = failure(() -> salto().sites(standing));
        assertThat(lost.category()).isEqualTo(Category.NEEDS_SIGN_IN);
        assertThat(lost.words()).isEqualTo(refused.words());
    }

    @Fact(value = "A1.1", says = "Salto's sign-in service was seen to answer 404 for hours: that ends no sign-in")
    @Test
    void keepsTheSignInWhileTheSignInServiceIsNotThere() {
        var standing = PartnerWorld.aSpace();
        salto().signIn(standing, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD));
        var consented = PartnerWorld.aSpace();
        SaltoSignIn.connect(world, world.node(), consented);
        partner.fail("/connect/token", Fault.status(404).always());
        world.partners().clock().advance(Duration.ofMinutes(61));
        assertThat(failure(() -> salto().sites(standing)).category()).isEqualTo(Category.SILENT);
        assertThat(failure(() -> salto().sites(consented)).category()).isEqualTo(Category.SILENT);
        partner.clearFaults();
        assertThat(salto().sites(standing)).isNotEmpty();
        assertThat(salto().sites(consented)).isNotEmpty();
    }

    @Fact(
            value = "A3.4",
            sure = Sure.UNKNOWN,
            says = "What `next_page_link` holds: a whole address, a path, or nothing although there is more")
    @ParameterizedTest
    @CsvSource({"WRAPPED,ABSOLUTE", "WRAPPED,RELATIVE", "WRAPPED,NONE", "BARE,NONE"})
    void followsPagesHoweverTheyAreLinked(ListShape shape, NextLinks links) {
        int there = partner.users(PreparedWorld.HARBOUR_HOUSE).size();
        settings().listShape(shape).nextLinks(links).pageSize(6);
        assertThat(salto().users(space)).hasSize(there);
    }

    @Fact(
            value = "A3.5",
            sure = Sure.UNKNOWN,
            says = "How many rows a page may have",
            setting = Assumption.SALTO_PAGE_SIZE)
    @Test
    void asksForAsManyRowsAsTheDeploymentSays() {
        SaltoKs small = smaller(Map.of("latchkey.salto.page-size", "9"));
        long before = world.partners().calls().all().size();
        assertThat(small.users(space)).hasSameSizeAs(salto().users(space));
        assertThat(world.partners().calls().after(before).all())
                .anyMatch(call -> call.query().contains("$top=9"));
    }

    @Fact(
            value = "A3.6",
            sure = Sure.UNKNOWN,
            says = "Whether a site's OData v3 is converted; the header that switches it off makes it v4",
            setting = Assumption.SALTO_ODATA)
    @Test
    void countsInOdataV4AsWell() {
        SaltoKs v4 = smaller(Map.of("latchkey.salto.odata", "v4"));
        settings().listShape(ListShape.WRAPPED).nextLinks(NextLinks.NONE).pageSize(9);
        long before = world.partners().calls().all().size();
        int there = partner.users(PreparedWorld.HARBOUR_HOUSE).size();
        assertThat(v4.users(space)).hasSize(there);
        assertThat(world.partners().calls().after(before).to("/users").count())
                .as("pages of nine that begin with the last row before, and none beyond the count")
                .isEqualTo((there + 6) / 8);
    }

    @Fact(
            value = "A3.7",
            sure = Sure.UNKNOWN,
            says = "Which endpoint lies under which version; entries were met in v1.1 only, v1.2 answers 405",
            setting = Assumption.SALTO_VERSIONS)
    @Test
    void asksUnderTheVersionThatTheDeploymentNames() {
        assertThat(http().get(path("v1.2", "/entries")).status()).isEqualTo(405);
        settings().entriesVersion("v1.2");
        assertThat(salto().mayReadEvents(space)).isFalse();
        assertThat(smaller(Map.of("latchkey.salto.versions", "entries=v1.2")).mayReadEvents(space))
                .isTrue();
    }

    /** The same space, seen by a node with other settings. */
    private SaltoKs smaller(Map<String, Object> settings) {
        return world.node(settings).get(SaltoKs.class);
    }

    @Fact(
            value = "A3.8",
            sure = Sure.UNKNOWN,
            says = "Whether Salto throttles; 429 and 503 with `Retry-After`, in seconds or as a time, are obeyed")
    @ParameterizedTest
    @CsvSource({"429", "503"})
    void waitsAsLongAsItIsAskedTo(int status) {
        partner.fail("GET .*/access_groups", Fault.status(status).retryAfter(1));
        long before = System.nanoTime();
        assertThat(salto().groupIds(space)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Fact(
            value = "A3.8",
            sure = Sure.UNKNOWN,
            says = "Whether Salto throttles; 429 and 503 with `Retry-After`, in seconds or as a time, are obeyed")
    @Test
    void waitsUntilTheTimeThatItIsTold() {
        Instant began = Instant.now();
        String until =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(began.plusSeconds(3).atOffset(ZoneOffset.UTC));
        partner.fail("GET .*/access_groups", Fault.status(429).with("Retry-After", until));
        assertThat(salto().groupIds(space)).isNotEmpty();
        assertThat(Duration.between(began, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Fact(
            value = "A3.9",
            sure = Sure.UNKNOWN,
            says = "How many requests Salto takes",
            setting = Assumption.SALTO_LIMITS)
    @Test
    void asksNoFasterThanTheDeploymentSays() {
        SaltoKs slow = smaller(Map.of("latchkey.salto.limits", "5/2s"));
        long before = System.nanoTime();
        for (int time = 0; time < 3; time++) {
            assertThat(slow.groupIds(space)).isNotEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Fact(value = "A3.12", sure = Sure.INFERRED, says = "A quote inside the text of a filter is doubled")
    @Test
    void findsWhoeverHasAQuoteInHisAddress() {
        partner.addUserByHand(PreparedWorld.HARBOUR_HOUSE, "Quote", "Person", "o'brien@quote.example");
        assertThat(salto().userByEmail(space, new EmailAddress("o'brien@quote.example")))
                .isPresent();
        partner.deleteUserByHand(PreparedWorld.HARBOUR_HOUSE, "o'brien@quote.example");
    }

    @Fact(
            value = "A4.2",
            says = "A site that the installer has not released refuses with 2210, one without subscription with 2212")
    @Test
    void saysWhyASiteCannotBeUsed() {
        assertThat(salto().sites(space))
                .filteredOn(site -> site.name().equals(PreparedWorld.HARBOUR_QUAY))
                .allMatch(site -> site.usable().equals(Usable.no(Usable.Reason.NOT_RELEASED)));
        partner.lapse(PreparedWorld.HARBOUR_HOUSE);
        assertThat(failure(() -> salto().makeGroup(space, "Too late")).category())
                .isEqualTo(Category.NO_SUBSCRIPTION);
        partner.renew(PreparedWorld.HARBOUR_HOUSE);
    }

    @Fact(
            value = "A4.3",
            sure = Sure.UNKNOWN,
            says = "The code for an e-mail address that is taken: any 400 or 409 is looked into")
    @ParameterizedTest
    @CsvSource({"400", "409"})
    void takesWhoIsKnownWhateverTheRefusal(int status) {
        settings().takenEmail(status);
        String email = status == 400 ? "lea.dubois@papillon.example" : "rui@elsewhere.example";
        partner.addUserByHand(partner.site(PreparedWorld.HARBOUR_NORTH), "Known", "Elsewhere", email);
        Invited invited = salto().invite(space, NewSaltoUser.named("Known Elsewhere", new EmailAddress(email)));
        assertThat(invited.user().email()).contains(new EmailAddress(email));
        assertThat(invited.made()).isFalse();
    }

    @Fact(
            value = "A6.7",
            sure = Sure.UNKNOWN,
            says =
                    "How exactly the search finds people: whoever has not exactly the address that was searched for is left alone")
    @Test
    void takesNobodyElseFromALooseSearch() {
        partner.addUserByHand(partner.site(PreparedWorld.HARBOUR_NORTH), "Near", "Miss", "same@near.example");
        settings().searchesLoosely(true).refusesNewUsers(true);
        NewSaltoUser wanted = NewSaltoUser.named("Same Name", new EmailAddress("same@far.example"));
        assertThat(failure(() -> salto().invite(space, wanted)).category()).isEqualTo(Category.BY_HAND_FIRST);
        assertThat(partner.user(PreparedWorld.HARBOUR_HOUSE, "same@near.example"))
                .as("brought to the site")
                .isEmpty();
        NewSaltoUser known = NewSaltoUser.named("Near Miss", new EmailAddress("Same@Near.example"));
        assertThat(salto().invite(space, known).user().email()).contains(new EmailAddress("same@near.example"));
    }

    @Fact(
            value = "A6.8",
            says = "An address may belong to an administrator of the site, who is never anybody's customer")
    @Test
    void takesNoAdministrator() {
        NewSaltoUser ana = NewSaltoUser.named("Ana", new EmailAddress(PreparedWorld.ANA));
        assertThat(failure(() -> salto().invite(space, ana)).category()).isEqualTo(Category.BY_HAND_FIRST);
    }

    @Test
    void takesNobodyForAnotherWhenTheAnswerIsAboutAnother() {
        partner.addUserByHand(partner.site(PreparedWorld.HARBOUR_NORTH), "Wrong", "Person", "wrong@person.example");
        String wrong = partner.user(PreparedWorld.HARBOUR_NORTH, "wrong@person.example")
                .orElseThrow()
                .platformUserId();
        settings().refusesNewUsers(true);
        partner.fail(
                "GET .*/users/search",
                Fault.rewritten(
                        answer -> Response.json(List.of(Fields.of("id", wrong, "email", "right@newcomer.example")))));
        assertThat(failure(() -> invite("right")).category()).isEqualTo(Category.BY_HAND_FIRST);
    }

    @Fact(
            value = "A6.2",
            sure = Sure.UNKNOWN,
            says = "The field that names an existing user who is invited to another site",
            setting = Assumption.SALTO_EXISTING_USER_FIELD)
    @Test
    void invitesAnExistingUserByTheFieldThatTheDeploymentNames() {
        settings().existingUserField("id");
        EmailAddress iker = new EmailAddress(PreparedWorld.IKER);
        NewSaltoUser user = NewSaltoUser.named("Iker Etxeberria", iker);
        assertThat(failure(() -> salto().invite(space, user)).category()).isEqualTo(Category.NOT_FOUND);
        assertThat(smaller(Map.of("latchkey.salto.existing-user-field", "id"))
                        .invite(space, user)
                        .user()
                        .email())
                .contains(iker);
    }

    @Fact(
            value = "A6.3",
            says = "When all seats are taken a new user is made all the same, suspended, and nothing is said")
    @Test
    void noticesASilentSuspension() {
        int bought = partner.seatsBought(PreparedWorld.HARBOUR_HOUSE);
        partner.seats(PreparedWorld.HARBOUR_HOUSE, partner.seatsTaken(PreparedWorld.HARBOUR_HOUSE));
        assertThat(invite("late").subscribed()).isFalse();
        partner.seats(PreparedWorld.HARBOUR_HOUSE, bought);
    }

    @Fact(
            value = "A6.4",
            says =
                    "With an e-mail address Salto mails an invitation; until it is accepted there is no profile and no app")
    @Test
    void knowsWhetherAnInvitationWasAccepted() {
        SaltoUser invited = invite("invited");
        assertThat(invited.hasProfile()).isFalse();
        assertThat(partner.invitations()).contains("invited@newcomer.example");
        partner.completeProfile("invited@newcomer.example");
        assertThat(salto().user(space, invited.siteUser()).orElseThrow().hasProfile())
                .isTrue();
    }

    @Fact(
            value = "A6.5",
            sure = Sure.UNKNOWN,
            says = "How long a new user is answered with 2202 and 2203; a minute was measured",
            setting = Assumption.SALTO_FRESH_USER_SECONDS)
    @Test
    void waitsForANewUserButNotForEver() {
        settings().readyDelay(Duration.ofHours(2));
        SaltoKs impatient = smaller(Map.of("latchkey.salto.fresh-user-seconds", "60"));
        PlatformUserId user = impatient.invite(space, newcomer("slow")).user().platformUser();
        AccessGroupId flex = group("Flex members");
        assertThat(failure(() -> impatient.add(space, flex, user)).category()).isEqualTo(Category.NOT_READY);
        world.partners().clock().advance(Duration.ofSeconds(61));
        assertThat(failure(() -> impatient.add(space, flex, user)).category()).isEqualTo(Category.NOT_FOUND);
        assertThat(failure(() -> salto().add(space, flex, user)).category()).isEqualTo(Category.NOT_READY);
    }

    @Fact(
            value = "A6.9",
            sure = Sure.UNKNOWN,
            says =
                    "Whether users can be filtered by their id on the platform; where that is refused, all are looked through")
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void knowsANewUserFromAStrangerWhetherOrNotItCanFilterById(boolean understood) {
        settings().filtersById(understood).readyDelay(Duration.ofSeconds(30));
        PlatformUserId user = invite("id" + understood).platformUser();
        AccessGroupId flex = group("Flex members");
        assertThat(failure(() -> salto().add(space, flex, user)).category()).isEqualTo(Category.NOT_READY);
        long before = world.partners().calls().all().size();
        assertThat(failure(() -> salto().add(space, flex, user)).category()).isEqualTo(Category.NOT_READY);
        assertThat(world.partners().calls().after(before).to(site() + "/users").count())
                .as("looked for again")
                .isZero();
        assertThat(failure(() -> salto().add(space, flex, new PlatformUserId(UUID.randomUUID())))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
        world.partners().clock().advance(Duration.ofSeconds(31));
        salto().add(space, flex, user);
        assertThat(partner.isMember("id" + understood + "@newcomer.example", flex.toString()))
                .isTrue();
    }

    @Fact(value = "A6.10", says = "Whose `expires_at` is past opens nothing and keeps the seat")
    @Test
    void knowsWhoIsOver() {
        SaltoUser user = invite("over");
        Instant end = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        int seats = salto().site(space).seatsUsed();
        partner.expire(PreparedWorld.HARBOUR_HOUSE, "over@newcomer.example", end);
        SaltoUser over = salto().user(space, user.siteUser()).orElseThrow();
        assertThat(over.expired(end)).contains(end);
        assertThat(over.expired(end.minusSeconds(1))).isEmpty();
        assertThat(over.subscribed()).isTrue();
        assertThat(salto().site(space).seatsUsed()).isEqualTo(seats);
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        assertThat(partner.canOpen("over@newcomer.example", lock)).isEqualTo(Decision.EXPIRED);
    }

    @Fact(
            value = "A6.12",
            says =
                    "A user who is deleted is answered 202 and gives the seat back at once, and may be found by his id for some seconds more")
    @Test
    void knowsThatAUserWasDeletedWhenSaltoDoes() {
        settings().deleteDelay(Duration.ofSeconds(10));
        SaltoUser user = invite("deleted");
        int seats = salto().site(space).seatsUsed();
        assertThat(http().delete(path("v1.2", "/users/" + user.siteUser())).status())
                .isEqualTo(202);
        assertThat(salto().site(space).seatsUsed()).isEqualTo(seats - 1);
        assertThat(salto().user(space, user.siteUser())).isPresent();
        world.partners().clock().advance(Duration.ofSeconds(11));
        assertThat(salto().user(space, user.siteUser())).isEmpty();
        assertThat(salto().users(space)).extracting(SaltoUser::siteUser).doesNotContain(user.siteUser());
    }

    @Fact(
            value = "A6.13",
            sure = Sure.INFERRED,
            says =
                    "A site lists the roles that the account may give; where it lists none to the account, the site cannot be used")
    @Test
    void usesNoSiteWhereItMayGiveNoRole() {
        assertThat(salto().sites(space))
                .filteredOn(site -> site.name().equals(PreparedWorld.OLD_MILL))
                .singleElement()
                .satisfies(site -> assertThat(site.usable()).isEqualTo(Usable.no(Usable.Reason.WRONG_ROLE)))
                .satisfies(site -> assertThat(http().get("/v1.2/sites/" + site.id() + "/roles")
                                .status())
                        .isEqualTo(403));
        assertThat(bean(SaltoHttp.class).list(space, path("v1.2", "/roles")))
                .extracting(role -> role.path("code").stringValue())
                .contains("site_user");
    }

    @Fact(
            value = "A6.14",
            says =
                    "A guest is made of an alias and an end: 201, role `site_guest`, no PIN, no mail, and a seat like anybody's")
    @Test
    void knowsAGuestByHisAlias() {
        int seats = salto().site(space).seatsUsed();
        int mails = partner.invitations().size();
        Instant end = world.partners()
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(3_600);
        Http.Answer made =
                http().post(path("v1.2", "/guests"), "{\"alias\":\"Plumber\",\"expires_at\":\"%s\"}".formatted(end));
        assertThat(made.status()).isEqualTo(201);
        assertThat(salto().users(space))
                .filteredOn(user -> user.name().equals("Plumber"))
                .singleElement()
                .satisfies(guest -> {
                    assertThat(guest.roles()).containsExactly("site_guest");
                    assertThat(guest.email()).isEmpty();
                    assertThat(guest.usesPin()).isFalse();
                    assertThat(guest.expiresAt()).contains(end);
                });
        assertThat(salto().site(space).seatsUsed()).isEqualTo(seats + 1);
        assertThat(partner.invitations()).hasSize(mails);
    }

    @Fact(
            value = "A6.15",
            says =
                    "The name of whoever has a profile of his own is his: a site that changes him changes the alias only. We show the name and never write it")
    @Test
    void leavesTheNameToWhomItBelongs() {
        SaltoUser user = invite("named");
        String path = path("v1.2", "/users/" + user.siteUser());
        String other = "{\"first_name\":\"Other\",\"alias\":\"Desk 4\"}";
        assertThat(http().method("PATCH", path, other).status()).isEqualTo(200);
        assertThat(salto().user(space, user.siteUser()).orElseThrow().name()).isEqualTo("Other Newcomer");
        partner.completeProfile("named@newcomer.example");
        JsonNode changed = http().method("PATCH", path, "{\"first_name\":\"Third\",\"alias\":\"Desk 5\"}")
                .json();
        assertThat(changed.path("alias").stringValue()).isEqualTo("Desk 5");
        assertThat(salto().user(space, user.siteUser()).orElseThrow().name()).isEqualTo("Other Newcomer");
    }

    @Fact(value = "A6.16", says = "Nobody changes whoever has a higher role than he has himself: 403 with code 2203")
    @Test
    void mayNotChangeWhoIsAbove() {
        SaltoUser above = invite("above");
        partner.role(PreparedWorld.ANA, PreparedWorld.HARBOUR_HOUSE, "site_admin");
        partner.role("above@newcomer.example", PreparedWorld.HARBOUR_HOUSE, "site_owner");
        assertThat(failure(() -> salto().suspend(space, above.siteUser())).category())
                .isEqualTo(Category.RIGHT_MISSING);
        Http.Answer deleted = http().delete(path("v1.2", "/users/" + above.siteUser()));
        assertThat(deleted.status()).isEqualTo(403);
        assertThat(Wire.errorCode(deleted.body())).isEqualTo(2203);
        partner.role("above@newcomer.example", PreparedWorld.HARBOUR_HOUSE, "site_admin");
        salto().suspend(space, above.siteUser());
        partner.role(PreparedWorld.ANA, PreparedWorld.HARBOUR_HOUSE, "site_owner");
        partner.deleteUserByHand(PreparedWorld.HARBOUR_HOUSE, "above@newcomer.example");
    }

    @Fact(
            value = "A6.17",
            says =
                    "Who is suspended is given a PIN all the same, and the door refuses him: `lock_rejected`, `suspended`")
    @Test
    void isToldAtTheDoorThatSomebodyHasNoSeat() {
        SaltoUser user = invite("seatless");
        partner.completeProfile("seatless@newcomer.example");
        salto().suspend(space, user.siteUser());
        Credentials credentials = bean(Credentials.class);
        credentials.allowPin(space, user.siteUser());
        assertThat(credentials.newPin(space, user.siteUser()).reveal()).matches("\\d{6}");
        Instant before = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        partner.tryDoor(
                "seatless@newcomer.example",
                partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
        assertThat(salto().doorEvents(space, before))
                .filteredOn(event -> event.user().equals(Optional.of(user.platformUser())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(DoorEvent.Kind.REFUSED);
                    assertThat(event.detail()).contains("suspended");
                });
    }

    @Fact(
            value = "A6.18",
            sure = Sure.UNKNOWN,
            says =
                    "Whether an invitation is sent again, or ends some day: it is open as long as there is no profile, is not asked for again, and whoever Salto has dropped meanwhile is made anew")
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void takesAnInvitationForOpenUntilThereIsAProfile(boolean kept) {
        String email = "open" + kept + "@newcomer.example";
        SaltoUser invited = invite("open" + kept);
        world.partners().clock().advance(Duration.ofDays(100));
        if (!kept) {
            partner.deleteUserByHand(PreparedWorld.HARBOUR_HOUSE, email);
            partner.forgetPerson(email);
        }
        Invited again = salto().invite(space, newcomer("open" + kept));
        assertThat(again.made()).isEqualTo(!kept);
        assertThat(again.user().siteUser().equals(invited.siteUser())).isEqualTo(kept);
        assertThat(again.user().hasProfile()).isFalse();
        assertThat(partner.invitations().stream().filter(email::equals)).hasSize(kept ? 1 : 2);
    }

    @Fact(value = "A6.6", says = "A seat is taken and given by the field `state`; a wrong field is 1101")
    @Test
    void givesAndTakesASeatByItsState() {
        SaltoUser user = invite("seated");
        String seat = path("v1.2", "/users/" + user.siteUser() + "/subscription");
        assertThat(Wire.errorCode(http().method("PATCH", seat, "{\"subscription_state\":\"suspended\"}")
                        .body()))
                .isEqualTo(1101);
        salto().suspend(space, user.siteUser());
        assertThat(salto().user(space, user.siteUser()).orElseThrow().subscribed())
                .isFalse();
    }

    @Fact(value = "A7.3", sure = Sure.UNKNOWN, says = "What is answered for joining a group twice, or leaving it twice")
    @ParameterizedTest
    @CsvSource({"400,404", "409,404", "200,204"})
    void joinsAndLeavesAsOftenAsAsked(int joining, int leaving) {
        settings().twice(joining, leaving);
        AccessGroupId flex = group("Flex members");
        salto().add(space, flex, marta());
        salto().add(space, flex, marta());
        assertThat(salto().members(space, flex))
                .extracting(GroupMember::platformUser)
                .containsOnlyOnce(marta());
        salto().remove(space, flex, marta());
        salto().remove(space, flex, marta());
        assertThat(salto().members(space, flex))
                .extracting(GroupMember::platformUser)
                .doesNotContain(marta());
    }

    @Fact(value = "A7.4", says = "A group without a time schedule opens nothing, and nothing says so")
    @Test
    void knowsAGroupThatOpensNothing() {
        AccessGroupId bikes = group("Bike store");
        assertThat(salto().groups(space))
                .filteredOn(each -> each.id().equals(bikes))
                .noneMatch(AccessGroup::hasSchedule);
        partner.addByHand(PreparedWorld.MARTA, bikes.toString());
        String lock = partner.locksOf(bikes.toString()).getFirst().id();
        assertThat(partner.canOpen(PreparedWorld.MARTA, lock).opens()).isFalse();
        salto().openAlways(space, bikes);
        assertThat(partner.canOpen(PreparedWorld.MARTA, lock).opens()).isTrue();
    }

    @Fact(value = "A7.6", says = "A lock is added to a group by its id, and the group opens it")
    @Test
    void addsADoorToAGroup() {
        Lock door = salto().locks(space).getFirst();
        AccessGroupId made = salto().makeGroup(space, "Made with a door");
        salto().addDoor(space, made, door.id());
        assertThat(salto().groups(space))
                .filteredOn(group -> group.id().equals(made))
                .allSatisfy(group -> {
                    assertThat(group.alwaysOpen()).isTrue();
                    assertThat(group.locks()).containsExactly(door);
                });
        salto().add(space, made, marta());
        assertThat(partner.canOpen(PreparedWorld.MARTA, door.id().toString()).opens())
                .isTrue();
    }

    @Fact(
            value = "A1.2",
            sure = Sure.UNKNOWN,
            says = "Where the pages of Salto's web application lie",
            setting = Assumption.SALTO_WEB_APP)
    @Test
    void leadsToThePageThatTheDeploymentNames() {
        assertThat(bean(SaltoWebApp.class).address(space)).isEqualTo("https://app.saltoks.com");
        SaltoWebApp accept = world.node(
                        Map.of("latchkey.salto.web-app-url", "https://app-accept.saltoks.com/sites/{site}/groups"))
                .get(SaltoWebApp.class);
        assertThat(accept.address(space)).isEqualTo("https://app-accept.saltoks.com/sites/" + site() + "/groups");
        assertThat(accept.address(site())).isEqualTo(accept.address(space));
        assertThat(accept.address(PartnerWorld.aSpace()))
                .as("no site chosen")
                .isEqualTo("https://app-accept.saltoks.com");
    }

    @Fact(
            value = "A5.3",
            says =
                    "A site shows what its subscription is called, its gateways, and for which of them this login opens from afar")
    @Test
    void knowsWhatASiteIsEquippedWith() {
        Installation installation = salto().installation(space);
        assertThat(installation.plan()).contains("default");
        assertThat(installation.activated()).contains(0);
        assertThat(installation.iqs().orElseThrow()).allMatch(Installation.Iq::online);
        partner.online(PreparedWorld.HARBOUR_HOUSE, false);
        String unused = partner.activateRemoteOpening(PreparedWorld.HARBOUR_HOUSE, PreparedWorld.ANA);
        assertThat(salto().installation(space).iqs().orElseThrow()).noneMatch(Installation.Iq::online);
        assertThat(salto().installation(space).activated()).contains(1);
        partner.online(PreparedWorld.HARBOUR_HOUSE, true);
    }

    @Fact(
            value = "A5.6",
            says =
                    "A gateway (IQ) says its name (`customer_reference`) and whether it is `online`; its `data_sync_state` is `not_synced` on a site that works, and worries nobody")
    @Test
    void worriesAboutNoGatewayThatIsOnline() {
        List<JsonNode> rows = bean(SaltoHttp.class).list(space, path("v1.2", "/iqs"));
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> row.path("data_sync_state").stringValue().equals("not_synced"));
        assertThat(salto().installation(space).iqs().orElseThrow())
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> new Installation.Iq(
                                row.path("customer_reference").stringValue(), true))
                        .toList());
    }

    @Fact(
            value = "A5.4",
            sure = Sure.UNKNOWN,
            says =
                    "Which level a subscription has, and whether every login is shown its gateways: what is not shown is said to be unknown")
    @Test
    void goesOnWithoutWhatItIsNotShown() {
        partner.fail(
                "GET .*/(subscription|iqs|activated_iqs)", Fault.status(403).always());
        assertThat(salto().installation(space)).isEqualTo(Installation.unknown());
    }

    @Fact(value = "A7.5", says = "A schedule has seven flags for its days; none of them is 400 with code 1101")
    @Test
    void wantsADayInASchedule() {
        Http.Answer answer = http().post(
                        path("v1.1", "/access_groups/" + group("Flex members") + "/time_schedules"),
                        "{\"start_time\":\"08:00\",\"end_time\":\"18:00\",\"days\":[\"monday\"]}");
        assertThat(Wire.errorCode(answer.body())).isEqualTo(1101);
    }

    @Fact(
            value = "A7.7",
            says =
                    "A schedule's `end_time` comes back as the last second of its minute: 18:00 as 18:00:59. People mean 18:00")
    @Test
    void endsAScheduleAtTheMinuteThatPeopleMean() {
        String id = http().post(path("v1.2", "/access_groups"), "{\"customer_reference\":\"Until six\"}")
                .json()
                .path("id")
                .stringValue();
        JsonNode schedule = http().post(
                        path("v1.1", "/access_groups/" + id + "/time_schedules"),
                        "{\"monday\":true,\"start_time\":\"08:00\",\"end_time\":\"18:00\"}")
                .json();
        assertThat(schedule.path("end_time").stringValue()).isEqualTo("18:00:59");
        assertThat(salto().groups(space))
                .filteredOn(each -> each.id().equals(AccessGroupId.of(id)))
                .singleElement()
                .satisfies(each -> assertThat(each.hours())
                        .containsExactly(new Span(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(18, 0))));
    }

    @Fact(value = "A8.1", says = "Asking for a PIN makes a new one and ends the old; the answer is a bare text")
    @Test
    void makesANewPinWithEveryAsking() {
        SaltoUser user = invite("pin");
        String path = path("v1.2", "/users/" + user.siteUser());
        http().method("PATCH", path, "{\"use_pin\":true}");
        List<String> pins = List.of(
                http().method("PUT", path + "/pin", "{}").json().stringValue(),
                http().method("PUT", path + "/pin", "{}").json().stringValue());
        assertThat(pins).allMatch(pin -> pin.matches("\\d{6}")).doesNotHaveDuplicates();
    }

    @Fact(value = "A8.2", says = "The keys of a user say whether there is a PIN, and never which")
    @Test
    void saysWhetherThereIsAPinButNotWhich() {
        SaltoUser user = invite("keys");
        assertThat(bean(Credentials.class).keys(space, user.siteUser())).isEqualTo(new Keys(false, false));
        String path = path("v1.2", "/users/" + user.siteUser());
        http().method("PATCH", path, "{\"use_pin\":true}");
        String pin = http().method("PUT", path + "/pin", "{}").json().stringValue();
        assertThat(bean(Credentials.class).keys(space, user.siteUser())).isEqualTo(new Keys(true, false));
        assertThat(http().get(path + "/keys").body()).doesNotContain(pin);
    }

    @Fact(
            value = "A8.3",
            sure = Sure.UNKNOWN,
            says = "How Salto lists a phone's key: what is neither PIN nor tag is taken for one, and only shown")
    @Test
    void takesWhatIsNeitherPinNorTagForAPhone() {
        SaltoUser user = invite("phone");
        partner.activatePhone("phone@newcomer.example");
        assertThat(bean(Credentials.class).keys(space, user.siteUser())).isEqualTo(new Keys(false, true));
    }

    @Fact(
            value = "A8.10",
            sure = Sure.UNKNOWN,
            says = "Whether a phone opens for whoever has a profile, or only for whoever has a role for it as well",
            setting = Assumption.SALTO_USER_ROLES)
    @Test
    void givesWhomItInvitesTheRolesThatTheDeploymentNames() {
        settings().phoneRole("site_mobile_user");
        assertThat(byPhone("plain", Map.of())).isEqualTo(Decision.NO_CREDENTIAL);
        assertThat(byPhone("mobile", Map.of("latchkey.salto.user-roles", "site_user, site_mobile_user")))
                .isEqualTo(Decision.OPENS);
        settings().phoneRole("");
        assertThat(byPhone("ordinary", Map.of())).isEqualTo(Decision.OPENS);
        SaltoKs wrong = smaller(Map.of("latchkey.salto.user-roles", "site_user,site_pilot"));
        PartnerFailure refused = failure(() -> wrong.invite(space, newcomer("pilot")));
        assertThat(refused.category()).isEqualTo(Category.RIGHT_MISSING);
        assertThat(refused.words()).contains("site_pilot");
    }

    private Decision byPhone(String name, Map<String, Object> settings) {
        SaltoUser invited = smaller(settings).invite(space, newcomer(name)).user();
        AccessGroupId flex = group("Flex members");
        salto().add(space, flex, invited.platformUser());
        partner.completeProfile(name + "@newcomer.example");
        return partner.canOpen(
                name + "@newcomer.example",
                partner.locksOf(flex.toString()).getFirst().id());
    }

    private Credentials credentials(Map<String, Object> settings) {
        return world.node(settings).get(Credentials.class);
    }

    private void givesAndTakes(String number, Map<String, Object> settings) {
        partner.registerTag(PreparedWorld.HARBOUR_HOUSE, number);
        SaltoUser user = invite("tag" + number);
        Credentials credentials = credentials(settings);
        Tag tag = credentials.tag(space, number).orElseThrow();
        credentials.give(space, user.siteUser(), tag);
        assertThat(salto().user(space, user.siteUser()).orElseThrow().tagNumber())
                .contains(number);
        assertThat(credentials.holders(space, number)).containsExactly(user.platformUser());
        credentials.take(space, user.siteUser());
        assertThat(salto().user(space, user.siteUser()).orElseThrow().tagNumber())
                .isEmpty();
        assertThat(credentials.holders(space, number)).isEmpty();
    }

    @Fact(value = "A8.4", says = "The search finds people by the number of their tag too")
    @Test
    void findsSomebodyByTheirTag() {
        partner.giveTag(PreparedWorld.RUI, "02409999");
        assertThat(bean(Credentials.class).holders(space, "02409999")).hasSize(1);
        assertThat(bean(Credentials.class).holders(space, "02409998")).isEmpty();
    }

    @Fact(
            value = "A8.5",
            sure = Sure.UNKNOWN,
            says = "Whether tags are given and taken over the API",
            setting = Assumption.SALTO_TAGS)
    @Test
    void givesAndTakesTagsOnlyWhereTheDeploymentSaysSo() {
        assertThat(credentials(Map.of("latchkey.salto.tags", "off")).takesTags())
                .isFalse();
        assertThat(credentials(Map.of("latchkey.salto.tags", "on")).takesTags()).isTrue();
        givesAndTakes("02400001", Map.of());
    }

    @Fact(
            value = "A8.6",
            sure = Sure.UNKNOWN,
            says = "Where the tags of a site lie",
            setting = Assumption.SALTO_TAGS_PATH)
    @Test
    void looksForTagsWhereTheDeploymentSays() {
        settings().tagsPath("keyfobs");
        givesAndTakes("02400002", Map.of("latchkey.salto.tags-path", "keyfobs"));
        assertThat(failure(() -> bean(Credentials.class).tag(space, "02400002")).category())
                .isEqualTo(Category.MISCONFIGURED);
    }

    @Fact(
            value = "A8.7",
            sure = Sure.UNKNOWN,
            says = "What a tag's number is called, and the field of a user that takes a tag's id",
            setting = Assumption.SALTO_TAG_FIELDS)
    @Test
    void namesTagsAsTheDeploymentSays() {
        settings().tagFields("number", "tagId");
        givesAndTakes("02400003", Map.of("latchkey.salto.tag-fields", "number,tagId"));
    }

    @Fact(
            value = "A10.3",
            sure = Sure.UNKNOWN,
            says = "How a continuation token is sent back",
            setting = Assumption.SALTO_CONTINUATION_PARAMETER)
    @Test
    void readsOnWithTheContinuationTokenAsTheDeploymentSays() {
        var before = world.partners().clock().instant();
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        for (int time = 0; time < 250; time++) {
            partner.tryDoor(PreparedWorld.MARTA, lock);
        }
        assertThat(salto().doorEvents(space, before.minusSeconds(1)))
                .hasSize(250)
                .isSortedAccordingTo(java.util.Comparator.comparing(DoorEvent::at))
                .allMatch(event -> event.user().isPresent());
        settings().continuationParameter("token");
        assertThat(smaller(Map.of("latchkey.salto.continuation-parameter", "token"))
                        .doorEvents(space, before.minusSeconds(1)))
                .hasSize(250);
    }

    @Fact(
            value = "A10.6",
            says =
                    "A door was opened, or refused somebody, or its office mode began or ended; what else there may be is shown as it is")
    @ParameterizedTest
    @CsvSource({"lock_opened, OPENED", "lock_rejected, REFUSED", "easy_office_mode, OTHER", "something_new, OTHER"})
    void knowsWhatHappenedAtADoor(String category, DoorEvent.Kind kind) {
        partner.tryDoor(
                PreparedWorld.MARTA,
                partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
        partner.fail(
                "/entries",
                reading(text -> text.replaceAll("(\"event_category\":)\"[^\"]*\"", "$1\"" + category + "\""))
                        .always());
        assertThat(salto().doorEvents(space, world.partners().clock().instant().minusSeconds(60)))
                .isNotEmpty()
                .allMatch(event -> event.kind() == kind);
    }

    @Fact(
            value = "A10.12",
            says =
                    "A door's office mode begins and ends as an event `easy_office_mode`, `start` and `end`, that nobody did: it accuses nobody")
    @Test
    void knowsADoorThatIsLeftOpen() {
        Instant before = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getLast().id();
        partner.officeMode(lock, true);
        partner.officeMode(lock, false);
        assertThat(salto().doorEvents(space, before))
                .filteredOn(event -> event.lock().map(LockId::toString).equals(Optional.of(lock)))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.kind()).isEqualTo(DoorEvent.Kind.OTHER);
                    assertThat(event.user()).isEmpty();
                })
                .extracting(event -> event.detail().orElse(""))
                .containsExactlyInAnyOrder("start", "end");
    }

    /** Each event moves all older ones by a place: the next page begins with one that was read. */
    @Test
    void readsOnWhereSomethingHappensBetweenTwoPages() {
        world.partners().clock().advance(Duration.ofSeconds(2));
        var before = world.partners().clock().instant();
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        for (int time = 0; time < 250; time++) {
            partner.tryDoor(PreparedWorld.MARTA, lock);
        }
        assertThat(salto().doorEvents(space, before.minusSeconds(1))).hasSize(250);
        partner.fail("/entries", Fault.rewritten(answer -> {
            partner.tryDoor(PreparedWorld.MARTA, lock);
            return answer;
        }));
        assertThat(salto().doorEvents(space, before.minusSeconds(1))).hasSize(250);
    }

    @Test
    void readsEventsBesideOneThatCannotBeRead() {
        var before = world.partners().clock().instant();
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        for (int time = 0; time < 3; time++) {
            partner.tryDoor(PreparedWorld.MARTA, lock);
        }
        partner.fail("/entries", reading(text -> text.replaceFirst("(\"utc_date_time\":)\"[^\"]*\"", "$1\"soon\"")));
        assertThat(salto().doorEvents(space, before.minusSeconds(1))).hasSize(2);
        partner.fail("/entries", reading(text -> text.replace("utc_date_time", "when")));
        assertThat(failure(() -> salto().doorEvents(space, before.minusSeconds(1)))
                        .category())
                .isEqualTo(Category.UNREADABLE);
    }

    private static Fault reading(UnaryOperator<String> change) {
        return Fault.rewritten(answer -> answer.withContent(
                change.apply(new String(answer.content(), UTF_8)).getBytes(UTF_8)));
    }

    @Fact(
            value = "A10.7",
            says =
                    "An event has its time twice, in UTC (`utc_date_time`) and by the site's clock without a zone, and names who it was by the id on the platform")
    @Test
    void readsWhenAndWhoOfAnEvent() {
        Instant before = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        partner.tryDoor(
                PreparedWorld.MARTA,
                partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
        JsonNode entry = http().get(path("v1.1", "/entries?$top=1&$orderby=" + Http.encode("utc_date_time desc")))
                .json()
                .path("items")
                .get(0);
        Instant at = Instant.parse(entry.path("utc_date_time").stringValue());
        assertThat(LocalDateTime.parse(entry.path("local_date_time").stringValue())
                        .atZone(salto().site(space).zone().orElseThrow())
                        .toInstant())
                .isEqualTo(at);
        assertThat(salto().doorEvents(space, before.minusSeconds(1))).anySatisfy(event -> {
            assertThat(event.id()).isEqualTo(entry.path("id").stringValue());
            assertThat(event.at()).isEqualTo(at);
            assertThat(event.user()).contains(marta());
        });
    }

    @Fact(
            value = "A10.9",
            says = "Whoever leaves turns the handle inside: `lock_opened` by `inside_handle`, and nobody is named")
    @Test
    void accusesNobodyWhoLeaves() {
        Instant before = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        partner.leavesThrough(
                partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
        assertThat(salto().doorEvents(space, before))
                .filteredOn(event -> event.detail().equals(Optional.of("inside_handle")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(DoorEvent.Kind.OPENED);
                    assertThat(event.user()).isEmpty();
                });
    }

    @Fact(
            value = "A10.10",
            says =
                    "What happened at a door is kept as long as `store_events_ttl` of the site says, ninety days, and is gone then")
    @Test
    void readsWhatIsKept() {
        world.partners().clock().advance(Duration.ofDays(1));
        Instant before = world.partners().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        partner.tryDoor(
                PreparedWorld.MARTA,
                partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id());
        assertThat(http().get(path("v1.2", "")).json().path("store_events_ttl").stringValue())
                .isEqualTo("90.00:00:00");
        world.partners().clock().advance(Duration.ofDays(89));
        assertThat(salto().doorEvents(space, before)).isNotEmpty();
        world.partners().clock().advance(Duration.ofDays(2));
        assertThat(salto().doorEvents(space, before)).isEmpty();
    }

    @Fact(value = "A10.2", says = "A PIN that nobody has is an event of nobody: its user is a placeholder")
    @Test
    void namesNobodyForAnUnknownPin() {
        String lock = partner.locks(PreparedWorld.HARBOUR_HOUSE).getFirst().id();
        partner.tryDoor("nobody@nowhere.example", lock);
        var entry = http().get(path("v1.1", "/entries?$top=1&$orderby=" + Http.encode("utc_date_time desc")))
                .json()
                .path("items")
                .get(0);
        assertThat(entry.path("event_category").stringValue()).isEqualTo("lock_rejected");
        assertThat(salto().users(space))
                .noneMatch(user -> user.platformUser()
                        .toString()
                        .equals(entry.path("user_id").stringValue()));
    }
}
