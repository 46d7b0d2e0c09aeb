package app.latchkey.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to a space, or to several, act by act.
 *
 * @param people how many customers each begins with
 * @param byPages whether lists come in pages, between which anything may happen
 */
public record Story(int people, int spaces, boolean byPages, List<Act> acts) {

    public Story {
        acts = List.copyOf(acts);
    }

    /** Of one space. */
    public Story(int people, List<Act> acts) {
        this(people, 1, acts);
    }

    public Story(int people, int spaces, List<Act> acts) {
        this(people, spaces, false, acts);
    }

    /** The story of a seed: always the same one. It ends in peace. */
    public static Story of(long seed, int acts) {
        SplittableRandom random = new SplittableRandom(seed);
        int people = random.nextInt(4) == 0 ? 14 : 5;
        List<Act> story = new ArrayList<>();
        Chance chance = new Chance(random);
        if (people > 5) {
            story.addAll(chance.contracts(people));
        }
        for (int act = 1; act < acts; act++) {
            story.add(chance.act());
        }
        story.add(chance.calm());
        return new Story(people, story);
    }

    /** As {@link #of}, of two or three spaces with one engine between them. In the end each has its peace. */
    public static Story ofSpaces(long seed, int acts) {
        SplittableRandom random = new SplittableRandom(seed);
        int spaces = 2 + random.nextInt(2);
        NeighboursChance chance = new NeighboursChance(random, spaces);
        List<Act> story = new ArrayList<>();
        for (int act = spaces; act < acts; act++) {
            story.add(chance.act());
        }
        story.addAll(chance.end());
        return new Story(random.nextInt(6) == 0 ? 14 : 5, spaces, story);
    }

    /** As {@link #of}, with clocks that are wrong and machines that sleep. */
    public static Story ofWrongClocks(long seed, int acts) {
        SplittableRandom random = new SplittableRandom(seed);
        ClockChance chance = new ClockChance(random);
        List<Act> story = new ArrayList<>();
        for (int act = 1; act < acts; act++) {
            story.add(chance.act());
        }
        story.add(chance.calm());
        return new Story(random.nextInt(6) == 0 ? 14 : 5, story);
    }

    /** Of one busy space, everything in which is read so many times, page by page. */
    public static Story ofChangingLists(long seed, int rounds) {
        SplittableRandom random = new SplittableRandom(seed);
        Chance chance = new Chance(random);
        PagingChance paging = new PagingChance(random, chance);
        int people = 5 + random.nextInt(10);
        List<Act> story = new ArrayList<>(chance.contracts(people));
        for (int round = 0; round < rounds; round++) {
            story.addAll(paging.round());
        }
        if (random.nextInt(8) == 0) {
            story.add(chance.calm());
        }
        return new Story(people, 1, true, story);
    }

    Story with(List<Act> others) {
        return new Story(people, spaces, byPages, others);
    }

    Story amid(int fewer) {
        return new Story(people, fewer, byPages, acts);
    }
}
