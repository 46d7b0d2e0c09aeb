/** Salto KS in our words: sites, users, access groups, locks; wire records, paging, budgets and quirks stay inside. */
@ApplicationModule(allowedDependencies = {"shared", "space", "audit", "notice", "connection", "entitlement"})
@NullMarked
package app.latchkey.salto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
