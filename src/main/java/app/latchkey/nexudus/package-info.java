/** Nexudus in our words: customers, items, purchases, webhooks; wire records, paging, budgets and quirks stay inside. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "connection", "entitlement"})
@NullMarked
package app.latchkey.nexudus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
