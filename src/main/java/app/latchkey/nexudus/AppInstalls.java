package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.NexudusApp;
import app.latchkey.space.Scopes;
import app.latchkey.space.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Installs of our app in Nexudus's marketplace. Each link serves once. What it gives us waits half an hour for somebody to say for which space
 * it is: only the browser that came with it knows its id.
 */
@Service
public class AppInstalls {

    /** Registered at Nexudus as the app's install address. */
    public static final String CALLBACK = "/connect/nexudus/install";

    /** Asks for which space it is. */
    public static final String PAGE = "/connect/nexudus/app";

    /** Where the browser's session keeps the id of what waits. */
    public static final String IN_SESSION = "latchkey.nexudus-install";

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String CREDENTIAL = "nexudus_install.credential ";

    private final LatchkeySettings settings;
    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final NexudusTokens tokens;
    private final Logins logins;
    private final Clock clock;

    AppInstalls(
            LatchkeySettings settings,
            Scopes scopes,
            JdbcClient jdbc,
            Vault vault,
            NexudusTokens tokens,
            Logins logins,
            Clock clock) {
        this.settings = settings;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.vault = vault;
        this.tokens = tokens;
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * What somebody installed, for them to recognise it.
     *
     * @param location its subdomain at Nexudus
     * @param email who installed it
     */
    public record Waiting(String location, String email) {}

    private record Kept(Secret login, Waiting waiting) {}

    /** Whether this deployment has an app in Nexudus's marketplace. */
    public boolean isOffered() {
        return settings.nexudusApp().isPresent();
    }

    /** @return the id of what waits from now on; empty where the link is not Nexudus's, too old, or was used before */
    Optional<String> take(InstallLink link) {
        return settings.nexudusApp()
                .filter(link::isGenuine)
                .filter(_ -> isFresh(link))
                .flatMap(app -> keep(link, app));
    }

    private boolean isFresh(InstallLink link) {
        return link.age(clock.instant())
                .map(age -> age.abs().compareTo(FRESH) <= 0)
                .orElseGet(() ->
                        settings.assumed(Assumption.NEXUDUS_UNDATED_INSTALLS).equals("take"));
    }

    private Optional<String> keep(InstallLink link, NexudusApp app) {
        String id = RandomText.ofBytes(32);
        Instant now = clock.instant();
        int kept = scopes.inSystem(() -> {
            jdbc.sql("delete from nexudus_install where made_at < :before")
                    .param("before", now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                    .update();
            return jdbc.sql("""
                            insert into nexudus_install (token_hash, id_hash, credential, location, email, made_at)
                            values (:token, :id, :credential, :location, :email, :now)
                            on conflict (token_hash) do nothing
                            """)
                    .param("token", Hashes.of(link.token()))
                    .param("id", Hashes.of(id))
                    .param("credential", vault.seal(CREDENTIAL + id, link.login(app)))
                    .param("location", link.location())
                    .param("email", link.email())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        });
        return kept == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Empty where it was used, or has waited too long. */
    public Optional<Waiting> waiting(String id) {
        return kept(id).map(Kept::waiting);
    }

    /**
     * The space is connected to Nexudus as this app from now on.
     *
     * @return false where it was used, or has waited too long
     * @throws PartnerFailure where Nexudus does not accept it; it waits on then
     */
    public boolean connect(SpaceId space, String id) {
        Optional<Kept> kept = kept(id);
        kept.ifPresent(found -> {
            logins.keep(
                    space,
                    tokens.standing(space, found.login()),
                    "app at " + found.waiting().location());
            use(id);
        });
        return kept.isPresent();
    }

    private Optional<Kept> kept(String id) {
        return scopes.inSystem(() -> jdbc.sql("""
                        select credential, location, email from nexudus_install
                        where id_hash = :id and credential is not null and made_at > :since
                        """)
                .param("id", Hashes.of(id))
                .param("since", clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(
                        vault.open(CREDENTIAL + id, row.getBytes("credential")),
                        new Waiting(row.getString("location"), row.getString("email"))))
                .optional());
    }

    private void use(String id) {
        int used = scopes.inSystem(() -> jdbc.sql(
                        "update nexudus_install set credential = null where id_hash = :id and credential is not null")
                .param("id", Hashes.of(id))
                .update());
        if (used != 1) {
            throw new IllegalStateException("An install was used twice at the same moment");
        }
    }
}
