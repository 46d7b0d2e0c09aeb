package app.latchkey.simulation;

import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** How likely what is. */
record Chance(SplittableRandom random) {

    /** A machine that sleeps is for stories of its own. */
    private static final Kind[] KINDS =
            EnumSet.complementOf(EnumSet.of(Kind.SLEEPS)).toArray(Kind[]::new);

    /** A busy house from the beginning. */
    List<Act> contracts(int people) {
        List<Act> contracts = new ArrayList<>();
        for (int customer = 0; customer < people; customer++) {
            contracts.add(new Act.Buy(
                    customer, Act.Buy.Kind.CONTRACT, random.nextInt(3), -random.nextInt(600), 60, Act.Hook.AT_ONCE));
        }
        return contracts;
    }

    Act act() {
        int dice = random.nextInt(100);
        if (dice < 32) {
            return serve();
        }
        if (dice < 52) {
            return new Act.TimePasses(random.nextInt(8) == 0 ? random.nextInt(20 * 3_600) : random.nextInt(2_400));
        }
        if (dice < 76) {
            return atNexudus();
        }
        return dice < 99 ? other() : calm();
    }

    Act.AtNexudus atNexudus() {
        Act.Hook hook = one(Act.Hook.values());
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 ->
                new Act.Buy(
                        number(),
                        one(Act.Buy.Kind.values()),
                        number(),
                        random.nextInt(600) - 120,
                        random.nextInt(600),
                        hook);
            case 4, 5, 6 ->
                new Act.Alter(number(), one(Act.Alter.Alteration.values()), random.nextInt(500) - 100, hook);
            case 7, 8 -> new Act.Person(number(), turn(), random.nextInt(7), hook);
            default ->
                random.nextInt(6) == 0
                        ? new Act.Everybody(random.nextBoolean(), hook)
                        : new Act.Person(number(), Act.Person.Turn.LET_IN_AGAIN, 0, hook);
        };
    }

    private Act.Person.Turn turn() {
        Act.Person.Turn turn = one(Act.Person.Turn.values());
        boolean rare = turn == Act.Person.Turn.DELETED || turn == Act.Person.Turn.NO_ADDRESS;
        return rare && random.nextInt(3) > 0 ? Act.Person.Turn.LET_IN_AGAIN : turn;
    }

    private Act other() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new Act.ByHand(number(), number(), true);
            case 3, 4 -> new Act.ByHand(number(), number(), false);
            case 5 -> new Act.SaltoUserMade(random.nextInt(7));
            case 6 -> new Act.SaltoUserDeleted(number());
            case 7 -> new Act.Seats(random.nextInt(12));
            case 8 -> new Act.Publish(random.nextInt(4));
            case 9 ->
                new Act.Conduct(
                        random.nextBoolean() ? one(Act.Conduct.Change.values()) : Act.Conduct.Change.GRANTS_ONLY);
            case 10 -> new Act.Conduct(random.nextBoolean() ? Act.Conduct.Change.FULL : Act.Conduct.Change.RESUME);
            case 11 -> random.nextInt(3) == 0 ? new Act.Protect(number()) : new Act.Adopt(number());
            case 12 -> new Act.Give(number(), number(), random.nextInt(400));
            case 13 -> random.nextBoolean() ? new Act.TakeBack(number()) : new Act.Conduct(Act.Conduct.Change.THAW);
            case 14 -> new Act.HooksArrive();
            default -> new Act.Again();
        };
    }

    Act.Serve serve() {
        List<Misfortune> misfortunes = new ArrayList<>();
        for (int left = random.nextInt(4) - 1; left > 0; left--) {
            misfortunes.add(misfortune());
        }
        return new Act.Serve(misfortunes);
    }

    private Misfortune misfortune() {
        Point at = one(Point.values());
        Kind kind = one(KINDS);
        if (at == Point.COMMIT) {
            kind = random.nextBoolean() ? Kind.DIES_BEFORE : Kind.DIES_AFTER;
        }
        int passes = random.nextInt(at == Point.COMMIT ? 30 : at == Point.SALTO_WRITE ? 3 : 9);
        return new Misfortune(at, passes, kind, number(), kind == Kind.MEANWHILE ? meanwhile() : null);
    }

    private Act meanwhile() {
        return random.nextInt(3) > 0
                ? atNexudus()
                : switch (random.nextInt(3)) {
                    case 0 -> new Act.ByHand(number(), number(), random.nextBoolean());
                    case 1 -> new Act.Conduct(one(Act.Conduct.Change.values()));
                    default -> new Act.SaltoUserDeleted(number());
                };
    }

    Act.Calm calm() {
        Act.AtNexudus promptly = atOnce(atNexudus());
        return switch (random.nextInt(4)) {
            case 0 -> new Act.Calm(null, null);
            case 1 -> new Act.Calm(promptly, null);
            default -> new Act.Calm(promptly, atOnce(about(promptly)));
        };
    }

    /** More often than not the same customer. */
    private Act.AtNexudus about(Act.AtNexudus first) {
        Act.AtNexudus act = atNexudus();
        return switch (act) {
            case Act.Buy buy
            when first instanceof Act.Buy earlier && random.nextInt(3) > 0 ->
                new Act.Buy(earlier.customer(), buy.kind(), buy.item(), buy.from(), buy.minutes(), buy.hook());
            case Act.Person person
            when first instanceof Act.Buy earlier ->
                new Act.Person(earlier.customer(), person.what(), person.address(), person.hook());
            case Act.Buy _, Act.Person _, Act.Alter _, Act.Everybody _ -> act;
        };
    }

    private static Act.AtNexudus atOnce(Act.AtNexudus act) {
        return switch (act) {
            case Act.Buy buy ->
                new Act.Buy(buy.customer(), buy.kind(), buy.item(), buy.from(), buy.minutes(), Act.Hook.AT_ONCE);
            case Act.Alter alter -> new Act.Alter(alter.purchase(), alter.what(), alter.minutes(), Act.Hook.AT_ONCE);
            case Act.Person person ->
                new Act.Person(person.customer(), person.what(), person.address(), Act.Hook.AT_ONCE);
            case Act.Everybody all -> new Act.Everybody(all.suspended(), Act.Hook.AT_ONCE);
        };
    }

    int number() {
        return random.nextInt(1_000);
    }

    <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
