package app.latchkey.entitlement;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import java.time.Instant;

/** One thing that would have to change before a door opens for somebody; a list of them opens it only as a whole. */
public sealed interface Cure {

    /** Suspended or archived in Nexudus, and to be let in again. */
    record LetInAgain(CustomerId customer) implements Cure {}

    /** Say which Salto user the customer is. */
    record DecideWhoItIs(CustomerId customer) implements Cure {}

    record Confirm(PurchaseKey booking) implements Cure {}

    record Activate(PurchaseKey contract) implements Cure {}

    record EndPause(PurchaseKey contract) implements Cure {}

    /** Where a space closes doors for what is not paid. */
    record Pay(CustomerId customer, Invoice invoice) implements Cure {}

    /** Nothing but time. */
    record WaitUntil(Instant begins) implements Cure {}

    record Match(ItemId item, AccessGroupId group) implements Cure {}

    /** Anything that earns the group. */
    record Buy(CustomerId customer, AccessGroupId group) implements Cure {}

    /** The space is paused, frozen or only watching. */
    record LetChangesThrough() implements Cure {}

    record MakeGroupAgain(AccessGroupId group) implements Cure {}

    /** Somebody took the person out, and has to allow him back. */
    record AllowBack() implements Cure {}

    record ReadSaltoToTheEnd() implements Cure {}

    /** A hindrance between the group and the open door that is put right outside: an invitation, a tag, an hour. */
    record Settle(Reason hindrance) implements Cure {}
}
