package app.latchkey.sync.run;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Text that is JSON already. */
final class RawText extends ValueSerializer<String> {

    @Override
    public void serialize(String json, JsonGenerator out, SerializationContext context) {
        out.writeRawValue(json);
    }
}
