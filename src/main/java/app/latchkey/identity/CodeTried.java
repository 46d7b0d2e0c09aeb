package app.latchkey.identity;

import app.latchkey.shared.EmailAddress;

/** What became of six digits. */
public sealed interface CodeTried {

    /** They fit; the address is proved, and neither they nor the link count again. */
    record Right(EmailAddress proved) implements CodeTried {}

    /** They do not fit; there are tries left. */
    record Wrong(int left) implements CodeTried {}

    /** Used, too old, tried too often, or never sent. */
    record Dead() implements CodeTried {}
}
