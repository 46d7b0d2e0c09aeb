package app.latchkey.traps;

import app.latchkey.nexudus.AcsAddress;
import app.latchkey.nexudus.AcsSecrets;
import app.latchkey.nexudus.CustomAcs;
import app.latchkey.product.RunningProduct;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sandbox.nexudus.Nexudus.Delivery;

/** Calls us as Nexudus does, rightly signed or with the right secret, but with a body that is mangled. */
final class MangledCalls {

    /** Taken; not understood; signed over other bytes than we take them for; too large. */
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 401, 413);

    private static final String PUSH = """
            {"time":"2026-05-04T09:00:00Z","business":{"uniqueId":""},"coworker":{"id":%d,"uniqueId":"%s","email":"mangled@harbour.example",
            "fullName":"Mangled Person","accessCardId":"0451 0452","keyFobNumber":"7"},"groups":["%s","15"],
            "schedule":[{"group":"%s","expires_on":"2026-06-01T00:00:00Z"}]}
            """;

    private final RunningProduct product;
    private final List<Delivery> real;
    private final SpaceId decided;
    private final AcsSecrets secrets;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param real what Nexudus sent to the hooks of a space
     * @param decided a space for which Nexudus decides
     */
    MangledCalls(RunningProduct product, List<Delivery> real, SpaceId decided) {
        this.product = product;
        this.real = List.copyOf(real);
        this.decided = decided;
        secrets = product.bean(CustomAcs.class).renew(decided);
    }

    /** @return what was wrong with the answer, with its seed */
    Optional<String> call(long seed) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        Mangler mangler = new Mangler(seed);
        Delivery delivery = real.get(random.nextInt(real.size()));
        boolean hook = random.nextBoolean();
        int status = hook
                ? hook(delivery.url(), mangler.mangle(bytes(delivery.body())))
                : push(mangler.mangle(bytes(push(random.nextInt(1, 50)))));
        return ANSWERS.contains(status)
                ? Optional.empty()
                : Optional.of("Seed %d: %s answers %d".formatted(seed, hook ? "the hook" : "the push", status));
    }

    private static String push(int customer) {
        String group = "0f0f0f0f-0000-4000-8000-%012d".formatted(customer);
        return PUSH.formatted(customer, group, group, group);
    }

    int hook(String url, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("X-Nexudus-Hook-Signature", signed(body)), body);
    }

    int push(byte[] body) {
        AcsAddress address = product.bean(CustomAcs.class).address(decided).orElseThrow();
        URI url = address.customers(product.bean(LatchkeySettings.class).publicUrl());
        return send(
                HttpRequest.newBuilder(url)
                        .header("Authorization", "Bearer " + secrets.bearer().reveal()),
                body);
    }

    private String signed(byte[] body) {
        try {
            String secret = product.partners().nexudus().hookSecrets().getFirst();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(HttpRequest.Builder request, byte[] body) {
        try {
            return client.send(
                            request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unanswered) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
