package sandbox.console;

import java.util.List;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.salto.Salto;

/** Ids and names of everything, for tests in another process. */
final class WorldSummary {
    private WorldSummary() {}

    static Fields of(Partners partners) {
        Nexudus nexudus = partners.nexudus();
        return Fields.of(
                "now", partners.clock().instant(),
                "locations", records(nexudus.locations()),
                "customers", records(nexudus.customers()),
                "passes", records(nexudus.passes()),
                "rooms", records(nexudus.rooms()),
                "desks", records(nexudus.desks()),
                "bookings", held(nexudus.bookings()),
                "contracts", held(nexudus.contracts()),
                "webhooks", records(nexudus.webhooks()),
                "sites",
                        partners.salto().sites().stream()
                                .map(site -> site(partners.salto(), site))
                                .toList());
    }

    private static List<Fields> records(List<Nexudus.Named> records) {
        return records.stream()
                .map(each -> Fields.of(
                        "id", each.id(), "name", each.name(), "detail", each.detail(), "active", each.active()))
                .toList();
    }

    private static List<Fields> held(List<Nexudus.Held> held) {
        return held.stream()
                .map(each -> Fields.of(
                        "id",
                        each.id(),
                        "customer",
                        each.customer(),
                        "what",
                        each.what(),
                        "from",
                        each.from(),
                        "to",
                        each.to()))
                .toList();
    }

    private static Fields site(Salto salto, Salto.Named site) {
        return Fields.of(
                "id", site.id(),
                "name", site.name(),
                "groups", named(salto.groups(site.id())),
                "locks", named(salto.locks(site.id())),
                "users",
                        salto.users(site.id()).stream()
                                .map(user -> Fields.of(
                                        "site_user_id", user.siteUserId(),
                                        "platform_user_id", user.platformUserId(),
                                        "name", user.name(),
                                        "email", user.email(),
                                        "subscribed", user.subscribed()))
                                .toList());
    }

    private static List<Fields> named(List<Salto.Named> named) {
        return named.stream()
                .map(each -> Fields.of("id", each.id(), "name", each.name()))
                .toList();
    }
}
