package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemIdTest {

    @Test
    void takesADeskAndAnOfficeOfOneNumberForTheSameRecord() {
        assertThat(ItemId.desk(7).sameRecordAs(ItemId.office(7))).isTrue();
        assertThat(ItemId.desk(7).sameRecordAs(ItemId.office(8))).isFalse();
    }

    @Test
    void keepsPassesAndResourcesOfOneNumberApart() {
        assertThat(ItemId.pass(7).sameRecordAs(ItemId.resource(7))).isFalse();
        assertThat(ItemId.desk(7).sameRecordAs(ItemId.resource(7))).isFalse();
    }

    @Test
    void readsWhatItWrote() {
        assertThat(ItemId.of(ItemId.office(12).toString())).isEqualTo(ItemId.office(12));
    }
}
