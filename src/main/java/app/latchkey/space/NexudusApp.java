package app.latchkey.space;

import app.latchkey.shared.Secret;

/** Our app in Nexudus's marketplace, as its developers' page shows it. */
public record NexudusApp(String key, Secret secret) {}
