package app.latchkey.operator;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Cure.*;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Step;
import app.latchkey.entitlement.Voice;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.DoorAnswer.Names;
import java.util.List;
import java.util.stream.Collectors;

/** What an operator can do so that a door opens for a customer: one sentence each, beginning with the deed. */
public final class CureSentences {

    /** So many of what earns a group are named; the others stand on the matches page. */
    private static final int NAMED = 3;

    private CureSentences() {}

    public static String say(Cure cure, CustomerId asked, Names names, Voice voice) {
        return switch (cure) {
            case LetInAgain(CustomerId customer) ->
                "Activate %s again in Nexudus: suspended or archived there.".formatted(who(customer, asked, names));
            case DecideWhoItIs(CustomerId customer) ->
                "Say which Salto user %s is.".formatted(who(customer, asked, names));
            case Confirm(var booking) ->
                "Confirm the booking of %s in Nexudus; it is tentative."
                        .formatted(names.purchases().get(booking));
            case Activate(var contract) ->
                "Activate the contract for %s in Nexudus."
                        .formatted(names.purchases().get(contract));
            case EndPause(var contract) ->
                "End the pause of the contract for %s in Nexudus."
                        .formatted(names.purchases().get(contract));
            case Pay(CustomerId customer, var invoice) ->
                "Have invoice %s%s paid in Nexudus; it was due on %s, and your rule closes doors for it."
                        .formatted(
                                invoice.number(),
                                customer.equals(asked) ? "" : " of " + who(customer, asked, names),
                                voice.times()
                                        .date(invoice.due()
                                                .atStartOfDay(voice.zone())
                                                .toInstant()));
            case WaitUntil(var begins) -> "Wait %s.".formatted(voice.times().until(begins));
            case Match match ->
                "Match %s to %s: it is bought already.".formatted(names.items().get(match.item()), names.group());
            case Buy buy -> buy(who(buy.customer(), asked, names), names);
            case LetChangesThrough _ -> "Let changes through: this space is paused, stopped or only watching.";
            case MakeGroupAgain _ -> "Make %s again in Salto, or match its items anew.".formatted(names.group());
            case AllowBack _ -> "Let them in again: somebody took them out in Salto.";
            case ReadSaltoToTheEnd _ -> "Wait for the next complete reading of Salto.";
            case Settle(var hindrance) -> "Put right: %s.".formatted(ReasonWords.clause(hindrance, voice));
        };
    }

    private static String buy(String who, Names names) {
        if (names.earning().isEmpty()) {
            return "Match something to %s that %s has or buys; nothing earns it yet. Or give access until an end."
                    .formatted(names.group(), who);
        }
        List<String> first = names.earning().stream().limit(NAMED).toList();
        String more = names.earning().size() > NAMED
                ? " or %d others".formatted(names.earning().size() - NAMED)
                : "";
        return "Sell %s %s%s, which opens %s. Or give access until an end."
                .formatted(who, first.stream().collect(Collectors.joining(" or ")), more, names.group());
    }

    private static String who(CustomerId customer, CustomerId asked, Names names) {
        return customer.equals(asked)
                ? "this customer"
                : names.customers().getOrDefault(customer, "the other customer");
    }

    /** Where the deed is done, below the space's own address; empty when it is done elsewhere. */
    public static String place(Cure cure) {
        return switch (cure) {
            case DecideWhoItIs _, AllowBack _ -> "/decisions";
            case Match _, MakeGroupAgain _ -> "/matches";
            case Settle(var hindrance) -> Step.of(hindrance) == Step.DECIDED ? "/decisions" : "";
            case LetInAgain _,
                    Confirm _,
                    Activate _,
                    EndPause _,
                    Pay _,
                    WaitUntil _,
                    Buy _,
                    LetChangesThrough _,
                    ReadSaltoToTheEnd _ -> "";
        };
    }
}
