package app.latchkey.look;

import app.latchkey.shared.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that reads its own data: a failure stays inside it, and a failed second reading never blanks what already stands there. News
 * draws only what reads otherwise ({@link Drawn}); what somebody does here draws everything anew.
 */
public final class Part extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    private final transient Supplier<Component> content;
    private Optional<Component> good = Optional.empty();

    /** What stands here now and may be drawn over. */
    private transient Optional<Drawn> drawn = Optional.empty();

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

    /** Reads and draws again, all of it: after something was done here, when every question has to be asked anew. */
    public void reread() {
        drawn = Optional.empty();
        refresh();
    }

    /** Reads again because something may have changed elsewhere, and draws what reads otherwise. */
    public void refresh() {
        try {
            Component fresh = content.get();
            if (drawn.isPresent() && good.filter(fresh::equals).isPresent()) {
                return;
            }
            Drawn picture = Drawn.of(fresh);
            drawn = drawn.flatMap(old -> old.over(picture));
            if (drawn.isEmpty()) {
                removeAll();
                add(fresh);
                good = Optional.of(fresh);
                drawn = Optional.of(picture);
            }
        } catch (RuntimeException failure) {
            Reference reference = Reference.next();
            LOG.warn("A part of a page could not be read, reference {}", reference, failure);
            drawn = Optional.empty();
            removeAll();
            add(new ErrorPart(reference, this::reread));
            good.ifPresent(this::add);
        }
    }
}
