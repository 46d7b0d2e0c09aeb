package app.latchkey;

import app.latchkey.identity.CurrentUser;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The operator's frame: every page below {@code /spaces}, unless it names a frame of its own as the wizard does. */
@Layout("spaces")
@PermitAll
class SpaceLayout extends Frame {

    private final transient CurrentUser users;

    SpaceLayout(AuthenticationContext signedIn, CurrentUser users) {
        super(signedIn, "/spaces");
        this.users = users;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        event.getRouteParameters().get("slug").ifPresentOrElse(this::within, () -> {
            standing();
            leading(everywhere());
        });
    }

    /** The front desk reads of the ways that it may go, and of no others. */
    private void within(String slug) {
        List<Space> spaces = users.spaces();
        boolean operates = spaces.stream()
                .filter(space -> space.slug().equals(slug))
                .anyMatch(space -> users.mayOperate(space.id()));
        String space = "spaces/" + slug;
        standing(here(slug, spaces));
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Pages of this space");
        nav.addItem(
                new SideNavItem("Overview", space),
                nested("Customers", space + "/customers"),
                nested("Runs", space + "/runs"),
                nested("Decisions", space + "/decisions"));
        if (operates) {
            nav.addItem(nested("Matches", space + "/matches"));
        }
        nav.addItem(nested("Doors", space + "/doors"));
        SideNav below = new SideNav();
        below.getElement().setAttribute("aria-label", "About this space");
        below.addItem(
                nested("Settings", space + "/settings"),
                nested("Team", space + "/team"),
                nested("Audit", space + "/audit"));
        below.setVisible(operates);
        leading(nav, below, everywhere());
    }

    /** Which space this is, and the way to the others. */
    private static Component here(String slug, List<Space> spaces) {
        Span name = new Span(spaces.stream()
                .filter(space -> space.slug().equals(slug))
                .map(Space::name)
                .findFirst()
                .orElse(""));
        if (spaces.size() < 2) {
            name.addClassName("lk-here");
            return name;
        }
        Div others = new Div();
        spaces.stream()
                .filter(space -> !space.slug().equals(slug))
                .forEach(space -> others.add(new Anchor("/spaces/" + space.slug(), space.name())));
        NativeDetails here = new NativeDetails(name, others);
        here.addClassName("lk-here");
        return here;
    }

    private static SideNav everywhere() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Everywhere");
        nav.addItem(new SideNavItem("All spaces", "spaces"), new SideNavItem("My doors", "doors"));
        return nav;
    }

    private static SideNavItem nested(String label, String path) {
        SideNavItem item = new SideNavItem(label, path);
        item.setMatchNested(true);
        return item;
    }
}
