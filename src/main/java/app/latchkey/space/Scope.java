package app.latchkey.space;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.util.Objects;

/**
 * On whose behalf a statement runs. PostgreSQL's row-level security lets a transaction see only the rows of its scope; a statement without
 * one fails, because "no rows" would read as "nobody is entitled".
 */
public sealed interface Scope {

    /** One space: all of its rows and no other's. */
    static Scope space(SpaceId space) {
        return new OfSpace(space);
    }

    /** Somebody who is signed in: their own rows and the links that say which spaces are theirs. */
    static Scope account(AccountId account, EmailAddress email) {
        return new OfAccount(account, email);
    }

    /** The machine itself: directory, due work, leases, look-ups of hooks and one-time tokens. No customer data. */
    static Scope system() {
        return new OfSystem();
    }

    /** People who run the service: summary tables over all spaces, reading only. */
    static Scope staff() {
        return new OfStaff();
    }

    /** What the policies compare with, in the order scope, space, account, e-mail; empty where it does not apply. */
    default Settings settings() {
        return switch (this) {
            case OfSpace scope -> new Settings("space", scope.space().toString(), "", "");
            case OfAccount scope ->
                new Settings(
                        "account", "", scope.account().toString(), scope.email().value());
            case OfSystem scope -> new Settings("system", "", "", "");
            case OfStaff scope -> new Settings("staff", "", "", "");
        };
    }

    record OfSpace(SpaceId space) implements Scope {
        public OfSpace {
            Objects.requireNonNull(space, "space");
        }
    }

    record OfAccount(AccountId account, EmailAddress email) implements Scope {
        public OfAccount {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(email, "email");
        }
    }

    record OfSystem() implements Scope {}

    record OfStaff() implements Scope {}

    /** The session settings {@code latchkey.scope}, {@code latchkey.space}, {@code latchkey.account}, {@code latchkey.email}. */
    record Settings(String scope, String space, String account, String email) {}
}
