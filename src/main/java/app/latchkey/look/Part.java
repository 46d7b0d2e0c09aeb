package app.latchkey.look;

import app.latchkey.shared.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that reads its own data: a failure stays inside it, and a failed second reading never blanks what already stands there.
 */
public final class Part extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    private final transient Supplier<Component> content;
    private Optional<Component> good = Optional.empty();

    public Part(Supplier<Component> content) {
        this(content, Optional.empty());
    }

    /** @param otherwise what stands above the error where nothing has been read yet, such as the title that the content would have had */
    public Part(Supplier<Component> content, Optional<Component> otherwise) {
        this.content = content;
        this.good = otherwise;
        addClassName("lk-part");
        reread();
    }

    /** Reads and draws again. */
    public void reread() {
        try {
            Component fresh = content.get();
            removeAll();
            good = Optional.of(fresh);
            add(fresh);
        } catch (RuntimeException failure) {
            Reference reference = Reference.next();
            LOG.warn("A part of a page could not be read, reference {}", reference, failure);
            removeAll();
            add(new ErrorPart(reference, this::reread));
            good.ifPresent(this::add);
        }
    }
}
