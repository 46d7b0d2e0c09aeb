package app.latchkey.onboarding.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.onboarding.WaitForPartner;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every step needs: who is there, the time, and patience with a silent partner. */
@Component
record SetupTools(CurrentUser users, Clock clock, WaitForPartner waits) {}
