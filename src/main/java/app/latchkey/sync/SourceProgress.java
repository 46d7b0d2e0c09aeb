package app.latchkey.sync;

/** How far one source has been read; the total grows when records are added meanwhile. */
public record SourceProgress(String source, int soFar, int total, boolean complete) {}
