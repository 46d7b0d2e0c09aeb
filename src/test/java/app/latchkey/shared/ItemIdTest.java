package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemIdTest {

    @Test
    void takesADeskAndAnOfficeOfOneNumberForTheSameRecord() {
        assertThat(ItemId.desk(7).sameRecord()).containsExactly(ItemId.desk(7), ItemId.office(7));
        assertThat(ItemId.office(7).sameRecord()).containsExactly(ItemId.desk(7), ItemId.office(7));
    }

    @Test
    void keepsPassesAndResourcesOfOneNumberApart() {
        assertThat(ItemId.pass(7).sameRecord()).containsExactly(ItemId.pass(7));
        assertThat(ItemId.resource(7).sameRecord()).containsExactly(ItemId.resource(7));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(ItemId.of(ItemId.office(12).toString())).isEqualTo(ItemId.office(12));
    }
}
