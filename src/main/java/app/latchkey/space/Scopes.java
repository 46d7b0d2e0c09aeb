package app.latchkey.space;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the database: runs a piece of work in one transaction within a scope. Inside a scope the same scope joins the
 * transaction; another scope opens one of its own. Never call a partner inside: a transaction must not wait for somebody else's network.
 */
@Component
public class Scopes {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private final TransactionTemplate joining;
    private final TransactionTemplate separate;

    Scopes(PlatformTransactionManager transactions) {
        joining = new TransactionTemplate(transactions);
        separate = new TransactionTemplate(transactions);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public <T> T call(Scope scope, Supplier<T> work) {
        boolean same = CURRENT.isBound() && CURRENT.get().equals(scope);
        TransactionTemplate transaction = same ? joining : separate;
        return ScopedValue.where(CURRENT, scope).call(() -> transaction.<T>execute(status -> work.get()));
    }

    public void run(Scope scope, Runnable work) {
        call(scope, () -> {
            work.run();
            return true;
        });
    }

    public <T> T inSpace(SpaceId space, Supplier<T> work) {
        return call(Scope.space(space), work);
    }

    public void inSpace(SpaceId space, Runnable work) {
        run(Scope.space(space), work);
    }

    public <T> T inSystem(Supplier<T> work) {
        return call(Scope.system(), work);
    }

    public <T> T inAccount(AccountId account, EmailAddress email, Supplier<T> work) {
        return call(Scope.account(account, email), work);
    }

    public <T> T inStaff(Supplier<T> work) {
        return call(Scope.staff(), work);
    }

    /** The scope of the transaction that is about to begin. */
    static Scope current() {
        if (!CURRENT.isBound()) {
            throw new NoScope();
        }
        return CURRENT.get();
    }
}
