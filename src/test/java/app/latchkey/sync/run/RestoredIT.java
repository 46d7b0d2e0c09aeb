package app.latchkey.sync.run;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.Backup;
import app.latchkey.product.RunningProduct;
import app.latchkey.space.Gap;
import app.latchkey.space.Gaps;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Approval;
import app.latchkey.sync.GapQuestion;
import app.latchkey.sync.GapQuestion.Found;
import app.latchkey.sync.GapQuestion.Line;
import app.latchkey.sync.GapQuestions;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.SpaceTrouble;
import app.latchkey.sync.SpaceTroubles;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import app.latchkey.sync.Ticked;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.world.PreparedWorld;

/** A database that was set back to an older copy of itself, or that nobody has looked after: both look the same. */
class RestoredIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String LUCA = "luca.ferraro@bottega.example";
    private static final String CLEO = "cleo@example.com";
    private static final String OLGA = "olga@example.com";

    private final RunningProduct product = RunningProduct.start();
    private final Harbour harbour = new Harbour(product);
    private final GapQuestions questions = harbour.bean(GapQuestions.class);

    @BeforeEach
    void begin() {
        harbour.begin();
        byHand("Cleo", "Cleaner", CLEO);
        books(PreparedWorld.AISHA, Duration.ofMinutes(30));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        harbour.fullRun();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void asksBeforeItWritesWhatAnOlderCopyDoesNotKnowAndGoesOnByTheAnswer() {
        Backup backup = Backup.of(product.database(), harbour.space());
        long flex = buysFlex(PreparedWorld.TOMASZ);
        books(PreparedWorld.ELIF, Duration.ofHours(4));
        harbour.partners().clock().advance(Duration.ofHours(1));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        eventually("Elif in", () -> harbour.isIn(PreparedWorld.ELIF, ROOM_4));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        byHand("Olga", "Orlova", OLGA);
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        harbour.partners()
                .salto()
                .removeByHand(PreparedWorld.MARTA, harbour.group(FLEX).toString());

        backup.restore("1 day");
        harbour.partners().resetJournal();
        harbour.bean(Sync.class)
                .again(harbour.space(), Subject.customer(harbour.customer(PreparedWorld.TOMASZ)), "test");
        eventually("the question", () -> questions.open(harbour.space()).isPresent());

        assertThat(question().lines())
                .extracting(line -> line.name(), Line::groupName, Line::found)
                .contains(
                        tuple("Tomasz Wójcik", FLEX, Found.ENTITLED),
                        tuple("Elif Yılmaz", ROOM_4, Found.ENTITLED),
                        tuple("Olga Orlova", FLEX, Found.UNEXPLAINED),
                        tuple("Marta Nunes", FLEX, Found.MISSING),
                        tuple("Aisha Rahman", ROOM_4, Found.MISSING_AND_OVER));
        assertThat(question().lines()).extracting(Line::name).doesNotContain("Cleo Cleaner");
        saysWhatStandsInTheWay();
        harbour.partners().clock().advance(Duration.ofHours(5));
        buysFlex(LUCA);
        harbour.fullRun();
        assertThat(question().found(Found.WAS_ENTITLED)).extracting(Line::name).contains("Elif Yılmaz");
        assertThat(harbour.partners().salto().calls().writes().count()).isZero();
        assertThat(harbour.isIn(PreparedWorld.ELIF, ROOM_4)).isTrue();

        GapQuestion seen = question();
        Set<InGroup> in = seen.places(line -> line.found() == Found.MISSING);
        assertThat(answer(seen, seen.places(line -> line.found().asks()), in)).isEqualTo(Approval.APPROVED);
        assertThat(answer(seen, Set.of(), Set.of())).isEqualTo(Approval.DECIDED);
        eventually("Elif out", () -> !harbour.isIn(PreparedWorld.ELIF, ROOM_4));
        eventually("Marta in again", () -> harbour.isIn(PreparedWorld.MARTA, FLEX));
        eventually("Luca in", () -> harbour.isIn(LUCA, FLEX));
        harbour.partners().nexudus().refundPass(flex);
        harbour.secondLookAt(PreparedWorld.TOMASZ);
        eventually("Tomasz is ours", () -> !harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        assertThat(harbour.isIn(CLEO, FLEX)).as("by hand before and after").isTrue();
        assertThat(harbour.isIn(OLGA, FLEX)).isTrue();
    }

    @Test
    void goesOnByItselfWhereSaltoAndTheLedgerAgree() {
        Backup nobodyWasThere = Backup.of(product.database(), harbour.space());
        nobodyWasThere.age("3 hours");
        buysFlex(PreparedWorld.TOMASZ);
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        assertThat(gap()).isEmpty();
        assertThat(questions.open(harbour.space())).isEmpty();
        eventually(
                "the record",
                () -> inScope("select count(*) from audit_entry where what like 'compared Salto with its own record%'")
                        == 1);
    }

    @Test
    void anHourWithoutAnybodyBothersNobody() {
        Backup.of(product.database(), harbour.space()).age("1 hour");
        buysFlex(PreparedWorld.TOMASZ);
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        assertThat(inScope("select count(*) from audit_entry where what like 'compared Salto with its own record%'"))
                .isZero();
    }

    /** A copy that is younger than that is told by whoever has restored it: once, however often the server starts with it. */
    @Test
    void comparesOnceWhereItIsToldOfAnOlderCopy() {
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), PreparedWorld.ANA));
        told("Monday's copy");
        assertThat(gap()).isPresent();
        harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Gaps.class).close(harbour.space()));
        told("Monday's copy");
        assertThat(gap()).isEmpty();
        told("Tuesday's copy");
        assertThat(gap()).isPresent();
    }

    private void told(String restored) {
        Leases leases = harbour.bean(Leases.class);
        GapWatch watch = new GapWatch(
                harbour.bean(Scopes.class),
                harbour.bean(Spaces.class),
                harbour.bean(Gaps.class),
                harbour.bean(GapLines.class),
                leases,
                harbour.bean(DueWork.class),
                restored,
                harbour.bean(Clock.class));
        eventually(
                "the lease",
                () -> leases.acquire(harbour.space(), "the test")
                        .map(lease -> {
                            watch.look(harbour.space(), lease);
                            return true;
                        })
                        .orElse(false));
    }

    private void saysWhatStandsInTheWay() {
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).state()).isEqualTo(SpaceState.COMPARING);
        assertThat(harbour.bean(Overviews.class).of(harbour.space()).decisions())
                .isEqualTo(1);
        assertThat(harbour.bean(SpaceTroubles.class).worst(harbour.space()))
                .get()
                .isInstanceOf(SpaceTrouble.Unknown.class);
        product.context().publishEvent(new Ticked(harbour.partners().clock().instant()));
        eventually(
                "the mail",
                () -> harbour.partners().inbox().to(PreparedWorld.ANA).stream()
                        .anyMatch(mail -> mail.subject().endsWith("Nothing changes at your doors until you answer")));
    }

    private Approval answer(GapQuestion seen, Set<InGroup> ours, Set<InGroup> in) {
        return questions.answer(harbour.space(), seen, ours, in, PreparedWorld.ANA);
    }

    private GapQuestion question() {
        return questions.open(harbour.space()).orElseThrow();
    }

    private Optional<Gap> gap() {
        return harbour.bean(Scopes.class)
                .inSpace(harbour.space(), () -> harbour.bean(Spaces.class).get(harbour.space()))
                .gap();
    }

    private long inScope(String count) {
        return harbour.bean(Scopes.class)
                .inSpace(
                        harbour.space(),
                        () -> harbour.bean(JdbcClient.class)
                                .sql(count)
                                .query(Long.class)
                                .single());
    }

    private void byHand(String firstName, String lastName, String email) {
        String site = harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE);
        harbour.partners()
                .salto()
                .addByHand(
                        harbour.partners().salto().addUserByHand(site, firstName, lastName, email),
                        harbour.group(FLEX).toString());
    }

    private long buysFlex(String email) {
        return harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(email).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
    }

    private void books(String email, Duration length) {
        Instant now = harbour.partners().clock().instant();
        harbour.partners()
                .nexudus()
                .book(
                        harbour.customer(email).value(),
                        harbour.partners().nexudus().room("Meeting Room 4"),
                        now,
                        now.plus(length));
    }
}
