package app.latchkey.look;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles of browser tabs: "Customers · Harbour House · Latchkey". */
public final class Titles {

    private Titles() {}

    public static String of(String... parts) {
        return Stream.concat(Arrays.stream(parts).filter(part -> !part.isBlank()), Stream.of("Latchkey"))
                .collect(Collectors.joining(" · "));
    }
}
