package app.latchkey.hooks;

import app.latchkey.audit.Audit;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.nexudus.HookRefusals;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.WebhookState;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import app.latchkey.sync.Ticked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks once an hour whether Nexudus still calls us, and puts right what is not: it switches webhooks off after failures and says so to nobody. What
 * was missed meanwhile is looked for at once.
 */
@Component
class LookAfterHooks {

    private static final Logger LOG = LoggerFactory.getLogger(LookAfterHooks.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Nexudus nexudus;
    private final HookRefusals refusals;
    private final Sync sync;
    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;
    private final Notices notices;
    private final LatchkeySettings settings;
    private final Map<SpaceId, Instant> looked = new ConcurrentHashMap<>();

    LookAfterHooks(
            Nexudus nexudus,
            HookRefusals refusals,
            Sync sync,
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            Audit audit,
            Notices notices,
            LatchkeySettings settings) {
        this.nexudus = nexudus;
        this.refusals = refusals;
        this.sync = sync;
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
        this.notices = notices;
        this.settings = settings;
    }

    /** Another node that ticks next looks once more than needed, which changes nothing. */
    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("look-after-hooks").start(() -> look(tick.at()));
    }

    void look(Instant now) {
        each.serve(
                "webhooks", space -> space.active() && !space.decidedByNexudus() && isDue(space.id(), now), this::look);
    }

    private boolean isDue(SpaceId space, Instant now) {
        Instant last = looked.put(space, now);
        boolean due = last == null || !now.isBefore(last.plus(EVERY)) || now.isBefore(last);
        if (!due) {
            looked.put(space, last);
        }
        return due;
    }

    private void look(Space space) {
        try {
            WebhookState state = nexudus.ensureWebhooks(space.id());
            state.offSince().ifPresent(since -> {
                tell(space, state, since);
                sync.wake(space.id(), Subject.wholeSpace(), "Nexudus had stopped telling us");
            });
        } catch (PartnerFailure failure) {
            LOG.info("The webhooks of space {} could not be looked at: {}", space.id(), failure.category());
        }
    }

    /** Once, however often Nexudus does so again, until all have stayed on for a day. */
    private void tell(Space space, WebhookState state, Instant since) {
        String words = "Nexudus had switched off %d of %d webhooks; they are on again."
                .formatted(state.rearmed(), state.wanted());
        scopes.inSpace(space.id(), () -> audit.record(space.id(), "Latchkey", words));
        List<EmailAddress> operators = scopes.inSpace(space.id(), () -> spaces.operatorsOf(space.id()));
        List<String> paragraphs = new ArrayList<>(List.of(
                words,
                "Until now changes were seen within some minutes instead of seconds. We go on looking every hour and"
                        + " switch them on again; you hear of it again only after a day on which all stayed on."));
        refusals.lately(space.id()).ifPresent(calls -> paragraphs.add(calls.cause() + ". " + calls.cure()));
        Notice notice = Notice.of(
                        "hooks:%s:%s".formatted(space.id(), since),
                        "Nexudus had stopped telling us at " + space.name(),
                        paragraphs)
                .withLink("See the space", settings.publicUrl().resolve("/spaces/" + space.slug()));
        operators.forEach(operator -> notices.send(operator, notice));
    }
}
