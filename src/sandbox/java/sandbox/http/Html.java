package sandbox.http;

/** Writes plain pages. */
public final class Html {
    private Html() {}

    public static String escape(Object text) {
        return text.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A whole page with the sandbox's style sheet in it; {@code title} is escaped, {@code body} is not. */
    public static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title><style>%s</style></head>
                <body>%s</body></html>
                """.formatted(escape(title), Style.SHEET, body);
    }

    private static final class Style {
        private static final String SHEET = read();

        private static String read() {
            try (java.io.InputStream stream = Html.class.getResourceAsStream("/sandbox/console.css")) {
                return stream == null ? "" : new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
