package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static io.duban.support.TicketSteps.contact;
import static io.duban.support.TicketSteps.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import io.duban.support.Traces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What ends with a round, however it ends: nothing runs on, nothing lies on a desk in vain, and what came of it is kept. */
@ServerTest
class HotlineRoundEndTests {

    private static final String PASS = "{\"verdict\":\"PASS\"}";
    private static final String REDO = "{\"wishes\":\"夜里还在施工\",\"reasonable\":true}";
    private static final String EXCLUSION = "{\"reason\":\"BEYOND_POLICY\",\"evidence\":\"政策文件\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Traces traces;
    private Phone city;
    private String number;

    @BeforeEach
    void people() {
        traces = new Traces(database);
        city = Phone.of(port, PARTNER);
        number = "UP-" + UUID.randomUUID();
    }

    @Test
    void whatCameOfARoundThatThePlatformEndedIsKept() {
        var id = sent(1);
        step(DISPATCHER, id, "classifications", "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}");
        step(
                DISPATCHER,
                id,
                "dispatches",
                "{\"hostUnitId\":\"" + URBAN_BUREAU + "\",\"coUnitIds\":[\"" + HOUSING_BUREAU + "\"]}");
        step(URBAN_LIAISON, id, "receipts", "{\"handlerId\":\"" + URBAN_HANDLER + "\"}");
        step(URBAN_HANDLER, id, "contacts", contact("REACHED"));
        step(URBAN_HEAD, id, "feedbacks", feedback("RESOLVED", "已责令停工", ""));
        sent(2);
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY");
        assertThat(traces.runningClocks(id)).containsExactly("DISPATCH");
        assertThat(rounds(id)).hasSize(1);
        var first = rounds(id).get(0);
        assertThat(first.get("ending").asString()).isEqualTo("DISPATCHED_UPSTREAM");
        assertThat(first.get("hostUnitId").asString()).isEqualTo(URBAN_BUREAU.toString());
        assertThat(first.get("feedbackResult").asString()).isEqualTo("RESOLVED");

        city.post("/hotline-upstream-closings", """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":2,"reason":"市级已办结"}""".formatted(number)).expect(200);
        sent(3);
        assertThat(rounds(id)).hasSize(2);
        assertThat(rounds(id).get(1).get("ending").asString()).isEqualTo("CLOSED_UPSTREAM");
    }

    @Test
    void aSilentCoUnitIsAskedUntilTheResultHasPassedAndNoLonger() {
        var ticket = TicketSteps.atWork(port, HOUSING_BUREAU);
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已责令停工,恢复原状", ""));
        assertThat(traces.openTodos(ticket.id())).containsExactly("AUDIT_FEEDBACK", "REPORT_PART");
        assertThat(ticket.offers(HOUSING_HEAD, "REPORT_PART")).isTrue();
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
        assertThat(traces.openTodos(ticket.id())).containsExactly("CALL_BACK");
        assertThat(traces.runningClocks(ticket.id())).containsExactly("CALLBACK");
    }

    @Test
    void aCoUnitHasItsPartBackWhenAHardTicketGoesOn() {
        var ticket = TicketSteps.atWork(port, HOUSING_BUREAU);
        ticket.does(
                HOTLINE_MANAGER,
                "hard-proposals",
                "{\"ground\":\"FUNDING\",\"reason\":\"资金未到位\",\"plan\":\"列入明年预算\",\"reviewOn\":\"%s\",\"toldCitizenAt\":\"%s\"}"
                        .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(20), Instant.now()));
        ticket.does(DEPUTY, "hard-decisions", "{\"approved\":true,\"words\":\"同意\"}");
        ticket.tries(HOTLINE_MANAGER, "hard-listings").expect(200);
        assertThat(traces.openTodos(ticket.id())).containsExactly("REVIEW_HARD");
        ticket.does(HOTLINE_MANAGER, "resumptions", "{\"words\":\"资金已到位\"}");
        assertThat(traces.openTodos(ticket.id())).contains("REPORT_PART", "SUBMIT_FEEDBACK");
    }

    @Test
    void anExclusionThatWasAskedForIsDecidedWhileAFurtherRoundIsUnderWay() {
        var ticket = TicketSteps.atWork(port);
        ticket.does(URBAN_HEAD, "feedbacks", feedback("NOT_POSSIBLE", "超出政策范围,无法办理", ""));
        ticket.does(HOTLINE_AUDITOR, "audits", PASS);
        ticket.does(URBAN_HEAD, "exclusion-requests", EXCLUSION);
        ticket.does(HOTLINE_AUDITOR, "redos", REDO);
        assertThat(ticket.offers(HOTLINE_MANAGER, "DECIDE_EXCLUSION")).isTrue();
        ticket.does(HOTLINE_MANAGER, "exclusion-decisions", "{\"granted\":false,\"words\":\"依据不足\"}");
        assertThat(traces.openTodos(ticket.id())).containsExactly("SIGN_FOR");
    }

    @Test
    void aRedoKeepsInsideTheDateSetAboveWhileThatIsStillAhead() {
        var near = Instant.now().plusSeconds(3 * 86_400L);
        var ticket = passedWithOuter("'" + near + "'");
        ticket.does(HOTLINE_AUDITOR, "redos", REDO);
        assertThat(Instant.parse(ticket.seenBy(URBAN_HEAD).text("dueAt"))).isBefore(near);

        var past = passedWithOuter("now() - interval '1 day'");
        past.does(HOTLINE_AUDITOR, "redos", REDO);
        assertThat(Instant.parse(past.seenBy(URBAN_HEAD).text("dueAt")))
                .isAfter(Instant.now().plusSeconds(4 * 86_400L));
    }

    @Test
    void anOverduePeriodIsOnTheDesksOfTheDeputyAndThenTheHead() {
        var id = TicketSteps.atWork(port).id();
        assertThat(traces.number("select count(*) from deadline where subject_id = '" + id
                        + "' and step = 'HANDLE' and escalation_action = 'URGE_HANDLE' and escalation_roles = '{UNIT_DEPUTY}'"
                        + " and second_roles = '{UNIT_HEAD}' and escalation_units = array['" + URBAN_BUREAU
                        + "'::uuid]"))
                .isEqualTo(1);
    }

    @Test
    void whatWasMergedIntoAWithdrawnTicketIsOnItsOwnAtOnce() {
        var parent = TicketSteps.complaint(port);
        parent.does(DISPATCHER, "classifications", "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}");
        var child = TicketSteps.complaint(port);
        child.does(DISPATCHER, "classifications", "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}");
        child.does(DISPATCHER, "mergings", "{\"parentId\":\"" + parent.id() + "\"}");
        parent.refreshed().does(AGENT, "withdrawals", "{\"said\":\"不用了\"}");
        assertThat(child.seenBy(AGENT).text("status")).isEqualTo("PENDING_DISPATCH");
        assertThat(traces.openTodos(child.id())).containsExactly("DISPATCH");
    }

    @Test
    void nobodySignsTheLetterOfATicketThatWasReturnedOrWithdrawn() {
        var ticket = TicketSteps.accepted(port, "DISTRICT_MAILBOX", "COMPLAINT")
                .dispatched("ORDINARY")
                .signed()
                .contacted();
        ticket.does(URBAN_DEPUTY, "feedbacks", feedback("RESOLVED", "已责令停工", ",\"writtenAnswer\":\"已责令停工。\""));
        assertThat(lettersToSign(ticket.id())).isPositive();
        ticket.does(
                HOTLINE_AUDITOR,
                "audits",
                "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OTHER\",\"text\":\"缺照片说明\"}]}");
        assertThat(lettersToSign(ticket.id())).isZero();
        ticket.does(AGENT, "withdrawals", "{\"said\":\"不用了\"}");
        assertThat(lettersToSign(ticket.id())).isZero();
    }

    private long lettersToSign(UUID ticket) {
        return traces.number(
                "select count(*) from todo t join hotline_letter l on l.id = t.subject_id where t.closed_at is null and l.ticket_id = '"
                        + ticket + "'");
    }

    private TicketSteps passedWithOuter(String outerDueAt) {
        var ticket = TicketSteps.atWork(port);
        database.sql("update hotline_ticket set outer_due_at = " + outerDueAt + " where id = '" + ticket.id() + "'")
                .then()
                .block();
        ticket.does(URBAN_HEAD, "feedbacks", feedback("RESOLVED", "已责令停工 " + UUID.randomUUID(), ""));
        return ticket.does(HOTLINE_AUDITOR, "audits", PASS);
    }

    private JsonNode rounds(UUID id) {
        return Phone.of(port, HOTLINE_MANAGER)
                .get("/hotline-tickets/" + id + "/closing-record")
                .expect(200)
                .body()
                .get("rounds");
    }

    private Answer step(UUID person, UUID id, String step, String body) {
        var seen = Phone.of(port, person).get("/hotline-tickets/" + id).expect(200);
        return Phone.of(port, person)
                .post("/hotline-tickets/" + id + "/" + step, seen.version(), body)
                .expect(200);
    }

    private UUID sent(long version) {
        var answer = city.post("/hotline-tickets", """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":%d,"channel":"CITY_PLATFORM","demandType":"COMPLAINT",
                 "categoryCode":"noise","title":"夜间施工噪音","words":"楼下半夜施工","receivedAt":"2026-11-20T08:00:00+08:00",
                 "place":{"address":"东湖路1号"}}""".formatted(number, version));
        assertThat(answer.status()).isIn(200, 201);
        return answer.id();
    }
}
