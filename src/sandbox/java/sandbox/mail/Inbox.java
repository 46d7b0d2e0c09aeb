package sandbox.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sandbox.http.PortBusy;

/** A mail server that keeps whatever it is sent, to whomever. */
public final class Inbox implements AutoCloseable {
    private final GreenMail server;

    private Inbox(GreenMail server) {
        this.server = server;
    }

    /** Listens for SMTP on the loopback address; port 0 takes any. */
    public static Inbox start(int port) {
        if (port != 0) {
            refuseBusy(port);
        }
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        return new Inbox(server);
    }

    private static void refuseBusy(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new PortBusy("mail", port, "-Dsandbox.smtp.port");
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Oldest first. */
    public List<Mail> all() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            mails.add(read(mails.size() + 1, message));
        }
        return mails;
    }

    public List<Mail> to(String address) {
        return all().stream().filter(isTo(address)).toList();
    }

    public Optional<Mail> lastTo(String address) {
        return to(address).stream().reduce((first, second) -> second);
    }

    /** The first mail that fits, waiting for it as long as {@code deadline}. */
    public Mail await(Predicate<Mail> wanted, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            Optional<Mail> found = all().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = end - System.nanoTime();
            if (left <= 0 || !server.waitForIncomingEmail(Math.clamp(left / 1_000_000, 1, 200), all().size() + 1)) {
                if (end - System.nanoTime() <= 0) {
                    throw new AssertionError("no such mail within " + deadline + ", but " + all());
                }
            }
        }
    }

    /** The mail to {@code address} that follows the {@code seen} earlier ones. */
    public Mail awaitTo(String address, int seen, Duration deadline) {
        await(mail -> isTo(address).test(mail) && to(address).size() > seen, deadline);
        return to(address).get(seen);
    }

    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Predicate<Mail> isTo(String address) {
        return mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase);
    }

    private static Mail read(int number, MimeMessage message) {
        try {
            return new Mail(
                    number,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> addresses(Address @org.jspecify.annotations.Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address ->
                                address instanceof InternetAddress mail ? mail.getAddress() : address.toString())
                        .toList();
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                String found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
