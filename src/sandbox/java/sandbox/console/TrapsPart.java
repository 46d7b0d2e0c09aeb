package sandbox.console;

import java.util.List;
import java.util.stream.Stream;
import sandbox.console.Form.Choice;
import sandbox.scenario.Trap;

/** The traps, to be set one by one. */
final class TrapsPart {
    private TrapsPart() {}

    static String html() {
        List<Choice> traps = Stream.of(Trap.values())
                .map(trap -> WorldPage.choice(trap, trap.number() + ". " + trap.title()))
                .toList();
        return WorldPage.card(
                "Traps at Harbour House",
                "<p class=\"soft\">Each makes the world so that the obvious way goes wrong. Latchkey should not notice, or say so.</p>",
                new Form("trap", "Set this trap").choose("trap", "Trap", traps));
    }
}
