package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.e2e.EveryPageE2E.Audience;
import app.latchkey.product.WithProduct;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import sandbox.world.PreparedWorld;

/** What people call themselves in Nexudus is shown as it is: it runs nowhere, breaks no page and forges no line of the log. */
@WithProduct
@BrowserTest
class HostileNamesE2E {

    private static final List<String> NAMES = List.of(
            "<img src=x onerror='window.__pwn=1'>",
            "\"><script>window.__pwn=1</script>",
            "javascript:window.__pwn=1",
            "{{constructor.constructor('window.__pwn=1')()}} ${window.__pwn=1}",
            "=cmd|' /C calc'!A0",
            "Two lines\r\n2026-01-01T00:00:00Z ERROR forged",
            "nul\0l",
            "\u202Egnp.exe \u0645\u0631\u062D\u0628\u0627",
            "\uD83D\uDC69\u200D\uD83D\uDE80 \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
            "x".repeat(10_000));

    private final HarbourHouse house;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    HostileNamesE2E(HarbourHouse house) {
        this.house = house;
        log.list = new CopyOnWriteArrayList<>();
    }

    @Test
    void areOnlyNamesOnEveryPage(Browsers browsers) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            List<Long> customers = arrive();
            walk(browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces"), customers.subList(0, 1));
            walk(browsers.onAPhone().signInAs(PreparedWorld.ANA, "/spaces"), customers);
            Visitor member = browsers.onAPhone().signInAs(email(0), "/doors");
            harmless(member.hasATitle());
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("forged"));
    }

    /** Each of them buys a pass, and gets in whatever the others are called. */
    private List<Long> arrive() {
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            long customer = house.partners().nexudus().addCustomer(NAMES.get(i), email(i));
            house.buys(email(i), "Flex pass");
            customers.add(customer);
        }
        for (int i = 0; i < NAMES.size(); i++) {
            String email = email(i);
            eventually(email + " in", () -> house.holds("Flex members", email));
        }
        return customers;
    }

    private static void walk(Visitor ana, List<Long> customers) {
        Audience.OPERATOR.addresses("harbour-house", customers.getFirst()).stream()
                .filter(address -> !address.contains("/setup/") && !address.contains("/sign-in/"))
                .forEach(address -> harmless(ana.goOnTo(address).hasATitle()));
        customers.forEach(customer -> harmless(
                ana.goOnTo(HarbourHouse.PAGES + "/customers/" + customer).hasATitle()));
        harmless(ana.goTo("/spaces?q=%3Cimg%20src%3Dx").hasATitle());
    }

    /** Nothing ran, and nothing pushes the page wider than its screen. */
    private static void harmless(Visitor visitor) {
        Page page = visitor.page();
        assertThat(page.evaluate("() => window.__pwn === undefined"))
                .as("nothing ran at " + page.url())
                .isEqualTo(true);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("fits the screen: " + page.url())
                .isEqualTo(true);
        assertThat(
                        page.evaluate(
                                "() => [...document.querySelectorAll('h1')].every(title => title.scrollWidth <= title.clientWidth)"))
                .as("its title fits: " + page.url())
                .isEqualTo(true);
    }

    private static String email(int number) {
        return "hostile%d@names.example".formatted(number);
    }
}
