package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.Http;
import tools.jackson.databind.JsonNode;

/** What is known of Salto KS and can be seen by reading alone: true of the simulated one, and to be tried on a real site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SaltoReads {

    final PartnerWorld world = PartnerWorld.prepared();
    final SpaceId space = PartnerWorld.aSpace();
    private PartnerWorld.Node node = world.node();

    /** A node that speaks with the Salto in question. */
    abstract PartnerWorld.Node node(PartnerWorld world);

    abstract URI api();

    /** Signs in and answers the site to use, by its id or its name. */
    abstract String connect(PartnerWorld.Node node);

    @BeforeAll
    void begin() {
        node = node(world);
        String wanted = connect(node);
        Site site = salto().sites(space).stream()
                .filter(each ->
                        each.id().toString().equals(wanted) || each.name().equals(wanted))
                .findFirst()
                .orElseThrow();
        salto().choose(space, site.id());
    }

    @AfterAll
    void end() {
        world.close();
    }

    final SaltoKs salto() {
        return node.get(SaltoKs.class);
    }

    final <T> T bean(Class<T> type) {
        return node.get(type);
    }

    final Http http() {
        return Http.at(api())
                .bearer(bean(AccessTokens.class).current(space, Partner.SALTO).reveal());
    }

    final SiteId site() {
        return salto().site(space).id();
    }

    final String path(String version, String rest) {
        return "/" + version + "/sites/" + site() + rest;
    }

    @Fact(value = "A2.1", says = "A bad token is answered 401, an empty body and `WWW-Authenticate: Bearer error=…`")
    @Test
    void refusesABadTokenWithoutABody() {
        Http.Answer answer = Http.at(api()).bearer("nonsense").get("/v1.2/sites");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Fact(value = "A3.1", says = "Lists come bare or wrapped in `items`; either is read whole, and no row twice")
    @Test
    void readsEverybodyOnce() {
        List<SaltoUser> users = salto().users(space);
        assertThat(users).isNotEmpty().extracting(SaltoUser::siteUser).doesNotHaveDuplicates();
    }

    @Fact(value = "A3.2", says = "`count` is filled only where it is asked for: `$inlinecount=allpages` in OData v3")
    @Test
    void countsOnlyWhenAsked() {
        JsonNode plain = http().get(path("v1.2", "/users?$top=1")).json();
        JsonNode counted =
                http().get(path("v1.2", "/users?$top=1&$inlinecount=allpages")).json();
        if (plain.isObject()) {
            assertThat(plain.path("count").isNull()).isTrue();
            assertThat(counted.path("count").intValue())
                    .isEqualTo(salto().users(space).size());
        }
    }

    @Fact(value = "A3.3", says = "A filter or an order by what is no property is 400 with code 1102")
    @Test
    void refusesAFilterThatItDoesNotUnderstand() {
        Http.Answer answer = http().get(path("v1.2", "/users?$filter=" + Http.encode("nonsense eq 'x'")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Wire.errorCode(answer.body())).isEqualTo(1102);
        Http.Answer ordered = http().get(path("v1.1", "/entries?$orderby=date"));
        assertThat(ordered.status()).isEqualTo(400);
        assertThat(Wire.errorCode(ordered.body())).isEqualTo(1102);
    }

    @Fact(
            value = "A3.11",
            says =
                    "A filter compares by `eq` and by `contains`, also what lies a step deeper: `user/email eq '…'`; a site is found by the UID on its papers")
    @Test
    void filtersByWhatIsEqualAndByWhatIsContained() {
        SaltoUser somebody = salto().users(space).stream()
                .filter(user -> user.email().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(salto().userByEmail(space, somebody.email().orElseThrow())).contains(somebody);
        String printed = http().get(path("v1.2", "")).json().path("site_uid").stringValue();
        assertThat(filtered("/v1.1/sites", "site_uid eq '" + printed + "'"))
                .extracting(row -> row.path("id").stringValue())
                .containsExactly(site().toString());
        JsonNode group = bean(SaltoHttp.class)
                .list(space, path("v1.2", "/access_groups"))
                .getFirst();
        String part = group.path("customer_reference").stringValue().substring(1, 3);
        assertThat(filtered(path("v1.2", "/access_groups"), "contains(customer_reference,'" + part + "')"))
                .contains(group)
                .allMatch(row -> row.path("customer_reference").stringValue().contains(part));
    }

    private List<JsonNode> filtered(String list, String filter) {
        return bean(SaltoHttp.class).list(space, list + "?$filter=" + Http.encode(filter));
    }

    @Fact(value = "A4.6", says = "Some endpoints answer errors as RFC 7807 or without a body: then the status decides")
    @Test
    void showsNoPermissionsToAnOrdinaryClient() {
        Http.Answer answer = http().get(path("v2", "/permissions"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("title").stringValue()).isEqualTo("Forbidden");
        assertThat(SaltoError.of(new PartnerAnswer(answer.status(), answer.body(), Optional.empty())))
                .isEqualTo(new SaltoError.NotAllowed());
    }

    @Fact(
            value = "A2.10",
            says =
                    "An access token is a JWT (`at+jwt`, RS256) for `user_api`, its `scope` a list; its `sub` is neither of the two ids of whoever signed in")
    @Test
    void namesNobodyOfTheSiteInItsTokens() {
        String[] parts =
                bean(AccessTokens.class).current(space, Partner.SALTO).reveal().split("\\.", -1);
        JsonNode head = decoded(parts[0]);
        assertThat(head.path("typ").stringValue()).isEqualTo("at+jwt");
        assertThat(head.path("alg").stringValue()).isEqualTo("RS256");
        JsonNode claims = decoded(parts[1]);
        assertThat(claims.path("aud").stringValue()).isEqualTo("user_api");
        assertThat(claims.path("scope").isArray()).isTrue();
        String subject = claims.path("sub").stringValue();
        assertThat(http().get("/v1.2/me").json().path("id").stringValue()).isNotEqualTo(subject);
        assertThat(salto().users(space))
                .noneMatch(user -> user.platformUser().toString().equals(subject)
                        || user.siteUser().toString().equals(subject));
    }

    private static JsonNode decoded(String part) {
        return Wire.tree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    @Fact(value = "A4.1", says = "A site is addressed by its UUID; the UID printed on its papers is 400 with code 1100")
    @Test
    void knowsASiteByItsIdNotByItsPrintedNumber() {
        String printed = http().get(path("v1.2", "")).json().path("site_uid").asString("");
        Http.Answer answer = http().get("/v1.2/sites/" + printed);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Wire.errorCode(answer.body())).isEqualTo(1100);
    }

    @Fact(value = "A5.1", says = "A site says its zone, the seats bought and the seats taken")
    @Test
    void saysZoneAndSeats() {
        JsonNode row = http().get(path("v1.2", "")).json();
        Site site = salto().site(space);
        assertThat(site.zone().orElseThrow().toString())
                .isEqualTo(row.path("time_zone").asString());
        assertThat(site.seatsUsed()).isEqualTo(row.path("active_user_amount").intValue());
        assertThat(site.seatsBought())
                .isEqualTo(row.path("subscribed_user_amount").intValue());
        assertThat(site.isUsable()).isTrue();
    }

    @Fact(
            value = "A5.5",
            says =
                    "A lock says its name (`customer_reference`), its `lock_type`, whether it is `online`, and its gateway in `iq`; it does not say its site")
    @Test
    void readsLocksByNameAndWhetherTheyAnswer() {
        List<JsonNode> rows = bean(SaltoHttp.class).list(space, path("v1.2", "/locks"));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("lock_type").isString()).isTrue();
            assertThat(row.path("iq").path("is_online").isBoolean()).isTrue();
            assertThat(row.has("site_id")).isFalse();
        });
        assertThat(salto().locks(space))
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> new Lock(
                                LockId.of(row.path("id").stringValue()),
                                row.path("customer_reference").stringValue(),
                                row.path("online").booleanValue()))
                        .toList());
    }

    @Fact(value = "A6.1", says = "Everybody on a site has two ids: one as its user, one on the platform")
    @Test
    void knowsEverybodyByTwoIds() {
        assertThat(salto().users(space))
                .allSatisfy(user -> assertThat(user.siteUser().value())
                        .isNotEqualTo(user.platformUser().value()));
    }

    @Fact(value = "A7.1", says = "The members of an access group are named by their ids on the platform")
    @Test
    void namesMembersByTheirIdOnThePlatform() {
        List<PlatformUserId> known =
                salto().users(space).stream().map(SaltoUser::platformUser).toList();
        for (AccessGroupId group : salto().groupIds(space)) {
            assertThat(salto().members(space, group))
                    .extracting(GroupMember::platformUser)
                    .isSubsetOf(known);
        }
    }

    @Fact(value = "A7.2", says = "A group's schedules and locks are lists of their own")
    @Test
    void readsGroupsWithSchedulesAndLocks() {
        assertThat(salto().groups(space))
                .hasSameSizeAs(salto().groupIds(space))
                .filteredOn(AccessGroup::alwaysOpen)
                .allMatch(AccessGroup::hasSchedule);
    }

    @Fact(value = "A10.1", says = "Door events have an envelope of their own, with a continuation token")
    @Test
    void wrapsDoorEventsInAnEnvelopeOfTheirOwn() {
        JsonNode entries = http().get(path("v1.1", "/entries?$top=1&$orderby=" + Http.encode("utc_date_time desc")))
                .json();
        assertThat(entries.path("items").isArray()).isTrue();
        assertThat(entries.has("continuation_token")).isTrue();
        assertThat(salto().mayReadEvents(space)).isTrue();
    }

    @Fact(
            value = "A10.8",
            says = "There are no webhooks: `/subscriptions` is not there, and doors are asked for what happened")
    @Test
    void hasNoWebhooks() {
        assertThat(http().get(path("v1.2", "/subscriptions")).status()).isEqualTo(404);
    }
}
