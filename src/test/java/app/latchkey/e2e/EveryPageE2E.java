package app.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.context.WebApplicationContext;
import sandbox.world.PreparedWorld;

/** Every page of the product keeps nobody out by how it is built, and lets nobody in whose space it is not. */
@WithProduct
@BrowserTest
public class EveryPageE2E {

    /** Each route, and who looks at it. */
    public enum Audience {
        ANYBODY("", "", "sign-in", "sign-in/link"),
        MEMBER(PreparedWorld.MARTA, "devices", "doors"),
        OPERATOR(
                PreparedWorld.ANA,
                "sign-in/second",
                "spaces",
                "spaces/:slug",
                "spaces/:slug/customers",
                "spaces/:slug/customers/:customer",
                "spaces/:slug/runs",
                "spaces/:slug/runs/:number",
                "spaces/:slug/decisions",
                "spaces/:slug/decisions/by-hand",
                "spaces/:slug/matches",
                "spaces/:slug/doors",
                "spaces/:slug/settings",
                "spaces/:slug/leave",
                "spaces/:slug/team",
                "spaces/:slug/audit",
                "spaces/:slug/setup/salto",
                "spaces/:slug/setup/nexudus",
                "spaces/:slug/setup/match",
                "spaces/:slug/setup/review",
                "connect/nexudus/app"),
        STAFF(PreparedWorld.STAFF, "staff", "staff/spaces/:slug", "staff/failures", "staff/runs", "staff/jobs");

        private final String person;
        private final List<String> routes;

        Audience(String person, String... routes) {
            this.person = person;
            this.routes = List.of(routes);
        }

        /** The pages' addresses for one space and one of its customers. */
        public List<String> addresses(String slug, long customer) {
            return addresses(routes.stream(), slug, customer);
        }

        /** As {@link #addresses}, of those pages only that are a space's. */
        private List<String> addressesInside(String slug, long customer) {
            return addresses(routes.stream().filter(route -> route.contains(":slug")), slug, customer);
        }

        private static List<String> addresses(Stream<String> routes, String slug, long customer) {
            return routes.map(route -> route.replace(":slug", slug)
                            .replace(":customer", String.valueOf(customer))
                            .replace(":number", "1"))
                    .map(route -> "/" + route)
                    .toList();
        }
    }

    private final RunningProduct product;
    private final HarbourHouse house;

    EveryPageE2E(RunningProduct product, HarbourHouse house) {
        this.product = product;
        this.house = house;
    }

    /** A page that is new has to be named above, where it is then looked at. */
    @Test
    void noRouteIsLeftOut() {
        ServletContext servlets =
                Objects.requireNonNull(((WebApplicationContext) product.context()).getServletContext());
        List<String> registered =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                        .map(route -> route.getTemplate())
                        .toList();
        assertThat(List.of(Audience.values()).stream().flatMap(audience -> audience.routes.stream()))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNobodyOut(Audience audience, Browsers browsers) {
        Visitor visitor = browsers.atADesk();
        if (audience.person.isEmpty()) {
            visitor.goTo("/").hasATitle();
        } else {
            visitor.signInAs(audience.person, "/").hasATitle();
        }
        for (String address : audience.addresses("harbour-house", marta())) {
            visitor.goOnTo(address).hasATitle().readsNoMore("There is no such page");
            Axe.findsNothing(visitor.page());
        }
    }

    @Test
    void aSpaceShowsNothingToAnotherOperatorWhoTypesItsAddressesOrFollowsThem(Browsers browsers) {
        Visitor rui = browsers.atADesk().signInAs(PreparedWorld.RUI, "/spaces");
        new Operator(rui).createSpace(PreparedWorld.OLD_MILL);
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces");
        ana.reads(PreparedWorld.HARBOUR_HOUSE).readsNoMore(PreparedWorld.OLD_MILL);
        for (String address : Audience.OPERATOR.addressesInside("harbour-house", marta())) {
            rui.goTo(address).isAt("Not here").readsNoMore("Harbour");
        }
        for (String address : Audience.OPERATOR.addressesInside("old-mill-studios", marta())) {
            ana.goOnTo(address).isAt("Not here").readsNoMore("Old Mill");
        }
        rui.goTo("/spaces").reads(PreparedWorld.OLD_MILL).readsNoMore(PreparedWorld.HARBOUR_HOUSE);
    }

    private long marta() {
        return house.partners().nexudus().customer(PreparedWorld.MARTA);
    }
}
