package app.latchkey.simulation;

import app.latchkey.sync.run.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts from a story that ends badly whatever does not matter, until nothing can be left out. */
public final class Shrinker {

    private final Flaw flaw;
    private final String kind;
    private Story story;

    private Shrinker(Story story, Flaw flaw) {
        this.story = story;
        this.flaw = flaw;
        this.kind = kind(Objects.requireNonNull(Simulation.tell(story, flaw).broken(), "A good story stays as it is"));
    }

    /** @return a story that breaks the same promise */
    public static Story shrunk(Story bad, Flaw flaw) {
        return new Shrinker(bad, flaw).shrink();
    }

    /** For whoever has to mend it. */
    public static String report(long seed, Story bad, Flaw flaw) {
        Story shrunk = shrunk(bad, flaw);
        return "Seed %d, with %d customers in each of %d spaces, in %d acts:%n%s"
                .formatted(
                        seed,
                        shrunk.people(),
                        shrunk.spaces(),
                        shrunk.acts().size(),
                        String.join(
                                System.lineSeparator(),
                                Simulation.tell(shrunk, flaw).trace()));
    }

    private Story shrink() {
        int before;
        do {
            before = weight();
            cutSpaces();
            cutActs();
            cutMisfortunes();
            cutPromptness();
        } while (weight() < before);
        return story;
    }

    private int weight() {
        return story.spaces()
                + story.acts().stream().mapToInt(act -> 1 + parts(act)).sum();
    }

    private static int parts(Act act) {
        return switch (act) {
            case Act.Serve serve -> serve.misfortunes().size();
            case Act.At at -> parts(at.what());
            case Act.Calm calm -> calm.meanwhile() != null ? 2 : calm.promptly() != null ? 1 : 0;
            default -> 0;
        };
    }

    private void cutSpaces() {
        while (story.spaces() > 1 && isStillBad(story.amid(story.spaces() - 1))) {}
    }

    /** Halves first, then ever smaller pieces, down to single acts. */
    private void cutActs() {
        for (int size = Math.max(1, story.acts().size() / 2); size >= 1; size /= 2) {
            int from = 0;
            while (from < story.acts().size()) {
                List<Act> rest = new ArrayList<>(story.acts());
                rest.subList(from, Math.min(rest.size(), from + size)).clear();
                if (!isStillBad(rest)) {
                    from += size;
                }
            }
        }
    }

    private void cutMisfortunes() {
        for (int index = 0; index < story.acts().size(); index++) {
            int misfortune = 0;
            while (bare(story.acts().get(index)) instanceof Act.Serve serve
                    && misfortune < serve.misfortunes().size()) {
                List<Misfortune> fewer = new ArrayList<>(serve.misfortunes());
                fewer.remove(misfortune);
                if (!isStillBad(replaced(index, new Act.Serve(fewer)))) {
                    misfortune++;
                }
            }
        }
    }

    private void cutPromptness() {
        for (int index = 0; index < story.acts().size(); index++) {
            if (bare(story.acts().get(index)) instanceof Act.Calm calm) {
                boolean unused = isStillBad(replaced(index, new Act.Calm(null, null)))
                        || isStillBad(replaced(index, new Act.Calm(calm.promptly(), null)))
                        || isStillBad(replaced(index, new Act.Calm(calm.promptly(), null, calm.clock())));
            }
        }
    }

    private static Act bare(Act act) {
        return act instanceof Act.At at ? at.what() : act;
    }

    private List<Act> replaced(int index, Act other) {
        List<Act> acts = new ArrayList<>(story.acts());
        acts.set(index, acts.get(index) instanceof Act.At at ? new Act.At(at.space(), other) : other);
        return acts;
    }

    private boolean isStillBad(List<Act> acts) {
        return isStillBad(story.with(acts));
    }

    /** Keeps what is still bad in the same way. */
    private boolean isStillBad(Story other) {
        String broken = Simulation.tell(other, flaw).broken();
        if (broken == null || !kind(broken).equals(kind)) {
            return false;
        }
        story = other;
        return true;
    }

    /** Which promise, whoever it was about. */
    private static String kind(String broken) {
        return broken.replaceAll("(Membership\\[|customer ).*", "");
    }
}
