package app.latchkey.space;

import app.latchkey.shared.SpaceId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spaces and what belongs to them, for tests of other modules. */
public final class TestSpaces {

    private static final String KEY = "test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private TestSpaces() {}

    public static Spaces spaces(TestDatabase database, Clock clock) {
        return new Spaces(database.jdbc(), clock);
    }

    public static MemberDirectory members(TestDatabase database, Clock clock) {
        return new MemberDirectory(database.scopes(), spaces(database, clock), database.jdbc());
    }

    /** As a deployment on this machine would make them; {@code staff} may be empty. */
    public static LatchkeySettings settings(String staff) {
        return settings(staff, Map.of());
    }

    /** The same, with others beside. */
    public static LatchkeySettings settings(String staff, Map<String, Object> others) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("others", others));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                Setting.PUBLIC_URL.property(), "https://doors.example.com",
                                Setting.ENCRYPTION_KEYS.property(), KEY,
                                Setting.STAFF.property(), staff)));
        return new LatchkeySettings(environment);
    }

    public static Seals seals() {
        return new Seals(settings(""));
    }

    public static Vault vault() {
        return new Vault(settings(""));
    }

    /** A bare space that nobody owns. */
    public static SpaceId aSpace(TestDatabase database, String slug) {
        return database.scopes()
                .inSystem(() -> database.jdbc()
                        .sql("""
                            insert into space (slug, name, zone, before_seconds, after_seconds, cut_off, created_at)
                            values (:slug, :slug, 'Europe/Lisbon', 900, 900, '00:00', '2026-05-01T10:00:00Z') returning space_id
                            """)
                        .param("slug", slug)
                        .query((row, number) -> new SpaceId(row.getObject("space_id", UUID.class)))
                        .single());
    }
}
