package app.latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.operator.ChangeSettings;
import app.latchkey.space.SpaceRules;
import java.util.function.UnaryOperator;
import sandbox.world.PreparedWorld;

/** Changes the rules of a space as its operator does: reads what they look at, sees the effect, and saves exactly that. */
final class RuleChange {

    private RuleChange() {}

    static RulePreview save(Harbour harbour, UnaryOperator<SpaceRules> change) {
        ChangeSettings settings = harbour.bean(ChangeSettings.class);
        RuleEffects effects = harbour.bean(RuleEffects.class);
        SpaceRules read = settings.read(harbour.space()).rules();
        SpaceRules wanted = change.apply(read);
        assertThat(effects.read(harbour.space(), wanted)).isEmpty();
        RulePreview preview = effects.preview(harbour.space(), read, wanted);
        ChangeSettings.Saved saved = save(harbour, read, wanted, preview);
        if (saved instanceof ChangeSettings.Saved.Otherwise otherwise) {
            saved = save(harbour, read, wanted, otherwise.fresh());
        }
        assertThat(saved).isInstanceOf(ChangeSettings.Saved.Done.class);
        return preview;
    }

    private static ChangeSettings.Saved save(Harbour harbour, SpaceRules read, SpaceRules wanted, RulePreview seen) {
        ChangeSettings settings = harbour.bean(ChangeSettings.class);
        return harbour.asOperator(() -> settings.rules(harbour.space(), PreparedWorld.ANA, read, wanted, seen));
    }
}
