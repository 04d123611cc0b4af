package io.duban.feedbacks;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint from whoever has one to his word on the answer. */
@ServerTest
class FeedbackJourneyTests {

    private static final String SATISFIED = "{\"rating\":\"SATISFIED\"}";
    private static final String DISSATISFIED = "{\"rating\":\"DISSATISFIED\",\"words\":\"没有说到点子上\"}";
    private static final String ANSWERED = "{\"text\":\"自下月起取消周报,改为系统自动汇总。\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    @Qualifier("clockSweepJob")
    Job sweep;

    @Test
    void isOpenToWhoeverIsLoggedIn() throws SQLException {
        var people = ids("select id from person where enabled and password_hash is not null");
        assertThat(people).hasSizeGreaterThan(50);
        for (var person : people) {
            var posted = Phone.of(port, person)
                    .post("/feedback", words("SUGGESTION", "OTHER", "人人可提", true))
                    .expect(201);
            assertThat(posted.text("authorId")).isEqualTo(person.toString());
            var mine = Phone.of(port, person).get("/me/feedback").expect(200);
            assertThat(mine.body().get("items").toString()).contains(posted.text("id"));
        }
        Phone.of(port, PARTNER)
                .post("/feedback", words("SUGGESTION", "OTHER", "系统", false))
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void liesOnTheOfficesDeskForFiveWorkingDaysAndThePosterIsTold() throws SQLException {
        var before = Phone.of(port, URBAN_HANDLER).get("/sync").expect(200).text("cursor");
        var posted = posted(URBAN_HANDLER, false);
        assertThat(posted.header("Location")).isEqualTo("/v1/feedback/" + posted.id());
        assertThat(posted.text("light")).isEqualTo("GREEN");
        assertThat(text(
                        "select rule_id || ' ' || unit || ' ' || amount || ' ' || cut_off || ' ' || (current_due_at = f.due_at)"
                                + " from deadline join deadline_rule using (rule_id) join feedback f on f.id = subject_id where subject_id = '%s'"
                                        .formatted(posted.id())))
                .isEqualTo("FEEDBACK_ANSWER WORKING_DAY 5 END_OF_DAY true");
        assertThat(desks(posted.id(), "ANSWER")).containsExactlyInAnyOrder(DIRECTOR, OFFICE_DEPUTY);

        var answered = answer(DIRECTOR, posted.id(), 1).expect(200);
        assertThat(answered.text("status")).isEqualTo("ANSWERED");
        assertThat(answered.text("light")).isEqualTo("NONE");
        assertThat(openDesks(posted.id())).isZero();
        assertThat(number("select count(*) from deadline where satisfied_at is null and subject_id = '%s'"
                        .formatted(posted.id())))
                .isZero();
        Awaitility.await().untilAsserted(() -> {
            var events = Phone.of(port, URBAN_HANDLER)
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

        var seen = Phone.of(port, URBAN_HANDLER).get("/feedback/" + posted.id()).expect(200);
        assertThat(seen.body().get("answers").get(0).get("answeredById").asString())
                .isEqualTo(DIRECTOR.toString());
        assertThat(seen.body().get("legalActions").toString()).isEqualTo("[\"RATE_SATISFIED\",\"REOPEN\"]");
        var closed = rate(URBAN_HANDLER, posted.id(), 2, SATISFIED).expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        rate(URBAN_HANDLER, posted.id(), 3, DISSATISFIED).refused(409, "E_GEN_ILLEGAL_STATE");
        answer(DIRECTOR, posted.id(), 3).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void isReopenedOnceForTheDirectorWithANewClock() throws SQLException {
        var id = posted(HOUSING_LIAISON, false).id();
        answer(OFFICE_DEPUTY, id, 1).expect(200);
        var reopened = rate(HOUSING_LIAISON, id, 2, DISSATISFIED).expect(200);
        assertThat(reopened.text("status")).isEqualTo("REOPENED");
        assertThat(reopened.body().get("answers").get(0).get("ratingWords").asString())
                .isEqualTo("没有说到点子上");
        assertThat(desks(id, "ANSWER_AGAIN")).containsExactly(DIRECTOR);
        assertThat(number("select count(*) from deadline where subject_id = '%s'".formatted(id)))
                .isEqualTo(2);
        answer(OFFICE_DEPUTY, id, 3).refused(403, "E_GEN_SCOPE");
        answer(DIRECTOR, id, 3).expect(200);
        var closed = rate(HOUSING_LIAISON, id, 4, DISSATISFIED).expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.body().get("answers")).hasSize(2);
        assertThat(openDesks(id)).isZero();
    }

    @Test
    void showsTheUnnamedToHimselfAndTheDirectorAndItselfToNobodyElse() {
        var id = posted(AGENT, true).id();
        assertThat(author(AGENT, id)).isEqualTo(AGENT.toString());
        assertThat(author(DIRECTOR, id)).isEqualTo(AGENT.toString());
        assertThat(author(OFFICE_DEPUTY, id)).isEmpty();
        assertThat(author(OFFICE_DEPUTY, posted(AGENT, false).id())).isEqualTo(AGENT.toString());
        for (var other : List.of(LEADER, DEPUTY, REGISTRAR, SUPERVISOR, DISPATCHER, SYSADMIN, HOUSING_HEAD)) {
            Phone.of(port, other).get("/feedback/" + id).expect(404);
            assertThat(Phone.of(port, other)
                            .get("/feedback?limit=100")
                            .expect(200)
                            .body()
                            .toString())
                    .doesNotContain(id.toString());
        }
        Phone.of(port, LEADER).post("/feedback/" + id + "/answers", 1, ANSWERED).refused(403, "E_GEN_SCOPE");
        rate(DIRECTOR, id, 1, SATISFIED).expect(404);
    }

    @Test
    void isNeverAnsweredByWhoPostedIt() throws SQLException {
        var id = posted(DIRECTOR, false).id();
        assertThat(desks(id, "ANSWER")).containsExactly(OFFICE_DEPUTY);
        answer(DIRECTOR, id, 1).refused(403, "E_GEN_SELF_APPROVAL");
        answer(OFFICE_DEPUTY, id, 1).expect(200);
        rate(DIRECTOR, id, 2, DISSATISFIED).expect(200);
        assertThat(desks(id, "ANSWER_AGAIN")).containsExactly(OFFICE_DEPUTY);
        answer(OFFICE_DEPUTY, id, 3).expect(200);
    }

    @Test
    void callsTheDirectorOnceWhenNobodyAnswersInTime() throws SQLException {
        var id = posted(URBAN_LIAISON, false).id();
        database.execute(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where subject_id = '%s'"
                        .formatted(id));
        sweep.work().get().block();
        sweep.work().get().block();
        assertThat(desks(id, "URGE_FEEDBACK_ANSWER")).containsExactly(DIRECTOR);
        assertThat(number("select count(*) from event_log where subject_id = '%s' and type = 'feedback.overdue'"
                        .formatted(id)))
                .isEqualTo(1);
        answer(OFFICE_DEPUTY, id, 1).expect(200);
        assertThat(openDesks(id)).isZero();
    }

    @Test
    void isAnsweredByOneOfTwentyAndRepeatedByNobody() throws Exception {
        var id = posted(URBAN_HEAD, false).id();
        var executor = Executors.newFixedThreadPool(20);
        try {
            var statuses = new ArrayList<Integer>();
            for (var call : executor.invokeAll(IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(i -> () -> answer(i % 2 == 0 ? DIRECTOR : OFFICE_DEPUTY, id, 1))
                    .toList())) {
                statuses.add(call.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        } finally {
            executor.shutdownNow();
        }
        var key = UUID.randomUUID();
        var path = "/feedback/" + id + "/ratings";
        Phone.of(port, URBAN_HEAD).post(path, 2, key, SATISFIED).expect(200);
        var again = Phone.of(port, URBAN_HEAD).post(path, 2, key, SATISFIED).expect(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(number("select version from feedback where id = '%s'".formatted(id)))
                .isEqualTo(3);
    }

    @Test
    void refusesWhatIsMalformedOrBlindOrGone() {
        var phone = Phone.of(port, URBAN_HANDLER);
        phone.post("/feedback", words("COMPLAINT", "APP", "   ", false)).refused(400, "E_GEN_VALIDATION");
        phone.post("/feedback", words("PRAISE", "APP", "好", false)).refused(400, "E_GEN_VALIDATION");
        phone.post("/feedback", words("COMPLAINT", "APP", "机密★10年", false)).refused(422, "E_GEN_CLASSIFIED_REFUSED");
        var id = posted(URBAN_HANDLER, false).id();
        answer(DIRECTOR, id, 7).refused(412, "E_GEN_STALE_VERSION");
        var director = Phone.of(port, DIRECTOR);
        director.send(director.request("/feedback/" + id + "/answers")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(ANSWERED)))
                .refused(428, "E_WEB_PRECONDITION_REQUIRED");
        rate(URBAN_HANDLER, id, 1, SATISFIED).refused(409, "E_GEN_ILLEGAL_STATE");
        director.get("/feedback/" + UUID.randomUUID()).refused(404, "E_WEB_NOT_FOUND");
        director.get("/feedback?status=OPEN").expect(400);
    }

    @Test
    void listsByStateAndPageForTheOfficeAndOnesOwnForOneself() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> posted(HOUSING_HANDLER, false).text("id"))
                .toList();
        answer(DIRECTOR, UUID.fromString(ids.get(1)), 1).expect(200);
        var waiting = Phone.of(port, DIRECTOR)
                .get("/feedback?status=POSTED,REOPENED&limit=100")
                .expect(200);
        assertThat(waiting.body().toString()).contains(ids.get(0), ids.get(2)).doesNotContain(ids.get(1));

        var mine = Phone.of(port, HOUSING_HANDLER);
        var seen = new ArrayList<String>();
        var page = mine.get("/me/feedback?limit=2").expect(200);
        page.body().get("items").forEach(item -> seen.add(item.get("id").asString()));
        page = mine.get("/me/feedback?limit=2&cursor=" + page.text("nextCursor"))
                .expect(200);
        page.body().get("items").forEach(item -> seen.add(item.get("id").asString()));
        assertThat(seen).doesNotHaveDuplicates().startsWith(ids.get(2), ids.get(1), ids.get(0));
        assertThat(Phone.of(port, DIRECTOR)
                        .get("/me/feedback?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(ids.get(0));
    }

    private Answer posted(UUID person, boolean unnamed) {
        return Phone.of(port, person)
                .post("/feedback", words("COMPLAINT", "BURDEN", "填报太多,重复上报", unnamed))
                .expect(201);
    }

    private Answer answer(UUID person, UUID id, long seen) {
        return Phone.of(port, person).post("/feedback/" + id + "/answers", seen, ANSWERED);
    }

    private Answer rate(UUID person, UUID id, long seen, String verdict) {
        return Phone.of(port, person).post("/feedback/" + id + "/ratings", seen, verdict);
    }

    private String author(UUID reader, UUID id) {
        return Phone.of(port, reader).get("/feedback/" + id).expect(200).text("authorId");
    }

    private static String words(String kind, String area, String text, boolean unnamed) {
        return "{\"kind\":\"%s\",\"area\":\"%s\",\"text\":\"%s\",\"unnamed\":%s}".formatted(kind, area, text, unnamed);
    }

    private List<UUID> desks(UUID subject, String action) throws SQLException {
        return ids(
                "select person_id from todo where subject_id = '%s' and action = '%s' and closed_at is null and on_behalf_of is null"
                        .formatted(subject, action));
    }

    private long openDesks(UUID subject) throws SQLException {
        return number("select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(subject));
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        return column(sql).get(0);
    }

    private List<UUID> ids(String sql) throws SQLException {
        return column(sql).stream().map(UUID::fromString).toList();
    }

    private List<String> column(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
