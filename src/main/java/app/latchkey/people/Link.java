package app.latchkey.people;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import java.time.Instant;

/** The confirmed identity: this customer is that Salto user. Outlives a change of e-mail. */
public record Link(
        CustomerId customer, PlatformUserId platformUser, SiteUserId siteUser, LinkEvidence evidence, Instant since) {}
