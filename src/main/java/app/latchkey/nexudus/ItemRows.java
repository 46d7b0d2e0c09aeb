package app.latchkey.nexudus;

import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_item}. */
@Repository("nexudusItemRows")
class ItemRows {

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<Item> items, Sighting sighting) {
        jdbc.sql("""
                        insert into nexudus_item (kind, id, name, archived, seen_at)
                        select kind, id, name, archived, :seen
                        from unnest(:kinds::text[], :ids::bigint[], :names::text[], :archived::boolean[])
                             as row (kind, id, name, archived)
                        on conflict (space_id, kind, id) do update
                        set name = excluded.name, archived = excluded.archived, seen_at = excluded.seen_at
                        where nexudus_item.seen_at <= excluded.seen_at or nexudus_item.seen_at > :now
                        """)
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .param(
                        "kinds",
                        items.stream().map(item -> item.id().kind().name()).toArray(String[]::new))
                .param("ids", items.stream().map(item -> item.id().value()).toArray(Long[]::new))
                .param("names", items.stream().map(Item::name).toArray(String[]::new))
                .param("archived", items.stream().map(Item::archived).toArray(Boolean[]::new))
                .update();
    }

    void forgetAll() {
        jdbc.sql("delete from nexudus_item").update();
    }

    void forgetOlderThan(Sighting sighting) {
        jdbc.sql("delete from nexudus_item where seen_at < :seen or seen_at > :now")
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .update();
    }

    List<Item> all() {
        return jdbc.sql("select kind, id, name, archived from nexudus_item order by kind, name, id")
                .query((row, number) -> new Item(
                        new ItemId(ItemKind.valueOf(row.getString("kind")), row.getLong("id")),
                        row.getString("name"),
                        row.getBoolean("archived")))
                .list();
    }
}
