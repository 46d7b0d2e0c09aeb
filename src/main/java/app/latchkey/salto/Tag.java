package app.latchkey.salto;

/** A tag that is registered on the site. */
public record Tag(String id, String number) {}
