package io.duban.feedbacks;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint from whoever has one to his word on the answer. */
@ServerTest
class FeedbackJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    @Qualifier("clockSweepJob")
    Job sweep;

    private FeedbackOffice office;

    @BeforeEach
    void open() {
        office = new FeedbackOffice(port, database);
    }

    @Test
    void liesOnTheOfficesDeskForFiveWorkingDaysAndThePosterIsTold() throws SQLException {
        var before = office.at(URBAN_HANDLER).get("/sync").expect(200).text("cursor");
        var posted = office.posted(URBAN_HANDLER, false);
        assertThat(posted.header("Location")).isEqualTo("/v1/feedback/" + posted.id());
        assertThat(posted.text("light")).isEqualTo("GREEN");
        assertThat(office.text(
                        "select rule_id || ' ' || unit || ' ' || amount || ' ' || cut_off || ' ' || (current_due_at = f.due_at)"
                                + " from deadline join deadline_rule using (rule_id) join feedback f on f.id = subject_id where subject_id = '%s'"
                                        .formatted(posted.id())))
                .isEqualTo("FEEDBACK_ANSWER WORKING_DAY 5 END_OF_DAY true");
        assertThat(office.desks(posted.id(), "ANSWER")).containsExactlyInAnyOrder(DIRECTOR, OFFICE_DEPUTY);

        var answered = office.answer(DIRECTOR, posted.id(), 1).expect(200);
        assertThat(answered.text("status")).isEqualTo("ANSWERED");
        assertThat(answered.text("light")).isEqualTo("NONE");
        assertThat(office.openDesks(posted.id())).isZero();
        assertThat(office.number("select count(*) from deadline where satisfied_at is null and subject_id = '%s'"
                        .formatted(posted.id())))
                .isZero();
        Awaitility.await().untilAsserted(() -> {
            var events = office.at(URBAN_HANDLER)
                    .get("/sync?since=" + before)
                    .expect(200)
                    .body()
                    .get("events");
            var mine = StreamSupport.stream(events.spliterator(), false)
                    .filter(event -> event.toString().contains(posted.text("id")))
                    .toList();
            assertThat(mine).hasSize(1);
            assertThat(mine.get(0).toString())
                    .contains("demo.feedback.answered.v1", "投诉·基层减负")
                    .doesNotContain("填报", URBAN_HANDLER.toString());
        });

        var seen = office.at(URBAN_HANDLER).get("/feedback/" + posted.id()).expect(200);
        assertThat(seen.body().get("answers").get(0).get("answeredById").asString())
                .isEqualTo(DIRECTOR.toString());
        assertThat(seen.body().get("legalActions").toString()).isEqualTo("[\"RATE_SATISFIED\",\"REOPEN\"]");
        var closed = office.rate(URBAN_HANDLER, posted.id(), 2, FeedbackOffice.SATISFIED)
                .expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        office.rate(URBAN_HANDLER, posted.id(), 3, FeedbackOffice.DISSATISFIED).refused(409, "E_GEN_ILLEGAL_STATE");
        office.answer(DIRECTOR, posted.id(), 3).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void isReopenedOnceForTheDirectorWithANewClock() throws SQLException {
        var id = office.posted(HOUSING_LIAISON, false).id();
        office.answer(OFFICE_DEPUTY, id, 1).expect(200);
        var reopened =
                office.rate(HOUSING_LIAISON, id, 2, FeedbackOffice.DISSATISFIED).expect(200);
        assertThat(reopened.text("status")).isEqualTo("REOPENED");
        assertThat(reopened.body().get("answers").get(0).get("ratingWords").asString())
                .isEqualTo("没有说到点子上");
        assertThat(office.desks(id, "ANSWER_AGAIN")).containsExactly(DIRECTOR);
        assertThat(office.number("select count(*) from deadline where subject_id = '%s'".formatted(id)))
                .isEqualTo(2);
        office.answer(OFFICE_DEPUTY, id, 3).refused(403, "E_GEN_SCOPE");
        office.answer(DIRECTOR, id, 3).expect(200);
        var closed =
                office.rate(HOUSING_LIAISON, id, 4, FeedbackOffice.DISSATISFIED).expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.body().get("answers")).hasSize(2);
        assertThat(office.openDesks(id)).isZero();
    }

    @Test
    void callsTheDirectorOnceWhenNobodyAnswersInTime() throws SQLException {
        var id = office.posted(URBAN_LIAISON, false).id();
        office.execute(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where subject_id = '%s'"
                        .formatted(id));
        sweep.work().get().block();
        sweep.work().get().block();
        // The product's own sweep may have been faster, and be still at it.
        Awaitility.await().until(() -> !office.desks(id, "URGE_FEEDBACK_ANSWER").isEmpty());
        assertThat(office.desks(id, "URGE_FEEDBACK_ANSWER")).containsExactly(DIRECTOR);
        assertThat(office.number("select count(*) from event_log where subject_id = '%s' and type = 'feedback.overdue'"
                        .formatted(id)))
                .isEqualTo(1);
        office.answer(OFFICE_DEPUTY, id, 1).expect(200);
        assertThat(office.openDesks(id)).isZero();
    }

    @Test
    void isAnsweredByOneOfTwentyAndRepeatedByNobody() throws Exception {
        var id = office.posted(URBAN_HEAD, false).id();
        var executor = Executors.newFixedThreadPool(20);
        try {
            var statuses = new ArrayList<Integer>();
            for (var call : executor.invokeAll(IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(i -> () -> office.answer(i % 2 == 0 ? DIRECTOR : OFFICE_DEPUTY, id, 1))
                    .toList())) {
                statuses.add(call.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        } finally {
            executor.shutdownNow();
        }
        var key = UUID.randomUUID();
        var path = "/feedback/" + id + "/ratings";
        office.at(URBAN_HEAD).post(path, 2, key, FeedbackOffice.SATISFIED).expect(200);
        var again = office.at(URBAN_HEAD)
                .post(path, 2, key, FeedbackOffice.SATISFIED)
                .expect(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(office.number("select version from feedback where id = '%s'".formatted(id)))
                .isEqualTo(3);
    }
}
