package app.latchkey.operator;

/** Text in a file of comma-separated values: no table programme takes it for a formula. */
final class CsvText {

    private CsvText() {}

    static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
