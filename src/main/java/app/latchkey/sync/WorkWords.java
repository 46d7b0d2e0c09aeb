package app.latchkey.sync;

import app.latchkey.sync.work.Causes;
import java.util.List;
import java.util.stream.Collectors;

/** Why work is done and what it looks at, in words for operators and staff. */
public final class WorkWords {

    private WorkWords() {}

    /** @param causes as a run or due work keeps them; those that people or hooks give are sentences already */
    public static String causes(List<String> causes) {
        return causes.stream().map(WorkWords::cause).distinct().collect(Collectors.joining(", "));
    }

    private static String cause(String cause) {
        return switch (cause) {
            case Causes.PERIOD -> "regular reading";
            case Causes.BEGINS -> "access begins";
            case Causes.ENDS -> "access ends";
            case "rails" -> "a larger change, looked at whole";
            case "activated" -> "started by an operator";
            default -> cause;
        };
    }

    public static String subject(Subject subject) {
        return switch (subject) {
            case Subject.OfCustomer(var customer) -> "Customer " + customer;
            case Subject.OfGroup(var group) -> "Access group " + group;
            case Subject.OfChanges() -> "What has changed in Nexudus";
            case Subject.OfMembers() -> "Who is in Salto’s groups";
            case Subject.OfDoors() -> "What happened at the doors";
            case Subject.OfKeys() -> "What people open with";
            case Subject.OfTeams() -> "Who is in which team";
            case Subject.OfSpace() -> "Everything";
            case Subject.OfLeaving() -> "Leaving";
        };
    }
}
