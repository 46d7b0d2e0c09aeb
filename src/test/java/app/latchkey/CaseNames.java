package app.latchkey;

import java.util.List;
import java.util.Set;

/** What the numbers of {@link Case} stand for. */
final class CaseNames {

    /** Settled where the part of the product is built that they are about. */
    static final Set<Integer> WAITING = Set.of(36, 37, 43, 53);

    static final List<String> ALL = List.of(
            "bookings of one group overlap",
            "one person's bookings follow each other",
            "two people's bookings of one room follow each other",
            "a day pass is used up by its check-in",
            "a minute pass runs out during the stay",
            "several passes, or a limit of the plan",
            "a contract is paused and resumed",
            "a contract is cancelled for a date ahead",
            "a plan changes at midnight",
            "a renewal is not billed yet",
            "a contract for a team",
            "a company's booking",
            "one of two contracts for a group ends",
            "a Salto user of several sites",
            "two spaces at one site",
            "somebody was put in by hand",
            "somebody put in by hand buys as well",
            "somebody of ours was taken out by hand",
            "the clocks change",
            "a space changes its zone",
            "a booking is extended while it runs",
            "a booking is shortened or moved to another room",
            "a booking is handed to somebody else",
            "a booking is deleted, or missing from a reading",
            "one booking of a series changes",
            "a booking that nobody confirmed",
            "a booking that makes no sense",
            "an invoice is overdue",
            "the reason returns while the removal waits",
            "an e-mail address changes",
            "two customers, one address",
            "the address is taken by another business at Salto",
            "nobody's e-mail address, only a tag",
            "a customer is deleted and made again",
            "a Salto user is deleted and made again",
            "a tag passes to somebody else",
            "two people have the same PIN",
            "an access group is deleted",
            "an access group changes its name, doors or hours",
            "an item is archived",
            "matches change during a run",
            "two runs of one space at once",
            "a crash between the write and its record",
            "seats run out",
            "an invitation is not accepted",
            "the group's hours are shorter than what was bought",
            "a slow partner, and many spaces",
            "hooks late, double, out of order or lost",
            "our clock is wrong or a run is late",
            "many leave at once, and should",
            "Nexudus is disconnected",
            "Salto is disconnected",
            "a space leaves",
            "a space comes back",
            "people who must never be touched",
            "somebody barred is somebody's guest",
            "everything is frozen",
            "somebody is erased while entitled");

    private CaseNames() {}
}
