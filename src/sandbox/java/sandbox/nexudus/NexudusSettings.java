package sandbox.nexudus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How this Nexudus behaves where nobody knows how the real one does. Changed by tests; never saved. */
public final class NexudusSettings {

    /** How a delivery is signed. */
    public enum Signing {
        /** Every UTF-16 unit beyond ASCII counts as a question mark: what was seen. */
        ASCII_BY_UNIT,
        /** Every character beyond ASCII does, also one of two units. */
        ASCII_BY_CHARACTER,
        /** The bytes as they are sent. */
        BYTES,
        /** Not at all, although there is a secret. */
        NONE
    }

    volatile int largestPage = 1_000;
    volatile int throttleStatus = 409;
    volatile int failuresBeforeOff = 10;
    private final Map<String, String> paths = new ConcurrentHashMap<>();
    volatile String hookSecretField = "Secret";
    volatile boolean ignoresFromId;
    volatile boolean drifts;
    volatile int deliveries = 1;
    volatile String omitted = "";
    volatile boolean refusesWith200;
    volatile boolean usedAtFirstUse;
    volatile Signing signing = Signing.ASCII_BY_UNIT;

    /** A bigger {@code size} is cut to it. */
    public NexudusSettings largestPage(int size) {
        largestPage = size;
        return this;
    }

    /** 409 in the REST API, 429 on the portal's side. */
    public NexudusSettings throttleStatus(int status) {
        throttleStatus = status;
        return this;
    }

    /** Failed deliveries in a row after which a webhook is switched off. */
    public NexudusSettings failuresBeforeOff(int failures) {
        failuresBeforeOff = failures;
        return this;
    }

    /** Where the records of an entity lie, such as {@code Team}; empty for where they lie otherwise. */
    public NexudusSettings path(String entity, String path) {
        paths.put(entity, path);
        return this;
    }

    String path(Kind kind) {
        String path = paths.getOrDefault(kind.entity, "");
        return path.isEmpty() ? kind.path : path;
    }

    /** The field of a webhook that takes the shared secret. */
    public NexudusSettings hookSecretField(String name) {
        hookSecretField = name;
        return this;
    }

    /** Whether {@code from_…_Id} means nothing, so that pages can only be counted. */
    public NexudusSettings ignoresFromId(boolean ignores) {
        ignoresFromId = ignores;
        return this;
    }

    /** Whether a refused change is answered 200, as older versions did. */
    public NexudusSettings refusesWith200(boolean quietly) {
        refusesWith200 = quietly;
        return this;
    }

    /** Whether the oldest booking is deleted each time that somebody turns a page of bookings. */
    public NexudusSettings drifts(boolean goes) {
        drifts = goes;
        return this;
    }

    /** How often each webhook is sent. */
    public NexudusSettings deliveries(int times) {
        deliveries = times;
        return this;
    }

    /** Whether a pass with several uses is marked as used at the first of them and keeps that date, or at the last. */
    public NexudusSettings usedAtFirstUse(boolean first) {
        usedAtFirstUse = first;
        return this;
    }

    /** A field that lists leave out as well, empty for none. */
    public NexudusSettings omits(String field) {
        omitted = field;
        return this;
    }

    public NexudusSettings signing(Signing kind) {
        signing = kind;
        return this;
    }
}
