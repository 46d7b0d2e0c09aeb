package app.latchkey.salto;

/**
 * Which keys Salto lists for a user.
 *
 * @param pin whether one was made; which one, Salto says once, when it is made
 * @param phone whether a phone of theirs holds a key
 */
public record Keys(boolean pin, boolean phone) {}
