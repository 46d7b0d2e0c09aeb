package app.latchkey.product;

/** This machine, as reports describe it. */
public final class Machine {

    private Machine() {}

    public static String describe() {
        return "%s, %s %s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
    }
}
