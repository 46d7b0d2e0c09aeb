package app.latchkey.onboarding.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** Ways into Salto's own web app, where an operator does what we may not. */
final class SaltoLinks {

    private static final String WEB_APP = "https://app.saltoks.com";

    private SaltoLinks() {}

    static Anchor open() {
        Anchor link = new Anchor(WEB_APP, "Open Salto");
        link.setTarget(AnchorTarget.BLANK);
        return link;
    }
}
