package app.latchkey.onboarding.ui;

import app.latchkey.onboarding.GroupChoices;
import app.latchkey.onboarding.MatchRow;
import app.latchkey.shared.ItemKind;
import java.util.Arrays;
import java.util.Locale;

/** Which items are shown; stands in the address. */
enum MatchFilter {
    ALL("All"),
    PASS("Passes"),
    RESOURCE("Resources"),
    DESK("Desks"),
    OFFICE("Offices"),
    UNMATCHED("Unmatched"),
    LOOK("Needs a look");

    private final String words;

    MatchFilter(String words) {
        this.words = words;
    }

    static MatchFilter named(String address) {
        return Arrays.stream(values())
                .filter(filter -> filter.address().equals(address))
                .findFirst()
                .orElse(ALL);
    }

    String words() {
        return words;
    }

    String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean alwaysShown() {
        return this == ALL || this == UNMATCHED;
    }

    boolean takes(MatchRow row, GroupChoices groups) {
        return switch (this) {
            case ALL -> true;
            case PASS -> row.item().id().kind() == ItemKind.PASS;
            case RESOURCE -> row.item().id().kind() == ItemKind.RESOURCE;
            case DESK -> row.item().id().kind() == ItemKind.DESK;
            case OFFICE -> row.item().id().kind() == ItemKind.OFFICE;
            case UNMATCHED -> !row.isMatched();
            case LOOK -> row.needsALook(groups);
        };
    }
}
