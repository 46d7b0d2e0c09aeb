package app.latchkey.onboarding;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been answered in the set-up so far: whoever leaves and comes back finds it. */
@Repository
class Answers {

    /** What is asked, beside what the space itself keeps. */
    enum Question {
        /** Those who are in a group by hand and entitled to it: ours from now on? */
        LOOK_AFTER,
        /** Those without a purchase: leave all, or one by one? */
        ONE_BY_ONE,
        /** Who of them is to be taken out. */
        TAKE_OUT,
        MODE,
        /** The rights without which somebody wants to go on. */
        WITHOUT_RIGHTS,
        /** Why the time zones differ, with the two zones. */
        ZONES_DIFFER
    }

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Clock clock;

    Answers(JdbcClient jdbc, Scopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.clock = clock;
    }

    Optional<String> find(SpaceId space, Question question) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select answer from setup_answer where space_id = :space and question = :question")
                        .param("space", space.value())
                        .param("question", question.name())
                        .query(String.class)
                        .optional());
    }

    void keep(SpaceId space, Question question, String answer) {
        scopes.inSpace(space, () -> {
            jdbc.sql("""
                insert into setup_answer (space_id, question, answer, answered_at)
                values (:space, :question, :answer, :now)
                on conflict (space_id, question) do update
                  set answer = excluded.answer, answered_at = excluded.answered_at
                """)
                    .param("space", space.value())
                    .param("question", question.name())
                    .param("answer", answer)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }
}
