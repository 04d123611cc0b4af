package io.duban.instructions;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A leader's words, until he strikes them off. */
@ServerTest
class InstructionJourneyTests {

    private static final UUID CLERK = DOC_HANDLER;
    private static final String WORDS =
            "{\"title\":\"泵站停机\",\"exactWords\":\"请城管局查清原因,三日内报我\",\"category\":\"ACT_AND_REPORT\",\"urgency\":\"URGENT\"}";
    private static final String FINAL = "{\"kind\":\"FINAL\",\"text\":\"电缆老化,已更换\"}";
    private static final String REPORT = "{\"text\":\"电缆老化,已更换\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    LeaderInstructions instructions;

    @Test
    void goFromTheLeadersPenToHisStrikeOffAndOpenAMatterOnTheWay() {
        var title = "泵站停机" + UUID.randomUUID();
        var id = leader().post("/leader-instructions", WORDS.replace("泵站停机", title))
                .expect(201)
                .id();
        assertThat(legal(clerk(), id)).containsExactly("DECOMPOSE");
        assertThat(legal(leader(), id)).isEmpty();
        var assigned = assigned(id);
        assertThat(assigned.text("status")).isEqualTo("ASSIGNED");
        assertThat(assigned.text("dueAt")).isNotEmpty();
        assertThat(assigned.text("matterId")).isNotEmpty();
        assertThat(number("select count(*) from supervision_matter where title = '" + title + "'"))
                .isEqualTo(1);

        assertThat(legal(urban(), id)).containsExactly("GIVE_FEEDBACK");
        urban().post(path(id, "feedback"), 4, "{\"kind\":\"STAGE\",\"text\":\"正在查\"}")
                .expect(200);
        accept(id);
        urban().post(path(id, "feedback"), 6, FINAL).expect(200);
        clerk().post(path(id, "reports"), 7, REPORT).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        accept(id);
        var reported = clerk().post(path(id, "reports"), 8, REPORT).expect(200);
        assertThat(reported.text("status")).isEqualTo("REPORTED");
        assertThat(reported.body().get("awaitingStrikeOff").asBoolean()).isFalse();
        assertThat(legal(leader(), id)).containsExactly("STRIKE_OFF", "CONTINUE");
        assertThat(leader().get("/leader-instructions?waitingForMe=true&status=REPORTED")
                        .expect(200)
                        .body()
                        .toString())
                .contains(id.toString());

        var struck = tap(leader(), id, "strike-offs", 9).expect(200);
        assertThat(struck.text("status")).isEqualTo("STRUCK_OFF");
        assertThat(struck.text("exactWords")).isEqualTo("请城管局查清原因,三日内报我");
        assertThat(openDesks(id)).isZero();
        assertThat(openClocks(id)).isZero();
    }

    @Test
    void areReportedByTheOfficeAndByNoUnit() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        assigned(id);
        urban().post(path(id, "reports"), 4, REPORT).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        clerk().post(path(id, "reports"), 4, REPORT).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        Phone.of(port, HOUSING_LIAISON).post(path(id, "feedback"), 4, FINAL).refused(404, "E_WEB_NOT_FOUND");
        var verified = "{\"text\":\"督查反馈已办\",\"resultFrom\":\"SUPERVISION_MATTER\"}";
        clerk().post(path(id, "reports"), 4, verified).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        run(
                "update supervision_matter set status = 'HANDLED' where id = (select matter_id from leader_instruction where id = '%s')"
                        .formatted(id));
        clerk().post(path(id, "reports"), 4, verified).expect(200);
    }

    @Test
    void areStruckOffByTheirLeaderAndNobodyElse() {
        var id = reported(WORDS.replace("}", ",\"addresseeIds\":[\"" + DEPUTY + "\"]}"));
        var deputy = Phone.of(port, DEPUTY);
        assertThat(legal(deputy, id)).containsExactly("ACKNOWLEDGE");
        tap(deputy, id, "strike-offs", 7).refused(403, "E_SUP_NOT_OWNER");
        deputy.post(path(id, "continuations"), 7, WORDS).refused(403, "E_SUP_NOT_OWNER");
        tap(Phone.of(port, DEPUTY_2), id, "strike-offs", 7).refused(404, "E_WEB_NOT_FOUND");
        tap(director(), id, "strike-offs", 7).refused(404, "E_WEB_NOT_FOUND");
        tap(deputy, id, "acknowledgements", 7).expect(200);
        assertThat(legal(deputy, id)).isEmpty();
    }

    @Test
    void areStruckOffOnceByTwentyTaps() throws Exception {
        var id = reported(WORDS);
        var phones = new ArrayList<Callable<Integer>>();
        for (int tap = 0; tap < 20; tap++) {
            phones.add(() -> tap(leader(), id, "strike-offs", 7).status());
        }
        var pool = Executors.newFixedThreadPool(20);
        var answers = new ArrayList<Integer>();
        for (var answer : pool.invokeAll(phones)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(19);
        assertThat(number(
                        "select count(*) from event_log where type = 'instruction.leader.struckOff' and subject_id = '"
                                + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void goOnInNewWordsWhenTheLeaderWritesAgain() {
        var id = reported(WORDS);
        var continued = leader().post(path(id, "continuations"), 7, WORDS.replace("请城管局查清原因", "还须追责"))
                .expect(200);
        assertThat(continued.text("status")).isEqualTo("CONTINUED");
        assertThat(openDesks(id)).isZero();
        var child = leader().get("/leader-instructions/" + continued.text("continuedById"))
                .expect(200);
        assertThat(child.text("parentId")).isEqualTo(id.toString());
        assertThat(child.text("status")).isEqualTo("RECORDED");
        assertThat(child.text("exactWords")).startsWith("还须追责");
        assertThat(openDesks(child.id())).isEqualTo(1);
    }

    @Test
    void areDecomposedByOneAndConfirmedByAnother() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        clerk().post(path(id, "decompositions"), 1, plan("")).refused(422, "E_GEN_HOST_REQUIRED");
        clerk().post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", null)))
                .refused(422, "E_DOC_DUE_REQUIRED");
        clerk().post(path(id, "decompositions"), 1, plan(task(UUID.randomUUID(), "HOST", soon())))
                .refused(400, "E_GEN_VALIDATION");
        clerk().post(
                        path(id, "decompositions"),
                        1,
                        plan(task(URBAN_BUREAU, "HOST", soon()) + ","
                                + task(HOUSING_BUREAU, "CO", soon().plusSeconds(60))))
                .refused(422, "E_SUP_CO_DUE_LATE");
        director()
                .post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", soon())))
                .refused(403, "E_GEN_SCOPE");
        clerk().post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", soon())))
                .expect(200);
        tap(clerk(), id, "assignments", 2).refused(409, "E_GEN_ILLEGAL_STATE");
        director()
                .post(path(id, "decomposition-decisions"), 2, "{\"verdict\":\"RETURN\"}")
                .refused(400, "E_GEN_VALIDATION");
        director()
                .post(path(id, "decomposition-decisions"), 2, "{\"verdict\":\"RETURN\",\"reason\":\"太粗\"}")
                .expect(200);
        assertThat(leader().get("/leader-instructions/" + id).text("status")).isEqualTo("RECORDED");
        clerk().post(path(id, "decompositions"), 3, plan(task(URBAN_BUREAU, "HOST", soon())))
                .expect(200);
        director()
                .post(path(id, "decomposition-decisions"), 4, "{\"verdict\":\"CONFIRM\"}")
                .expect(200);
        clerk().post(path(id, "decompositions"), 5, plan(task(URBAN_BUREAU, "HOST", soon())))
                .refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(number("select count(*) from instruction_decomposition where instruction_id = '" + id + "'"))
                .isEqualTo(2);
        tap(clerk(), id, "assignments", 5).expect(200);
    }

    @Test
    void areReturnedToTheUnitWithTheirDefects() {
        var id = leader().post("/leader-instructions", WORDS.replace("\"URGENT\"", "\"COMPLEX\""))
                .expect(201)
                .id();
        assigned(id);
        assertThat(number("select count(*) from deadline where step like 'STAGE:%' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        urban().post(path(id, "feedback"), 4, "{\"kind\":\"STAGE\",\"text\":\"在查\"}")
                .expect(200);
        urban().post(path(id, "feedback"), 5, FINAL).refused(409, "E_GEN_ILLEGAL_STATE");
        decide(id, "RETURN", null).refused(400, "E_GEN_VALIDATION");
        decide(id, "RETURN", "原因不明").expect(200);
        assertThat(openStages(id)).isEqualTo(1);
        urban().post(path(id, "feedback"), 6, "{\"kind\":\"STAGE\",\"text\":\"电缆老化\"}")
                .expect(200);
        assertThat(openStages(id)).isZero();
        accept(id);
        assertThat(openStages(id)).isEqualTo(1);
        urban().post(path(id, "feedback"), 8, FINAL).expect(200);
        accept(id);
        urban().post(path(id, "feedback"), 10, FINAL).refused(409, "E_GEN_ILLEGAL_STATE");
        clerk().post(path(id, "reports"), 10, REPORT).expect(200);
        assertThat(openClocks(id)).isZero();
    }

    @Test
    void goToTheCoordinatingLeaderFirst() {
        var words = WORDS.replace("ACT_AND_REPORT", "COORDINATE");
        leader().post("/leader-instructions", words).refused(400, "E_GEN_VALIDATION");
        leader().post("/leader-instructions", WORDS.replace("}", ",\"coordinatingLeaderId\":\"" + DEPUTY + "\"}"))
                .refused(400, "E_GEN_VALIDATION");
        leader().post("/leader-instructions", words.replace("}", ",\"coordinatingLeaderId\":\"" + CLERK + "\"}"))
                .refused(400, "E_GEN_VALIDATION");
        var id = leader().post(
                        "/leader-instructions", words.replace("}", ",\"coordinatingLeaderId\":\"" + DEPUTY + "\"}"))
                .expect(201)
                .id();
        clerk().post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", soon())))
                .refused(409, "E_GEN_ILLEGAL_STATE");
        leader().post(path(id, "coordinations"), 1, "{\"words\":\"我来\"}").refused(403, "E_GEN_SCOPE");
        var deputy = Phone.of(port, DEPUTY);
        assertThat(legal(deputy, id)).containsExactly("COORDINATE");
        deputy.post(path(id, "coordinations"), 1, "{\"words\":\"由城管局先查\"}").expect(200);
        deputy.post(path(id, "coordinations"), 2, "{\"words\":\"再说\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        clerk().post(path(id, "decompositions"), 2, plan(task(URBAN_BUREAU, "HOST", soon())))
                .expect(200);
    }

    @Test
    void wordsThatAskForNothingAreDoneWhenTheyAreWritten() {
        for (var category : List.of("READ", "READ_STUDY", "AGREE", "DISAGREE")) {
            var read = leader().post("/leader-instructions", WORDS.replace("ACT_AND_REPORT", category))
                    .expect(201);
            assertThat(read.text("status")).isEqualTo("NO_ACTION_NEEDED");
            clerk().post(path(read.id(), "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", soon())))
                    .refused(409, "E_GEN_ILLEGAL_STATE");
        }
    }

    @Test
    void areCancelledByTheDirectorWithAReason() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        clerk().post(path(id, "cancellations"), 1, "{\"reason\":\"重复\"}").refused(403, "E_GEN_SCOPE");
        var cancelled = director()
                .post(path(id, "cancellations"), 1, "{\"reason\":\"与前一批示重复\"}")
                .expect(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("endReason")).isEqualTo("与前一批示重复");
        assertThat(openDesks(id)).isZero();
        assertThat(openClocks(id)).isZero();
    }

    @Test
    void theLeadersOwnDateGoesBeforeTheRule() {
        var own = soon().plus(20, ChronoUnit.DAYS);
        var id = leader().post("/leader-instructions", WORDS.replace("}", ",\"leaderDueAt\":\"" + own + "\"}"))
                .expect(201)
                .id();
        clerk().post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", own.plusSeconds(1))))
                .refused(400, "E_GEN_VALIDATION");
        assertThat(Instant.parse(assigned(id).text("dueAt"))).isEqualTo(own);
        leader().post("/leader-instructions", WORDS.replace("}", ",\"leaderDueAt\":\"2020-01-01T00:00:00Z\"}"))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void theExactWordsAreNeverEdited() {
        var id = leader().post("/leader-instructions", WORDS).expect(201).id();
        var phone = leader();
        phone.send(phone.request("/leader-instructions/" + id)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"1\"")
                        .method("PATCH", BodyPublishers.ofString("{\"exactWords\":\"不必查了\"}")))
                .refused(422, "E_INS_TEXT_IMMUTABLE");
        for (var column : List.of("exact_words", "title", "category")) {
            assertThatThrownBy(() -> database.sql("update leader_instruction set " + column + " = 'x' where id = $1")
                            .bind(0, id)
                            .then()
                            .block())
                    .hasMessageContaining("never edited");
        }
    }

    @Test
    void silenceIsShownAndClosesNothing() {
        var id = reported(WORDS);
        assertThat(number(
                        "select count(*) from leader_instruction where silent_from > reported_at + interval '3 days' and id = '"
                                + id + "'"))
                .isEqualTo(1);
        run("update leader_instruction set silent_from = now() - interval '1 minute' where id = '" + id + "'");
        var silent = leader().get("/leader-instructions/" + id).expect(200);
        assertThat(silent.body().get("awaitingStrikeOff").asBoolean()).isTrue();
        assertThat(silent.text("status")).isEqualTo("REPORTED");
    }

    private Answer assigned(UUID id) {
        clerk().post(path(id, "decompositions"), 1, plan(task(URBAN_BUREAU, "HOST", soon())))
                .expect(200);
        director()
                .post(path(id, "decomposition-decisions"), 2, "{\"verdict\":\"CONFIRM\"}")
                .expect(200);
        return tap(clerk(), id, "assignments", 3).expect(200);
    }

    /** At version 7, with the leader. */
    private UUID reported(String words) {
        var id = leader().post("/leader-instructions", words).expect(201).id();
        assigned(id);
        urban().post(path(id, "feedback"), 4, FINAL).expect(200);
        accept(id);
        clerk().post(path(id, "reports"), 6, REPORT).expect(200);
        return id;
    }

    private void accept(UUID id) {
        decide(id, "ACCEPT", null).expect(200);
    }

    private Answer decide(UUID id, String verdict, String defects) {
        var seen = clerk().get("/leader-instructions/" + id).expect(200);
        var waiting = "";
        for (JsonNode said : seen.body().get("feedback")) {
            waiting = said.get("state").asString().equals("SUBMITTED")
                    ? said.get("id").asString()
                    : waiting;
        }
        return clerk().post(
                        path(id, "feedback-decisions"),
                        seen.version(),
                        "{\"feedbackId\":\"%s\",\"verdict\":\"%s\"%s}"
                                .formatted(
                                        waiting, verdict, defects == null ? "" : ",\"defects\":\"" + defects + "\""));
    }

    private static String plan(String tasks) {
        return "{\"tasks\":[" + tasks + "],\"acceptanceCriteria\":[\"原因查清\"]}";
    }

    private static String task(UUID unit, String role, Instant due) {
        return "{\"unitId\":\"%s\",\"role\":\"%s\",\"requirement\":\"查清原因\"%s}"
                .formatted(unit, role, due == null ? "" : ",\"dueAt\":\"" + due + "\"");
    }

    private static Instant soon() {
        return Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<String> legal(Phone phone, UUID id) {
        var moves = new ArrayList<String>();
        phone.get("/leader-instructions/" + id)
                .expect(200)
                .body()
                .get("legalActions")
                .forEach(move -> moves.add(move.asString()));
        return moves;
    }

    private static Answer tap(Phone phone, UUID id, String step, long seen) {
        return phone.send(phone.request(path(id, step))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .POST(BodyPublishers.noBody()));
    }

    private static String path(UUID id, String step) {
        return "/leader-instructions/" + id + "/" + step;
    }

    private Phone leader() {
        return Phone.of(port, LEADER);
    }

    private Phone director() {
        return Phone.of(port, DIRECTOR);
    }

    private Phone clerk() {
        return Phone.of(port, CLERK);
    }

    private Phone urban() {
        return Phone.of(port, URBAN_LIAISON);
    }

    private long openDesks(UUID id) {
        return number("select count(*) from todo where subject_id = '" + id + "' and closed_at is null");
    }

    private long openClocks(UUID id) {
        return number("select count(*) from deadline where subject_id = '" + id + "' and satisfied_at is null");
    }

    private long openStages(UUID id) {
        return number(
                "select count(*) from deadline where step like 'STAGE:%' and satisfied_at is null and subject_id = '"
                        + id + "'");
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
