package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.identity.SignedIn;
import app.latchkey.onboarding.Answers.Question;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.Site;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.ActivationResult.Activated;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.Sync;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Step 4: what will happen to whom, and the beginning. */
@Service
public class ReviewSpace {

    private static final String BETWEEN = " ";

    private final Sync sync;
    private final SaltoKs salto;
    private final Answers answers;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;

    ReviewSpace(Sync sync, SaltoKs salto, Answers answers, Scopes scopes, Spaces spaces, Audit audit) {
        this.sync = sync;
        this.salto = salto;
        this.answers = answers;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
    }

    /** As far as it has come; begins it when there is none. */
    public Review open(SpaceId space) {
        Review review = sync.review(space);
        return review.state() == ReviewState.NONE ? again(space) : review;
    }

    public Review look(SpaceId space) {
        return sync.review(space);
    }

    /** Reads both systems again. */
    public Review again(SpaceId space) {
        sync.startReview(space);
        return sync.review(space);
    }

    /** What has been answered so far. */
    public ReviewDraft draft(SpaceId space) {
        return new ReviewDraft(
                answers.find(space, Question.LOOK_AFTER).map(Boolean::valueOf),
                answers.find(space, Question.ONE_BY_ONE).map(Boolean::valueOf),
                answers.find(space, Question.TAKE_OUT).map(ReviewSpace::places).orElse(Set.of()),
                answers.find(space, Question.MODE).map(Mode::valueOf).orElse(Mode.WATCH));
    }

    public void keep(SpaceId space, ReviewDraft draft) {
        scopes.inSpace(space, () -> {
            draft.lookAfter().ifPresent(yes -> answers.keep(space, Question.LOOK_AFTER, yes.toString()));
            draft.oneByOne().ifPresent(yes -> answers.keep(space, Question.ONE_BY_ONE, yes.toString()));
            answers.keep(space, Question.TAKE_OUT, text(draft.takeOut()));
            answers.keep(space, Question.MODE, draft.mode().name());
        });
    }

    public void passport(SpaceId space, Passport passport, SignedIn by) {
        scopes.inSpace(space, () -> {
            spaces.passport(space, passport);
            audit.record(
                    space,
                    by.getName(),
                    "Answered whether members use Passport",
                    Map.of(
                            "whiteLabel", Boolean.toString(passport.whiteLabel()),
                            "sinceBeforeJune2020", Boolean.toString(passport.sinceBeforeJune2020())));
        });
    }

    /**
     * The site's seats now.
     *
     * @throws PartnerFailure when Salto does not say
     */
    public Site seats(SpaceId space) {
        return salto.site(space);
    }

    /**
     * Begins, unless the facts have changed since the review. Both partners are asked first.
     *
     * @throws PartnerFailure when one of them does not answer; nothing was started
     */
    public ActivationResult activate(SpaceId space, Review review, ReviewDraft draft, SignedIn by) {
        ActivationResult result = sync.activate(space, draft.answer(review));
        if (result instanceof Activated) {
            audit.record(
                    space,
                    by.getName(),
                    "Started",
                    Map.of(
                            "mode", draft.mode().name(),
                            "lookAfterWhoIsIn",
                                    Boolean.toString(draft.lookAfter().orElse(false)),
                            "takenOut", Integer.toString(draft.leaving(review).size())));
        }
        return result;
    }

    private static String text(Set<InGroup> places) {
        return places.stream()
                .map(place -> place.user() + BETWEEN + place.group())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Set<InGroup> places(String text) {
        return text.lines()
                .map(line -> line.split(BETWEEN, 2))
                .map(parts -> new InGroup(PlatformUserId.of(parts[0]), AccessGroupId.of(parts[1])))
                .collect(Collectors.toSet());
    }
}
