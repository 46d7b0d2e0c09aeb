package app.latchkey.onboarding.ui;

import app.latchkey.entitlement.Reason;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.ReviewDraft;
import app.latchkey.onboarding.ReviewSpace;
import app.latchkey.salto.Site;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewLine.Outcome;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** How many Salto mails and seats it takes, and whether there are as many; the seats left are asked for, and added when Salto has said. */
class ReviewCosts extends Div {

    private final transient Review review;
    private final transient ReviewSpace reviews;
    private final transient SpaceId space;
    private final Anchor salto;
    private final Div seats = new Div();

    ReviewCosts(Review review, ReviewSpace reviews, SpaceId space, Anchor salto) {
        this.review = review;
        this.reviews = reviews;
        this.space = space;
        this.salto = salto;
        addClassNames("lk-stack", "lk-costs");
        add(new Paragraph(words(review.mails(), review.seats())), seats);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Working.quietly(
                event.getUI(),
                () -> reviews.seats(space),
                this::say,
                silent -> seats.setText("Salto did not say how many seats are free."));
    }

    private void say(Site site) {
        seats.removeAll();
        int lacking = Math.max(0, review.seats() - site.seatsFree()) + withoutSeat();
        if (lacking > 0) {
            seats.add(Trouble.saying(
                    Tone.WITHHELD,
                    "%d of %d seats are in use. %s wait until you buy seats in Salto or free some."
                            .formatted(
                                    site.seatsUsed(),
                                    site.seatsBought(),
                                    lacking == 1 ? "1 person would" : lacking + " people would"),
                    salto));
        } else {
            seats.setText("%d of %d seats %s free."
                    .formatted(site.seatsFree(), site.seatsBought(), site.seatsFree() == 1 ? "is" : "are"));
        }
    }

    /** Whom the preview has withheld already, because nothing is free. */
    private int withoutSeat() {
        return ReviewDraft.people(review.lines(Outcome.WITHHELD).stream()
                .filter(line ->
                        line.reason().filter(Reason.NoSeat.class::isInstance).isPresent())
                .toList());
    }

    static String words(int mails, int seats) {
        return "Salto sends %s and gives out %s%s."
                .formatted(
                        mails == 0
                                ? "no invitation mail"
                                : mails == 1 ? "1 invitation mail" : mails + " invitation mails",
                        seats == 0 ? "no seat" : seats == 1 ? "1 seat" : seats + " seats",
                        mails + seats == 0 ? "" : ", each when the first door is due");
    }
}
