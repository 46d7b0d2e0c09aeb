package app.latchkey.nexudus;

import app.latchkey.shared.LocationId;
import java.util.Optional;

/** A Nexudus location (their Business) that the connected account can see. */
public record Location(LocationId id, String name, String webAddress, Optional<LocationZone> zone) {}
