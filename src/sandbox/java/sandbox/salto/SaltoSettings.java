package sandbox.salto;

import java.time.Duration;

/** How this Salto behaves where the real one is slow, or answers now this way and now that. Changed by tests; never saved. */
public final class SaltoSettings {

    /** The shape of lists: what was measured (sites bare, all else wrapped), or one shape for all. */
    public enum ListShape {
        AS_MEASURED,
        WRAPPED,
        BARE
    }

    /** What {@code next_page_link} holds: the form is not known, so all of them can be had. */
    public enum NextLinks {
        ABSOLUTE,
        RELATIVE,
        NONE
    }

    /** What a refresh answers: the life of refresh tokens is not known. */
    public enum RefreshTokens {
        /** A new one each time; showing an old one again ends them all. */
        ROTATING,
        /** No new one: the first goes on. */
        KEPT
    }

    volatile RefreshTokens refreshTokens = RefreshTokens.ROTATING;
    volatile String entriesVersion = "v1.1";
    volatile String continuationParameter = "continuation_token";
    volatile String streamMessage = "ReceiveMessage";
    volatile String existingUserField = "user_id";
    volatile String tagsPath = "tags";
    volatile String tagNumberField = "tag_number";
    volatile String tagIdField = "tag_id";
    volatile Duration tagDelay = Duration.ZERO;
    volatile boolean counts = true;
    volatile boolean knowsClient = true;
    volatile String twoFactorError = "";
    volatile int takenEmail = 400;
    volatile boolean refusesNewUsers;
    volatile boolean searchesLoosely;
    volatile boolean filtersById = true;
    volatile int joinedTwice = 400;
    volatile int leftTwice = 404;
    volatile String phoneRole = "";
    volatile ListShape listShape = ListShape.AS_MEASURED;
    volatile NextLinks nextLinks = NextLinks.ABSOLUTE;
    volatile int pageSize = 100;
    volatile Duration readyDelay = Duration.ZERO;
    volatile Duration deleteDelay = Duration.ZERO;
    volatile Duration lockDelay = Duration.ZERO;
    volatile Duration scheduleDelay = Duration.ZERO;

    public SaltoSettings listShape(ListShape shape) {
        listShape = shape;
        return this;
    }

    public SaltoSettings nextLinks(NextLinks links) {
        nextLinks = links;
        return this;
    }

    /** Largest page; a bigger {@code $top} is cut to it. */
    public SaltoSettings pageSize(int size) {
        pageSize = size;
        return this;
    }

    public SaltoSettings refreshTokens(RefreshTokens kind) {
        refreshTokens = kind;
        return this;
    }

    /** The one version of the API that has the entries. */
    public SaltoSettings entriesVersion(String version) {
        entriesVersion = version;
        return this;
    }

    /** The query parameter that takes a continuation token. */
    public SaltoSettings continuationParameter(String name) {
        continuationParameter = name;
        return this;
    }

    /** What the event stream calls the message that tells of an entry. */
    public SaltoSettings streamMessage(String name) {
        streamMessage = name;
        return this;
    }

    /** The field that names an existing user who is invited. */
    public SaltoSettings existingUserField(String name) {
        existingUserField = name;
        return this;
    }

    /** Where the tags of a site lie; nowhere else. */
    public SaltoSettings tagsPath(String path) {
        tagsPath = path;
        return this;
    }

    /** What a tag's number is called in their list, and the field of a user that takes a tag's id. */
    public SaltoSettings tagFields(String number, String id) {
        tagNumberField = number;
        tagIdField = id;
        return this;
    }

    /** How long a tag that is taken from somebody stays his. */
    public SaltoSettings tagDelay(Duration delay) {
        tagDelay = delay;
        return this;
    }

    /** Whether a count that is asked for is given. */
    public SaltoSettings counts(boolean given) {
        counts = given;
        return this;
    }

    /** Whether this is the installation that knows the client's id. */
    public SaltoSettings knowsClient(boolean known) {
        knowsClient = known;
        return this;
    }

    /** The error for a login that has two-factor sign-in on, as then every login has, and no browser; empty where none has. */
    public SaltoSettings twoFactorError(String error) {
        twoFactorError = error;
        return this;
    }

    /** The status for an e-mail address that is taken. */
    public SaltoSettings takenEmail(int status) {
        takenEmail = status;
        return this;
    }

    /** Whether every new user is refused, for a reason that has nothing to do with the address: 400/1101. */
    public SaltoSettings refusesNewUsers(boolean refused) {
        refusesNewUsers = refused;
        return this;
    }

    /** Whether the search also finds whoever has another address with the same part before the at sign. */
    public SaltoSettings searchesLoosely(boolean loosely) {
        searchesLoosely = loosely;
        return this;
    }

    /** Whether users can be filtered by their id on the platform; otherwise 400/1102. */
    public SaltoSettings filtersById(boolean understood) {
        filtersById = understood;
        return this;
    }

    /** The statuses for joining a group twice and for leaving it twice; 200 and 204 say nothing of it. */
    public SaltoSettings twice(int joining, int leaving) {
        joinedTwice = joining;
        leftTwice = leaving;
        return this;
    }

    /** The code of the role without which nobody opens by phone; empty where none is needed. */
    public SaltoSettings phoneRole(String code) {
        phoneRole = code;
        return this;
    }

    /** How long a fresh user answers 2202 and 2203. */
    public SaltoSettings readyDelay(Duration delay) {
        readyDelay = delay;
        return this;
    }

    /** How long a deleted user can still be read. */
    public SaltoSettings deleteDelay(Duration delay) {
        deleteDelay = delay;
        return this;
    }

    /** How long a new group membership takes to reach the locks. */
    public SaltoSettings lockDelay(Duration delay) {
        lockDelay = delay;
        return this;
    }

    /** How long a new time schedule takes to reach the locks. */
    public SaltoSettings scheduleDelay(Duration delay) {
        scheduleDelay = delay;
        return this;
    }
}
