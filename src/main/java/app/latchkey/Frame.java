package app.latchkey;

import app.latchkey.look.ColorSwitch;
import app.latchkey.look.Mark;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** The frame of operators' and staff's pages: a drawer with the mark, the way to every page, and who is signed in. */
abstract class Frame extends AppLayout implements AfterNavigationObserver {

    private final Main main = new Main();
    private final Div top = new Div();
    private final Div ways = new Div();
    private boolean arrived;

    Frame(AuthenticationContext signedIn, String home) {
        main.setId("main");
        ways.addClassName("lk-stack");
        Anchor skip = skip();
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        Header bar = new Header(toggle, brand(home));
        bar.addClassName("lk-navbar");
        addToNavbar(bar);
        Aside drawer = new Aside(skip, brand(home), top, ways, foot(signedIn));
        drawer.getElement().setAttribute("aria-label", "Latchkey");
        drawer.addClassName("lk-drawer");
        addToDrawer(drawer);
        setPrimarySection(Section.DRAWER);
        setContent(main);
    }

    /** Draws what stands between the mark and the ways: the switch between spaces. */
    final void standing(Component... components) {
        top.removeAll();
        top.add(components);
    }

    final void leading(Component... components) {
        ways.removeAll();
        ways.add(components);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    /** A screen reader hears where it is; the first page is announced by the browser itself. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (arrived) {
            getElement()
                    .executeJs("const h = this.querySelector('h1');"
                            + " if (h) { h.tabIndex = -1; h.focus({preventScroll: true}); }");
        }
        arrived = true;
    }

    /** By script, since an address that is a fragment alone means the first page, not this one. */
    private static Anchor skip() {
        Anchor skip = new Anchor("#main", "Skip to content");
        skip.addClassName("lk-skip");
        skip.setRouterIgnore(true);
        skip.addAttachListener(event -> skip.getElement()
                .executeJs("this.onclick = click => { click.preventDefault();"
                        + " const main = document.getElementById('main'); main.tabIndex = -1; main.focus(); };"));
        return skip;
    }

    private static Component brand(String home) {
        Anchor brand = new Anchor(home, new Mark(), new Span("Latchkey"));
        brand.addClassName("lk-brand");
        return brand;
    }

    private static Component foot(AuthenticationContext signedIn) {
        Button leave = new Button("Sign out", event -> signedIn.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Span who = new Span(signedIn.getPrincipalName().orElse(""));
        who.addClassName("lk-quiet");
        Div foot = new Div(who, new ColorSwitch(), leave);
        foot.addClassName("lk-drawer-foot");
        return foot;
    }
}
