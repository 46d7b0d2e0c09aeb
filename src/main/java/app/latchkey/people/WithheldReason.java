package app.latchkey.people;

/** Why nobody but a person may say which Salto user a customer is. */
public enum WithheldReason {
    NO_EMAIL_NO_CARD("has neither e-mail nor card in Nexudus, so Salto has no way to let them in"),
    CARD_ONLY("has a card but no e-mail; choose the Salto user by hand"),
    SHARED_IN_NEXUDUS("another customer uses the same e-mail"),
    SHARED_IN_SALTO("two Salto users have this e-mail"),
    SOMEBODY_ELSE_IS_LINKED("somebody else with this e-mail is linked already"),
    REFUSED("an operator said that this e-mail is somebody else's"),
    ADMINISTRATOR("this e-mail belongs to an administrator of the Salto site");

    private final String words;

    WithheldReason(String words) {
        this.words = words;
    }

    /** Goes on after the customer's name. */
    public String words() {
        return words;
    }
}
