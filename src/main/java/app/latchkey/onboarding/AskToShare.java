package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.identity.SignedIn;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.salto.Site;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Space;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Asks the staff to bring two operators of one Salto site together: neither may learn from us who the other is. */
@Service
public class AskToShare {

    private final Notices notices;
    private final LatchkeySettings settings;
    private final Audit audit;

    AskToShare(Notices notices, LatchkeySettings settings, Audit audit) {
        this.notices = notices;
        this.settings = settings;
        this.audit = audit;
    }

    /** Writes once for each space and site, however often somebody asks. */
    public void ask(Space space, Site site, SignedIn by) {
        Notice notice = Notice.of(
                        "share:%s:%s".formatted(space.id(), site.id()),
                        "Two operators want one Salto site",
                        List.of(
                                "%s wants to use the Salto site %s for %s. Another operator uses it already."
                                        .formatted(by.getName(), site.name(), space.name()),
                                "Both have to agree. They agree by one inviting the other to the team of their space;"
                                        + " then the site can be chosen."))
                .withLink("See the space", settings.publicUrl().resolve("/staff/spaces/" + space.slug()));
        settings.staff().forEach(staff -> notices.send(staff, notice));
        audit.record(space.id(), by.getName(), "Asked to share a Salto site", Map.of("site", site.name()));
    }
}
