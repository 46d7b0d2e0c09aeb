package app.latchkey.connection;

import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Notes on a space's connection whether its partner answers. */
@Component
public class Hearing {

    /** Another node may have noted a silence that is over: each node says so again now and then, not with every answer. */
    private static final long SAY_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private record Line(SpaceId space, Partner partner) {}

    private final Connections connections;
    private final Map<Line, Long> heard = new ConcurrentHashMap<>();

    Hearing(Connections connections) {
        this.connections = connections;
    }

    /** What {@code call} answers; its failures go on to the caller. */
    public PartnerAnswer of(SpaceId space, Partner partner, Supplier<PartnerAnswer> call) {
        Line line = new Line(space, partner);
        try {
            PartnerAnswer answer = call.get();
            answered(line);
            return answer;
        } catch (PartnerFailure failure) {
            if (failure.is(Category.SILENT)) {
                heard.remove(line);
                connections.silent(space, partner);
            }
            throw failure;
        }
    }

    private void answered(Line line) {
        long now = System.nanoTime();
        Long last = heard.get(line);
        if (last == null || now - last > SAY_AGAIN_NANOS) {
            heard.put(line, now);
            connections.heard(line.space(), line.partner());
        }
    }
}
