package app.latchkey.nexudus;

import app.latchkey.nexudus.Catalogue.Definition;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_catalogue}: what a location sells and lends, as one reading of all of it found. Within a space's scope. */
@Repository("nexudusCatalogueRows")
class CatalogueRows {

    private final JdbcClient jdbc;

    CatalogueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(long location, Catalogue catalogue, Sighting sighting) {
        List<Definition> all = catalogue.definitions();
        jdbc.sql("""
                        insert into nexudus_catalogue (location, read_at, kinds, ids, names, archived, minutes)
                        values (:location, :read, :kinds, :ids, :names, :archived, :minutes)
                        on conflict (space_id) do update
                        set location = excluded.location, read_at = excluded.read_at, kinds = excluded.kinds, ids = excluded.ids,
                            names = excluded.names, archived = excluded.archived, minutes = excluded.minutes
                        where nexudus_catalogue.read_at <= excluded.read_at or nexudus_catalogue.read_at > :now
                          or nexudus_catalogue.location <> excluded.location
                        """)
                .param("location", location)
                .param("read", sighting.seen())
                .param("now", sighting.clock())
                .param("kinds", each(all, one -> one.item().id().kind().name()).toArray(String[]::new))
                .param("ids", each(all, one -> one.item().id().value()).toArray(Long[]::new))
                .param("names", each(all, one -> one.item().name()).toArray(String[]::new))
                .param("archived", each(all, one -> one.item().archived()).toArray(Boolean[]::new))
                .param("minutes", each(all, Definition::minutes).toArray(Boolean[]::new))
                .update();
    }

    private static <T> List<T> each(List<Definition> all, Function<Definition, T> what) {
        return all.stream().map(what).toList();
    }

    /** The location's items, if all of them were read after {@code since} and not after {@code now}. */
    Optional<Catalogue> find(long location, Instant since, Instant now) {
        return jdbc.sql("""
                        select kinds, ids, names, archived, minutes from nexudus_catalogue
                        where location = :location and read_at > :since and read_at <= :now
                        """)
                .param("location", location)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> catalogue(row))
                .optional();
    }

    private static Catalogue catalogue(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        Long[] ids = (Long[]) row.getArray("ids").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Boolean[] archived = (Boolean[]) row.getArray("archived").getArray();
        Boolean[] minutes = (Boolean[]) row.getArray("minutes").getArray();
        return Catalogue.of(IntStream.range(0, ids.length)
                .mapToObj(one -> new Definition(
                        new Item(new ItemId(ItemKind.valueOf(kinds[one]), ids[one]), names[one], archived[one]),
                        minutes[one]))
                .toList());
    }
}
