package app.latchkey.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to call a device, from what its browser says of itself: enough to tell a phone from a laptop in a list. */
final class DeviceLabel {

    private static final List<String> KNOWN = List.of("iPhone", "iPad", "Android", "Macintosh", "Windows", "Linux");

    private DeviceLabel() {}

    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return KNOWN.stream()
                .filter(text::contains)
                .findFirst()
                .map(DeviceLabel::inWords)
                .orElse("A browser");
    }

    private static String inWords(String platform) {
        return switch (platform) {
            case "Macintosh" -> "Mac";
            case "Android" -> "Android phone";
            default -> platform;
        };
    }
}
