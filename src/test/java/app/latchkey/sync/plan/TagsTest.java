package app.latchkey.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.CardState;
import app.latchkey.sync.plan.Tags.Card;
import app.latchkey.sync.plan.Tags.Holder;
import app.latchkey.sync.plan.Tags.Ours;
import app.latchkey.sync.plan.Tags.Plan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tag has one owner, and one that we did not give is never taken. */
class TagsTest {

    private static final String TAG = "02309289";
    private static final String OTHER = "02309290";

    @Test
    void givesAFreeTagToWhoeverHasItInNexudus() {
        Plan plan = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1)), List.of());
        assertThat(plan.give()).containsExactly(card(TAG, 1));
        assertThat(state(plan, card(TAG, 1))).isEqualTo(CardState.ON_ITS_WAY);
        assertThat(plan.take()).isEmpty();
    }

    @Test
    void hasNothingToDoWhereSaltoIsRight() {
        Plan plan = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1, TAG)), List.of(ours(TAG, 1)));
        assertThat(plan.give()).isEmpty();
        assertThat(plan.take()).isEmpty();
        assertThat(plan.confirmed()).isEmpty();
        assertThat(plan.gone()).isEmpty();
        assertThat(state(plan, card(TAG, 1))).isEqualTo(CardState.IN_SALTO);
    }

    @Case(36)
    @Test
    void takesOursBeforeItMoves() {
        Plan plan = Tags.plan(List.of(card(TAG, 2)), List.of(holder(1, TAG), holder(2)), List.of(ours(TAG, 1)));
        assertThat(plan.take()).containsExactly(ours(TAG, 1));
        assertThat(state(plan, card(TAG, 2))).isEqualTo(CardState.BEING_MOVED);
    }

    @Test
    void neverTakesWhatSomebodyElseGave() {
        Plan plan = Tags.plan(List.of(card(TAG, 2)), List.of(holder(1, TAG), holder(2)), List.of());
        assertThat(plan.take()).isEmpty();
        assertThat(plan.give()).isEmpty();
        assertThat(state(plan, card(TAG, 2))).isEqualTo(CardState.HELD_BY_ANOTHER);
    }

    @Test
    void leavesAnAdministratorsTagAlone() {
        Holder owner = new Holder(user(9), "Rui", Optional.of(TAG), true);
        Plan plan = Tags.plan(List.of(card(TAG, 2)), List.of(owner, holder(2)), List.of());
        assertThat(state(plan, card(TAG, 2))).isEqualTo(CardState.HELD_BY_ADMINISTRATOR);
        assertThat(plan.give()).isEmpty();
    }

    @Test
    void keepsATagThatNobodyNamesAnyMoreUnlessWeGaveIt() {
        assertThat(Tags.plan(List.of(), List.of(holder(1, TAG)), List.of()).take())
                .isEmpty();
        assertThat(Tags.plan(List.of(), List.of(holder(1, TAG)), List.of(ours(TAG, 1)))
                        .take())
                .containsExactly(ours(TAG, 1));
    }

    @Test
    void givesNobodyACardThatTwoPeopleHave() {
        Plan plan = Tags.plan(List.of(card(TAG, 1), card(TAG, 2)), List.of(holder(1), holder(2)), List.of());
        assertThat(plan.give()).isEmpty();
        assertThat(plan.states().values()).extracting(Tags.State::state).containsOnly(CardState.WANTED_TWICE);
    }

    @Test
    void givesOneOfSeveralCardsBecauseSaltoTakesOne() {
        Plan plan = Tags.plan(List.of(card(TAG, 1), card(OTHER, 1)), List.of(holder(1)), List.of());
        assertThat(plan.give()).containsExactly(card(TAG, 1));
        assertThat(state(plan, card(OTHER, 1))).isEqualTo(CardState.SECOND_CARD);
        Plan second = Tags.plan(List.of(card(TAG, 1), card(OTHER, 1)), List.of(holder(1, OTHER)), List.of());
        assertThat(second.give()).as("the one that is there stays").isEmpty();
        assertThat(state(second, card(TAG, 1))).isEqualTo(CardState.SECOND_CARD);
    }

    @Test
    void doesNotReplaceATagThatSomebodyGaveByHand() {
        Plan plan = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1, OTHER)), List.of());
        assertThat(plan.give()).isEmpty();
        assertThat(state(plan, card(TAG, 1))).isEqualTo(CardState.ANOTHER_TAG);
    }

    @Test
    void replacesOursByTheNewCard() {
        Plan plan = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1, OTHER)), List.of(ours(OTHER, 1)));
        assertThat(plan.take()).containsExactly(ours(OTHER, 1));
        assertThat(state(plan, card(TAG, 1))).isEqualTo(CardState.BEING_MOVED);
    }

    @Test
    void neitherGivesNorTakesForASuspendedCustomer() {
        Card suspended = new Card(TAG, new CustomerId(1), user(1), "Customer 1", false);
        assertThat(Tags.plan(List.of(suspended), List.of(holder(1)), List.of()).give())
                .isEmpty();
        assertThat(Tags.plan(List.of(suspended), List.of(holder(1, TAG)), List.of(ours(TAG, 1)))
                        .take())
                .isEmpty();
    }

    @Case(43)
    @Test
    void knowsAsOursWhatWasGivenJustBeforeWeDied() {
        Ours intended = new Ours(TAG, user(1), new CustomerId(1), "Customer 1", false);
        Plan there = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1, TAG)), List.of(intended));
        assertThat(there.confirmed()).containsExactly(intended);
        Plan not = Tags.plan(List.of(card(TAG, 1)), List.of(holder(1)), List.of(intended));
        assertThat(not.give()).containsExactly(card(TAG, 1));
        assertThat(not.gone()).isEmpty();
    }

    @Test
    void isNotOursAnyMoreOnceSomebodyTookIt() {
        Plan plan = Tags.plan(List.of(), List.of(holder(1)), List.of(ours(TAG, 1)));
        assertThat(plan.gone()).containsExactly(ours(TAG, 1));
        assertThat(plan.take()).isEmpty();
    }

    private static CardState state(Plan plan, Card card) {
        return plan.states()
                .getOrDefault(card, new Tags.State(CardState.REFUSED, "not looked at"))
                .state();
    }

    private static Card card(String number, int person) {
        return new Card(number, new CustomerId(person), user(person), "Customer " + person, true);
    }

    private static Holder holder(int person) {
        return new Holder(user(person), "Customer " + person, Optional.empty(), false);
    }

    private static Holder holder(int person, String tag) {
        return new Holder(user(person), "Customer " + person, Optional.of(tag), false);
    }

    private static Ours ours(String number, int person) {
        return new Ours(number, user(person), new CustomerId(person), "Customer " + person, true);
    }

    private static PlatformUserId user(int person) {
        return new PlatformUserId(new UUID(0, person));
    }
}
