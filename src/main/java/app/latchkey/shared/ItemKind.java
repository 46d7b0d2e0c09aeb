package app.latchkey.shared;

/** The kinds of Nexudus item that can earn an access group. */
public enum ItemKind {
    PASS,
    RESOURCE,
    DESK,
    OFFICE,
    /** No item of Nexudus, but an access group that Nexudus decides about itself. */
    GROUP
}
