package app.latchkey.people;

/** Why a customer is taken for a Salto user. */
public enum LinkEvidence {
    /** The same e-mail address, which nobody else has on either side. */
    SAME_EMAIL("same e-mail, nobody else has it"),
    /** Another record of the same Nexudus login is linked already. */
    SAME_PERSON("another record of the same Nexudus login is linked"),
    /** We made the Salto user for this customer. */
    INVITED_BY_US("invited by us"),
    /** An operator said so. */
    BY_HAND("confirmed by hand");

    private final String words;

    LinkEvidence(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
