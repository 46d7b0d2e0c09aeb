package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Mode;
import app.latchkey.sync.Agreement.Day;
import app.latchkey.sync.Agreement.Difference;
import app.latchkey.sync.Agreement.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandbox.salto.Salto.User;
import sandbox.world.PreparedWorld;

/** A space that only watches is told where its doors and its purchases differ, and nothing is written. */
@WithProduct(own = true)
class WatchIT {

    private static final String FLEX = "Flex members";

    private final Harbour harbour;

    WatchIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @Test
    void saysEachDifferenceWithItsKindAndTheFigureOfEachDay() {
        watch();
        List<Difference> before = agreement().differences();
        assertThat(before).extracting(Difference::kind).doesNotContain(Kind.OVER);
        harbour.partners().resetJournal();
        addByHand("Cleo", "Cleaner", "cleo@example.com");
        addByHand("Tomasz", "Wójcik", PreparedWorld.TOMASZ);
        buys(PreparedWorld.AISHA);
        buys(PreparedWorld.SHARED);
        harbour.partners()
                .nexudus()
                .suspend(harbour.customer(PreparedWorld.ELIF).value());

        harbour.fullRun();
        Agreement agreement = agreement();
        assertThat(agreement.differences())
                .filteredOn(difference -> !before.contains(difference))
                .extracting(Difference::kind, Difference::group, Difference::why)
                .containsExactlyInAnyOrder(
                        tuple(Kind.MISSING, FLEX, Optional.empty()),
                        tuple(Kind.OVER, "Off. 14 (3rd floor)", Optional.empty()),
                        tuple(Kind.NOT_BOUGHT, FLEX, Optional.empty()),
                        tuple(Kind.NO_CUSTOMER, FLEX, Optional.empty()),
                        tuple(Kind.WITHHELD, FLEX, Optional.of(new Reason.TwoCustomersOneEmail())));
        assertThat(agreement.differences())
                .filteredOn(difference -> difference.kind() == Kind.MISSING)
                .allSatisfy(difference -> assertThat(difference.because()).isNotEmpty());
        assertThat(agreement.days())
                .singleElement()
                .isEqualTo(new Day(agreement.days().getLast().day(), agreement.people(), agreement.agreeing()));
        assertThat(harbour.partners().salto().calls().writes().count()).isZero();

        addByHand("Aisha", "Khan", PreparedWorld.AISHA);
        harbour.fullRun();
        assertThat(agreement().differing())
                .as("in by hand and entitled is no difference")
                .isEqualTo(agreement.differing() - 1);
        Day second = agreement().days().getLast();
        harbour.partners().clock().advance(Duration.ofDays(1));
        harbour.fullRun();
        assertThat(agreement().days()).hasSize(2).first().isEqualTo(second);
    }

    private void watch() {
        Sync sync = harbour.bean(Sync.class);
        sync.startReview(harbour.space());
        eventually("the review", () -> sync.review(harbour.space()).state() == ReviewState.READY);
        sync.activate(
                harbour.space(),
                ReviewAnswer.of(Mode.WATCH, true, sync.review(harbour.space()).fingerprint()));
        harbour.fullRun();
    }

    private Agreement agreement() {
        return harbour.bean(Overviews.class).of(harbour.space()).agreement().orElseThrow();
    }

    private void buys(String email) {
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(email).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
    }

    private void addByHand(String first, String last, String email) {
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        String user = harbour.partners()
                .salto()
                .user(site, email)
                .map(User::siteUserId)
                .orElseGet(() -> harbour.partners().salto().addUserByHand(site, first, last, email));
        harbour.partners().salto().addByHand(user, harbour.partners().salto().group(site, FLEX));
    }
}
