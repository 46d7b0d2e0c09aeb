package app.latchkey.look;

import com.vaadin.flow.component.Svg;

/** One shape of our set, beside the word that says the same. */
public final class Icon extends Svg {

    /** Of the element around the drawing. */
    public static final String CLASS = "lk-icon";

    public Icon(Shape shape) {
        super(shape.svg());
        addClassNames(shape);
    }

    private void addClassNames(Shape shape) {
        getElement().getClassList().add(CLASS);
        if (shape == Shape.TURNING_RING) {
            getElement().getClassList().add("lk-turning");
        }
    }
}
