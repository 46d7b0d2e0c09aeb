package app.latchkey.sync;

/**
 * One access card of a customer.
 *
 * @param number as it is printed on the tag
 * @param detail who has it, or what Salto said; empty where the state says all
 */
public record CardStanding(String number, CardState state, String detail) {}
