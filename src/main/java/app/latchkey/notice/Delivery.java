package app.latchkey.notice;

/** What became of a notice. */
public enum Delivery {
    SENT,
    /** The same address had the same notice before; nothing was sent. */
    SENT_BEFORE,
    /** Somebody else is sending the same notice to the same address at this moment; what comes of it is not known yet. */
    UNDER_WAY,
    /** The mail server took it not; sending the same notice again tries again. */
    FAILED,
    /** It goes out when the caller's transaction is committed, and not at all when that is rolled back. */
    AFTER_COMMIT
}
