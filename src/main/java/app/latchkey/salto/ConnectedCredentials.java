package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerAnswer;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Salto users open with, over the Connect API. */
@Component
class ConnectedCredentials implements Credentials {

    private static final String PIN = "pin";
    private static final String TAG = "tag";
    private static final String TAKES_PINS = "_pin";
    private static final Pattern BARE_TEXT = Pattern.compile("\"?(\\d{4,12})\"?");

    private final SaltoHttp http;
    private final Addresses addresses;
    private final FreshUsers fresh;
    private final boolean takesTags;
    private final String tags;
    private final String numberField;
    private final String userField;

    ConnectedCredentials(SaltoHttp http, Addresses addresses, FreshUsers fresh, LatchkeySettings settings) {
        this.http = http;
        this.addresses = addresses;
        this.fresh = fresh;
        this.takesTags = settings.assumed(Assumption.SALTO_TAGS).equals("on");
        this.tags = "/" + settings.assumed(Assumption.SALTO_TAGS_PATH);
        String[] fields = settings.assumed(Assumption.SALTO_TAG_FIELDS).split(",", 2);
        this.numberField = fields[0].strip();
        this.userField = fields[1].strip();
    }

    /** One person's keys come in one page. PINs were measured; whatever is neither PIN nor tag is taken for a phone's. */
    @Override
    public Keys keys(SpaceId space, SiteUserId user) {
        String path = addresses.ofSite(space, Endpoint.KEYS, "/users/" + user + "/keys");
        String body = http.successful(http.call(space, HttpMethod.GET, path, Optional.empty()))
                .body();
        List<String> types =
                Wire.page(body).rows().stream().map(ConnectedCredentials::type).toList();
        return new Keys(types.contains(PIN), types.stream().anyMatch(type -> !type.equals(PIN) && !type.equals(TAG)));
    }

    private static String type(JsonNode key) {
        return Wire.text(key, "type").orElse(TAG).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean takesTags() {
        return takesTags;
    }

    @Override
    public Optional<Tag> tag(SpaceId space, String number) {
        String filter = "?$filter=" + numberField + "%20eq%20" + SaltoHttp.quoted(number);
        return listed(space, addresses.ofSite(space, Endpoint.TAGS, tags + filter)).stream()
                .filter(row ->
                        Wire.text(row, numberField).filter(number::equals).isPresent())
                .map(row -> new Tag(Wire.required(row, "id"), number))
                .findFirst();
    }

    private List<JsonNode> listed(SpaceId space, String path) {
        try {
            return http.list(space, path);
        } catch (PartnerFailure failure) {
            throw failure.is(Category.NOT_FOUND)
                    ? PartnerFailure.of(
                            Partner.SALTO,
                            Category.MISCONFIGURED,
                            "Salto KS lists no tags where this deployment looks for them.",
                            failure)
                    : failure;
        }
    }

    /** The search finds people by the number of their tag, also those of other sites. */
    @Override
    public Set<PlatformUserId> holders(SpaceId space, String number) {
        String search = addresses.of(
                Endpoint.SEARCH,
                "/users/search?search_for=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&for_site_id="
                        + addresses.site(space));
        return http.list(space, search).stream()
                .filter(row ->
                        Wire.text(row, "tag_number").filter(number::equals).isPresent())
                .map(SaltoReader::platformUser)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void give(SpaceId space, SiteUserId user, Tag tag) {
        change(space, user, Wire.object().put(userField, tag.id()));
    }

    @Override
    public void take(SpaceId space, SiteUserId user) {
        change(space, user, Wire.object().putNull(userField));
    }

    private void change(SpaceId space, SiteUserId user, ObjectNode body) {
        String path = addresses.ofSite(space, Endpoint.USERS, "/users/" + user);
        var unused = http.successful(http.call(space, HttpMethod.PATCH, path, Optional.of(body.toString())));
    }

    @Override
    public boolean takesPins(SpaceId space) {
        return Wire.flag(http.read(space, addresses.ofSite(space, Endpoint.SITES, "")), "pin_enabled")
                && http.list(space, addresses.ofSite(space, Endpoint.LOCKS, "/locks")).stream()
                        .anyMatch(lock -> Wire.text(lock, "lock_type")
                                .filter(type -> type.endsWith(TAKES_PINS))
                                .isPresent());
    }

    @Override
    public void allowPin(SpaceId space, SiteUserId user) {
        change(space, user, Wire.object().put("use_pin", true));
    }

    @Override
    public Secret newPin(SpaceId space, SiteUserId user) {
        String path = addresses.ofSite(space, Endpoint.USERS, "/users/" + user);
        PartnerAnswer answer = http.call(space, HttpMethod.PUT, path + "/pin", Optional.of("{}"));
        if (SaltoError.of(answer) instanceof SaltoError.NotAllowed
                && !answer.isSuccess()
                && fresh.mayStillBeFresh(user.toString())) {
            throw SaltoGroups.notReady();
        }
        return pin(http.successful(answer).body());
    }

    /** By hand: a reader of JSON that fails would say in its message what it could not read. */
    private static Secret pin(String body) {
        Matcher digits = BARE_TEXT.matcher(body.strip());
        if (!digits.matches()) {
            throw Wire.unreadable(null);
        }
        return Secret.of(digits.group(1));
    }
}
