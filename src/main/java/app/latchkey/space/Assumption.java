package app.latchkey.space;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What neither partner documents. Each is assumed the careful way unless a deployment knows better; the handbook says of every one what to
 * look at on first contact with the real system.
 */
public enum Assumption {
    SALTO_SCOPE("latchkey.salto.scope", "user_api.full_access openid profile offline_access", Assumption::anyText),
    /** The page of Salto's web application that shows a site, {@code {site}} standing for the site's id; its pages are documented nowhere. */
    SALTO_WEB_APP("latchkey.salto.web-app-url", "https://app.saltoks.com", Assumption::page),
    /** Which ways in Salto has enabled for the deployment's client: a person at a browser, a login made for Latchkey, or either. */
    SALTO_LOGIN("latchkey.salto.login", "consent", oneOf("consent", "password", "both")),
    /** Of a login without a browser; asking for more was refused. */
    SALTO_PASSWORD_SCOPE("latchkey.salto.password-scope", "user_api.full_access", Assumption::anyText),
    /** Such as {@code entries=v1.2,users=v1.3}: endpoints that answer under another version than the one measured. */
    SALTO_VERSIONS("latchkey.salto.versions", "", Assumption::versions),
    SALTO_ODATA("latchkey.salto.odata", "v3", oneOf("v3", "v4")),
    SALTO_PAGE_SIZE("latchkey.salto.page-size", "100", number(1, 1_000)),
    SALTO_CONTINUATION_PARAMETER("latchkey.salto.continuation-parameter", "continuation_token", Assumption::word),
    SALTO_EXISTING_USER_FIELD("latchkey.salto.existing-user-field", "user_id", Assumption::word),
    /** Codes of the roles that somebody whom we bring to a site is given: whether a phone opens without a role of its own is not written anywhere. */
    SALTO_USER_ROLES("latchkey.salto.user-roles", "site_user", Assumption::rolesOfUsers),
    /** For how many seconds "not found" of somebody who is listed means that Salto has not caught up. */
    SALTO_FRESH_USER_SECONDS("latchkey.salto.fresh-user-seconds", "300", number(60, 3_600)),
    /** Whether tags are given and taken over Salto's API; otherwise an operator is told how to do it by hand. */
    SALTO_TAGS("latchkey.salto.tags", "off", oneOf("off", "on")),
    /** Where the tags of a site lie. */
    SALTO_TAGS_PATH("latchkey.salto.tags-path", "tags", Assumption::path),
    /** What a tag's number is called there, and the field of a user that takes the id of a tag, in that order. */
    SALTO_TAG_FIELDS("latchkey.salto.tag-fields", "tag_number,tag_id", Assumption::twoWords),
    /** The names of the event stream's messages that count; any of them where none is named. */
    SALTO_STREAM_MESSAGES("latchkey.salto.stream-messages", "", Assumption::words),
    /** How many requests a space may make: Salto publishes nothing. */
    SALTO_LIMITS("latchkey.salto.limits", "25/1s,300/1m", Assumption::limits),
    /**
     * Below what Nexudus publishes in its two editions, in the shortest window by half, because requests that leave one after the other may arrive
     * together; it is not known whether they count for an app, a user or a location.
     */
    NEXUDUS_LIMITS("latchkey.nexudus.limits", "5/100ms,100/1m,4000/1h,150000/1d", Assumption::limits),
    NEXUDUS_WRITE_LIMITS("latchkey.nexudus.write-limits", "30/1m,2000/1d", Assumption::limits),
    NEXUDUS_PAGE_SIZE("latchkey.nexudus.page-size", "200", number(1, 1_000)),
    NEXUDUS_PAUSES_PATH("latchkey.nexudus.pauses-path", "billing/contractpausedperiods", Assumption::path),
    NEXUDUS_TEAMS_PATH("latchkey.nexudus.teams-path", "spaces/teams", Assumption::path),
    /** Where the names of time zones lie, of which a location may have only the id. */
    NEXUDUS_TIME_ZONES_PATH("latchkey.nexudus.time-zones-path", "sys/simpletimezones", Assumption::path),
    /** What stands between several access cards of a customer: any of these, of which {@code space} is every blank. */
    NEXUDUS_CARD_SEPARATORS("latchkey.nexudus.card-separators", ", ; space", Assumption::separators),
    /** The field of a webhook that takes the shared secret. */
    NEXUDUS_HOOK_SECRET_FIELD("latchkey.nexudus.hook-secret-field", "Secret", Assumption::word),
    /** What an unsigned call is: refused, or a hint that is looked into like any other. */
    NEXUDUS_UNSIGNED_HOOKS("latchkey.nexudus.unsigned-hooks", "refuse", oneOf("refuse", "hint")),
    /** How a Nexudus user signs in: for tokens, or with user name and password at every request. */
    NEXUDUS_LOGIN("latchkey.nexudus.login", "token", oneOf("token", "basic")),
    /** What becomes of an install of our app whose time cannot be read, so that nobody knows how old it is. */
    NEXUDUS_UNDATED_INSTALLS("latchkey.nexudus.undated-installs", "refuse", oneOf("refuse", "take")),
    /** What Nexudus's Custom ACS calls an access group's id and its name, in that order. */
    NEXUDUS_ACS_GROUP_FIELDS("latchkey.nexudus.acs-group-fields", "id,name", Assumption::twoWords),
    /** What a push of Nexudus's Custom ACS calls a customer's full name, and after it whatever may hold the numbers of cards. */
    NEXUDUS_ACS_PERSON_FIELDS(
            "latchkey.nexudus.acs-person-fields", "fullName,accessCardId,keyFobNumber", Assumption::words);

    private static final Set<String> ABOVE_USERS = Set.of("site_owner", "site_admin", "site_super_user");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$-]*");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]+(/[A-Za-z]+)*");
    private static final Pattern PAGE = Pattern.compile("https?://[\\w.:-]+(/([\\w./#?=&-]|\\{site})*)?");
    private static final Pattern SEPARATORS = Pattern.compile("(space|[^\\w\\s])(\\s+(space|[^\\w\\s]))*");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,6}/[1-9]\\d{0,3}(ms|s|m|h|d)");
    private static final Pattern VERSION = Pattern.compile("[a-z]+=v\\d+(\\.\\d+)?");

    private final String property;
    private final String otherwise;
    private final Function<String, Optional<String>> complaint;

    Assumption(String property, String otherwise, Function<String, Optional<String>> complaint) {
        this.property = property;
        this.otherwise = otherwise;
        this.complaint = complaint;
    }

    /** As a property; the environment may say it in capitals with underscores. */
    public String property() {
        return property;
    }

    public String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What counts where a deployment says nothing. */
    public String otherwise() {
        return otherwise;
    }

    /** What is wrong with the value, naming the variable and the cure. */
    Optional<String> complaintAbout(@Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : complaint.apply(value.strip()).map(wrong -> variable() + " " + wrong);
    }

    private static Optional<String> anyText(String value) {
        return Optional.empty();
    }

    private static Optional<String> word(String value) {
        return WORD.matcher(value).matches() ? Optional.empty() : Optional.of("must be one name without spaces");
    }

    private static Optional<String> twoWords(String value) {
        List<String> words = Setting.list(value).distinct().toList();
        return words.size() == 2
                        && words.stream().allMatch(each -> WORD.matcher(each).matches())
                ? Optional.empty()
                : Optional.of("must be two names, such as id,name");
    }

    private static Optional<String> words(String value) {
        return Setting.list(value).allMatch(each -> WORD.matcher(each).matches())
                ? Optional.empty()
                : Optional.of("must be names with commas between");
    }

    private static Optional<String> rolesOfUsers(String value) {
        return words(value)
                .or(() -> Setting.list(value).anyMatch(ABOVE_USERS::contains)
                        ? Optional.of("must not name roles of people who run a site")
                        : Optional.empty());
    }

    private static Optional<String> path(String value) {
        return PATH.matcher(value).matches() ? Optional.empty() : Optional.of("must be a path such as spaces/bookings");
    }

    private static Optional<String> page(String value) {
        return PAGE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("must be an address such as https://app.saltoks.com, which may hold {site}");
    }

    private static Optional<String> separators(String value) {
        return SEPARATORS.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("must be signs, or the word space, with spaces between, such as , ; space");
    }

    private static Optional<String> versions(String value) {
        return Setting.list(value).allMatch(each -> VERSION.matcher(each).matches())
                ? Optional.empty()
                : Optional.of("must be endpoints with their versions, such as entries=v1.2,users=v1.3");
    }

    private static Optional<String> limits(String value) {
        return Setting.list(value).allMatch(each -> LIMIT.matcher(each).matches())
                ? Optional.empty()
                : Optional.of("must be numbers of requests with their time, such as 10/100ms,100/1m");
    }

    private static Function<String, Optional<String>> oneOf(String... values) {
        List<String> allowed = Arrays.asList(values);
        return value -> allowed.contains(value)
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", allowed));
    }

    private static Function<String, Optional<String>> number(int least, int most) {
        return value -> value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most
                ? Optional.empty()
                : Optional.of("must be a number from %d to %d".formatted(least, most));
    }
}
