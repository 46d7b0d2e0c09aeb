package app.latchkey.hooks;

import java.util.Arrays;

/** What Nexudus says has happened, by the number that it gives the action and that our webhook's address ends with. */
enum Action {
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
    CUSTOMER_DELETED(50, true, "customer deleted"),
    CONTRACT_UPDATED(60, false, "contract changed"),
    ACCESS_MAY_HAVE_CHANGED(61, true, "access may have changed"),
    CONTRACT_CREATED(62, false, "contract made"),
    CONTRACT_DELETED(77, false, "contract deleted"),
    /** Anything else that somebody made a webhook for: it names its customer, or the whole space is looked at. */
    OTHER(-1, false, "something changed");

    private final int number;
    private final boolean aboutCustomer;
    private final String words;

    Action(int number, boolean aboutCustomer, String words) {
        this.number = number;
        this.aboutCustomer = aboutCustomer;
        this.words = words;
    }

    static Action named(String number) {
        return Arrays.stream(values())
                .filter(action -> Integer.toString(action.number).equals(number))
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether the entity sent is the customer itself, so that its id is the customer's. */
    boolean aboutCustomer() {
        return aboutCustomer;
    }

    String words() {
        return words;
    }
}
