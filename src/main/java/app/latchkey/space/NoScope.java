package app.latchkey.space;

import org.springframework.transaction.IllegalTransactionStateException;

/** A transaction was begun outside every scope: a mistake of ours, refused before any statement runs. */
public class NoScope extends IllegalTransactionStateException {

    private static final long serialVersionUID = 1L;

    NoScope() {
        super("No scope: run database work through Scopes, which says on whose behalf it runs");
    }
}
