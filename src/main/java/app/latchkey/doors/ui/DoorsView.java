package app.latchkey.doors.ui;

import app.latchkey.doors.DoorsOfMember;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.PinOfMember;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.entitlement.TimeWords;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.EmptyState;
import app.latchkey.look.ErrorPart;
import app.latchkey.look.Freshness;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Mark;
import app.latchkey.look.Titles;
import app.latchkey.shared.Language;
import app.latchkey.shared.Reference;
import app.latchkey.sync.Changes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The member's page: can I get in, now, here, and if not, what do I do? */
@Route(value = "doors", autoLayout = false)
@PermitAll
class DoorsView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DoorsView.class);

    /** Twice the time after which Salto is read again. */
    private static final Duration OLD = Duration.ofMinutes(20);

    private final transient DoorsOfMember doors;
    private final transient PinOfMember pins;
    private final transient SignedIn member;
    private final transient Clock clock;
    private final Language language;
    private final H1 title = new H1();
    private final Freshness checked = new Freshness("").staleAfter(OLD);
    private final Main main = new Main();
    private final DoorsFoot foot;
    private final LastKnown lastKnown;
    private transient List<SpaceDoors> shown = List.of();
    private boolean stale = true;

    DoorsView(
            DoorsOfMember doors,
            PinOfMember pins,
            CurrentUser user,
            Changes changes,
            AuthenticationContext session,
            Clock clock) {
        this.doors = doors;
        this.pins = pins;
        this.member = user.get();
        this.clock = clock;
        this.language = PhoneLanguage.of(UI.getCurrent());
        this.lastKnown = new LastKnown(language);
        addClassName("lk-doors");
        checked.saying(say("checked"), TimeWords.ages(language), say("silent"));
        Header head = new Header(new Mark(), title, checked.onSilence(this::read));
        head.addClassName("lk-doors-head");
        foot = new DoorsFoot(language, () -> new LockedDoorDialog(shown, language, doors, this::again).open());
        UI.getCurrent().getReconnectDialogConfiguration().setDialogText(say("reconnect"));
        UI.getCurrent().getReconnectDialogConfiguration().setDialogTextGaveUp(say("reconnect.gave-up"));
        add(head, lastKnown, main, new DoorsMenu(language, session, lastKnown), foot);
        read();
        add(new LiveRefresh(this::read, onChange -> listen(changes, onChange)));
    }

    @Override
    public String getPageTitle() {
        return shown.size() == 1 ? Titles.of(say("tab"), shown.getFirst().name()) : Titles.of(say("tab"));
    }

    private void read() {
        try {
            List<SpaceDoors> fresh = doors.of(member, language);
            freshest(fresh).ifPresent(at -> checked.heard(at, clock.instant()));
            if (stale || !Objects.equals(fresh, shown)) {
                shown = fresh;
                draw();
            }
            stale = false;
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    /** What the page says is as old as the oldest of what it rests on: Salto's own word, not our reading of it. */
    private static Optional<Instant> freshest(List<SpaceDoors> spaces) {
        return spaces.stream().flatMap(space -> space.seenAt().stream()).min(Comparator.naturalOrder());
    }

    private void failed(RuntimeException failure) {
        stale = true;
        Reference reference = Reference.next();
        LOG.warn("A member's doors could not be read, reference {}", reference, failure);
        main.getChildren().filter(ErrorPart.class::isInstance).toList().forEach(main::remove);
        String sentence = lastKnown
                .at()
                .map(at -> PageWords.say(language, "error", "at", at))
                .orElse(say("error.first"));
        main.addComponentAsFirst(new ErrorPart(sentence, reference, this::read));
    }

    private void draw() {
        main.removeAll();
        title.setText(shown.size() == 1 ? shown.getFirst().name() : say("title"));
        if (shown.isEmpty()) {
            main.add(new EmptyState(
                    PageWords.say(language, "unknown", "email", member.email().value())));
        }
        spaces();
        foot.calls(shown);
        if (shown.stream().anyMatch(space -> !space.doors().open().isEmpty())) {
            main.add(new HomeScreenHint(language));
        }
        lastKnown.keep(shown, clock.instant());
    }

    /** Spaces without any door are folded, unless that is so of all: who stands at a door needs no others above it. */
    private void spaces() {
        List<SpaceDoors> said = shown.stream().filter(space -> !space.isQuiet()).toList();
        List<SpaceDoors> first = said.isEmpty() ? shown : said;
        first.forEach(space -> main.add(block(space)));
        List<SpaceDoors> others =
                shown.stream().filter(space -> !first.contains(space)).toList();
        if (!others.isEmpty()) {
            Div folded = new Div();
            others.forEach(space -> folded.add(block(space)));
            main.add(new NativeDetails(
                    PageWords.say(language, "section.other", "n", String.valueOf(others.size())), folded));
        }
    }

    private SpaceBlock block(SpaceDoors doors) {
        boolean twice = shown.stream()
                        .filter(other -> other.space().equals(doors.space()))
                        .count()
                > 1;
        String title = twice ? doors.name() + " · " + doors.who() : doors.name();
        return new SpaceBlock(
                doors,
                Optional.of(title).filter(_ -> shown.size() > 1),
                () -> new PinDialog(doors, member, pins, clock).open());
    }

    private List<SpaceDoors> again() {
        read();
        return shown;
    }

    private LiveRefresh.Subscription listen(Changes changes, Runnable onChange) {
        List<Changes.Registration> all = shown.stream()
                .map(space -> changes.listen(space.space(), onChange))
                .toList();
        return () -> all.forEach(Changes.Registration::remove);
    }

    private String say(String key) {
        return PageWords.say(language, key);
    }
}
