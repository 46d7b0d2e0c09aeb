package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How values are kept in jsonb columns. The names in it are promises to rows that are there already. */
@Component
public class JsonText {

    private static final Logger LOG = LoggerFactory.getLogger(JsonText.class);
    private static final TypeReference<List<Because>> BECAUSE = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Because.class, NamedBecause.class)
            .addMixIn(Reason.class, CodedReason.class)
            .build();

    /** What people look at is never lost for one reason in it that a newer version has written. */
    private final JsonMapper lenient = JsonMapper.builder()
            .addMixIn(Reason.class, CodedReason.class)
            .addModule(new SimpleModule().addDeserializer(Because.class, new BecauseOfAnyVersion(mapper)))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Because.Booked.class, name = "booked"),
        @JsonSubTypes.Type(value = Because.Bought.class, name = "bought"),
        @JsonSubTypes.Type(value = Because.Contracted.class, name = "contracted"),
        @JsonSubTypes.Type(value = Because.Decided.class, name = "decided"),
        @JsonSubTypes.Type(value = Because.Given.class, name = "given"),
        @JsonSubTypes.Type(value = Because.BeforeLatchkey.class, name = "before"),
        @JsonSubTypes.Type(value = Because.FromNewerVersion.class, name = "from-newer-version")
    })
    private interface NamedBecause {}

    @JsonDeserialize(using = ReasonByCode.class)
    private interface CodedReason {
        @JsonValue
        String code();
    }

    private static final class ReasonByCode extends ValueDeserializer<Reason> {
        @Override
        public Reason deserialize(JsonParser json, DeserializationContext context) {
            String code = json.getString();
            return RecordedReason.of(code)
                    .orElseThrow(() -> context.weirdStringException(code, Reason.class, "no recorded reason"));
        }
    }

    private static final class BecauseOfAnyVersion extends ValueDeserializer<Because> {

        private final JsonMapper ofThisVersion;

        BecauseOfAnyVersion(JsonMapper ofThisVersion) {
            this.ofThisVersion = ofThisVersion;
        }

        @Override
        public Because deserialize(JsonParser json, DeserializationContext context) {
            JsonNode because = context.readTree(json);
            try {
                return ofThisVersion.treeToValue(because, Because.class);
            } catch (JacksonException unknown) {
                LOG.warn("A reason that was recorded cannot be read: {}", because.path("is"));
                return new Because.FromNewerVersion();
            }
        }

        @Override
        public Because getNullValue(DeserializationContext context) {
            return new Because.FromNewerVersion();
        }
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** The declared type decides: within a list a type's name would otherwise be left out. */
    public String because(List<Because> because) {
        return mapper.writerFor(BECAUSE).writeValueAsString(because);
    }

    public String because(Because because) {
        return mapper.writerFor(Because.class).writeValueAsString(because);
    }

    /** As many as there are: what this version does not understand is {@link Because.FromNewerVersion}. */
    public List<Because> becauseList(String json) {
        return lenient.readValue(json, BECAUSE);
    }

    public Because oneBecause(String json) {
        return mapper.readValue(json, Because.class);
    }

    /** Empty when this version does not understand it, such as what a later one has written. */
    public Optional<Because> readable(String json) {
        try {
            return Optional.of(oneBecause(json));
        } catch (JacksonException unknown) {
            return Optional.empty();
        }
    }

    /** Those of a list that this version understands. */
    public <T> List<T> understood(String json, Class<T> type) {
        List<T> understood = new ArrayList<>();
        for (JsonNode one : mapper.readTree(json)) {
            try {
                understood.add(mapper.treeToValue(one, type));
            } catch (JacksonException unknown) {
                LOG.warn("Something recorded cannot be read and is not shown: {}", type.getSimpleName());
            }
        }
        return understood;
    }

    /** For people to look at: every {@link Because} in it as in {@link #becauseList}. */
    public <T> T read(String json, TypeReference<T> type) {
        return lenient.readValue(json, type);
    }
}
