package app.latchkey.nexudus;

import java.util.List;

/** What is read only where a rule of the space looks at it, and the rights that this takes. */
public enum OptionalSource {
    TEAMS("teams", List.of("Team-List", "Team-Read")),
    VISITORS("visitors of bookings", List.of("BookingVisitor-List")),
    INVOICES("invoices", List.of("CoworkerInvoice-List"));

    private final String title;
    private final List<String> roles;

    OptionalSource(String title, List<String> roles) {
        this.title = title;
        this.roles = roles;
    }

    /** For people, in lower case. */
    public String title() {
        return title;
    }

    /** As they stand in Nexudus's list of rights. */
    public List<String> roles() {
        return roles;
    }
}
