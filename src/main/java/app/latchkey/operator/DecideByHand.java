package app.latchkey.operator;

import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.ByHand;
import app.latchkey.sync.InByHand;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What an operator says about people whom others have put in a group. */
@Service
public class DecideByHand {

    private final CurrentUser users;
    private final ByHand byHand;

    DecideByHand(CurrentUser users, ByHand byHand) {
        this.users = users;
        this.byHand = byHand;
    }

    public int count(SpaceId space) {
        return byHand.count(space);
    }

    /** Those whose name or group has these words. */
    public List<InByHand> find(SpaceId space, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return byHand.all(space).stream()
                .filter(person -> Stream.of(person.name(), person.groupName())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
    }

    /** @return false where nothing that counts now explains it, so that they would leave at once */
    @ByOperators
    public boolean lookAfter(SpaceId space, InByHand person) {
        return byHand.lookAfter(space, person, users.get().getName());
    }

    @ByOperators
    public void endAt(SpaceId space, InByHand person, Instant end) {
        byHand.endAt(space, person, end, users.get().getName());
    }

    @ByOperators
    public void neverTouch(SpaceId space, InByHand person) {
        byHand.neverTouch(space, person, users.get().getName());
    }

    @ByOperators
    public void leaveAsItIs(SpaceId space, InByHand person) {
        byHand.leaveAsItIs(space, person, users.get().getName());
    }
}
