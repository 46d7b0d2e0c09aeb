package app.latchkey.operator.ui;

import app.latchkey.identity.CreateSpace;
import app.latchkey.identity.CurrentUser;
import app.latchkey.look.EmptyState;
import app.latchkey.look.LiveRefresh;
import app.latchkey.look.Part;
import app.latchkey.look.TimeText;
import app.latchkey.look.Titles;
import app.latchkey.operator.Sentences;
import app.latchkey.space.Space;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.SpaceOverview;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Which of my spaces needs me? */
@Route("spaces")
@PermitAll
class SpacesView extends Div implements HasDynamicTitle {

    private final transient CurrentUser user;
    private final transient Overviews overviews;
    private final transient CreateSpace createSpace;
    private final transient Clock clock;

    SpacesView(CurrentUser user, Overviews overviews, CreateSpace createSpace, Clock clock) {
        this.user = user;
        this.overviews = overviews;
        this.createSpace = createSpace;
        this.clock = clock;
        addClassName("lk-page");
        Button another = new Button("Add a space", event -> create());
        another.addThemeVariants(ButtonVariant.PRIMARY);
        Part cards = new Part(this::cards);
        add(Sections.head("Spaces", another), cards, new LiveRefresh(cards::reread, LiveRefresh.News.none()));
    }

    @Override
    public String getPageTitle() {
        return Titles.of("Spaces");
    }

    private Component cards() {
        List<Space> spaces = user.spaces();
        if (spaces.isEmpty()) {
            return new EmptyState(
                            "A space is one Nexudus location with its Salto doors. Setting one up takes about ten minutes;"
                                    + " nothing changes at your doors until you say so.")
                    .withButton("Set up your first space", this::create);
        }
        Div cards = new Div();
        cards.addClassName("lk-cards");
        spaces.forEach(space -> cards.add(new Part(() -> card(space))));
        return cards;
    }

    private Component card(Space space) {
        String url = "/spaces/" + space.slug();
        Div card = Sections.card(new H2(new Anchor(url, space.name())));
        if (space.active()) {
            SpaceOverview overview = overviews.of(space.id());
            card.add(Shown.of(overview.state()), new Paragraph(Sentences.headline(overview)));
            overview.lastCompleteAt()
                    .ifPresent(at -> card.add(Sections.row(
                            new Span("Everything looked at"), TimeText.ago(at, clock.instant(), space.zone()))));
            if (overview.decisions() > 0) {
                card.add(new Anchor(url + "/decisions", overview.decisions() + " to decide"));
            }
        } else {
            card.add(
                    SetUpChip.of(space.setup()),
                    new Paragraph("Nothing changes at your doors until the set-up is done."),
                    new Anchor(url + "/setup/" + space.setup().path(), "Go on with the set-up"));
        }
        card.addClassName("lk-stack");
        return card;
    }

    private void create() {
        new NewSpaceDialog(
                        createSpace,
                        made -> getUI().ifPresent(ui -> ui.navigate("spaces/" + made.slug() + "/setup/"
                                + made.setup().path())))
                .open();
    }
}
