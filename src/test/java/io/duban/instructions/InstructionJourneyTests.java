package io.duban.instructions;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A leader's words, until he strikes them off. */
@ServerTest
@org.junit.jupiter.api.Disabled
class InstructionJourneyTests {

    private static final String WORDS =
            "{\"title\":\"泵站停机\",\"exactWords\":\"请城管局查清原因,三日内报我\",\"category\":\"ACT_AND_REPORT\",\"urgency\":\"URGENT\"}";
    private static final String ASSIGNMENT =
            "{\"objectUnitIds\":[\"" + URBAN_BUREAU + "\"],\"acceptanceCriteria\":[\"原因查清\"]}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void goFromTheLeadersPhoneToHisStrikeOffAndOpenAMatterOnTheWay() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        var assigned = director().post(path(id, "assignments"), 1, ASSIGNMENT).expect(200);
        assertThat(assigned.text("status")).isEqualTo("ASSIGNED");
        assertThat(assigned.text("dueAt")).isNotEmpty();
        assertThat(number("select count(*) from supervision_matter where title = '泵站停机'"))
                .isEqualTo(1);
        director().post(path(id, "reports"), 2, "{\"text\":\"电缆老化,已更换\"}").expect(200);
        var struck = leader().send(strikeOff(leader(), id, 3)).expect(200);
        assertThat(struck.text("status")).isEqualTo("STRUCK_OFF");
        assertThat(number("select count(*) from todo where subject_id = '" + id + "' and closed_at is null"))
                .isZero();
        assertThat(number("select count(*) from deadline where subject_id = '" + id + "' and satisfied_at is null"))
                .isZero();
    }

    @Test
    void nobodyElseStrikesThemOff() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        director().post(path(id, "assignments"), 1, ASSIGNMENT).expect(200);
        director().post(path(id, "reports"), 2, "{\"text\":\"已办\"}").expect(200);
        var deputy = Phone.of(port, DEPUTY);
        deputy.send(strikeOff(deputy, id, 3)).refused(404, "E_WEB_NOT_FOUND");
        director().send(strikeOff(director(), id, 3)).refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void anOrderToActNeedsAUnitThatActs() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        director()
                .post(path(id, "assignments"), 1, ASSIGNMENT.replace("\"" + URBAN_BUREAU + "\"", ""))
                .refused(422, "E_GEN_HOST_REQUIRED");
        director()
                .post(
                        path(id, "assignments"),
                        1,
                        ASSIGNMENT.replace(
                                URBAN_BUREAU.toString(), UUID.randomUUID().toString()))
                .refused(400, "E_GEN_VALIDATION");
        leader().send(strikeOff(leader(), id, 1)).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void wordsThatAskForNothingAreDoneWhenTheyAreWritten() {
        var read = leader().post("/leader-instructions", WORDS.replace("ACT_AND_REPORT", "READ"))
                .expect(201);
        assertThat(read.text("status")).isEqualTo("NO_ACTION_NEEDED");
        director().post(path(read.id(), "assignments"), 1, ASSIGNMENT).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void theExactWordsAreNeverEdited() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        assertThatThrownBy(() -> database.sql("update leader_instruction set exact_words = 'x' where id = $1")
                        .bind(0, id)
                        .then()
                        .block())
                .hasMessageContaining("never edited");
    }

    private Phone leader() {
        return Phone.of(port, LEADER);
    }

    private Phone director() {
        return Phone.of(port, DIRECTOR);
    }

    private static java.net.http.HttpRequest.Builder strikeOff(Phone phone, UUID id, long seen) {
        return phone.request(path(id, "strike-offs"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody());
    }

    private static String path(UUID id, String step) {
        return "/leader-instructions/" + id + "/" + step;
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
