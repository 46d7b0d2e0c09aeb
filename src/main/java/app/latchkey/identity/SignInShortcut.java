package app.latchkey.identity;

/** A way to sign in without a mail, shown on the sign-in page: none in production. Its address is open to everybody. */
public interface SignInShortcut {

    /** What the link says, such as the name of a prepared person. */
    String label();

    /** A path of this application, possibly with a query, which calls {@link SignInSessions#signIn} and sends the browser on. */
    String url();
}
