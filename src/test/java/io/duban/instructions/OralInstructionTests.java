package io.duban.instructions;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.platform.commands.Commands;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a leader said, written down by the office and confirmed by him with one tap; and what his silence means. */
@ServerTest
class OralInstructionTests {

    private static final UUID CLERK = DOC_HANDLER;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    LeaderInstructions instructions;

    @Autowired
    FeedbackClock feedback;

    @Autowired
    Commands commands;

    /** Whatever became of the test: a mandate given twice would be in every later one's way. */
    @AfterEach
    void nobodyActsForAnybody() {
        run("update delegation set ended_at = now() where ended_at is null");
    }

    @Test
    void isAssignedOnceTheLeaderHasConfirmedIt() {
        var said = said(Instant.now().minus(30, ChronoUnit.DAYS), "URGENT");
        assertThat(said.text("confirmUntil")).isLessThan(said.text("recordedAt"));
        assertThat(said.text("writtenDownById")).isEqualTo(CLERK.toString());
        var id = said.id();
        decomposed(id);
        tap(clerk(), id, "assignments", 3).refused(422, "E_INS_UNCONFIRMED_ORAL");
        assertThat(legal(clerk(), id)).doesNotContain("ASSIGN");
        assertThat(legal(leader(), id)).contains("CONFIRM_ORAL", "DENY_ORAL");
        tap(director(), id, "confirmations", 3).refused(404, "E_WEB_NOT_FOUND");
        tap(leader(), id, "confirmations", 3).expect(200);
        tap(leader(), id, "confirmations", 4).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(legal(leader(), id)).doesNotContain("CONFIRM_ORAL");
        tap(clerk(), id, "assignments", 4).expect(200);
    }

    @Test
    void isAssignedAtOnceWhileThereIsTimeToConfirmItOrNoneToLose() {
        var fresh = said(Instant.now().minus(1, ChronoUnit.MINUTES), "URGENT").id();
        decomposed(fresh);
        tap(clerk(), fresh, "assignments", 3).expect(200);
        var urgent =
                said(Instant.now().minus(30, ChronoUnit.DAYS), "EXTRA_URGENT").id();
        decomposed(urgent);
        tap(clerk(), urgent, "assignments", 3).expect(200);
        assertThat(number(
                        "select count(*) from todo where action = 'CONFIRM_ORAL' and closed_at is null and subject_id = '"
                                + urgent + "'"))
                .isEqualTo(1);
    }

    @Test
    void isCancelledWithTheWordsOfTheLeaderWhoDeniesIt() {
        var id = said(Instant.now().minus(1, ChronoUnit.HOURS), "NORMAL").id();
        var denied = leader().post("/leader-instructions/" + id + "/denials", 1, "{\"words\":\"我没有这样讲\"}")
                .expect(200);
        assertThat(denied.text("status")).isEqualTo("CANCELLED");
        assertThat(denied.text("endReason")).isEqualTo("我没有这样讲");
        assertThat(number("select count(*) from todo where closed_at is null and subject_id = '" + id + "'"))
                .isZero();
        assertThat(number("select count(*) from deadline where satisfied_at is null and subject_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void isSaidByALeaderAndInThePast() {
        clerk().post("/oral-instructions", oral(LEADER, Instant.now().plus(1, ChronoUnit.HOURS), "NORMAL"))
                .refused(400, "E_GEN_VALIDATION");
        clerk().post("/oral-instructions", oral(DIRECTOR, Instant.now().minus(1, ChronoUnit.HOURS), "NORMAL"))
                .refused(400, "E_GEN_VALIDATION");
        leader().post("/oral-instructions", oral(LEADER, Instant.now().minus(1, ChronoUnit.HOURS), "NORMAL"))
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void isStruckOffByTheDelegateWithinTheLeadersMandate() {
        run("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason, created_by_id, created_at)
                values (gen_random_uuid(), 1, '%1$s', '%2$s', now() - interval '1 minute', now() + interval '1 day', false, '出差', '%1$s', now())""".formatted(LEADER, DEPUTY_2));
        var id = reported();
        var delegate = Phone.of(port, DEPUTY_2);
        tap(delegate, id, "strike-offs", 5).refused(404, "E_WEB_NOT_FOUND");
        var struck = tap(delegate.onBehalfOf(LEADER), id, "strike-offs", 5).expect(200);
        assertThat(struck.text("endedById")).isEqualTo(LEADER.toString());
    }

    @Test
    void isNeitherConfirmedNorStruckOffByTheDelegateWhoWroteItDownOrReportedIt() {
        run("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason, created_by_id, created_at)
                values (gen_random_uuid(), 1, '%1$s', '%2$s', now() - interval '1 minute', now() + interval '1 day', false, '出差', '%1$s', now())""".formatted(LEADER, DIRECTOR));
        var oral = director()
                .post("/oral-instructions", oral(LEADER, Instant.now().minus(1, ChronoUnit.MINUTES), "URGENT"))
                .expect(201)
                .id();
        tap(director().onBehalfOf(LEADER), oral, "confirmations", 1).refused(403, "E_GEN_SELF_APPROVAL");

        var id = said(Instant.now().minus(1, ChronoUnit.MINUTES), "URGENT").id();
        decomposed(id);
        tap(clerk(), id, "assignments", 3).expect(200);
        verified(id);
        director()
                .post(
                        "/leader-instructions/" + id + "/reports",
                        4,
                        "{\"text\":\"已办\",\"resultFrom\":\"SUPERVISION_MATTER\"}")
                .expect(200);
        tap(director().onBehalfOf(LEADER), id, "strike-offs", 5).refused(403, "E_GEN_SELF_APPROVAL");
        tap(leader(), id, "strike-offs", 5).expect(200);
    }

    @Test
    void silenceStrikesOffOnlyWhereTheDistrictSaysSo() {
        var late = reported();
        var fresh = reported();
        run(
                "update leader_instruction set reported_at = now() - interval '60 days', silent_from = now() - interval '50 days' where id = '"
                        + late + "'");
        assertThat(instructions.findById(late).block().status()).isEqualTo(InstructionStatus.REPORTED);

        new SilenceSweep(instructions, feedback, commands, Clock.systemUTC())
                .sweep()
                .block();

        assertThat(instructions.findById(late).block().status()).isEqualTo(InstructionStatus.STRUCK_OFF);
        assertThat(instructions.findById(late).block().course().ending().endedById())
                .isNull();
        assertThat(instructions.findById(fresh).block().status()).isEqualTo(InstructionStatus.REPORTED);
    }

    @Test
    void isTakenToTheUnitsHeadAndThenToTheDirectorWhenItIsOverdue() {
        var id = said(Instant.now().minus(1, ChronoUnit.MINUTES), "URGENT").id();
        decomposed(id);
        tap(clerk(), id, "assignments", 3).expect(200);
        run(
                "update deadline set warn_at = now() - interval '2 days', current_due_at = now() - interval '1 day' where satisfied_at is null and subject_id = '"
                        + id + "' and step in ('HANDLE', 'FOLLOW_UP')");

        await().atMost(Duration.ofSeconds(60)).until(() -> desks(id, "URGE_FEEDBACK", URBAN_HEAD) == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> desks(id, "RESOLVE_OVERDUE", DIRECTOR) == 1);
        assertThat(number("select count(*) from todo where person_id = '" + LEADER
                        + "' and action not like 'CONFIRM%' and subject_id = '" + id + "'"))
                .as("a leader sees a count, not an alarm")
                .isZero();

        verified(id);
        clerk().post(
                        "/leader-instructions/" + id + "/reports",
                        4,
                        "{\"text\":\"已办\",\"resultFrom\":\"SUPERVISION_MATTER\"}")
                .expect(200);
        assertThat(desks(id, "RESOLVE_OVERDUE", DIRECTOR)).isZero();
    }

    private long desks(UUID id, String action, UUID person) {
        return number(
                "select count(*) from todo where closed_at is null and action = '%s' and person_id = '%s' and subject_id = '%s'"
                        .formatted(action, person, id));
    }

    private Answer said(Instant when, String urgency) {
        return clerk().post("/oral-instructions", oral(LEADER, when, urgency)).expect(201);
    }

    private static String oral(UUID leader, Instant when, String urgency) {
        return """
                {"leaderId":"%s","saidAt":"%s","heardBy":"办公室值班人员","words":{"title":"泵站停机","exactWords":"马上查清原因",
                 "category":"ACT","urgency":"%s","source":{"kind":"ORAL","title":"现场调研"}}}""".formatted(leader, when.truncatedTo(ChronoUnit.SECONDS), urgency);
    }

    /** At version 3, confirmed. */
    private void decomposed(UUID id) {
        clerk().post(
                        "/leader-instructions/" + id + "/decompositions",
                        1,
                        "{\"tasks\":[{\"unitId\":\"%s\",\"role\":\"HOST\",\"requirement\":\"查\",\"dueAt\":\"%s\"}],\"acceptanceCriteria\":[\"查清\"]}"
                                .formatted(
                                        URBAN_BUREAU,
                                        Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)))
                .expect(200);
        director()
                .post("/leader-instructions/" + id + "/decomposition-decisions", 2, "{\"verdict\":\"CONFIRM\"}")
                .expect(200);
    }

    /** At version 5, with the leader. */
    private UUID reported() {
        var id = said(Instant.now().minus(1, ChronoUnit.MINUTES), "URGENT").id();
        decomposed(id);
        tap(clerk(), id, "assignments", 3).expect(200);
        verified(id);
        clerk().post(
                        "/leader-instructions/" + id + "/reports",
                        4,
                        "{\"text\":\"已办\",\"resultFrom\":\"SUPERVISION_MATTER\"}")
                .expect(200);
        return id;
    }

    /** By supervision, where the unit handed in. */
    private void verified(UUID id) {
        run(
                "update supervision_matter set status = 'HANDLED' where id = (select matter_id from leader_instruction where id = '%s')"
                        .formatted(id));
    }

    private static String legal(Phone phone, UUID id) {
        return phone.get("/leader-instructions/" + id)
                .expect(200)
                .body()
                .get("legalActions")
                .toString();
    }

    private static Answer tap(Phone phone, UUID id, String step, long seen) {
        return phone.send(phone.request("/leader-instructions/" + id + "/" + step)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .POST(BodyPublishers.noBody()));
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

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
