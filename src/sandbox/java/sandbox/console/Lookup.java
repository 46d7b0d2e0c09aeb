package sandbox.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Reads the arguments of a control: everything may be named by its id or by its name, people by e-mail address too. */
final class Lookup {
    private final Partners partners;

    Lookup(Partners partners) {
        this.partners = partners;
    }

    long customer(Fields arguments) {
        return find(arguments, "customer", partners.nexudus()::customers);
    }

    long pass(Fields arguments) {
        return find(arguments, "pass", partners.nexudus()::passes);
    }

    long room(Fields arguments) {
        return find(arguments, "resource", partners.nexudus()::rooms);
    }

    long location(Fields arguments) {
        return arguments.has("location")
                ? find(arguments, "location", partners.nexudus()::locations)
                : partners.nexudus().locations().getFirst().id();
    }

    List<Long> desks(Fields arguments) {
        return Arrays.stream(arguments.text("desks").replaceAll("[\\[\\]]", "").split(",", -1))
                .map(desk -> find(Fields.of("desk", desk.strip()), "desk", partners.nexudus()::desks))
                .toList();
    }

    private static long find(Fields arguments, String name, Supplier<List<Nexudus.Named>> known) {
        String wanted = arguments.text(name);
        return known.get().stream()
                .filter(each -> String.valueOf(each.id()).equals(wanted)
                        || each.name().equals(wanted)
                        || (!wanted.isEmpty() && each.detail().equalsIgnoreCase(wanted)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " called " + wanted + "."))
                .id();
    }

    /** An access group by id, or by name on the site that is named or else on the first one that has it. */
    String group(Fields arguments) {
        return named(arguments, "group", partners.salto()::groups);
    }

    String lock(Fields arguments) {
        return named(arguments, "lock", partners.salto()::locks);
    }

    private String named(Fields arguments, String name, java.util.function.Function<String, List<Salto.Named>> ofSite) {
        String wanted = arguments.text(name);
        return partners.salto().sites().stream()
                .filter(site -> !arguments.has("site")
                        || arguments.text("site").equals(site.name())
                        || arguments.text("site").equals(site.id()))
                .flatMap(site -> ofSite.apply(site.id()).stream())
                .filter(each -> each.id().equals(wanted) || each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " called " + wanted + "."))
                .id();
    }

    /** A UTC time, or Lisbon's wall clock when no zone is given. */
    Instant time(Fields arguments, String name) {
        String text = arguments.text(name);
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).atZone(PreparedWorld.LISBON).toInstant();
    }

    Instant timeOrNow(Fields arguments, String name) {
        Clock clock = partners.clock();
        return arguments.text(name).isEmpty() ? clock.instant() : time(arguments, name);
    }

    static Duration minutes(Fields arguments, String name) {
        return Duration.ofMinutes(number(arguments, name));
    }

    static int number(Fields arguments, String name) {
        String text = arguments.text(name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    static boolean flag(Fields arguments, String name) {
        return arguments.text(name).equals("true");
    }
}
