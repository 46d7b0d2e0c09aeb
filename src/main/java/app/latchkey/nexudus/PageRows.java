package app.latchkey.nexudus;

import app.latchkey.shared.Secret;
import app.latchkey.space.Vault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_page}: the pages of one whole reading as they came, sealed. Within a space's scope. */
@Repository("nexudusPageRows")
class PageRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    PageRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** When the reading began whose pages are kept, if there are any. */
    Optional<Instant> begunAt() {
        return jdbc.sql("select max(begun_at) from nexudus_page")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<String> find(String path) {
        return jdbc.sql("select answer from nexudus_page where path = :path")
                .param("path", path)
                .query(byte[].class)
                .optional()
                .map(answer -> vault.open(place(path), answer).reveal());
    }

    void put(String path, String answer, Instant begunAt) {
        jdbc.sql("""
                        insert into nexudus_page (path, begun_at, answer) values (:path, :begun, :answer)
                        on conflict (space_id, path) do update set begun_at = excluded.begun_at, answer = excluded.answer
                        """)
                .param("path", path)
                .param("begun", begunAt.atOffset(ZoneOffset.UTC))
                .param("answer", vault.seal(place(path), Secret.of(answer)))
                .update();
    }

    void forget(String list) {
        jdbc.sql("delete from nexudus_page where starts_with(path, :list)")
                .param("list", list)
                .update();
    }

    void forgetAll() {
        jdbc.sql("delete from nexudus_page").update();
    }

    /** What was asked for, so that no answer can be put in another's place. */
    private static String place(String path) {
        return "nexudus_page.answer " + path;
    }
}
