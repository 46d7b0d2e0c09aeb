package app.latchkey.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.notice.FakeMail;
import app.latchkey.product.SignInLetter;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;

class SignInByMailIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final SandboxClock clock = new SandboxClock();
    private final FakeMail mail = new FakeMail();
    private final SignInByMail thisNode = node();
    private final SignInByMail otherNode = node();
    private EmailAddress ana = new EmailAddress("ana@example.com");

    @BeforeEach
    void somebodyNew() {
        ana = new EmailAddress("ana-" + UUID.randomUUID() + "@example.com");
    }

    @Test
    void provesTheAddressThatSpendsTheLinkOnce() {
        ask();
        String token = token();
        assertThat(thisNode.spend(token)).contains(ana);
        assertThat(thisNode.spend(token)).isEmpty();
        assertThat(thisNode.look(token)).isEmpty();
    }

    @Test
    void spendsNothingByLooking() {
        ask();
        IntStream.range(0, 3).forEach(scan -> assertThat(thisNode.look(token())).contains(ana));
        assertThat(thisNode.spend(token())).contains(ana);
    }

    @Test
    void worksOnAnotherNode() {
        UUID request = ask();
        assertThat(otherNode.look(token())).contains(ana);
        assertThat(otherNode.spend(request, code())).isEqualTo(new CodeTried.Right(ana));
        assertThat(thisNode.spend(token())).as("the link counts no more").isEmpty();
    }

    @Test
    void endsAfterTenMinutes() {
        UUID request = ask();
        clock.advance(Duration.ofMinutes(10));
        assertThat(thisNode.spend(token())).isEmpty();
        assertThat(thisNode.spend(request, code())).isEqualTo(new CodeTried.Dead());
    }

    @Test
    void endsACodeAfterFiveWrongOnes() {
        UUID request = ask();
        String wrong = code().equals("000000") ? "000001" : "000000";
        for (int left = 4; left > 0; left--) {
            assertThat(thisNode.spend(request, wrong)).isEqualTo(new CodeTried.Wrong(left));
        }
        assertThat(otherNode.spend(request, wrong)).isEqualTo(new CodeTried.Dead());
        assertThat(thisNode.spend(request, code())).isEqualTo(new CodeTried.Dead());
        assertThat(thisNode.spend(token())).as("the link was not guessed at").contains(ana);
    }

    @Test
    void takesTheCodeWithTheSpacesThatPeopleType() {
        UUID request = ask();
        String typed = code().substring(0, 3) + " " + code().substring(3) + " ";
        assertThat(thisNode.spend(request, typed)).isEqualTo(new CodeTried.Right(ana));
    }

    @Test
    void takesNoCodeOfAnotherRequest() {
        ask();
        String anasCode = code();
        EmailAddress mallory = new EmailAddress("mallory-" + UUID.randomUUID() + "@example.com");
        Asked asked = thisNode.ask(mallory);
        assertThat(asked).isInstanceOf(Asked.Sent.class);
        assertThat(thisNode.spend(((Asked.Sent) asked).request(), anasCode)).isNotEqualTo(new CodeTried.Right(ana));
    }

    @Test
    void sendsAtMostFiveInAQuarterOfAnHour() {
        IntStream.range(0, 5).forEach(time -> assertThat(otherNode.ask(ana)).isInstanceOf(Asked.Sent.class));
        assertThat(thisNode.ask(ana)).isInstanceOf(Asked.TooMany.class);
        assertThat(mail.count()).isEqualTo(5);
        assertThat(thisNode.ask(new EmailAddress("x" + ana))).isInstanceOf(Asked.Sent.class);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(thisNode.ask(ana)).isInstanceOf(Asked.Sent.class);
    }

    @Test
    void answersAnUnknownAddressLikeAKnownOne() {
        new Accounts(DATABASE.scopes(), DATABASE.jdbc(), TestSpaces.settings(""), clock).arrive(ana);
        EmailAddress stranger = new EmailAddress("stranger-" + UUID.randomUUID() + "@example.com");
        assertThat(thisNode.ask(ana)).hasSameClassAs(thisNode.ask(stranger));
        assertThat(mail.count()).isEqualTo(2);
    }

    @Test
    void storesNeitherTokenNorCode() {
        ask();
        List<String> stored = DATABASE.scopes()
                .inSystem(() -> DATABASE.jdbc()
                        .sql("""
                            select sign_in_request::text from sign_in_request where email_norm = :email
                            union all select notice::text from notice where email_norm = :email
                            """)
                        .param("email", ana.value())
                        .query(String.class)
                        .list());
        assertThat(stored).hasSize(2);
        assertThat(stored).noneMatch(row -> row.contains(token()));
        assertThat(stored)
                .noneMatch(row -> Pattern.compile("(?<![\\da-f-])" + code() + "(?![\\da-f])")
                        .matcher(row)
                        .find());
    }

    @Test
    void saysWhenTheMailCouldNotBeSent() {
        mail.goDown();
        assertThat(thisNode.ask(ana)).isEqualTo(new Asked.NotSent());
    }

    private SignInByMail node() {
        return new SignInByMail(
                DATABASE.scopes(),
                new SignInRequests(DATABASE.jdbc()),
                TestSpaces.seals(),
                mail.notices(DATABASE, clock),
                TestSpaces.settings(""),
                clock);
    }

    private UUID ask() {
        Asked asked = thisNode.ask(ana);
        assertThat(asked).isInstanceOf(Asked.Sent.class);
        return ((Asked.Sent) asked).request();
    }

    private String token() {
        return SignInLetter.read(mail.last()).token();
    }

    private String code() {
        return SignInLetter.read(mail.last()).digits();
    }
}
