package app.latchkey.sync;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure.Category;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a space is behind or stopped. What is the same at two spaces is one and the same trouble to staff.
 *
 * @param category the name of a {@link Category}, of a failure of ours that nobody has described, or {@link #PEOPLE}
 * @param partner where it comes from; none when it is our own
 */
public record TroubleCause(String category, Optional<Partner> partner) {

    /** Both partners answer well, and still somebody is not let in or not taken out. */
    private static final String PEOPLE = "PEOPLE";

    public static TroubleCause of(Category category, Partner partner) {
        return new TroubleCause(category.name(), Optional.of(partner));
    }

    public static TroubleCause people() {
        return new TroubleCause(PEOPLE, Optional.empty());
    }

    /** What {@link #key} made. */
    public static TroubleCause parse(String key) {
        int space = key.indexOf(' ');
        return space < 0
                ? new TroubleCause(key, Optional.empty())
                : new TroubleCause(key.substring(space + 1), Optional.of(Partner.valueOf(key.substring(0, space))));
    }

    /** "SALTO SILENT", as it is stored. */
    public String key() {
        return partner.map(from -> from.name() + " " + category).orElse(category);
    }

    /** Empty for people who wait, and for what nobody has described. */
    public Optional<Category> known() {
        return Arrays.stream(Category.values())
                .filter(one -> one.name().equals(category))
                .findFirst();
    }

    public boolean isPeople() {
        return category.equals(PEOPLE);
    }

    /** Whether signing in again is what helps. */
    public boolean isSignIn() {
        return category.equals(Category.NEEDS_SIGN_IN.name());
    }
}
