package sandbox.salto;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that this Salto remembers. Guarded by its own monitor; saved as a whole when the world is kept. */
public final class SaltoState implements Serializable {
    private static final long serialVersionUID = 1L;
    final Map<String, Person> persons = new LinkedHashMap<>();
    final Map<String, Site> sites = new LinkedHashMap<>();
    final Map<String, Login> logins = new LinkedHashMap<>();
    final Map<String, Authorization> codes = new LinkedHashMap<>();
    final Map<String, Token> accessTokens = new LinkedHashMap<>();
    final Map<String, Token> refreshTokens = new LinkedHashMap<>();
    final List<String> invitations = new ArrayList<>();
    final List<String> issued = new ArrayList<>();

    @Nullable
    String nextPin;

    private long lastId;

    /** Somebody who can sign in at Salto's identity server. */
    record Login(String username, String password, Person person) implements Serializable {}

    /** All tokens that came from one consent; revoked together. */
    static final class Family implements Serializable {
        private static final long serialVersionUID = 1L;
        final Login login;
        final String scope;
        boolean revoked;

        Family(Login login, String scope) {
            this.login = login;
            this.scope = scope;
        }
    }

    /** An authorization code that waits to be exchanged. */
    record Authorization(
            Login login,
            String clientId,
            String redirectUri,
            String challenge,
            String scope,
            @Nullable String nonce,
            long expiresAt)
            implements Serializable {}

    /** An access or refresh token; {@code expiresAt} in epoch seconds. */
    static final class Token implements Serializable {
        private static final long serialVersionUID = 1L;
        final Family family;
        final long expiresAt;
        boolean used;

        Token(Family family, long expiresAt) {
            this.family = family;
            this.expiresAt = expiresAt;
        }
    }

    /** The next id of a kind: the same ones in the same order for the same world. */
    String newId(String kind) {
        lastId++;
        return UUID.nameUUIDFromBytes(("salto " + kind + " " + lastId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Optional<Person> personByEmail(String email) {
        return persons.values().stream()
                .filter(person -> email.equalsIgnoreCase(person.email))
                .findFirst();
    }

    Person addPerson(String firstName, String lastName, @Nullable String email) {
        Person person = new Person(newId("person"));
        person.firstName = firstName;
        person.lastName = lastName;
        person.email = email;
        persons.put(person.id, person);
        return person;
    }

    Site siteNamed(String nameOrId) {
        return sites.values().stream()
                .filter(site -> site.id.equals(nameOrId) || site.name.equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no Salto site " + nameOrId));
    }

    AccessGroup group(String groupId) {
        return siteOfGroup(groupId).groups.values().stream()
                .filter(group -> group.id.equals(groupId))
                .findFirst()
                .orElseThrow();
    }

    Site siteOfGroup(String groupId) {
        return sites.values().stream()
                .filter(site -> site.groups.containsKey(groupId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no access group " + groupId));
    }

    /** A person by platform user id, site user id or e-mail address. */
    Optional<Person> findPerson(String idOrEmail) {
        Optional<Person> direct = Optional.ofNullable(persons.get(idOrEmail)).or(() -> personByEmail(idOrEmail));
        return direct.or(() -> sites.values().stream()
                .flatMap(site -> site.users.values().stream())
                .filter(user -> user.id.equals(idOrEmail))
                .map(user -> user.person)
                .findFirst());
    }
}
