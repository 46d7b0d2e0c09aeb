package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PassKind;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The items of a location, as far as they are needed to understand what was bought.
 *
 * @param failure why it may not be all of them
 */
record Catalogue(
        Map<Long, Definition> passes,
        Map<Long, Definition> resources,
        Map<Long, Definition> desks,
        Optional<PartnerFailure> failure) {

    /** @param minutes a minute pass; otherwise, and for all else, by the day */
    record Definition(Item item, boolean minutes) {

        NamedItem named() {
            return new NamedItem(item.id(), item.name());
        }

        PassKind passKind() {
            return minutes ? PassKind.MINUTES : PassKind.DAY;
        }
    }

    static Catalogue of(
            Collection<Definition> passes,
            Collection<Definition> resources,
            Collection<Definition> desks,
            Optional<PartnerFailure> failure) {
        return new Catalogue(byId(passes), byId(resources), byId(desks), failure);
    }

    /** Of a whole reading. */
    static Catalogue of(Collection<Definition> all) {
        return of(
                ofKinds(all, EnumSet.of(ItemKind.PASS)),
                ofKinds(all, EnumSet.of(ItemKind.RESOURCE)),
                ofKinds(all, EnumSet.of(ItemKind.DESK, ItemKind.OFFICE)),
                Optional.empty());
    }

    private static List<Definition> ofKinds(Collection<Definition> all, Set<ItemKind> kinds) {
        return all.stream()
                .filter(each -> kinds.contains(each.item().id().kind()))
                .toList();
    }

    Optional<String> trouble() {
        return failure.map(PartnerFailure::words);
    }

    private static Map<Long, Definition> byId(Collection<Definition> definitions) {
        return definitions.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> each.item().id().value(), Function.identity(), (first, second) -> first));
    }

    List<Item> items() {
        return definitions().stream().map(Definition::item).toList();
    }

    /** In the order of their items. */
    List<Definition> definitions() {
        return Stream.of(passes, resources, desks)
                .flatMap(each -> each.values().stream())
                .sorted(Comparator.comparing(each -> each.item().id()))
                .toList();
    }

    Optional<Definition> pass(long id) {
        return Optional.ofNullable(passes.get(id));
    }

    Optional<NamedItem> resource(long id) {
        return Optional.ofNullable(resources.get(id)).map(Definition::named);
    }

    Optional<NamedItem> desk(long id) {
        return Optional.ofNullable(desks.get(id)).map(Definition::named);
    }

    /** Desks and offices share one series of numbers in Nexudus. */
    static ItemId deskOrOffice(long id, long itemType) {
        return itemType == 1 ? ItemId.office(id) : ItemId.desk(id);
    }
}
