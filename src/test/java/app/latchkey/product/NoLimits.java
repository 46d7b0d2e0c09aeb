package app.latchkey.product;

import java.util.Map;

/** A deployment whose partners allow as many calls as anybody makes: otherwise their limits would be what is measured. */
public final class NoLimits {

    public static final Map<String, String> SETTINGS =
            Map.of("latchkey.nexudus.limits", "600000/1m", "latchkey.salto.limits", "600000/1m");

    private NoLimits() {}
}
