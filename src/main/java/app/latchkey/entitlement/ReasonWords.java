package app.latchkey.entitlement;

import java.util.List;
import java.util.stream.Collectors;

/** The one wording table of {@link Reason}: whole sentences for each audience. */
public final class ReasonWords {

    private ReasonWords() {}

    public static String say(Reason reason, Voice voice) {
        return switch (voice.audience()) {
            case MEMBER -> MemberReasonWords.say(reason, voice);
            case OPERATOR -> OperatorReasonWords.say(reason, voice);
            case STAFF -> reason.code() + ": " + OperatorReasonWords.say(reason, voice);
        };
    }

    /** Several reasons in one breath: "booked Room 4, 16:00–18:00, and contract for Office 12 since 1 March". */
    static String all(List<Because> because, Voice voice) {
        return because.stream().map(each -> BecauseWords.say(each, voice)).collect(Collectors.joining(", and "));
    }
}
