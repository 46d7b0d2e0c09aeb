package app.latchkey.nexudus;

import app.latchkey.shared.EmailAddress;

/** Somebody whom a booking names as a visitor. Nexudus knows visitors by their address only: they need not be customers. */
public record BookedVisitor(long booking, EmailAddress email) {}
