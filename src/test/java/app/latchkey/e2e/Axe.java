package app.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Looks for what keeps people out of a page: at a phone's and a desk's width, by day and by night. */
final class Axe {

    private static final int PHONE = 390;
    private static final int DESK = 1440;

    private Axe() {}

    static void findsNothing(Page page) {
        for (int width : List.of(PHONE, DESK)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(violations(page, scheme))
                        .as("%s at %d px, %s", page.url(), width, scheme)
                        .isEmpty();
            }
        }
    }

    private static List<String> violations(Page page, ColorScheme scheme) {
        return rules(page, scheme).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()) + " " + node.getHtml())
                                .limit(3)
                                .toList())
                .toList();
    }

    /** By night the same page has other colours and nothing else. */
    private static AxeBuilder rules(Page page, ColorScheme scheme) {
        // Vaadin's own, empty unless the connection is lost; it stands outside every landmark.
        // Without legacy mode every look opens a page of its own to put frames' findings together, and we have no
        // frames.
        AxeBuilder all = new AxeBuilder(page).setLegacyMode(true).exclude("vaadin-connection-indicator");
        return scheme == ColorScheme.DARK ? all.withRules(List.of("color-contrast")) : all;
    }
}
