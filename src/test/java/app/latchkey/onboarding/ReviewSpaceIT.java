package app.latchkey.onboarding;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Mode;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.ActivationResult.Activated;
import app.latchkey.sync.ActivationResult.AlreadyStarted;
import app.latchkey.sync.ActivationResult.FactsChanged;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewLine.Asked;
import app.latchkey.sync.SourceProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** The last step, at a space that is connected and matched: what is asked, what is kept, and when it begins. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewSpaceIT {

    private static final String OFFICE_12 = "Office 12";
    private static final String FLEX = "Flex members";

    private final HarbourInSetup harbour;
    private final ReviewSpace reviews;

    ReviewSpaceIT(RunningProduct product) {
        harbour = new HarbourInSetup(product);
        reviews = harbour.bean(ReviewSpace.class);
    }

    @BeforeAll
    void matched() {
        harbour.connectSalto();
        harbour.connectNexudus();
        harbour.match();
        harbour.readForReview();
    }

    @Test
    @Order(1)
    void asksAboutThoseInTheRightGroupAndThoseWithoutAPurchase() {
        Review review = reviews.look(harbour.id());
        assertThat(review.asking(Asked.LOOK_AFTER))
                .extracting(ReviewLine::name)
                .contains("Bengt Söderberg")
                .doesNotContain("Dulce Pinto");
        assertThat(review.asking(Asked.WITHOUT_PURCHASE))
                .filteredOn(line -> line.groupName().equals(OFFICE_12))
                .extracting(ReviewLine::name)
                .containsExactlyInAnyOrder("Dulce Pinto", "Elif Yılmaz");
        assertThat(review.mails()).isPositive();
        assertThat(review.seats()).isGreaterThanOrEqualTo(review.mails());
    }

    @Test
    @Order(2)
    void refusesAPreviewAfterABookingAndMarksIt() {
        Review before = reviews.look(harbour.id());
        aishaBooksRoom4(Duration.ofHours(2));

        ActivationResult result = start(before, answered());
        assertThat(result).isInstanceOf(FactsChanged.class);
        Review fresh = reviews.look(harbour.id());
        assertThat(fresh.changes()).hasValueSatisfying(changes -> {
            assertThat(changes.made()).isEqualTo(Map.of(PurchaseKind.BOOKING, 1));
            assertThat(changes.groups()).isZero();
        });
        assertThat(fresh.lines())
                .filteredOn(ReviewLine::changed)
                .extracting(ReviewLine::name)
                .containsExactly("Aisha Rahman");
        assertThat(harbour.space().active()).isFalse();
    }

    @Test
    @Order(3)
    void refusesAPreviewAfterASecondBookingOfTheSameGroup() {
        Review before = reviews.look(harbour.id());
        aishaBooksRoom4(Duration.ofHours(6));

        assertThat(start(before, answered())).isInstanceOf(FactsChanged.class);
        Review fresh = reviews.look(harbour.id());
        assertThat(fresh.changes())
                .hasValueSatisfying(changes -> assertThat(changes.made()).isEqualTo(Map.of(PurchaseKind.BOOKING, 1)));
        assertThat(fresh.lines())
                .filteredOn(ReviewLine::changed)
                .singleElement()
                .satisfies(line -> assertThat(line.because()).hasSize(2));
        assertThat(harbour.space().active()).isFalse();
    }

    @Test
    @Order(4)
    void refusesAPreviewAfterSomebodyWasPutIntoAGroupInSalto() {
        Review before = reviews.look(harbour.id());
        harbour.partners().salto().addByHand(PreparedWorld.AISHA, harbour.saltoGroup(FLEX));

        assertThat(start(before, answered())).isInstanceOf(FactsChanged.class);
        Review fresh = reviews.look(harbour.id());
        assertThat(fresh.lines())
                .filteredOn(ReviewLine::changed)
                .extracting(ReviewLine::groupName)
                .containsExactly(FLEX);
        assertThat(fresh.changes())
                .hasValueSatisfying(changes -> assertThat(changes.groups()).isEqualTo(1));
        assertThat(harbour.space().active()).isFalse();
    }

    @Test
    @Order(5)
    void keepsEveryAnswerForWhoeverComesBack() {
        InGroup elif = place("Elif Yılmaz", OFFICE_12);
        ReviewDraft draft = answered().choosing(true).takingOut(Set.of(elif)).in(Mode.FULL);
        reviews.keep(harbour.id(), draft);
        assertThat(reviews.draft(harbour.id())).isEqualTo(draft);
    }

    @Test
    @Order(6)
    void saysWhichQuestionIsOpen() {
        Review review = reviews.look(harbour.id());
        ReviewDraft nothing = new ReviewDraft(Optional.empty(), Optional.empty(), Set.of(), Mode.WATCH);
        assertThat(nothing.missing(review))
                .hasValueSatisfying(open -> assertThat(open).contains("right group"));
        assertThat(nothing.lookingAfter(true).missing(review))
                .hasValueSatisfying(open -> assertThat(open).contains("without a purchase"));
        assertThat(nothing.lookingAfter(true).choosing(true).missing(review))
                .hasValueSatisfying(open -> assertThat(open).startsWith("Nobody is ticked"));
        assertThat(answered().missing(review)).isEmpty();
    }

    @Test
    @Order(7)
    void saysWhatNexudusDidNotShowAndNothingOfListsOfManyPages() {
        harbour.partners().nexudus().settings().largestPage(10);
        harbour.partners()
                .nexudus()
                .fail("GET /api/spaces/bookings", Fault.status(500).always());
        reviews.again(harbour.id());
        harbour.readForReview();
        assertThat(lacking()).containsExactly("bookings");

        harbour.partners().nexudus().clearFaults();
        reviews.again(harbour.id());
        harbour.readForReview();
        assertThat(lacking()).isEmpty();
    }

    private List<String> lacking() {
        return reviews.look(harbour.id()).sources().stream()
                .filter(source -> !source.complete())
                .map(SourceProgress::source)
                .toList();
    }

    @Test
    @Order(8)
    void takesOutWhoWasNamedAndNobodyElse() {
        assertThat(start(reviews.look(harbour.id()), reviews.draft(harbour.id())))
                .isInstanceOf(Activated.class);
        eventually("Elif out", () -> !harbour.isIn(PreparedWorld.ELIF, OFFICE_12));
        assertThat(harbour.isIn(PreparedWorld.DULCE, OFFICE_12)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
    }

    @Test
    @Order(9)
    void leavesItToTheFirstOfTwoWhoStart() {
        Review review = reviews.look(harbour.id());
        assertThat(start(review, answered().in(Mode.WATCH))).isInstanceOf(AlreadyStarted.class);
        assertThat(harbour.space().mode()).isEqualTo(Mode.FULL);
        ChooseMatches step = harbour.bean(ChooseMatches.class);
        assertThat(step.publish(harbour.space(), step.load(harbour.id(), harbour.ana()), harbour.ana()))
                .isFalse();
    }

    private void aishaBooksRoom4(Duration in) {
        Nexudus nexudus = harbour.partners().nexudus();
        Instant from = harbour.partners().clock().instant().plus(in);
        nexudus.book(
                nexudus.customer(PreparedWorld.AISHA),
                nexudus.room("Meeting Room 4"),
                from,
                from.plus(1, ChronoUnit.HOURS));
    }

    private static ReviewDraft answered() {
        return new ReviewDraft(Optional.of(true), Optional.of(false), Set.of(), Mode.WATCH);
    }

    private ActivationResult start(Review review, ReviewDraft draft) {
        return reviews.activate(harbour.id(), review, draft, harbour.ana());
    }

    private InGroup place(String name, String group) {
        return reviews.look(harbour.id()).asking(Asked.WITHOUT_PURCHASE).stream()
                .filter(line -> line.name().equals(name) && line.groupName().equals(group))
                .flatMap(line -> ReviewDraft.place(line).stream())
                .findFirst()
                .orElseThrow();
    }
}
