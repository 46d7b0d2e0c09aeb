package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How likely what is where there are several spaces: each has its own acts, some of them amid another's. */
record NeighboursChance(SplittableRandom random, int spaces, Chance one) {

    NeighboursChance(SplittableRandom random, int spaces) {
        this(random, spaces, new Chance(random));
    }

    Act act() {
        return switch (random.nextInt(40)) {
            case 0 -> anywhere(cutOff());
            case 1 -> anywhere(new Act.SignedInAgain());
            default -> anywhere(amidOthers(one.act()));
        };
    }

    /** One after the other, and sometimes one while another is cut off. */
    List<Act> end() {
        List<Act> end = new ArrayList<>();
        if (random.nextBoolean()) {
            end.add(new Act.At(spaces - 1, cutOff()));
        }
        IntStream.range(0, spaces).forEach(space -> end.add(new Act.At(space, one.calm())));
        return end;
    }

    private Act cutOff() {
        return new Act.CutOff(one.one(Partner.values()));
    }

    private Act anywhere(Act act) {
        return new Act.At(random.nextInt(spaces), act);
    }

    /** Spaces are served side by side: what another does, or what is done for it, comes between any two calls. */
    private Act amidOthers(Act act) {
        if (!(act instanceof Act.Serve serve) || random.nextBoolean()) {
            return act;
        }
        List<Misfortune> misfortunes = new ArrayList<>(serve.misfortunes());
        Act other = random.nextInt(3) > 0 ? one.serve() : one.atNexudus();
        Point point =
                random.nextBoolean() ? Point.NEXUDUS_READ : random.nextBoolean() ? Point.SALTO_READ : Point.SALTO_WRITE;
        misfortunes.add(new Misfortune(point, random.nextInt(5), Kind.MEANWHILE, one.number(), anywhere(other)));
        return new Act.Serve(misfortunes);
    }
}
