package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.Traces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A call at the desk: what is decided about it at once, and what is refused. */
@ServerTest
class HotlineIntakeJourneyTests {

    private static final String CALL = """
            {"channel":"HOTLINE_12345","demandType":"%s","categoryCode":"noise","title":"夜间施工噪音","words":"楼下半夜施工",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"%s"},"citizen":{"name":"张三","phone":"%s"},
             "wantsAnswer":false,"thirdParty":{"concernedName":"李四","relation":"女儿"}}""";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Traces traces;
    private Phone agent;
    private Phone auditor;

    @BeforeEach
    void people() {
        traces = new Traces(database);
        agent = Phone.of(port, AGENT);
        auditor = Phone.of(port, HOTLINE_AUDITOR);
    }

    @Test
    void anEmergencyGoesToTheLineAndTheDutyDeskTakesNote() {
        var id = call("HELP");
        agent.post(path(id, "emergency-transfers"), 1, handover("RISK", "1990-01-01T00:00:00Z"))
                .refused(400, "E_GEN_VALIDATION");
        var transferred = agent.post(path(id, "emergency-transfers"), 1, handover("RISK", now()))
                .expect(200);
        assertThat(transferred.text("status")).isEqualTo("TRANSFERRED_EMERGENCY");
        assertThat(traces.openTodos(id)).containsExactly("ACKNOWLEDGE_TRANSFER");
        assertThat(traces.runningClocks(id)).isEmpty();
        assertThat(traces.number(
                        "select count(*) from event_log where priority = 'URGENT' and subject_id = '" + id + "'"))
                .isEqualTo(1);
        var duty = Phone.of(port, DUTY_OFFICER);
        duty.post(path(id, "emergency-transfers/acknowledgements"), 2, "{}").refused(400, "E_GEN_VALIDATION");
        duty.post(path(id, "emergency-transfers/acknowledgements"), 2, "{\"reportedTo\":\"8:05 应急局值班室\"}")
                .expect(200);
        duty.post(path(id, "emergency-transfers/acknowledgements"), 3, "{\"reportedTo\":\"又一次\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(traces.openTodos(id)).isEmpty();
        var record = intake(agent, id);
        assertThat(record.body().at("/emergencyTransfers/0/receiverName").asString())
                .isEqualTo("王警官");
        assertThat(record.body().at("/emergencyTransfers/0/reportedTo").asString())
                .isEqualTo("8:05 应急局值班室");
    }

    @Test
    void aQuestionIsAnsweredOnTheTelephoneAndClosedInOneCommand() {
        var id = call("CONSULTATION");
        var closed = agent.post(
                        path(id, "direct-answers"), 1, answer(",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\""))
                .expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.version()).isEqualTo(2);
        assertThat(closed.text("satisfaction")).isEqualTo("SATISFIED");
        assertThat(closed.text("closedAt")).isNotEmpty();
        assertThat(traces.openTodos(id)).isEmpty();
        assertThat(traces.runningClocks(id)).isEmpty();
        assertThat(traces.events(id))
                .containsExactly("hotline.ticket.received", "hotline.ticket.answeredDirectly", "hotline.ticket.closed");
        assertThat(intake(agent, id)
                        .body()
                        .at("/directAnswers/0/knowledgeItemId")
                        .asString())
                .isEqualTo("KB-12");
    }

    @Test
    void aReportOfAWrongdoingIsNotAnsweredOnTheSpot() {
        var id = call("REPORT_WRONGDOING");
        agent.post(path(id, "direct-answers"), 1, answer("")).refused(422, "E_HOT_CANNOT_ANSWER_DIRECTLY");
        var seen = agent.get("/hotline-tickets/" + id).expect(200);
        assertThat(seen.text("status")).isEqualTo("RECEIVED");
        assertThat(actions(seen)).doesNotContain("ANSWER_DIRECTLY").contains("TRANSFER_EMERGENCY", "WITHDRAW");
    }

    @Test
    void aRefusalIsProposedConfirmedAndToldToTheCitizen() {
        var id = call("COMPLAINT");
        agent.post(path(id, "refusal-proposals"), 1, "{\"reason\":\"LITIGATION\",\"reasonText\":\"已向法院起诉\"}")
                .refused(422, "E_HOT_REASON_REQUIRED");
        auditor.post(path(id, "refusal-decisions"), 1, "{\"decision\":\"CONFIRM\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        var proposed = agent.post(path(id, "refusal-proposals"), 1, ground()).expect(200);
        assertThat(actions(proposed)).doesNotContain("PROPOSE_REFUSAL");
        agent.post(path(id, "refusal-proposals"), 2, ground()).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(actions(auditor.get("/hotline-tickets/" + id))).contains("CONFIRM_REFUSAL", "REJECT_REFUSAL");
        var refused = auditor.post(path(id, "refusal-decisions"), 2, "{\"decision\":\"CONFIRM\"}")
                .expect(200);
        assertThat(refused.text("status")).isEqualTo("NOT_ACCEPTED");
        assertThat(traces.openTodos(id)).containsExactly("TELL_REFUSAL");
        assertThat(traces.runningClocks(id)).isEmpty();
        agent.post(path(id, "refusal-tellings"), 3, "{\"way\":\"PHONE\",\"toldAt\":\"2090-01-01T00:00:00Z\"}")
                .refused(400, "E_GEN_VALIDATION");
        agent.post(path(id, "refusal-tellings"), 3, "{\"way\":\"PHONE\"}").expect(200);
        agent.post(path(id, "refusal-tellings"), 4, "{\"way\":\"PHONE\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(traces.openTodos(id)).isEmpty();
        var record = intake(agent, id);
        assertThat(record.body().at("/refusals/0/decision").asString()).isEqualTo("CONFIRM");
        assertThat(record.body().at("/refusals/0/toldWay").asString()).isEqualTo("PHONE");
    }

    @Test
    void aRejectedRefusalStaysReceivedAndAClassifiedTicketSettlesOne() {
        var id = call("COMPLAINT");
        agent.post(path(id, "refusal-proposals"), 1, ground()).expect(200);
        auditor.post(path(id, "refusal-decisions"), 2, "{\"decision\":\"REJECT\"}")
                .refused(400, "E_GEN_VALIDATION");
        var kept = auditor.post(path(id, "refusal-decisions"), 2, "{\"decision\":\"REJECT\",\"note\":\"应当受理\"}")
                .expect(200);
        assertThat(kept.text("status")).isEqualTo("RECEIVED");
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY");
        agent.post(path(id, "refusal-proposals"), 3, ground()).expect(200);
        Phone.of(port, DISPATCHER)
                .post(path(id, "classifications"), 4, "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        assertThat(traces.openTodos(id)).containsExactly("DISPATCH");
        auditor.post(path(id, "refusal-decisions"), 5, "{\"decision\":\"CONFIRM\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void oneCallWithTwoMattersIsTwoTicketsAndNobodyIsAskedAgain() {
        var first = call("CONSULTATION");
        agent.post(path(first, "direct-answers"), 1, answer("")).expect(200);
        var key = UUID.randomUUID();
        var further = """
                {"demandType":"HELP","categoryCode":"lamp","title":"路灯不亮","words":"门口路灯不亮"}""";
        var second = agent.post(path(first, "splits"), key, further).expect(201);
        assertThat(agent.post(path(first, "splits"), key, further).id()).isEqualTo(second.id());
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.text("ticketNumber")).startsWith("RX");
        assertThat(second.body().at("/citizen/name").asString()).isEqualTo("张*");
        assertThat(second.body().at("/place/address").asString()).isEqualTo("东湖路1号");
        assertThat(traces.openTodos(second.id())).containsExactly("CLASSIFY");
        var record = intake(agent, second.id());
        assertThat(record.body().at("/callTicketIds")).hasSize(2);
        assertThat(record.body().get("wantsAnswer").asBoolean()).isFalse();
        assertThat(record.body().get("relation").asString()).isEqualTo("女儿");
        auditor.post(path(first, "splits"), further).refused(403, "E_GEN_SCOPE");
    }

    @Test
    void whoseMatterItIsIsMaskedAsTheCallerIs() {
        var id = call("HELP");
        assertThat(intake(agent, id).text("concernedName")).isEqualTo("李*");
        assertThat(intake(Phone.of(port, LEADER), id).text("concernedName")).isEqualTo("李*");
        Phone.of(port, HOUSING_LIAISON).get(path(id, "intake")).refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void aWithdrawnDemandLeavesNothingToDoAndItsUnitIsTold() {
        var id = DispatchedTicket.toUrban(port);
        agent.post(path(id, "withdrawals"), 3, "{\"said\":\" \"}").refused(400, "E_GEN_VALIDATION");
        agent.post(path(id, "withdrawals"), 3, "{\"said\":\"已经解决\",\"saidAt\":\"1990-01-01T00:00:00Z\"}")
                .refused(400, "E_GEN_VALIDATION");
        Phone.of(port, DISPATCHER)
                .post(path(id, "withdrawals"), 3, "{\"said\":\"已经解决\"}")
                .refused(403, "E_GEN_SCOPE");
        var withdrawn =
                agent.post(path(id, "withdrawals"), 3, "{\"said\":\"已经解决\"}").expect(200);
        assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
        assertThat(traces.openTodos(id)).isEmpty();
        assertThat(traces.runningClocks(id)).isEmpty();
        assertThat(traces.number("select count(*) from event_log where type like '%.withdrawn' and subject_id = '" + id
                        + "' and '" + URBAN_BUREAU + "' = any(addressee_ids)"))
                .isEqualTo(1);
        agent.post(path(id, "withdrawals"), 4, "{\"said\":\"再说一次\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(intake(Phone.of(port, URBAN_LIAISON), id)
                        .body()
                        .at("/withdrawals/0/said")
                        .asString())
                .isEqualTo("已经解决");
    }

    @Test
    void maliciousCallsAreTheManagersToDecideAndKeepNobodyFromCalling() {
        var id = call("COMPLAINT");
        var report = "{\"facts\":\"一小时内来电二十次辱骂\",\"warning\":\"已劝阻并告知后果\"}";
        agent.post(path(id, "malicious-call-reports"), 1, "{\"facts\":\"一小时内来电二十次辱骂\"}")
                .refused(400, "E_GEN_VALIDATION");
        agent.post(path(id, "malicious-call-reports"), 1, report).expect(200);
        agent.post(path(id, "malicious-call-reports"), 2, report).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY", "REVIEW_MALICIOUS_CALLS");
        agent.post(path(id, "withdrawals"), 2, "{\"said\":\"不办了\"}").expect(200);
        assertThat(traces.openTodos(id)).containsExactly("REVIEW_MALICIOUS_CALLS");
        var alert = intake(agent, id).body().at("/callerAlerts/0/id").asString();
        var decision = "{\"confirmed\":true,\"note\":\"属实,继续受理正常诉求\"}";
        agent.post(path(id, "caller-alerts/" + alert + "/decisions"), 3, decision)
                .refused(403, "E_GEN_SCOPE");
        var manager = Phone.of(port, HOTLINE_MANAGER);
        manager.post(path(id, "caller-alerts/" + UUID.randomUUID() + "/decisions"), 3, decision)
                .refused(404, "E_WEB_NOT_FOUND");
        manager.post(path(id, "caller-alerts/" + alert + "/decisions"), 3, decision)
                .expect(200);
        manager.post(path(id, "caller-alerts/" + alert + "/decisions"), 4, decision)
                .refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(traces.openTodos(id)).isEmpty();
        call("COMPLAINT");
    }

    private UUID call(String type) {
        var somebodyElse = "139" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        return agent.post("/hotline-tickets", CALL.formatted(type, "东湖路1号", somebodyElse))
                .expect(201)
                .id();
    }

    private Phone.Answer intake(Phone phone, UUID id) {
        return phone.get(path(id, "intake")).expect(200);
    }

    private static List<String> actions(Phone.Answer answer) {
        return StreamSupport.stream(answer.body().get("legalActions").spliterator(), false)
                .map(action -> action.asString())
                .toList();
    }

    private static String path(UUID id, String step) {
        return "/hotline-tickets/" + id + "/" + step;
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static String handover(String urgency, String at) {
        return """
                {"line":"FIRE_119","urgencyClass":"%s","transferredAt":"%s","receiverName":"王警官"}""".formatted(urgency, at);
    }

    private static String answer(String rating) {
        return "{\"answer\":\"工作日九点到十七点\",\"knowledgeItemId\":\"KB-12\"" + rating + "}";
    }

    private static String ground() {
        return "{\"reason\":\"LITIGATION\",\"reasonText\":\"已向法院起诉\",\"toldPath\":\"请等候法院判决\"}";
    }
}
