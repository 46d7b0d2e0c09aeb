package app.latchkey.simulation;

import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How likely what is where lists change while they are read: records come, go and change between any two pages. */
record PagingChance(SplittableRandom random, Chance one) {

    private static final int MOST_CHANGES = 5;
    private static final int PAGES = 40;
    private static final int A_WHILE = 3_600;

    /** Something happens, and then everything is read. */
    List<Act> round() {
        List<Act> round = new ArrayList<>();
        for (int acts = random.nextInt(3); acts > 0; acts--) {
            round.add(one.act());
        }
        round.add(new Act.TimePasses(random.nextInt(A_WHILE)));
        round.add(new Act.Again());
        round.add(new Act.Serve(changes()));
        return round;
    }

    private List<Misfortune> changes() {
        List<Misfortune> changes = new ArrayList<>();
        for (int left = random.nextInt(MOST_CHANGES + 1); left > 0; left--) {
            Point point = random.nextInt(3) == 0 ? Point.SALTO_READ : Point.NEXUDUS_READ;
            changes.add(new Misfortune(point, random.nextInt(PAGES), Kind.MEANWHILE, one.number(), change(point)));
        }
        return changes;
    }

    private Act change(Point point) {
        if (point == Point.NEXUDUS_READ) {
            return one.atNexudus();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Act.SaltoUserDeleted(one.number());
            case 1 -> new Act.SaltoUserMade(random.nextInt(7));
            default -> new Act.ByHand(one.number(), one.number(), random.nextBoolean());
        };
    }
}
