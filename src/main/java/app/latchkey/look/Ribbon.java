package app.latchkey.look;

/** A word that stands on every page and in every tab title. A deployment with real doors has no such bean. */
public record Ribbon(String text) {}
