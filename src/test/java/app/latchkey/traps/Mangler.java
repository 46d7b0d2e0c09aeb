package app.latchkey.traps;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of real JSON what nobody would send who means well; the same from the same seed. */
final class Mangler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Stands in for any value, written as it is. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e400",
            "1E+999999999",
            "-1E-999999999",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00 half a sign\"",
            "\"Something that was added later\"",
            "\"not a number\"",
            "\"9999999999999999999999\"",
            "\"00000000-0000-0000-0000-00000000000g\"",
            "\"../../elsewhere?x=1#y\"",
            "\"0000-00-00T00:00:00Z\"",
            "\"-0044-03-15T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"10000-01-01T00:00:00Z\"",
            "\"2026-02-30T25:61:00Z\"",
            "\"line\\nbreak: yes\\r\\n\"",
            "\"" + "long ".repeat(2_000) + "\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"Id\":{}}",
            "[1,\"2\",null,{\"Id\":\"3\"}]",
            "[".repeat(40) + "]".repeat(40),
            "[".repeat(200) + "]".repeat(200),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));

    private static final int MOST_CHANGES = 8;

    private final RandomGenerator random;

    Mangler(long seed) {
        random = RandomGeneratorFactory.getDefault().create(seed);
    }

    /** Whether to do so this time; one of {@code times}. */
    synchronized boolean wants(int times) {
        return random.nextInt(times) == 0;
    }

    synchronized byte[] mangle(byte[] json) {
        return switch (random.nextInt(20)) {
            case 0 -> Arrays.copyOf(json, random.nextInt(json.length + 1));
            case 1 -> new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case 2 -> new String(json, StandardCharsets.UTF_8).replace('o', 'é').getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> flipped(json);
            case 4 -> VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.UTF_8);
            default -> otherwise(json);
        };
    }

    private byte[] flipped(byte[] json) {
        byte[] other = json.clone();
        for (int times = 0; times < 3 && other.length > 0; times++) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    /** Some of its values are others, gone, or there twice. */
    private byte[] otherwise(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            List<String> marks = new ArrayList<>();
            for (int times = random.nextInt(MOST_CHANGES); times >= 0; times--) {
                marks.add(change(tree));
            }
            String text = tree.toString();
            for (String mark : marks) {
                text = text.replace("\"" + mark + "\"", VALUES.get(random.nextInt(VALUES.size())));
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException nothingToChange) {
            return flipped(json);
        }
    }

    /** Answers the mark that stands where another value is to come. */
    private String change(JsonNode tree) {
        String mark = "@" + random.nextInt(1_000_000) + "@";
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return mark;
        }
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> change(object, containers, mark);
            case ArrayNode array -> array.set(random.nextInt(array.size()), mark);
            case JsonNode other -> throw new IllegalStateException(other.toString());
        }
        return mark;
    }

    /** One of its fields; half of the time that of all others as well that have it. */
    private void change(ObjectNode object, List<JsonNode> containers, String mark) {
        List<String> names = object.propertyNames().stream().toList();
        String name = names.get(random.nextInt(names.size()));
        if (random.nextBoolean()) {
            change(object, name, mark);
        } else {
            containers.forEach(each -> {
                if (each instanceof ObjectNode other && other.has(name)) {
                    other.put(name, mark);
                }
            });
        }
    }

    private void change(ObjectNode object, String name, String mark) {
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> {
                List<String> names = object.propertyNames().stream().toList();
                object.set(
                        names.get(random.nextInt(names.size())),
                        object.get(name).deepCopy());
            }
            default -> object.put(name, mark);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
        }
        node.forEach(each -> collect(each, containers));
    }
}
