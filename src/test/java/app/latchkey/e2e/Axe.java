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

    /**
     * Of each rule that is broken, the first three places, once a page that was made narrower or wider has come to rest; of all rules when none
     * is named. What keeps the rules is neither collected nor sent, which is most of the work otherwise. The indicator is Vaadin's own, empty
     * unless the connection is lost; it stands outside every landmark.
     */
    private static final String RUN = """
            async only => {
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              document.getAnimations()
                .filter(moving => Number.isFinite(moving.effect.getComputedTiming().endTime))
                .forEach(moving => moving.finish());
              const found = await axe.run(
                { exclude: [['vaadin-connection-indicator']] },
                { resultTypes: ['violations'], iframes: false, ...(only.length && { runOnly: only }) });
              return found.violations.map(rule => `${rule.id}: ${rule.help} ` + rule.nodes.slice(0, 3)
                .map(node => `${node.target.flat()} ${node.html}`).join('; '));
            }
            """;

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

    /** By night the same page has other colours and nothing else. */
    private static List<String> violations(Page page, ColorScheme scheme) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Object found = page.evaluate(RUN, scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of());
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
