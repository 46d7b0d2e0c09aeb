package app.latchkey.sync;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;

/** What is to be looked at again: one customer, one access group, what has changed at a partner, what people open with, the teams, the whole space, or its leaving. */
public sealed interface Subject {

    record OfCustomer(CustomerId customer) implements Subject {}

    record OfGroup(AccessGroupId group) implements Subject {}

    /** Whatever Nexudus says has changed. */
    record OfChanges() implements Subject {}

    /** Who is in Salto's groups. */
    record OfMembers() implements Subject {}

    /** What happened at the doors. */
    record OfDoors() implements Subject {}

    /** What people open with. */
    record OfKeys() implements Subject {}

    /** Who is in which team in Nexudus. */
    record OfTeams() implements Subject {}

    record OfSpace() implements Subject {}

    /** What is left to do for a space that leaves. */
    record OfLeaving() implements Subject {}

    static Subject customer(CustomerId customer) {
        return new OfCustomer(customer);
    }

    static Subject group(AccessGroupId group) {
        return new OfGroup(group);
    }

    static Subject changes() {
        return new OfChanges();
    }

    static Subject members() {
        return new OfMembers();
    }

    static Subject leaving() {
        return new OfLeaving();
    }

    static Subject doors() {
        return new OfDoors();
    }

    static Subject keys() {
        return new OfKeys();
    }

    static Subject teams() {
        return new OfTeams();
    }

    static Subject wholeSpace() {
        return new OfSpace();
    }

    /** Reads what {@link #key()} wrote. */
    static Subject of(String key) {
        return switch (key) {
            case "space" -> wholeSpace();
            case "changes" -> changes();
            case "members" -> members();
            case "leaving" -> leaving();
            case "doors" -> doors();
            case "keys" -> keys();
            case "teams" -> teams();
            default -> ofOne(key);
        };
    }

    private static Subject ofOne(String key) {
        int colon = key.indexOf(':');
        String id = key.substring(colon + 1);
        return key.startsWith("customer:") ? customer(new CustomerId(Long.parseLong(id))) : group(AccessGroupId.of(id));
    }

    /** Stable text, such as {@code customer:17}: the key of due work and what a run's row says. */
    default String key() {
        return switch (this) {
            case OfCustomer(CustomerId customer) -> "customer:" + customer;
            case OfGroup(AccessGroupId group) -> "group:" + group;
            case OfChanges() -> "changes";
            case OfMembers() -> "members";
            case OfDoors() -> "doors";
            case OfKeys() -> "keys";
            case OfTeams() -> "teams";
            case OfSpace() -> "space";
            case OfLeaving() -> "leaving";
        };
    }
}
