package app.latchkey.space;

/**
 * Whom a member calls at a closed door; each part is empty when the space has not said it.
 *
 * @param phone as people dial it
 * @param hours when somebody answers, in the space's own words
 * @param afterHours what to do otherwise
 */
public record ContactDetails(String phone, String hours, String afterHours) {

    public ContactDetails {
        phone = phone.strip();
        hours = hours.strip();
        afterHours = afterHours.strip();
    }

    public static ContactDetails none() {
        return new ContactDetails("", "", "");
    }
}
