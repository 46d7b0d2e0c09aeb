package app.latchkey.entitlement;

import java.util.List;
import java.util.stream.Collectors;

/** The one wording table of {@link Reason}, for each audience. */
public final class ReasonWords {

    private ReasonWords() {}

    /** A whole sentence: "Two customers share the e-mail; say which one it is." */
    public static String say(Reason reason, Voice voice) {
        return switch (voice.audience()) {
            case MEMBER -> MemberReasonWords.say(reason, voice);
            case OPERATOR -> sentence(OperatorReasonWords.say(reason, voice));
            case STAFF -> reason.code() + ": " + sentence(OperatorReasonWords.say(reason, voice));
        };
    }

    /** The same within a sentence of an operator's or staff's page: "two customers share the e-mail; say which one it is". */
    public static String clause(Reason reason, Voice voice) {
        return OperatorReasonWords.say(reason, voice);
    }

    private static String sentence(String clause) {
        String end = clause.endsWith("?") ? "" : ".";
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + end;
    }

    /** Several reasons in one breath: "booked Room 4, 16:00–18:00, and contract for Office 12 since 1 March". */
    static String all(List<Because> because, Voice voice) {
        return because.stream().map(each -> BecauseWords.say(each, voice)).collect(Collectors.joining(", and "));
    }
}
