package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A space's customers and how each stands. Opens the space's scope by itself. */
public interface CustomerDirectory {

    /** @param search part of a name, an e-mail address or an id; empty for all */
    List<CustomerRow> customers(SpaceId space, String search, CustomerFilter filter, int offset, int limit);

    Map<CustomerFilter, Integer> counts(SpaceId space, String search);

    Optional<CustomerDetail> detail(SpaceId space, CustomerId customer);
}
