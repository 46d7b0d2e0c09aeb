package app.latchkey.simulation;

import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How likely what is where clocks are wrong by up to five minutes, are set right, and machines sleep. */
record ClockChance(SplittableRandom random, Chance one) {

    private static final int MOST = 5 * 60;
    private static final int DAYS = 4 * 24 * 3_600;

    ClockChance(SplittableRandom random) {
        this(random, new Chance(random));
    }

    Act act() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> clock();
            case 2 -> new Act.TimePasses(random.nextInt(DAYS));
            default -> withClocks(one.act());
        };
    }

    private Act withClocks(Act act) {
        return switch (act) {
            case Act.Serve serve -> perhapsAsleep(serve);
            case Act.Calm _ -> calm();
            default -> act;
        };
    }

    Act.Calm calm() {
        Act.Calm calm = one.calm();
        return new Act.Calm(calm.promptly(), calm.meanwhile(), random.nextBoolean() ? clock() : null);
    }

    private Act.ClockIsAhead clock() {
        return new Act.ClockIsAhead(random.nextInt(3) == 0 ? 0 : random.nextInt(2 * MOST + 1) - MOST);
    }

    private Act perhapsAsleep(Act.Serve serve) {
        if (random.nextInt(4) > 0) {
            return serve;
        }
        List<Misfortune> misfortunes = new ArrayList<>(serve.misfortunes());
        Point point = one.one(new Point[] {Point.NEXUDUS_READ, Point.SALTO_READ, Point.SALTO_WRITE});
        misfortunes.add(new Misfortune(point, random.nextInt(5), Kind.SLEEPS, one.number(), null));
        return new Act.Serve(misfortunes);
    }
}
