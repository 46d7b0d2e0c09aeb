package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import tools.jackson.databind.JsonNode;

/** Where the pages of lists come from. */
interface Pages {

    /** The answer to this path and query, as Nexudus gave it. */
    JsonNode read(SpaceId space, String path);

    /** The pages of this list do not fit together: whoever reads it again needs other ones. */
    default void doubt(String list) {}
}
