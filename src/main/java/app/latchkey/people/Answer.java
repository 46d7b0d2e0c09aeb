package app.latchkey.people;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator said about a customer whose e-mail address is not the customer's alone. It counts while the address stays the same.
 *
 * @param sameAs another customer who is the same person; none when the address is somebody else's
 * @param email the customer's address then
 * @param by who said so
 */
public record Answer(CustomerId customer, Optional<CustomerId> sameAs, EmailAddress email, Instant at, String by) {}
