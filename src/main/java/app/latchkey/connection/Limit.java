package app.latchkey.connection;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * At most so many requests in any stretch of that length. Kept by a bucket that holds a fifth of them and fills with the rest: what is in it and what
 * runs in during any such stretch are together never more than the limit.
 */
record Limit(int requests, Duration window) {

    /** Such as {@code 10/100ms,100/1m,4000/1h}. */
    static List<Limit> of(String text) {
        return Arrays.stream(text.split(",", -1)).map(Limit::one).toList();
    }

    private static Limit one(String text) {
        String[] parts = text.strip().split("/", 2);
        String time = parts[1].toUpperCase(Locale.ROOT);
        Duration window = time.endsWith("MS")
                ? Duration.ofMillis(Long.parseLong(time.substring(0, time.length() - 2)))
                : Duration.parse(time.endsWith("D") ? "P" + time : "PT" + time);
        return new Limit(Integer.parseInt(parts[0]), window);
    }

    int burst() {
        return Math.max(1, requests / 5);
    }

    double perSecond() {
        return Math.max(1, requests - burst()) * 1000.0 / window.toMillis();
    }
}
