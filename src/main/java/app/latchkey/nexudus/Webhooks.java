package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The webhooks that tell us that something changed. Nexudus's deliveries do not say what happened, so each action has an address of its
 * own; and it switches a hook off after repeated failures, so they are looked after.
 */
@Component
class Webhooks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Integer> ACTIONS =
            HookAction.wanted().stream().map(HookAction::number).toList();

    private final NexudusHttp http;
    private final Lists lists;
    private final Hooks hooks;
    private final KnownHooks known;
    private final Catalogues catalogues;
    private final LatchkeySettings settings;
    private final Clock clock;

    Webhooks(
            NexudusHttp http,
            Lists lists,
            Hooks hooks,
            KnownHooks known,
            Catalogues catalogues,
            LatchkeySettings settings,
            Clock clock) {
        this.http = http;
        this.lists = lists;
        this.hooks = hooks;
        this.known = known;
        this.catalogues = catalogues;
        this.settings = settings;
        this.clock = clock;
    }

    WebhookState ensure(SpaceId space) {
        Hooks.Hook hook = hooks.of(space);
        try {
            return ensure(space, hook);
        } catch (PartnerFailure failure) {
            if (failure.is(Category.RIGHT_MISSING)) {
                return new WebhookState(ACTIONS.size(), 0, 0, Optional.empty(), false);
            }
            throw failure;
        }
    }

    /**
     * Those that are missing are made. One that is off, or at another location or address than it should be, is written anew; all are, with
     * the secret, after a call whose signature was another's.
     */
    private WebhookState ensure(SpaceId space, Hooks.Hook hook) {
        Map<Integer, Row> there = ours(space, hook);
        boolean doubted = hooks.isDoubted(space);
        int rearmed = 0;
        for (int action : ACTIONS) {
            Optional<Row> found = Optional.ofNullable(there.get(action));
            if (found.isEmpty()) {
                write(space, HttpMethod.POST, JSON.createObjectNode(), action, hook);
            } else if (doubted || isAmiss(space, found.get(), action, hook)) {
                long id = found.get().id();
                write(space, HttpMethod.PUT, JSON.createObjectNode().put("Id", id), action, hook);
                rearmed += found.get().flagIfAny("Active") ? 0 : 1;
            }
        }
        if (doubted) {
            hooks.trust(space);
        }
        Optional<Instant> offSince = rearmed > 0 ? Optional.of(hooks.off(space, clock.instant())) : Optional.empty();
        return new WebhookState(ACTIONS.size(), ACTIONS.size(), rearmed, offSince, true);
    }

    private boolean isAmiss(SpaceId space, Row row, int action, Hooks.Hook hook) {
        boolean here = row.numberIfAny("BusinessId")
                .filter(id -> id == catalogues.location(space))
                .isPresent();
        return !row.flagIfAny("Active") || !here || !row.text("URL").equals(Optional.of(address(hook, action)));
    }

    private void write(SpaceId space, HttpMethod method, ObjectNode body, int action, Hooks.Hook hook) {
        body.put("BusinessId", catalogues.location(space))
                .put("Name", "Latchkey " + action)
                .put("Description", "Tells Latchkey that access may have changed")
                .put("Action", action)
                .put("URL", address(hook, action))
                .put("Active", true)
                .put(
                        settings.assumed(Assumption.NEXUDUS_HOOK_SECRET_FIELD),
                        hook.secret().reveal());
        var unused = http.change(space, method, Entity.WEBHOOK.path(), Optional.of(body.toString()));
    }

    void remove(SpaceId space) {
        hooks.find(space).ifPresent(hook -> {
            ours(space, hook)
                    .values()
                    .forEach(row ->
                            http.change(space, HttpMethod.DELETE, Entity.WEBHOOK.path(row.id()), Optional.empty()));
            known.delete(space);
        });
    }

    void forget(SpaceId space) {
        known.delete(space);
    }

    /** By action, at whatever location and address. A list that could not be read whole would make us create hooks twice. */
    private Map<Integer, Row> ours(SpaceId space, Hooks.Hook hook) {
        if (!http.isAllowed(space, Entity.WEBHOOK.path() + "?page=1&size=1")) {
            throw PartnerFailure.of(
                    app.latchkey.connection.Partner.NEXUDUS,
                    Category.RIGHT_MISSING,
                    "The connected Nexudus user may not see webhooks.");
        }
        Lists.Result all = lists.all(space, Entity.WEBHOOK, List.of(), (soFar, total) -> {});
        Map<Integer, Row> byAction = new TreeMap<>();
        for (Row row : all.whole()) {
            ACTIONS.stream()
                    .filter(action -> row.text("URL").orElse("").endsWith(hook.path(action)))
                    .forEach(action -> byAction.put(action, row));
        }
        return byAction;
    }

    private String address(Hooks.Hook hook, int action) {
        return hook.address(settings.publicUrl(), action);
    }
}
