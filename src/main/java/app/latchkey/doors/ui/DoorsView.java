package app.latchkey.doors.ui;

import app.latchkey.doors.DoorsOfMember;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.look.ColorSwitch;
import app.latchkey.look.EmptyState;
import app.latchkey.look.ErrorPart;
import app.latchkey.look.Freshness;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Mark;
import app.latchkey.look.Reference;
import app.latchkey.look.Titles;
import app.latchkey.sync.Changes;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The member's page: can I get in, now, here, and if not, what do I do? */
@Route(value = "doors", autoLayout = false)
@PermitAll
class DoorsView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DoorsView.class);

    private final transient DoorsOfMember doors;
    private final transient SignedIn member;
    private final transient Clock clock;
    private final H1 title = new H1("Your doors");
    private final Freshness checked = new Freshness("Checked");
    private final Main main = new Main();
    private transient List<SpaceDoors> shown = List.of();
    private boolean stale = true;

    DoorsView(DoorsOfMember doors, CurrentUser user, Changes changes, AuthenticationContext session, Clock clock) {
        this.doors = doors;
        this.member = user.get();
        this.clock = clock;
        addClassName("lk-doors");
        Header head = new Header(new Mark(), title, checked.onSilence(this::read));
        head.addClassName("lk-doors-head");
        add(head, main, menu(session), foot());
        read();
        add(new LiveRefresh(this::read, onChange -> listen(changes, onChange)));
    }

    @Override
    public String getPageTitle() {
        return shown.size() == 1 ? Titles.of("Doors", shown.getFirst().name()) : Titles.of("Doors");
    }

    private void read() {
        try {
            List<SpaceDoors> fresh = doors.of(member);
            checked.heard(clock.instant(), clock.instant());
            if (stale || !Objects.equals(fresh, shown)) {
                shown = fresh;
                draw();
            }
            stale = false;
        } catch (RuntimeException failure) {
            stale = true;
            Reference reference = Reference.next();
            LOG.warn("A member's doors could not be read, reference {}", reference, failure);
            main.getChildren().filter(ErrorPart.class::isInstance).toList().forEach(main::remove);
            main.addComponentAsFirst(new ErrorPart(
                    "We cannot check right now. What you could open before most likely still opens.",
                    reference,
                    this::read));
        }
    }

    private void draw() {
        main.removeAll();
        title.setText(shown.size() == 1 ? shown.getFirst().name() : "Your doors");
        if (shown.isEmpty()) {
            main.add(new EmptyState(member.email()
                    + " is not known at any space here. Use the address on your invoices, or ask your space."));
        }
        shown.forEach(space -> main.add(new SpaceBlock(space, shown.size() > 1)));
    }

    private static Div menu(AuthenticationContext session) {
        Button leave = new Button("Sign out", event -> session.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Div menu = new Div(new ColorSwitch(), leave);
        menu.addClassName("lk-doors-menu");
        return menu;
    }

    private Footer foot() {
        Button locked =
                new Button("I'm at a locked door", event -> new LockedDoorDialog(shown, doors::lookAgain).open());
        locked.addThemeVariants(ButtonVariant.PRIMARY);
        Footer foot = new Footer(locked);
        foot.addClassName("lk-doors-foot");
        return foot;
    }

    private LiveRefresh.Subscription listen(Changes changes, Runnable onChange) {
        List<Changes.Registration> all = shown.stream()
                .map(space -> changes.listen(space.space(), onChange))
                .toList();
        return () -> all.forEach(Changes.Registration::remove);
    }
}
