package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
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
    private final Catalogues catalogues;
    private final LatchkeySettings settings;

    Webhooks(NexudusHttp http, Lists lists, Hooks hooks, Catalogues catalogues, LatchkeySettings settings) {
        this.http = http;
        this.lists = lists;
        this.hooks = hooks;
        this.catalogues = catalogues;
        this.settings = settings;
    }

    WebhookState ensure(SpaceId space) {
        Hooks.Hook hook = hooks.of(space);
        try {
            return ensure(space, hook);
        } catch (PartnerFailure failure) {
            if (failure.is(Category.RIGHT_MISSING)) {
                return new WebhookState(ACTIONS.size(), 0, 0, false);
            }
            throw failure;
        }
    }

    private WebhookState ensure(SpaceId space, Hooks.Hook hook) {
        Map<Integer, Row> there = ours(space, hook);
        int rearmed = 0;
        for (int action : ACTIONS) {
            Optional<Row> found = Optional.ofNullable(there.get(action));
            if (found.isEmpty()) {
                write(space, HttpMethod.POST, JSON.createObjectNode(), action, hook);
            } else if (!found.get().flagIfAny("Active")) {
                write(
                        space,
                        HttpMethod.PUT,
                        JSON.createObjectNode().put("Id", found.get().id()),
                        action,
                        hook);
                rearmed++;
            }
        }
        return new WebhookState(ACTIONS.size(), ACTIONS.size(), rearmed, true);
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
            hooks.delete(space);
        });
    }

    /** By action. A list that could not be read whole would make us create hooks twice. */
    private Map<Integer, Row> ours(SpaceId space, Hooks.Hook hook) {
        if (!http.isAllowed(space, Entity.WEBHOOK.path() + "?page=1&size=1")) {
            throw PartnerFailure.of(
                    app.latchkey.connection.Partner.NEXUDUS,
                    Category.RIGHT_MISSING,
                    "The connected Nexudus user may not see webhooks.");
        }
        Lists.Result all = lists.all(
                space,
                Entity.WEBHOOK,
                List.of(Entity.WEBHOOK.filter("Business", catalogues.location(space))),
                (soFar, total) -> {});
        if (all.trouble().isPresent()) {
            throw PartnerFailure.of(
                    app.latchkey.connection.Partner.NEXUDUS,
                    Category.UNREADABLE,
                    all.trouble().get());
        }
        Map<Integer, Row> byAction = new TreeMap<>();
        for (Row row : all.rows()) {
            ACTIONS.stream()
                    .filter(action -> row.text("URL")
                            .filter(address(hook, action)::equals)
                            .isPresent())
                    .forEach(action -> byAction.put(action, row));
        }
        return byAction;
    }

    private String address(Hooks.Hook hook, int action) {
        return hook.address(settings.publicUrl(), action);
    }
}
