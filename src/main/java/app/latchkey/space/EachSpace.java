package app.latchkey.space;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes from space to space: what fails for one is logged with its number, and the next is served all the same. */
@Component
public class EachSpace {

    private static final Logger LOG = LoggerFactory.getLogger(EachSpace.class);

    private final Scopes scopes;
    private final Spaces spaces;

    EachSpace(Scopes scopes, Spaces spaces) {
        this.scopes = scopes;
        this.spaces = spaces;
    }

    /**
     * One after the other, on this thread, in no scope.
     *
     * @param work what is done, for the log: "reminders"
     */
    public void serve(String work, Predicate<Space> which, Consumer<Space> serving) {
        scopes.inSystem(spaces::all).stream().filter(which).forEach(space -> {
            try {
                serving.accept(space);
            } catch (RuntimeException failure) {
                LOG.warn("Space {} could not be served: {}", space.id(), work, failure);
            }
        });
    }
}
