package app.latchkey.look;

import com.vaadin.flow.component.Svg;

/** One shape of our set, beside the word that says the same. */
public final class Icon extends Svg {

    public Icon(Shape shape) {
        super(shape.svg());
        addClassNames(shape);
    }

    private void addClassNames(Shape shape) {
        getElement().getClassList().add("lk-icon");
        if (shape == Shape.TURNING_RING) {
            getElement().getClassList().add("lk-turning");
        }
    }
}
