package app.latchkey.salto;

import app.latchkey.connection.Foreign;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Salto's JSON, read leniently: the same list was met bare and wrapped, the same code as number and as text. */
final class Wire {

    private static final JsonMapper JSON = Foreign.json();

    /** A page of a list, where the next one is, and how many rows the whole list has where Salto says so. */
    record Page(List<JsonNode> rows, Optional<String> next, OptionalInt count) {}

    private Wire() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    static Page page(String body) {
        JsonNode tree = tree(body);
        JsonNode items = tree.isArray() ? tree : tree.get("items");
        if (items == null || !items.isArray()) {
            throw unreadable(null);
        }
        List<JsonNode> rows = new ArrayList<>();
        items.forEach(rows::add);
        JsonNode count = tree.path("count");
        return new Page(
                rows,
                text(tree, "next_page_link"),
                Foreign.isCount(count) ? OptionalInt.of(count.intValue()) : OptionalInt.empty());
    }

    /** A text that has to be there. */
    static String required(JsonNode node, String name) {
        return text(node, name).orElseThrow(() -> unreadable(null));
    }

    /** Without the one sign that PostgreSQL keeps in no text. */
    static Optional<String> text(@Nullable JsonNode node, String name) {
        return Optional.ofNullable(node)
                .map(each -> each.get(name))
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.asString().replace("\0", ""))
                .filter(text -> !text.isBlank());
    }

    static boolean flag(@Nullable JsonNode node, String name) {
        return node != null && node.path(name).asBoolean(false);
    }

    static int number(JsonNode node, String name) {
        return node.path(name).asInt(0);
    }

    /** The number of a Salto error, 0 where the answer names none. */
    static int errorCode(String body) {
        return error(body).path("ErrorCode").asInt(0);
    }

    /** What a Salto error says, empty where it says nothing. */
    static String errorMessage(String body) {
        return error(body).path("Message").asString("");
    }

    /** What a token endpoint calls its refusal, empty where it says nothing. */
    static String oauthError(String body) {
        return error(body).path("error").asString("");
    }

    private static JsonNode error(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    static PartnerFailure unreadable(@Nullable Exception origin) {
        String words = "Salto KS sent an answer that cannot be read.";
        return origin == null
                ? PartnerFailure.of(Partner.SALTO, PartnerFailure.Category.UNREADABLE, words)
                : PartnerFailure.of(Partner.SALTO, PartnerFailure.Category.UNREADABLE, words, origin);
    }
}
