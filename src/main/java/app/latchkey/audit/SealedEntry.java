package app.latchkey.audit;

import app.latchkey.space.Seals.Seal;

/** An entry with the fingerprint over it and the one before. */
record SealedEntry(AuditEntry entry, Seal seal) {}
