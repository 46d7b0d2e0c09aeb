package sandbox.nexudus;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sandbox.http.Fields;

/** Everything that this Nexudus remembers. Guarded by its own monitor; saved as a whole when the world is kept. */
public final class NexudusState implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An access or refresh token; {@code expiresAt} in epoch seconds. */
    record Token(String email, String clientId, long expiresAt) implements Serializable {}

    private final Map<Kind, Map<Long, Fields>> tables = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> lastIds = new EnumMap<>(Kind.class);
    final Map<String, NexudusUser> users = new LinkedHashMap<>();
    final Map<String, Token> accessTokens = new LinkedHashMap<>();
    final Map<String, Token> refreshTokens = new LinkedHashMap<>();
    final Map<Long, AcsState> acs = new LinkedHashMap<>();
    /** Who installed the app, by the token of the install. */
    final Map<String, String> installs = new LinkedHashMap<>();

    final List<String> issued = new ArrayList<>();
    /** Members who have a login of their own: their passwords, by e-mail address. */
    final Map<String, String> members = new LinkedHashMap<>();
    /** Which of his profiles a member has chosen, by e-mail address. */
    final Map<String, Long> currentProfiles = new LinkedHashMap<>();

    Collection<Fields> rows(Kind kind) {
        return table(kind).values();
    }

    List<Fields> rowsWhere(Kind kind, String field, long id) {
        List<Fields> found = new ArrayList<>();
        for (Fields row : rows(kind)) {
            if (row.number(field) == id) {
                found.add(row);
            }
        }
        return found;
    }

    Optional<Fields> find(Kind kind, long id) {
        return Optional.ofNullable(table(kind).get(id));
    }

    Fields row(Kind kind, long id) {
        return find(kind, id).orElseThrow(() -> new IllegalArgumentException("no " + kind.entity + " " + id));
    }

    /** Adds a row and gives it the fields that every row has. */
    Fields insert(Kind kind, Fields values, Instant now) {
        long id = lastIds.merge(kind, 1L, Long::sum) + kind.firstId;
        UUID unique = UUID.nameUUIDFromBytes((kind.entity + " " + id).getBytes(StandardCharsets.UTF_8));
        Fields row = Fields.of("Id", id, "UniqueId", unique.toString());
        row.putAll(values);
        row.with("Id", id)
                .with("UniqueId", unique.toString())
                .with("CreatedOn", now)
                .with("UpdatedOn", now)
                .with("UpdatedBy", "sandbox@nexudus.example")
                .with("IsNew", false)
                .with("SystemId", values.get("SystemId"));
        table(kind).put(id, row);
        return row;
    }

    void delete(Kind kind, long id) {
        table(kind).remove(id);
    }

    void replace(Kind kind, Fields row) {
        table(kind).put(row.number("Id"), row);
    }

    private Map<Long, Fields> table(Kind kind) {
        return tables.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }
}
