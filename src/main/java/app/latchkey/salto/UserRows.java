package app.latchkey.salto;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code salto_user}. Role codes lie in one text, a space between. */
@Repository("saltoUserRows")
class UserRows {

    private static final String SELECT = """
            select site_user, platform_user, name, email_norm, has_profile, blocked, subscribed, roles, tag_number, uses_pin, expires_at
            from salto_user
            """;

    private final JdbcClient jdbc;

    UserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<SaltoUser> users, Instant seenAt) {
        jdbc.sql("delete from salto_user where site_user <> all(:ids)")
                .param("ids", column(users, each -> each.siteUser().value(), new UUID[0]))
                .update();
        put(users, seenAt);
    }

    void put(Collection<SaltoUser> users, Instant seenAt) {
        jdbc.sql("""
                        insert into salto_user (site_user, platform_user, name, email_norm, has_profile, blocked,
                                                subscribed, roles, tag_number, uses_pin, expires_at, seen_at)
                        select site_user, platform_user, name, email_norm, has_profile, blocked, subscribed, roles,
                               tag_number, uses_pin, expires_at, :seen
                        from unnest(:ids::uuid[], :platforms::uuid[], :names::text[], :emails::text[], :profiles::boolean[],
                                    :blocked::boolean[], :subscribed::boolean[], :roles::text[], :tags::text[], :pins::boolean[],
                                    :expiries::timestamptz[])
                             as row (site_user, platform_user, name, email_norm, has_profile, blocked, subscribed, roles,
                                     tag_number, uses_pin, expires_at)
                        on conflict (space_id, site_user) do update
                        set platform_user = excluded.platform_user, name = excluded.name,
                            email_norm = excluded.email_norm, has_profile = excluded.has_profile,
                            blocked = excluded.blocked, subscribed = excluded.subscribed, roles = excluded.roles,
                            tag_number = excluded.tag_number, uses_pin = excluded.uses_pin,
                            expires_at = excluded.expires_at, seen_at = excluded.seen_at
                        """)
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .param("ids", column(users, each -> each.siteUser().value(), new UUID[0]))
                .param("platforms", column(users, each -> each.platformUser().value(), new UUID[0]))
                .param("names", column(users, SaltoUser::name, new String[0]))
                .param(
                        "emails",
                        column(
                                users,
                                each -> each.email().map(EmailAddress::value).orElse(null),
                                new String[0]))
                .param("profiles", column(users, SaltoUser::hasProfile, new Boolean[0]))
                .param("blocked", column(users, SaltoUser::blocked, new Boolean[0]))
                .param("subscribed", column(users, SaltoUser::subscribed, new Boolean[0]))
                .param("roles", column(users, each -> String.join(" ", each.roles()), new String[0]))
                .param("tags", column(users, each -> each.tagNumber().orElse(null), new String[0]))
                .param("pins", column(users, SaltoUser::usesPin, new Boolean[0]))
                .param(
                        "expiries",
                        column(
                                users,
                                each -> each.expiresAt().map(Instant::toString).orElse(null),
                                new String[0]))
                .update();
    }

    @SuppressWarnings("NullAway") // a column may hold nulls, which its type cannot say
    private static <T> T[] column(Collection<SaltoUser> users, Function<SaltoUser, @Nullable T> value, T[] type) {
        List<T> values = new ArrayList<>();
        users.forEach(each -> values.add(value.apply(each)));
        return values.toArray(type);
    }

    List<SaltoUser> all() {
        return jdbc.sql(SELECT + " order by name, site_user")
                .query(UserRows::read)
                .list();
    }

    List<SaltoUser> of(Collection<PlatformUserId> ids) {
        return jdbc.sql(SELECT + " where platform_user = any (:ids) order by name, site_user")
                .param("ids", ids.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .query(UserRows::read)
                .list();
    }

    Optional<SaltoUser> find(PlatformUserId id) {
        return jdbc.sql(SELECT + " where platform_user = :id")
                .param("id", id.value())
                .query(UserRows::read)
                .optional();
    }

    private static SaltoUser read(ResultSet row, int number) throws SQLException {
        return new SaltoUser(
                new SiteUserId(row.getObject("site_user", UUID.class)),
                new PlatformUserId(row.getObject("platform_user", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("email_norm")).map(EmailAddress::new),
                row.getBoolean("has_profile"),
                row.getBoolean("blocked"),
                row.getBoolean("subscribed"),
                words(row.getString("roles")),
                Optional.ofNullable(row.getString("tag_number")),
                row.getBoolean("uses_pin"),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
