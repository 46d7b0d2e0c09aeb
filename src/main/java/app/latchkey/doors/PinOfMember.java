package app.latchkey.doors;

import app.latchkey.identity.Asked;
import app.latchkey.identity.CodeTried;
import app.latchkey.identity.SignInByMail;
import app.latchkey.identity.SignedIn;
import app.latchkey.space.MemberDirectory;
import app.latchkey.sync.PinAnswer;
import app.latchkey.sync.Pins;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * A member's new PIN. A phone stays signed in for months and may lie about: whoever asks proves the address anew by six digits from a mail, for each
 * PIN.
 */
@Service
public class PinOfMember {

    private final SignInByMail proof;
    private final MemberDirectory directory;
    private final Pins pins;

    public PinOfMember(SignInByMail proof, MemberDirectory directory, Pins pins) {
        this.proof = proof;
        this.directory = directory;
        this.pins = pins;
    }

    /** What became of six digits, and of the PIN that they were to make. */
    public sealed interface Tried {

        /** The digits were right and are spent. */
        record Asked(PinAnswer answer) implements Tried {}

        record WrongCode() implements Tried {}

        /** Used, too old, tried too often: a new mail is needed. */
        record DeadCode() implements Tried {}
    }

    /** Whether nobody gets a PIN at the moment: then no mail is worth sending. */
    public boolean isHeld(SpaceDoors doors) {
        return pins.isHeld(doors.space());
    }

    public Asked ask(SignedIn member) {
        return proof.ask(member.email());
    }

    public Tried make(SignedIn member, SpaceDoors doors, UUID request, String digits) {
        return switch (proof.spend(request, digits)) {
            case CodeTried.Wrong _ -> new Tried.WrongCode();
            case CodeTried.Dead _ -> new Tried.DeadCode();
            case CodeTried.Right(var proved) ->
                proved.equals(member.email()) && isTheirs(member, doors)
                        ? new Tried.Asked(pins.make(doors.space(), doors.customer(), member.getName()))
                        : new Tried.DeadCode();
        };
    }

    private boolean isTheirs(SignedIn member, SpaceDoors doors) {
        return directory.spacesOf(member.email()).stream()
                .filter(known -> known.space().id().equals(doors.space()))
                .anyMatch(known -> known.customers().contains(doors.customer()));
    }
}
