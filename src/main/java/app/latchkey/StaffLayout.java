package app.latchkey;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;

/** The staff's frame: every page below {@code /staff}. */
@Layout("staff")
@RolesAllowed("STAFF")
class StaffLayout extends Frame {

    StaffLayout(AuthenticationContext signedIn) {
        super(signedIn, "/staff");
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Staff pages");
        nav.addItem(
                new SideNavItem("Board", "staff"),
                new SideNavItem("Failures", "staff/failures"),
                new SideNavItem("Runs", "staff/runs"),
                new SideNavItem("Jobs", "staff/jobs"));
        leading(nav);
    }
}
