package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Nexudus for one space at a time; where Nexudus itself decides, reading means what it has said. Every method but {@link #verifies} and {@link #spaceOfHook} calls Nexudus over HTTP, so none is called
 * within a scope; every method throws {@link PartnerFailure} when Nexudus does not do it.
 */
public interface Nexudus {

    /**
     * Signs in and keeps the tokens; the password is used once and forgotten.
     *
     * @throws PartnerFailure WRONG_LOGIN, or ONE_TIME_CODE_NEEDED: ask for the code and call again
     */
    void connect(SpaceId space, String user, Secret password, Optional<String> oneTimeCode);

    List<Location> locations(SpaceId space);

    void choose(SpaceId space, LocationId location);

    /** Calls every endpoint that Latchkey needs and says which are denied. */
    default List<RightCheck> checkRights(SpaceId space) {
        return checkRights(space, found -> {});
    }

    /** As {@link #checkRights(SpaceId)}; {@code found} hears of each right as soon as it is known. */
    List<RightCheck> checkRights(SpaceId space, Consumer<RightCheck> found);

    /** Passes that count at the chosen location, and its resources, desks and offices; archived ones too. */
    List<Item> items(SpaceId space);

    /**
     * Looks for Nexudus's own Salto integration in what it leaves on customers and items; reads both whole.
     *
     * @throws PartnerFailure also where not all of it could be read, and what could shows no sign: then nobody knows
     */
    SecondWriter secondWriter(SpaceId space);

    /** Makes the webhooks that are missing and switches on those that Nexudus has switched off. */
    WebhookState ensureWebhooks(SpaceId space);

    /**
     * Sends one signed call to the address that Nexudus calls, through the public network, and waits up to 30 s until it has come in there.
     */
    TestMessage testWebhooks(SpaceId space);

    /** Deletes the webhooks that we made, and forgets the address that they call. */
    void removeWebhooks(SpaceId space);

    /** Forgets the addresses that Nexudus calls, without asking Nexudus: whoever still calls it is refused. */
    void forgetWebhooks(SpaceId space);

    /** The space that a hook's address belongs to; the address alone grants nothing. */
    Optional<SpaceId> spaceOfHook(String hookId);

    /**
     * Whether Nexudus signed this body with the space's secret; of unsigned ones the deployment says what they are. A call that counts is
     * remembered as the last one, one that does not is counted.
     */
    boolean verifies(SpaceId space, HookAction action, byte[] body, String signature);

    /**
     * Everything that decides about one customer; a customer who is no longer there comes as {@link CustomerFacts#gone}.
     *
     * @param known passes and contracts that were his: one that his lists lack is asked for by its id, and belongs to the facts if it is there
     */
    CustomerFacts customer(SpaceId space, CustomerId customer, Set<PurchaseKey> known);

    /** The same, going by the lists alone. */
    default CustomerFacts customer(SpaceId space, CustomerId customer) {
        return customer(space, customer, Set.of());
    }

    /** Whether Nexudus has it when it is asked for by its id; no where we may not ask. */
    boolean isThere(SpaceId space, PurchaseKey purchase);

    /** One booking by its id; empty when Nexudus says that there is none, or none of anything at this location: it was deleted, or moved elsewhere. */
    Optional<Booking> booking(SpaceId space, long bookingId);

    /** Everything about everybody, source by source; a source that could not be read whole says so and does not stop the others. */
    FullRead readAll(SpaceId space, ProgressListener progress);

    /** The location's teams with their members; empty when not all could be read. */
    Optional<List<Team>> teams(SpaceId space);

    /** Who visits which booking of the location; empty when not all could be read. */
    Optional<List<BookedVisitor>> visitors(SpaceId space);

    /** The same of what one customer has booked. */
    Optional<List<BookedVisitor>> visitors(SpaceId space, CustomerId booker);

    /** What is not paid at the location; empty when not all could be read. */
    Optional<List<UnpaidInvoice>> invoices(SpaceId space);

    /** The same of one customer. */
    Optional<List<UnpaidInvoice>> invoices(SpaceId space, CustomerId customer);

    /** Whether the customer was checked in since then, at whatever location, or has not been checked out: asked of Nexudus itself. */
    boolean isCheckedIn(SpaceId space, CustomerId customer, Instant since);

    /**
     * The customer comes in: Nexudus uses up what they have, and may charge whoever pays as they go.
     *
     * @throws PartnerFailure when Nexudus does not take it; after SILENT they may be checked in all the same
     */
    void checkIn(SpaceId space, CustomerId customer, Instant at);

    /** As {@link #changedSince(SpaceId, Instant, Set)}, of what every space looks at. */
    default Changes changedSince(SpaceId space, Instant since) {
        return changedSince(space, since, Set.of());
    }

    /** Who may have changed since {@code since}, the {@link Changes#startedAt} of the last whole reading; a little is read twice. */
    Changes changedSince(SpaceId space, Instant since, Set<OptionalSource> also);
}
