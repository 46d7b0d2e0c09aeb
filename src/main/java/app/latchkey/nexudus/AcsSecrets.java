package app.latchkey.nexudus;

import app.latchkey.shared.Secret;

/**
 * What Nexudus has to show when it calls: given out once, when they are made.
 *
 * @param token Nexudus's "API access token", with which it asks for the groups
 * @param bearer its "webhook bearer", with which it says what a customer may open
 */
public record AcsSecrets(Secret token, Secret bearer) {}
