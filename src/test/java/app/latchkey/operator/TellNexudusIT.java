package app.latchkey.operator;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.nexudus.AccessAudit;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.Harbour;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.Nexudus.Note;
import sandbox.world.PreparedWorld;

/** Problems stand in Nexudus where the space asks for it: once, and once more when they are solved. */
@WithProduct(own = true)
class TellNexudusIT {

    private static final String SHARE = "two customers share the e-mail";

    private final Harbour harbour;

    TellNexudusIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @Fact(
            value = "B4.7",
            says = "Problems can be noted in the access-control audit of a customer, with a right of its own")
    @Test
    void aProblemIsNotedOnceAndOnceMoreWhenItIsSolved() {
        harbour.begin();
        harbour.fullRun();
        look();
        assertThat(notes()).as("nobody asked for it").isEmpty();

        harbour.asOperator(
                ChangeSettings.class, settings -> settings.wish(harbour.space(), "ana", Wish.TELL_NEXUDUS, true));
        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).revoke(AccessAudit.RIGHT);
        look();
        assertThat(notes()).as("the right is missing").isEmpty();

        harbour.partners().nexudus().rights(PreparedWorld.INTEGRATION).give(AccessAudit.RIGHT);
        look();
        long shared = harbour.customer(PreparedWorld.SHARED).value();
        assertThat(notes())
                .filteredOn(note -> note.customer() == shared)
                .singleElement()
                .satisfies(note -> assertThat(note.words()).contains(SHARE))
                .satisfies(note -> assertThat(note.problem()).isTrue());
        int before = notes().size();
        look();
        assertThat(notes()).as("said once").hasSize(before);

        harbour.partners().nexudus().suspend(shared);
        eventually("solved", () -> {
            look();
            return notes().stream().anyMatch(note -> note.customer() == shared && !note.problem());
        });
        assertThat(notes()).filteredOn(note -> note.customer() == shared).hasSize(2);
    }

    private void look() {
        Space space = harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Spaces.class).get(harbour.space()));
        harbour.bean(TellNexudus.class).look(space, harbour.partners().clock().instant());
    }

    private List<Note> notes() {
        return harbour.partners().nexudus().accessNotes();
    }
}
