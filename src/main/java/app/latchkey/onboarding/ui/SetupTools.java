package app.latchkey.onboarding.ui;

import app.latchkey.identity.CurrentUser;
import app.latchkey.onboarding.SendStep;
import app.latchkey.onboarding.WaitForPartner;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every step needs: who is there, the time, patience with a silent partner, colleagues, and the way into Salto. */
@Component
record SetupTools(CurrentUser users, Clock clock, WaitForPartner waits, SendStep sending, SaltoLinks links) {}
