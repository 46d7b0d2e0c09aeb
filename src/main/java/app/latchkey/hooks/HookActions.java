package app.latchkey.hooks;

import java.util.Set;

/** Nexudus's numbers for events whose entity is the customer himself: updated, created, deleted, access changed. */
final class HookActions {

    private static final Set<String> ABOUT_THE_CUSTOMER = Set.of("2", "3", "50", "61");

    private HookActions() {}

    static boolean isAboutCustomer(String action) {
        return ABOUT_THE_CUSTOMER.contains(action);
    }
}
