package sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.http.PortBusy;
import sandbox.partners.Partners;
import sandbox.partners.Ports;
import sandbox.scenario.Trap;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;

/** Both partners together: the prepared world, the console, the inbox, and a world that is kept. */
class PartnersTest {

    @Test
    void preparesACoworkingSpaceThatLooksReal() {
        try (Partners partners = Partners.start()) {
            assertThat(partners.nexudus().customers()).hasSizeBetween(38, 44);
            assertThat(partners.nexudus().passes()).hasSize(4);
            assertThat(partners.nexudus().rooms()).hasSize(5);
            assertThat(partners.nexudus().desks()).hasSize(6);
            assertThat(partners.salto().groups(PreparedWorld.HARBOUR_HOUSE)).hasSizeGreaterThanOrEqualTo(12);
            assertThat(partners.salto().groups(PreparedWorld.HARBOUR_HOUSE))
                    .anyMatch(group -> !partners.salto().hasSchedule(group.id()))
                    .anyMatch(group -> partners.salto().locksOf(group.id()).isEmpty());
        }
    }

    @Test
    void isTheSameWorldEveryTime() {
        try (Partners one = Partners.start();
                Partners other = Partners.start()) {
            assertThat(one.salto().users(PreparedWorld.HARBOUR_HOUSE))
                    .isEqualTo(other.salto().users(PreparedWorld.HARBOUR_HOUSE));
            assertThat(one.nexudus().customers()).isEqualTo(other.nexudus().customers());
        }
    }

    @Test
    void canBeDrivenFromTheConsoleAndFromOutside() {
        try (Partners partners = Partners.start()) {
            Http console = Http.at(partners.consoleUrl());
            assertThat(console.get("/").body()).contains("Buy pass", "Bike store", "no schedule", "João Araújo");
            JsonNode booked = console.post(
                            "/control/book",
                            "{\"customer\":\"%s\",\"resource\":\"Meeting Room 4\",\"inMinutes\":10,\"minutes\":30}"
                                    .formatted(PreparedWorld.AISHA))
                    .json();
            long id = booked.get("id").longValue();
            assertThat(partners.nexudus().bookings()).anyMatch(each -> each.id() == id);
            Http.Answer done = console.form("/do/cancelBooking", Map.of("booking", String.valueOf(id)));
            assertThat(done.header("Location")).startsWith("/?said=Done");
            assertThat(partners.nexudus().bookings()).noneMatch(each -> each.id() == id);
            assertThat(console.post("/control/nonsense", "{}").status()).isEqualTo(400);
            assertThat(console.form("/do/clock", Map.of("minutes", "15"), "Origin", "http://elsewhere.example")
                            .status())
                    .isEqualTo(403);
            assertThat(console.get("/journal").status()).isEqualTo(200);
        }
    }

    @Test
    void setsEveryTrapFromTheConsole() {
        try (Partners partners = Partners.start()) {
            Http console = Http.at(partners.consoleUrl());
            for (Trap trap : Trap.values()) {
                assertThat(console.post("/control/trap", "{\"trap\":\"%s\"}".formatted(trap))
                                .body())
                        .contains(trap.title());
            }
            assertThat(console.get("/").body()).contains("30. Nexudus");
        }
    }

    @Test
    void keepsMailsForTheirReaders() throws MessagingException {
        try (Partners partners = Partners.start()) {
            send(partners, PreparedWorld.MARTA, "Your code", "Open http://localhost:8080/x?a=1&b=2");
            assertThat(partners.inbox()
                            .awaitTo(PreparedWorld.MARTA, 0, Duration.ofSeconds(5))
                            .body())
                    .contains("Open http");
            assertThat(partners.inbox().lastTo(PreparedWorld.ANA)).isEmpty();
            assertThat(Http.at(partners.consoleUrl()).get("/inbox").body())
                    .contains("<a href=\"http://localhost:8080/x?a=1&amp;b=2\">");
        }
    }

    @Test
    void goesOnWithAKeptWorld(@TempDir Path directory) {
        long customer;
        try (Partners partners = Partners.builder().keep(directory).start()) {
            customer = partners.nexudus().addCustomer("Still Here", "still@example.org");
            partners.clock().advance(Duration.ofDays(2));
        }
        try (Partners partners = Partners.builder().keep(directory).start()) {
            assertThat(partners.nexudus().customers()).anyMatch(each -> each.id() == customer);
            assertThat(partners.clock().offset()).isGreaterThan(Duration.ofDays(1));
        }
    }

    @Test
    void saysWhichPortIsBusyAndHowToChangeIt() {
        try (Partners partners = Partners.start()) {
            URI taken = partners.nexudusUrl();
            Ports ports = new Ports(0, 0, 0, 0, taken.getPort(), 0);
            assertThatThrownBy(() -> Partners.builder().ports(ports).start())
                    .isInstanceOf(PortBusy.class)
                    .hasMessageContaining(String.valueOf(taken.getPort()))
                    .hasMessageContaining("-Dsandbox.nexudus.port=");
        }
    }

    private static void send(Partners partners, String to, String subject, String text) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", partners.inbox().host());
        properties.put("mail.smtp.port", String.valueOf(partners.inbox().port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("latchkey@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }
}
