package io.duban.feedbacks;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may post, see and answer a complaint, and how much of it. */
@ServerTest
class FeedbackRightsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private FeedbackOffice office;

    @BeforeEach
    void open() {
        office = new FeedbackOffice(port, database);
    }

    @Test
    void isOpenToWhoeverIsLoggedIn() throws SQLException {
        var people = office.ids("select id from person where enabled and password_hash is not null");
        assertThat(people).hasSizeGreaterThan(50);
        for (var person : people) {
            var posted = office.at(person)
                    .post("/feedback", FeedbackOffice.words("SUGGESTION", "OTHER", "人人可提", true))
                    .expect(201);
            assertThat(posted.text("authorId")).isEqualTo(person.toString());
            var mine = office.at(person).get("/me/feedback").expect(200);
            assertThat(mine.body().get("items").toString()).contains(posted.text("id"));
        }
        office.at(PARTNER)
                .post("/feedback", FeedbackOffice.words("SUGGESTION", "OTHER", "系统", false))
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void showsTheUnnamedToHimselfAndTheDirectorAndItselfToNobodyElse() {
        var id = office.posted(AGENT, true).id();
        assertThat(office.author(AGENT, id)).isEqualTo(AGENT.toString());
        assertThat(office.author(DIRECTOR, id)).isEqualTo(AGENT.toString());
        assertThat(office.author(OFFICE_DEPUTY, id)).isEmpty();
        assertThat(office.author(OFFICE_DEPUTY, office.posted(AGENT, false).id()))
                .isEqualTo(AGENT.toString());
        for (var other : List.of(LEADER, DEPUTY, REGISTRAR, SUPERVISOR, DISPATCHER, SYSADMIN, HOUSING_HEAD)) {
            office.at(other).get("/feedback/" + id).expect(404);
            assertThat(office.at(other)
                            .get("/feedback?limit=100")
                            .expect(200)
                            .body()
                            .toString())
                    .doesNotContain(id.toString());
        }
        office.at(LEADER)
                .post("/feedback/" + id + "/answers", 1, FeedbackOffice.ANSWERED)
                .refused(403, "E_GEN_SCOPE");
        office.rate(DIRECTOR, id, 1, FeedbackOffice.SATISFIED).expect(404);
    }

    @Test
    void isNeverAnsweredByWhoPostedIt() throws SQLException {
        var id = office.posted(DIRECTOR, false).id();
        assertThat(office.desks(id, "ANSWER")).containsExactly(OFFICE_DEPUTY);
        office.answer(DIRECTOR, id, 1).refused(403, "E_GEN_SELF_APPROVAL");
        office.answer(OFFICE_DEPUTY, id, 1).expect(200);
        office.rate(DIRECTOR, id, 2, FeedbackOffice.DISSATISFIED).expect(200);
        assertThat(office.desks(id, "ANSWER_AGAIN")).containsExactly(OFFICE_DEPUTY);
        office.answer(OFFICE_DEPUTY, id, 3).expect(200);
    }

    @Test
    void refusesWhatIsMalformedOrBlindOrGone() {
        var phone = office.at(URBAN_HANDLER);
        phone.post("/feedback", FeedbackOffice.words("COMPLAINT", "APP", "   ", false))
                .refused(400, "E_GEN_VALIDATION");
        phone.post("/feedback", FeedbackOffice.words("PRAISE", "APP", "好", false))
                .refused(400, "E_GEN_VALIDATION");
        phone.post("/feedback", FeedbackOffice.words("COMPLAINT", "APP", "机密★10年", false))
                .refused(422, "E_GEN_CLASSIFIED_REFUSED");
        var id = office.posted(URBAN_HANDLER, false).id();
        office.answer(DIRECTOR, id, 7).refused(412, "E_GEN_STALE_VERSION");
        var director = office.at(DIRECTOR);
        director.send(director.request("/feedback/" + id + "/answers")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(FeedbackOffice.ANSWERED)))
                .refused(428, "E_WEB_PRECONDITION_REQUIRED");
        office.rate(URBAN_HANDLER, id, 1, FeedbackOffice.SATISFIED).refused(409, "E_GEN_ILLEGAL_STATE");
        director.get("/feedback/" + UUID.randomUUID()).refused(404, "E_WEB_NOT_FOUND");
        director.get("/feedback?status=OPEN").expect(400);
    }

    @Test
    void listsByStateAndPageForTheOfficeAndOnesOwnForOneself() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> office.posted(HOUSING_HANDLER, false).text("id"))
                .toList();
        office.answer(DIRECTOR, UUID.fromString(ids.get(1)), 1).expect(200);
        var waiting = office.at(DIRECTOR)
                .get("/feedback?status=POSTED,REOPENED&limit=100")
                .expect(200);
        assertThat(waiting.body().toString()).contains(ids.get(0), ids.get(2)).doesNotContain(ids.get(1));

        var mine = office.at(HOUSING_HANDLER);
        var seen = new ArrayList<String>();
        var page = mine.get("/me/feedback?limit=2").expect(200);
        page.body().get("items").forEach(item -> seen.add(item.get("id").asString()));
        page = mine.get("/me/feedback?limit=2&cursor=" + page.text("nextCursor"))
                .expect(200);
        page.body().get("items").forEach(item -> seen.add(item.get("id").asString()));
        assertThat(seen).doesNotHaveDuplicates().startsWith(ids.get(2), ids.get(1), ids.get(0));
        assertThat(office.at(DIRECTOR)
                        .get("/me/feedback?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain(ids.get(0));
    }
}
