package app.latchkey.traps;

import java.util.List;

/** Addresses that lead elsewhere than they seem to, or than they should. */
final class Elsewhere {

    /** {@code CANARY} and {@code PARTNER} are ports: of somebody who has nothing to do with it, and of the partner that is asked. */
    private static final List<String> FORMS = List.of(
            "http://127.0.0.1:CANARY/",
            "http://localhost:CANARY/",
            "http://localhost:0CANARY/",
            "http://LOCALHOST:CANARY/",
            "http://localhost.:CANARY/",
            "http://2130706433:CANARY/",
            "http://0x7f000001:CANARY/",
            "http://0x7f.0.0.1:CANARY/",
            "http://0177.0.0.1:CANARY/",
            "http://017700000001:CANARY/",
            "http://127.1:CANARY/",
            "http://127.0.1:CANARY/",
            "http://0:CANARY/",
            "http://0.0.0.0:CANARY/",
            "http://[::1]:CANARY/",
            "http://[0:0:0:0:0:0:0:1]:CANARY/",
            "http://[::ffff:127.0.0.1]:CANARY/",
            "http://[::ffff:7f00:1]:CANARY/",
            "http://[::]:CANARY/",
            "http://[::1",
            "http://localhost:PARTNER@127.0.0.1:CANARY/",
            "http://ana:secret@127.0.0.1:CANARY/",
            "http://localhost:PARTNER%40127.0.0.1:CANARY/",
            "http://localhost%00.127.0.0.1:CANARY/",
            "http://localhost:PARTNER:CANARY/",
            "http://127.0.0.1:CANARY#@localhost:PARTNER/",
            "http://127.0.0.1:CANARY?@localhost:PARTNER/",
            "http://127.0.0.1:CANARY\\@localhost:PARTNER/",
            "http:\\\\127.0.0.1:CANARY\\",
            "http:/\\127.0.0.1:CANARY/",
            "\\\\127.0.0.1:CANARY\\",
            "/\\127.0.0.1:CANARY/",
            "//127.0.0.1:CANARY/",
            "///127.0.0.1:CANARY/",
            "@127.0.0.1:CANARY/",
            "http://localhost:PARTNER//127.0.0.1:CANARY/",
            " http://127.0.0.1:CANARY/",
            "ht\ntp://127.0.0.1:CANARY/",
            "http://localhost:PARTNER/\r\nHost: 127.0.0.1:CANARY",
            "https://localhost:CANARY/",
            "https://localhost:PARTNER/",
            "ftp://127.0.0.1:CANARY/",
            "gopher://127.0.0.1:CANARY/",
            "jar:http://127.0.0.1:CANARY/x!/",
            "file:///etc/hosts",
            "http://①②⑦.0.0.1:CANARY/",
            "http://127。0。0。1:CANARY/",
            "http://ⓛocalhost:CANARY/",
            "http://127.0.0.2:PARTNER/",
            "http://NAME.rebinding.test:PARTNER/");

    private Elsewhere() {}

    static List<String> than(int partner, int canary) {
        return FORMS.stream()
                .map(form -> form.replace("PARTNER", String.valueOf(partner))
                        .replace("CANARY", String.valueOf(canary))
                        .replace("NAME", "p" + partner))
                .toList();
    }

    /** Whether it can stand in the header of an answer. */
    static boolean fitsAHeader(String form) {
        return form.chars().allMatch(each -> each > ' ' && each < 127);
    }
}
