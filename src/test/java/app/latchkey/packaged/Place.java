package app.latchkey.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somewhere that others may read: what it is called and all that stands there. */
public record Place(String name, String text) {

    private static final String TABLES = """
            select format('%I.%I', nspname, relname) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where relkind in ('r', 'p', 'm') and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg_toast%'
            order by 1
            """;

    /** Every table of every schema, all columns, whatever their type. */
    public static List<Place> tables(Connection superuser) throws SQLException {
        List<Place> tables = new ArrayList<>();
        for (String table : texts(superuser, TABLES)) {
            tables.add(new Place(
                    table, String.join("\n", texts(superuser, "select rows::text from " + table + " as rows"))));
        }
        return tables;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /**
     * What the product at {@code address} sent to a browser: pages, the answers to their requests, errors, and where it sent it on to. What was
     * sent again and again, such as a script, is there once.
     */
    static List<Place> pages(Path har, String address) {
        try {
            JsonNode entries = JsonMapper.shared()
                    .readTree(Files.readString(har))
                    .path("log")
                    .path("entries");
            return entries.valueStream()
                    .filter(entry -> url(entry).startsWith(address))
                    .map(entry -> new Place("page " + url(entry), answer(entry.path("response"))))
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String url(JsonNode entry) {
        return entry.path("request").path("url").asString();
    }

    private static String answer(JsonNode response) {
        JsonNode content = response.path("content");
        String text = content.path("text").asString("");
        String body = content.path("encoding").asString("").equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
                : text;
        Stream<String> onward = response.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString().equalsIgnoreCase("location"))
                .map(header -> header.path("value").asString());
        return String.join("\n", Stream.concat(Stream.of(body), onward).toList());
    }
}
