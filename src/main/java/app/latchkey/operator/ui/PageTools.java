package app.latchkey.operator.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.sync.Changes;
import app.latchkey.sync.Sync;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every page of a space needs: who is there, the time, news of changes, and the engine's ear. */
@Component
record PageTools(CurrentUser user, Clock clock, Changes changes, Sync sync) {}
