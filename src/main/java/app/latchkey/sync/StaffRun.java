package app.latchkey.sync;

import app.latchkey.shared.SpaceId;

/** A run and whose it was. */
public record StaffRun(SpaceId space, String slug, String name, RunRow run) {}
