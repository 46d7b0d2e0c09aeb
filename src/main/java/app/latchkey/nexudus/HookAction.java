package app.latchkey.nexudus;

import java.util.Arrays;
import java.util.List;

/** What Nexudus says has happened, by the number that it gives the action and that our webhook's address ends with. */
public enum HookAction {
    CUSTOMER_UPDATED(2, About.CUSTOMER, "customer changed"),
    CUSTOMER_CREATED(3, About.CUSTOMER, "customer made"),
    BOOKING_CREATED(6, About.CUSTOMERS_AFFAIR, "booking made"),
    BOOKING_UPDATED(7, About.CUSTOMERS_AFFAIR, "booking changed"),
    BOOKING_DELETED(8, About.CUSTOMERS_AFFAIR, "booking deleted"),
    CONTRACT_ACTIVATED(10, About.CUSTOMERS_AFFAIR, "contract begun"),
    CONTRACT_CANCELLED(11, About.CUSTOMERS_AFFAIR, "contract cancelled"),
    CONTRACT_RENEWED(12, About.CUSTOMERS_AFFAIR, "contract renewed"),
    CONTRACT_CHANGED_PLAN(13, About.CUSTOMERS_AFFAIR, "plan changed"),
    CONTRACT_FIRST_ACTIVATED(14, About.CUSTOMERS_AFFAIR, "first contract begun"),
    INVOICE_PAID(21, About.CUSTOMERS_AFFAIR, "invoice paid"),
    PAYMENT_FAILED(22, About.CUSTOMERS_AFFAIR, "payment failed"),
    CHECKED_OUT(35, About.CUSTOMERS_AFFAIR, "checked out"),
    CHECKED_IN(36, About.CUSTOMERS_AFFAIR, "checked in"),
    CUSTOMER_DELETED(50, About.CUSTOMER, "customer deleted"),
    TEAM_CREATED(57, About.TEAM, "team made"),
    TEAM_DELETED(58, About.TEAM, "team deleted"),
    TEAM_UPDATED(59, About.TEAM, "team changed"),
    CONTRACT_UPDATED(60, About.CUSTOMERS_AFFAIR, "contract changed"),
    ACCESS_MAY_HAVE_CHANGED(61, About.CUSTOMER, "access may have changed"),
    CONTRACT_CREATED(62, About.CUSTOMERS_AFFAIR, "contract made"),
    CONTRACT_DELETED(77, About.CUSTOMERS_AFFAIR, "contract deleted"),
    /** Our own call, to see whether Nexudus's would come in: nothing has happened. */
    TEST(0, About.CUSTOMERS_AFFAIR, "test"),
    /** Anything else that somebody made a webhook for: it names its customer, or the whole space is looked at. */
    OTHER(-1, About.CUSTOMERS_AFFAIR, "something changed");

    /** What the entity is that the call carries. */
    private enum About {
        CUSTOMER,
        /** Something that is one customer's, and names him. */
        CUSTOMERS_AFFAIR,
        TEAM
    }

    private final int number;
    private final About about;
    private final String words;

    HookAction(int number, About about, String words) {
        this.number = number;
        this.about = about;
        this.words = words;
    }

    /** @param number as the address has it */
    public static HookAction named(String number) {
        return Arrays.stream(values())
                .filter(action -> Integer.toString(action.number).equals(number))
                .findFirst()
                .orElse(OTHER);
    }

    /** Those that we make webhooks for. */
    static List<HookAction> wanted() {
        return Arrays.stream(values())
                .filter(action -> action != OTHER && action != TEST)
                .toList();
    }

    int number() {
        return number;
    }

    /** Whether the entity sent is the customer itself, so that its id is the customer's. */
    public boolean aboutCustomer() {
        return about == About.CUSTOMER;
    }

    /** Whether the entity sent is a team: whom it lets in is read, not believed. */
    public boolean aboutTeam() {
        return about == About.TEAM;
    }

    /** As the cause of the work that follows. */
    public String cause() {
        return "Nexudus: " + words;
    }
}
