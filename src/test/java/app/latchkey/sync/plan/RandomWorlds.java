package app.latchkey.sync.plan;

/**
 * How many worlds the tests of random ones go through: as many as find, within seconds, what was ever found. {@code -Dworlds.times=10} goes through ten
 * times as many, {@code -Dworlds.every=53} through one of 53.
 */
final class RandomWorlds {

    private static final int TIMES = Integer.getInteger("worlds.times", 1);
    static final int EVERY = Integer.getInteger("worlds.every", 1);

    private RandomWorlds() {}

    static int number(int usual) {
        return usual * TIMES / EVERY;
    }
}
