package app.latchkey.sync;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.SpaceRules;
import java.util.List;
import java.util.Set;

/** Whom a change of the rules reaches, asked before it is saved. Opens the space's scope by itself. */
public interface RuleEffects {

    /**
     * Reads from Nexudus what these rules look at and the space's own do not. Calls Nexudus, so not within a scope.
     *
     * @return what could not be read: such rules would decide by what nobody knows
     */
    Set<OptionalSource> read(SpaceId space, SpaceRules wanted);

    /** By what was last read of both partners, as if the space were in full mode. */
    RulePreview preview(SpaceId space, SpaceRules now, SpaceRules wanted);

    /**
     * Whether the preview still holds. Then whoever loses access by it was shown by name, so that no rail holds that. Within the
     * transaction that saves the rules.
     */
    boolean promised(SpaceId space, SpaceRules now, SpaceRules wanted, RulePreview seen);

    /** All passes, resources, desks and offices that are not archived, by name. */
    List<NamedItem> items(SpaceId space);
}
