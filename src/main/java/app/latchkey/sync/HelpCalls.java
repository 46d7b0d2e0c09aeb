package app.latchkey.sync;

import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.function.Supplier;

/** Calls for help from locked doors. Opens the space's scope by itself. */
public interface HelpCalls {

    /**
     * Tells the space: its operators see it among their decisions and get a mail. The same door told again within minutes stays one call.
     *
     * @param found what the page told the member
     * @param numbers makes short numbers, until one is free
     */
    HelpCall tell(
            SpaceId space,
            CustomerId customer,
            String door,
            String found,
            LockShows lockShows,
            Supplier<String> numbers);

    /** Those that nobody has seen yet, oldest first. */
    List<HelpCall> open(SpaceId space);

    /** What the member told within the last day, newest first. */
    List<HelpCall> of(SpaceId space, CustomerId customer);

    /** Somebody of the space has taken note; the member's page says so. */
    void seen(SpaceId space, String number, AccountId by);
}
