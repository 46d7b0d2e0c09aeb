package app.latchkey.operator;

import app.latchkey.audit.Audit;
import app.latchkey.audit.AuditEntry;
import app.latchkey.audit.ChainCheck;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Space;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** A space's record for those who run it; a chain that does not fit is told to the staff, once for each row. */
@Service
public class AuditTrail {

    private final Audit audit;
    private final Collection<EmailAddress> staff;
    private final BiConsumer<EmailAddress, Notice> post;

    @Autowired
    AuditTrail(Audit audit, LatchkeySettings settings, Notices notices) {
        this(audit, settings.staff(), notices::send);
    }

    AuditTrail(Audit audit, Collection<EmailAddress> staff, BiConsumer<EmailAddress, Notice> post) {
        this.audit = audit;
        this.staff = List.copyOf(staff);
        this.post = post;
    }

    /** Newest first. */
    public List<AuditEntry> latest(Space space, int limit) {
        return audit.latest(space.id(), limit);
    }

    public ChainCheck check(Space space) {
        ChainCheck check = audit.verify(space.id());
        if (check instanceof ChainCheck.BrokenAt(long number)) {
            Notice notice = Notice.of(
                    "audit-broken:" + space.id() + ":" + number,
                    "The audit of " + space.slug() + " does not fit at row " + number,
                    List.of("An entry of this space was changed or taken away. Nothing is deleted; compare with a"
                            + " backup."));
            staff.forEach(address -> post.accept(address, notice));
        }
        return check;
    }
}
