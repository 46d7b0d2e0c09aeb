package app.latchkey.bench;

import app.latchkey.e2e.BrowserTest;
import app.latchkey.e2e.Browsers;
import app.latchkey.e2e.Visitor;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.Harbour;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What a member's phone fetches when it shows the doors for the first time. */
@Benchmark
@WithProduct(own = true)
@BrowserTest
class FirstLoadBench {

    private static final int LOADS = 3;

    /** Bytes over the wire by path; an answer that came in parts counts whole. */
    private record Load(Map<String, Long> bytes) {

        double all() {
            return bytes.values().stream().mapToLong(Long::longValue).sum() / 1e3;
        }

        double framework() {
            return bytes.entrySet().stream()
                            .filter(one -> one.getKey().startsWith("/VAADIN/")
                                    || one.getKey().startsWith("/aura/"))
                            .mapToLong(Map.Entry::getValue)
                            .sum()
                    / 1e3;
        }
    }

    @Test
    void ofTheDoors(Report report, RunningProduct product, Browsers browsers) {
        new Harbour(product).begin();
        double[] all = new double[LOADS];
        double[] ratios = new double[LOADS];
        for (int number = 0; number < LOADS; number++) {
            Load load = load(browsers, product);
            all[number] = load.all();
            ratios[number] = load.all() / load.framework();
        }
        report.add(Measure.atMost(
                1.25,
                "P10",
                "first load of /doors, kB over the wire / the framework's own",
                Pairs.median(ratios),
                "%.0f kB in all, median of %d loads; %.0f kB of them the framework's"
                        .formatted(Pairs.median(all), LOADS, Pairs.median(all) / Pairs.median(ratios))));
        report.explain("P10", """
            a signed-in member's phone with an empty cache, as Chromium counts what came encoded; the framework's own is what lies below /VAADIN/ and /aura/.
            """);
    }

    private static Load load(Browsers browsers, RunningProduct product) {
        Visitor marta = browsers.onAPhoneAt(URI.create(product.at("")));
        Page page = marta.page();
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.responseReceived",
                event -> paths.put(
                        event.get("requestId").getAsString(),
                        path(event.getAsJsonObject("response").get("url").getAsString())));
        session.on(
                "Network.loadingFinished",
                event -> bytes.merge(
                        paths.getOrDefault(event.get("requestId").getAsString(), ""),
                        event.get("encodedDataLength").getAsLong(),
                        Long::sum));
        marta.goTo("/sandbox/sign-in?as=" + PreparedWorld.MARTA + "&to=/doors").reads("Flex pass");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new Load(bytes);
    }

    private static String path(String url) {
        return url.startsWith("http") ? URI.create(url).getRawPath() : "";
    }
}
