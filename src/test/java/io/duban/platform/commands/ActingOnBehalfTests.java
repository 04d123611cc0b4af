package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ReportedInstruction;
import io.duban.support.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A delegate acts with his principal's posts, and everything says that he did. */
@ServerTest
class ActingOnBehalfTests {

    private static final String WORDS =
            "{\"title\":\"代签\",\"exactWords\":\"请查清\",\"category\":\"ACT_AND_REPORT\",\"urgency\":\"URGENT\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    DeskSharing desks;

    private UUID mandate;

    @BeforeEach
    void theDeputyHasAMandateOfTheLeader() {
        mandate = mandate(LEADER, DEPUTY, "'{}'", "'{}'");
    }

    @AfterEach
    void itEnds() {
        run("update delegation set ended_at = now()");
        desks.share().block();
    }

    @Test
    void whatIsDoneIsThePrincipalsAndNamesBoth() {
        var made =
                deputy().onBehalfOf(LEADER).post("/leader-instructions", WORDS).expect(201);
        assertThat(made.text("leaderId")).isEqualTo(LEADER.toString());
        assertThat(count(
                        "event_log where actor_id = $2 and on_behalf_of = $3 and addressee_ids @> array[$2, $3]",
                        made.id(),
                        DEPUTY,
                        LEADER))
                .isEqualTo(1);
        assertThat(count(
                        "audit_row where actor_id = $2 and on_behalf_of = $3 and content like '%' || $3::text",
                        made.id(), DEPUTY, LEADER))
                .isEqualTo(1);
        var row = Phone.desktop(port, SECURITY_AUDITOR)
                .get("/audit-rows?subjectId=" + made.id())
                .expect(200)
                .body()
                .get("items")
                .get(0);
        assertThat(row.get("actorId").asString()).isEqualTo(DEPUTY.toString());
        assertThat(row.get("onBehalfOf").asString()).isEqualTo(LEADER.toString());
        assertThat(Phone.desktop(port, SECURITY_AUDITOR)
                        .get("/audit-verification")
                        .expect(200)
                        .body()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void bothHearOfIt() {
        var before = deputy().get("/sync").expect(200).text("cursor");
        var made =
                deputy().onBehalfOf(LEADER).post("/leader-instructions", WORDS).expect(201);
        for (var person : new UUID[] {DEPUTY, LEADER}) {
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(Phone.of(port, person)
                                    .get("/sync?since=" + before)
                                    .expect(200)
                                    .body()
                                    .get("events")
                                    .toString())
                            .contains(made.id().toString(), "\"onBehalfOf\":\"" + LEADER));
        }
    }

    @Test
    void hisToDoLiesOnBothDesksUntilOneOfThemHasDoneIt() {
        var id = ReportedInstruction.of(port, WORDS);
        var copy = todo(deputy(), id);
        assertThat(copy).contains("STRIKE_OFF", "\"onBehalfOf\":\"" + LEADER);
        assertThat(todo(Phone.of(port, LEADER), id)).contains("STRIKE_OFF").doesNotContain("onBehalfOf");
        assertThat(todo(deputy().onBehalfOf(LEADER), id)).isEqualTo(copy);
        ReportedInstruction.strikeOff(deputy(), id, ReportedInstruction.VERSION).refused(404, "E_WEB_NOT_FOUND");
        assertThat(ReportedInstruction.strikeOff(deputy().onBehalfOf(LEADER), id, ReportedInstruction.VERSION)
                        .expect(200)
                        .text("status"))
                .isEqualTo("STRUCK_OFF");
        assertThat(count("todo where closed_at is null", id)).isZero();
        assertThat(count("todo where action = 'STRIKE_OFF' and person_id = $2 and closed_by = $3", id, LEADER, DEPUTY))
                .isEqualTo(1);
    }

    @Test
    void thePrincipalHimselfClosesTheCopyToo() {
        var id = ReportedInstruction.of(port, WORDS);
        ReportedInstruction.strikeOff(Phone.of(port, LEADER), id, ReportedInstruction.VERSION)
                .expect(200);
        assertThat(todo(deputy(), id)).isEmpty();
    }

    @Test
    void aRepeatedKeyIsTheDelegatesOwnAndForOnePrincipal() {
        var key = UUID.randomUUID();
        var first = deputy().onBehalfOf(LEADER)
                .post("/leader-instructions", key, WORDS)
                .expect(201);
        assertThat(deputy().onBehalfOf(LEADER)
                        .post("/leader-instructions", key, WORDS)
                        .expect(201)
                        .id())
                .isEqualTo(first.id());
        deputy().post("/leader-instructions", key, WORDS).refused(422, "E_GEN_IDEMPOTENCY_CONFLICT");
        Phone.of(port, LEADER).post("/leader-instructions", key, WORDS).expect(201);
    }

    @Test
    void withoutAMandateNothingIsDoneInAnybodysName() {
        Phone.of(port, DEPUTY_2)
                .onBehalfOf(LEADER)
                .post("/leader-instructions", WORDS)
                .refused(403, "E_GEN_SCOPE");
        Phone.of(port, LEADER).onBehalfOf(DEPUTY).get("/me/todos").refused(403, "E_GEN_SCOPE");
        Phone.of(port, LEADER).onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        deputy().send(deputy().request("/me/todos").header("On-Behalf-Of", "x").GET())
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void whatNoMandateOpensIsRefusedAndNotDoneInHisOwnName() {
        deputy().onBehalfOf(LEADER).get("/hotline-tickets").refused(403, "E_GEN_SCOPE");
        deputy().onBehalfOf(LEADER).get("/persons").refused(403, "E_GEN_SCOPE");
    }

    @Test
    void anEndedOrFutureMandateOpensNothingHoweverYoungTheMemory() {
        deputy().onBehalfOf(LEADER).get("/me/todos").expect(200);
        run("update delegation set ended_at = now() where id = '" + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        run(
                "update delegation set ended_at = null, valid_to = now() - interval '1 second', valid_from = now() - interval '1 day' where id = '"
                        + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        run(
                "update delegation set valid_from = now() + interval '1 hour', valid_to = now() + interval '1 day' where id = '"
                        + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
    }

    @Test
    void aMandateForKindsOfPaperIsNotForMatters() {
        run("update delegation set document_kinds = array['REQUEST'] where id = '" + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/outgoing-documents").expect(200);
        deputy().onBehalfOf(LEADER).get("/supervision-matters").refused(403, "E_GEN_SCOPE");
    }

    @Test
    void aMandateForAUnitReachesNoOther() {
        var id = ReportedInstruction.of(port, WORDS);
        deputy().onBehalfOf(LEADER).get("/leader-instructions/" + id).expect(200);
        run("update delegation set unit_ids = array['" + HOUSING_BUREAU + "'::uuid] where id = '" + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/leader-instructions/" + id).refused(404, "E_WEB_NOT_FOUND");
        run("update delegation set unit_ids = array['" + URBAN_BUREAU + "'::uuid] where id = '" + mandate + "'");
        deputy().onBehalfOf(LEADER).get("/leader-instructions/" + id).expect(200);
    }

    @Test
    void aDelegateDoesNotHandOn() {
        mandate(DEPUTY, DEPUTY_2, "'{}'", "'{}'");
        Phone.of(port, DEPUTY_2).onBehalfOf(LEADER).get("/me/todos").refused(403, "E_GEN_SCOPE");
        var id = ReportedInstruction.of(port, WORDS);
        assertThat(todo(Phone.of(port, DEPUTY_2), id)).isEmpty();
    }

    @Test
    void whatTimeAloneBeginsAndEndsIsSeenOnTheDesks() {
        run("update delegation set valid_from = now() + interval '1 hour' where id = '" + mandate + "'");
        var id = ReportedInstruction.of(port, WORDS);
        desks.share().block();
        assertThat(todo(deputy(), id)).isEmpty();
        run("update delegation set valid_from = now() - interval '1 hour' where id = '" + mandate + "'");
        desks.share().block();
        desks.share().block();
        assertThat(count("todo where person_id = $2 and on_behalf_of = $3 and closed_at is null", id, DEPUTY, LEADER))
                .isEqualTo(1);
        run("update delegation set valid_to = now() where id = '" + mandate + "'");
        desks.share().block();
        assertThat(todo(deputy(), id)).isEmpty();
        assertThat(todo(Phone.of(port, LEADER), id)).contains("STRIKE_OFF");
    }

    /** The to-do about the subject on this desk, as it is sent; empty when there is none. */
    private static String todo(Phone phone, UUID subject) {
        var from = "";
        do {
            var page = phone.get("/me/todos?limit=100" + from).expect(200);
            for (var todo : page.body().get("items")) {
                if (todo.get("subjectId").asString().equals(subject.toString())) {
                    return todo.toString();
                }
            }
            from = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!from.isEmpty());
        return "";
    }

    private UUID mandate(UUID principal, UUID delegate, String kinds, String units) {
        var id = UUID.randomUUID();
        run("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, document_kinds, unit_ids,
                    reason, created_by_id, created_at)
                values ('%s', 1, '%s', '%s', now() - interval '1 minute', now() + interval '1 day', false, %s, %s, '出差', '%2$s', now())""".formatted(id, principal, delegate, kinds, units));
        return id;
    }

    private Phone deputy() {
        return Phone.of(port, DEPUTY);
    }

    private long count(String table, UUID... values) {
        var where = table.contains(" where ") ? " and subject_id = $1" : " where subject_id = $1";
        var spec = database.sql("select count(*) from " + table + where);
        for (int i = 0; i < values.length; i++) {
            spec = spec.bind(i, values[i]);
        }
        return spec.map(row -> row.get(0, Long.class)).one().block();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
