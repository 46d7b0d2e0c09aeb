package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.notice.Notices;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import app.latchkey.space.TestSpaces;
import app.latchkey.space.Wish;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.Overnight;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;

/** What a team reads in the morning, at a real mail server. */
@WithProduct
class MorningMailIT {

    private static final Overnight QUIET = new Overnight(0, 0, 0, List.of());

    private final RunningProduct product;
    private final Space space;
    private final String operator = UUID.randomUUID() + "@example.com";
    private final String desk = UUID.randomUUID() + "@example.com";
    private Overnight night = QUIET;

    MorningMailIT(RunningProduct product) {
        this.product = product;
        SpaceId id = TestSpaces.aSpace(product.database(), "morning-" + UUID.randomUUID());
        space = product.bean(Scopes.class)
                .inSpace(id, () -> product.bean(Spaces.class).get(id));
        joins(operator, TeamRole.OWNER);
        joins(desk, TeamRole.FRONT_DESK);
    }

    @Test
    void tellsTheTeamOnceWhoArrivesAndWhatTheyNeed() {
        ZonedDateTime morning = at("2026-11-26T06:30");
        night = new Overnight(
                14,
                1,
                1,
                List.of(
                        arrival(morning.plusHours(2), "Aisha Rahman", "Room 4", true),
                        arrival(morning.plusHours(3), "Bengt Berg", "Office 12", false)));
        MorningMail node = node();
        node.look(space, morning.minusMinutes(1));
        assertThat(mailsTo(operator)).isEmpty();

        node.look(space, morning);
        node.look(space, morning.plusMinutes(1));
        node().look(space, morning.plusMinutes(2));

        assertThat(mailsTo(desk)).hasSize(1);
        assertThat(mailsTo(operator)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(space.name() + ": overnight 14 in, 1 out, 1 withheld");
            assertThat(mail.text())
                    .contains("Since yesterday evening 14 people were let in and 1 person was taken out.")
                    .contains("1 person is entitled and cannot be let in")
                    .contains("times in Europe/Lisbon")
                    .contains("08:30  Aisha Rahman: Room 4")
                    .doesNotContain("Bengt Berg");
        });
    }

    @Test
    void isSilentWhereThereIsNothingToSay() {
        ZonedDateTime morning = at("2026-11-26T07:00");
        night = new Overnight(0, 0, 0, List.of(arrival(morning, "Bengt Berg", "Office 12", false)));
        node().look(space, morning);
        assertThat(mailsTo(operator)).isEmpty();
    }

    @Test
    void isSilentWhereItIsNotWantedAndLaterInTheDay() {
        night = new Overnight(1, 0, 0, List.of());
        node().look(space, at("2026-11-26T12:00"));
        assertThat(mailsTo(operator)).isEmpty();
        product.bean(Scopes.class)
                .inSpace(space.id(), () -> product.bean(Spaces.class).wish(space.id(), Wish.MORNING_MAIL, false));
        node().look(space, at("2026-11-27T06:30"));
        assertThat(mailsTo(operator)).isEmpty();
        product.bean(Scopes.class)
                .inSpace(space.id(), () -> product.bean(Spaces.class).wish(space.id(), Wish.MORNING_MAIL, true));
        node().look(space, at("2026-11-27T06:31"));
        assertThat(mailsTo(operator)).hasSize(1);
    }

    /** A node: what it has seen to is its own, what was sent is everybody's. */
    private MorningMail node() {
        return new MorningMail(
                product.bean(EachSpace.class),
                product.bean(Scopes.class),
                product.bean(Spaces.class),
                (id, since, now) -> night,
                product.bean(Notices.class),
                product.bean(LatchkeySettings.class));
    }

    private ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(space.zone());
    }

    private static Arrival arrival(ZonedDateTime at, String name, String group, boolean begins) {
        return new Arrival(new CustomerId(1), name, group, at.toInstant(), begins, Optional.empty());
    }

    private List<Mail> mailsTo(String address) {
        return product.partners().inbox().to(address);
    }

    private void joins(String address, TeamRole role) {
        product.join(space.id(), new EmailAddress(address), role);
    }
}
