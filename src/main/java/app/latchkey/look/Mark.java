package app.latchkey.look;

import com.vaadin.flow.component.Svg;

/** Our mark: a rounded petrol square with a brass key whose blade is the letter L. */
public final class Mark extends Svg {

    private static final String DRAWING = "<svg viewBox='0 0 24 24' role='img' aria-label='Latchkey'>"
            + "<rect x='1' y='1' width='22' height='22' rx='6.5' fill='var(--lk-petrol)'/>"
            + "<g fill='none' stroke='#e3b85a' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'>"
            + "<circle cx='12' cy='7.6' r='2.9'/><path d='M12 10.6V18h4.6M12 14.4h3'/></g></svg>";

    public Mark() {
        super(DRAWING);
        getElement().getClassList().add("lk-mark");
    }
}
