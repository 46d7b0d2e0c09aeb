package app.latchkey.shared;

import java.util.concurrent.ThreadLocalRandom;

/** A short number a person can say on the phone and we can find in the log: "K7-42". */
public record Reference(String value) {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";

    public static Reference next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return new Reference("%s%d-%02d".formatted(letter, random.nextInt(10), random.nextInt(100)));
    }

    @Override
    public String toString() {
        return value;
    }
}
