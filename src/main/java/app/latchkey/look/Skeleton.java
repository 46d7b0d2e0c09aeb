package app.latchkey.look;

import com.vaadin.flow.component.html.Div;

/** The place something will stand in, in its final height, so that nothing jumps. */
public final class Skeleton extends Div {

    public Skeleton(int heightInPixels) {
        addClassName("lk-skeleton");
        setHeight(heightInPixels + "px");
        getElement().setAttribute("aria-hidden", "true");
    }
}
