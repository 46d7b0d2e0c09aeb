package app.latchkey.nexudus;

import java.util.Arrays;
import java.util.List;

/** What Nexudus says has happened, by the number that it gives the action and that our webhook's address ends with. */
public enum HookAction {
    CUSTOMER_UPDATED(2, true, "customer changed"),
    CUSTOMER_CREATED(3, true, "customer made"),
    BOOKING_CREATED(6, false, "booking made"),
    BOOKING_UPDATED(7, false, "booking changed"),
    BOOKING_DELETED(8, false, "booking deleted"),
    CONTRACT_ACTIVATED(10, false, "contract begun"),
    CONTRACT_CANCELLED(11, false, "contract cancelled"),
    CONTRACT_RENEWED(12, false, "contract renewed"),
    CONTRACT_CHANGED_PLAN(13, false, "plan changed"),
    CONTRACT_FIRST_ACTIVATED(14, false, "first contract begun"),
    INVOICE_PAID(21, false, "invoice paid"),
    PAYMENT_FAILED(22, false, "payment failed"),
    CHECKED_OUT(35, false, "checked out"),
    CHECKED_IN(36, false, "checked in"),
    CUSTOMER_DELETED(50, true, "customer deleted"),
    CONTRACT_UPDATED(60, false, "contract changed"),
    ACCESS_MAY_HAVE_CHANGED(61, true, "access may have changed"),
    CONTRACT_CREATED(62, false, "contract made"),
    CONTRACT_DELETED(77, false, "contract deleted"),
    /** Our own call, to see whether Nexudus's would come in: nothing has happened. */
    TEST(0, false, "test"),
    /** Anything else that somebody made a webhook for: it names its customer, or the whole space is looked at. */
    OTHER(-1, false, "something changed");

    private final int number;
    private final boolean aboutCustomer;
    private final String words;

    HookAction(int number, boolean aboutCustomer, String words) {
        this.number = number;
        this.aboutCustomer = aboutCustomer;
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
        return aboutCustomer;
    }

    /** As the cause of the work that follows. */
    public String cause() {
        return "Nexudus: " + words;
    }
}
