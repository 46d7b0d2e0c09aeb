package app.latchkey.operator.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.operator.RunSpace;
import app.latchkey.sync.Changes;
import app.latchkey.sync.SpaceTroubles;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every page of a space needs: who is there, the time, news of changes, what the engine is asked, and what stands in the way. */
@Component
record PageTools(
        CurrentUser user,
        Clock clock,
        Changes changes,
        RunSpace run,
        SpaceTroubles troubles,
        ChangeSettings settings) {}
