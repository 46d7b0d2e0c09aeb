package app.latchkey.salto;

/** What is read from Salto as a whole. */
public enum SaltoSource {
    GROUPS,
    MEMBERS,
    USERS
}
