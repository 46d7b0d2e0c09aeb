package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.simulation.Act.Buy.Kind;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Act.Person.Turn;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.sync.run.Flaw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories worth telling by name: each was found by chance, shrunk, and ended badly once. */
class StoriesTest {

    @Test
    void holdsAHouseThatIsSuspendedByHooksOneByOne() {
        List<Act> acts = new ArrayList<>();
        for (int customer = 0; customer < 14; customer++) {
            acts.add(new Act.Buy(customer, Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE));
        }
        acts.add(new Act.Serve(List.of()));
        acts.add(new Act.Everybody(true, Hook.TWICE));
        acts.add(new Act.Serve(List.of()));
        endsWell(new Story(14, acts));
    }

    @Test
    void letsSomebodyInAtOnceWhenNobodyElseHasTheAddress() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Person(4, Turn.NEW_ADDRESS, 3, Hook.AT_ONCE),
                        new Act.Serve(List.of()),
                        new Act.Buy(2, Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE),
                        new Act.Calm(new Act.Person(4, Turn.NEW_ADDRESS, 6, Hook.AT_ONCE), null))));
    }

    @Test
    void knowsAGrantAsItsOwnWhoseAnswerWasLostWithTheProcess() {
        endsWell(new Story(
                5,
                List.of(
                        new Act.Buy(1, Kind.MINUTE_PASS, 0, 0, 0, Hook.AT_ONCE),
                        new Act.Serve(
                                List.of(new Misfortune(Point.SALTO_WRITE, 0, Misfortune.Kind.DIES_AFTER, 0, null))),
                        new Act.Alter(0, Act.Alter.Alteration.DELETE, 0, Hook.LOST),
                        new Act.Calm(null, null))));
    }

    private static void endsWell(Story story) {
        Simulation.Ending ending = Simulation.tell(story, Flaw.NONE);
        assertThat(ending.broken()).as(String.join("\n", ending.trace())).isNull();
        assertThat(ending.writes()).isPositive();
    }
}
