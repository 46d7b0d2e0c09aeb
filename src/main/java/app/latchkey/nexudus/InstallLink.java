package app.latchkey.nexudus;

import app.latchkey.shared.Secret;
import app.latchkey.space.NexudusApp;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Nexudus puts into the address to which it sends the browser of whoever installs our app (partners: B2). Both its signature and the
 * password that follows from it are MD5, because Nexudus makes them so.
 *
 * @param key of the app that was installed
 * @param token of this install
 * @param time when it was, in a form that is not documented
 * @param hash Nexudus's signature
 * @param location the subdomain of the location, for people
 * @param email who installed it, for people
 */
record InstallLink(String key, String token, String time, String hash, String location, String email) {

    private static final int LONGEST = 300;
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long TICKS_FROM = 100_000_000_000_000_000L;
    private static final long TICKS_OF_1970 = 621_355_968_000_000_000L;

    InstallLink {
        location = location.replace("\0", "");
        email = email.replace("\0", "");
    }

    /** Whether Nexudus wrote this for our app. */
    boolean isGenuine(NexudusApp app) {
        boolean whole = Stream.of(key, token, time, hash).noneMatch(String::isBlank)
                && Stream.of(key, token, time, hash, location, email).allMatch(text -> text.length() <= LONGEST);
        String signed = Stream.of(token, key, time).sorted().collect(Collectors.joining("|"));
        byte[] ours = md5(signed + app.secret().reveal()).getBytes(StandardCharsets.US_ASCII);
        byte[] theirs = hash.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return whole && key.equals(app.key()) && MessageDigest.isEqual(ours, theirs);
    }

    /** What the app sends with every request from then on. */
    Secret login(NexudusApp app) {
        return StandingLogin.of(app.key(), Secret.of(md5(token + app.secret().reveal())));
    }

    /** How long ago it was written; empty where the time is in none of the forms that Nexudus is known to use anywhere. */
    Optional<Duration> age(Instant now) {
        return written().map(at -> Duration.between(at, now));
    }

    private Optional<Instant> written() {
        try {
            if (time.matches("\\d{9,19}")) {
                return Optional.of(number(Long.parseLong(time)));
            }
            return Optional.of(
                    time.endsWith("Z")
                            ? Instant.parse(time)
                            : LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Seconds, milliseconds, or .NET's ticks, which are told apart by their size. */
    private static Instant number(long number) {
        if (number >= TICKS_FROM) {
            return Instant.ofEpochMilli((number - TICKS_OF_1970) / 10_000);
        }
        return number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%032x".formatted(new BigInteger(1, digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what grants anything. */
    @Override
    public String toString() {
        return "install at " + location;
    }
}
