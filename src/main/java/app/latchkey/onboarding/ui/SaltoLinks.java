package app.latchkey.onboarding.ui;

import app.latchkey.salto.SaltoWebApp;
import app.latchkey.shared.SiteId;
import app.latchkey.shared.SpaceId;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import org.springframework.stereotype.Component;

/** Ways into Salto's own web app, where an operator does what we may not. */
@Component
class SaltoLinks {

    private final SaltoWebApp app;

    SaltoLinks(SaltoWebApp app) {
        this.app = app;
    }

    Anchor open(SpaceId space) {
        return open(app.address(space));
    }

    Anchor open(SiteId site) {
        return open(app.address(site));
    }

    private static Anchor open(String address) {
        Anchor link = new Anchor(address, "Open Salto");
        link.setTarget(AnchorTarget.BLANK);
        return link;
    }
}
