package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The office's last word on a ticket, over HTTP: audited, called back, redone, escalated. */
@ServerTest
class ClosingJourneyTests {

    private static final String NOBODY = "{\"result\":\"NO_ANSWER\"}";
    private static final String UNREACHABLE = "{\"outcome\":\"UNREACHABLE\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void aResultIsSentBackWithItsDefectsAndUnderTheClockItHad() {
        var ticket = ClosingSteps.dispatched(port).handedIn();
        var due = ticket.seenBy(HOTLINE_AUDITOR).text("dueAt");
        ticket.by(HOTLINE_AUDITOR, "audits", """
                        {"verdict":"RETURN_FOR_CORRECTION","defects":[{"kind":"OFF_POINT","text":"没有答复何时停工"},
                         {"kind":"TEMPLATE_TEXT","text":"与上月答复相同"}]}""").expect(200);
        var seen = ticket.seenBy(URBAN_HEAD).expect(200);
        assertThat(seen.text("dueAt")).isEqualTo(due);
        assertThat(seen.text("status")).isEqualTo("IN_PROGRESS");
        var record = ticket.closingRecord(URBAN_HEAD).expect(200).body();
        assertThat(record.at("/defects").size()).isEqualTo(2);
        assertThat(record.at("/defects/0/round").asInt()).isEqualTo(1);
        ticket.closingRecord(HOUSING_HEAD).refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void nobodyIsUnreachableBeforeThreeTriesOnTwoDays() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        ticket.by(CALLBACK_AGENT, "callbacks", UNREACHABLE).refused(400, "E_GEN_VALIDATION");
        for (int tries = 0; tries < 3; tries++) {
            ticket.by(CALLBACK_AGENT, "callback-attempts", NOBODY).expect(200);
        }
        assertThat(ticket.seenBy(CALLBACK_AGENT).text("status")).isEqualTo("PENDING_CALLBACK");
        ticket.by(CALLBACK_AGENT, "callbacks", UNREACHABLE).refused(400, "E_GEN_VALIDATION");
        spreadTries(ticket.id());
        var closed = ticket.by(CALLBACK_AGENT, "callbacks", UNREACHABLE).expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.text("resolved")).isEmpty();
        assertThat(ticket.closingRecord(CALLBACK_AGENT)
                        .body()
                        .at("/rounds/0/callbackOutcome")
                        .asString())
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void onlyWhoDoesNotWantACallIsSparedIt() {
        var spared = "{\"outcome\":\"NO_CALLBACK_WANTED\"}";
        var wanting = ClosingSteps.dispatched(port).handedIn().passed();
        wanting.by(CALLBACK_AGENT, "callbacks", spared).refused(400, "E_GEN_VALIDATION");
        wanting.by(CALLBACK_AGENT, "callbacks", "{\"outcome\":\"REFUSED_TO_RATE\"}")
                .expect(200);
        ClosingSteps.dispatched(port, false)
                .handedIn()
                .passed()
                .by(CALLBACK_AGENT, "callbacks", spared)
                .expect(200);
    }

    @Test
    void theClosingRecordShowsNoNumberThatLeadsToTheCitizen() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        ticket.by(CALLBACK_AGENT, "callback-attempts", """
                        {"result":"WANTS_REDO","resolved":"NO","satisfaction":"DISSATISFIED","note":"请打13800001234"}""").expect(200);
        ticket.by(HOTLINE_AUDITOR, "redos", """
                        {"wishes":"请打13800001234","reasonable":false,"reason":"已打13800001234"}""").expect(200);
        for (var person : new UUID[] {URBAN_HEAD, HOTLINE_AUDITOR, LEADER}) {
            assertThat(ticket.closingRecord(person).expect(200).body().toString())
                    .contains("请打138****1234", "已打138****1234")
                    .doesNotContain("13800001234");
        }
    }

    @Test
    void whatTheCitizenStillWantsIsDoneAgainAndTheFirstRoundStays() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        ticket.by(CALLBACK_AGENT, "callback-attempts", """
                        {"result":"WANTS_REDO","resolved":"NO","satisfaction":"DISSATISFIED","note":"夜里还在施工"}""").expect(200);
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'REDO' and closed_at is null",
                        ticket.id()))
                .isPositive();
        assertThat(logged("resolved", "redoAsked", ticket.id())).isEqualTo("NO");
        var redone = ticket.redo(HOTLINE_AUDITOR).expect(200);
        assertThat(redone.text("status")).isEqualTo("DISPATCHED");
        assertThat(redone.body().get("round").asInt()).isEqualTo(2);
        assertThat(redone.body().get("redos").asInt()).isEqualTo(1);
        assertThat(redone.text("hostUnitId")).isEqualTo(URBAN_BUREAU.toString());
        assertThat(redone.text("feedbackResult")).isEmpty();
        assertThat(running(ticket.id())).isEqualTo("CONTACT:HOT_CONTACT_ORD HANDLE:HOT_REDO SIGN_FOR:HOT_SIGN_ORD");
        assertThat(text(
                        "select string_agg(distinct action, ' ') from todo where subject_id = $1 and closed_at is null",
                        ticket.id()))
                .isEqualTo("SIGN_FOR");

        ticket.handedIn().passed().calledBack();
        var record = ticket.closingRecord(HOTLINE_AUDITOR).expect(200).body();
        assertThat(record.at("/rounds/0/ending").asString()).isEqualTo("REDONE");
        assertThat(record.at("/rounds/0/resolved").asString()).isEqualTo("NO");
        assertThat(record.at("/rounds/0/feedbackFacts").asString()).isEqualTo("已责令停工");
        assertThat(record.at("/rounds/1/ending").asString()).isEqualTo("CALLED_BACK");
        assertThat(record.at("/rounds/1/resolved").asString()).isEqualTo("YES");
        assertThat(record.at("/redos/0/wishes").asString()).isEqualTo("夜里还在施工");
    }

    @Test
    void aSecondRedoIsTheManagersAndTheThirdIsAMatterOfSupervisionAsWell() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        ticket.redo(HOTLINE_AUDITOR).expect(200);
        ticket.handedIn().passed();
        assertThat(ticket.offers(HOTLINE_AUDITOR, "REDO")).isFalse();
        assertThat(ticket.offers(HOTLINE_MANAGER, "REDO")).isTrue();
        ticket.redo(HOTLINE_AUDITOR).refused(422, "E_HOT_REDO_LIMIT");
        assertThat(ticket.redo(HOTLINE_MANAGER).expect(200).text("matterId")).isEmpty();
        ticket.handedIn().passed();
        var third = ticket.redo(HOTLINE_MANAGER).expect(200);
        assertThat(third.body().get("round").asInt()).isEqualTo(4);
        var matter = UUID.fromString(third.text("matterId"));
        assertThat(text(
                        "select source_kind || ' ' || source_id || ' ' || status from supervision_matter where id = $1",
                        matter))
                .isEqualTo("TICKET " + ticket.id() + " DRAFT");
        assertThat(text("select instructing_leader_id::text from supervision_matter where id = $1", matter))
                .isEqualTo(DIRECTOR.toString());
    }

    @Test
    void anUnreasonableWishIsDeclinedAndStaysWithTheCallBack() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        var unreasonable = "{\"wishes\":\"要求赔偿一百万\",\"reasonable\":false}";
        ticket.by(HOTLINE_AUDITOR, "redos", unreasonable).refused(400, "E_GEN_VALIDATION");
        var declined = ticket.by(HOTLINE_AUDITOR, "redos", unreasonable.replace("}", ",\"reason\":\"没有依据\"}"))
                .expect(200);
        assertThat(declined.text("status")).isEqualTo("PENDING_CALLBACK");
        ticket.calledBack("NO", "DISSATISFIED");
        assertThat(ticket.closingRecord(HOTLINE_AUDITOR)
                        .body()
                        .at("/redos/0/reasonable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aRedoGoesToAnotherUnitWhereItIsGivenOne() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        var elsewhere = "{\"wishes\":\"仍有噪音\",\"reasonable\":true,\"hostUnitId\":\"%s\"}";
        ticket.by(HOTLINE_AUDITOR, "redos", elsewhere.formatted(UUID.randomUUID()))
                .refused(400, "E_GEN_VALIDATION");
        var redone = ticket.by(HOTLINE_AUDITOR, "redos", elsewhere.formatted(HOUSING_BUREAU))
                .expect(200);
        assertThat(redone.text("hostUnitId")).isEqualTo(HOUSING_BUREAU.toString());
        ticket.seenBy(URBAN_HEAD).refused(404, "E_WEB_NOT_FOUND");
        assertThat(text(
                        "select (return_refused or return_until is null)::text from hotline_ticket where id = $1",
                        ticket.id()))
                .isEqualTo("false");
    }

    @Test
    void aLeadersWordsBecomeAnInstructionAndTheDirectorsAMatter() {
        var ticket = ClosingSteps.dispatched(port);
        var words = "{\"words\":\"请尽快解决并报结果\"}";
        var instructed = ticket.by(LEADER, "escalations", words).expect(200);
        assertThat(instructed.text("status")).isEqualTo("DISPATCHED");
        var instruction = UUID.fromString(instructed.text("instructionId"));
        assertThat(text("select source_kind || ' ' || source_id from leader_instruction where id = $1", instruction))
                .isEqualTo("TICKET " + ticket.id());
        assertThat(running(instruction)).contains("DOC_ASSIGN_NORMAL");

        var matter = ticket.by(DIRECTOR, "escalations", words).expect(200);
        assertThat(matter.text("matterId")).isNotEmpty();
        assertThat(matter.text("instructionId")).isEqualTo(instruction.toString());
        assertThat(ticket.offers(DIRECTOR, "ESCALATE")).isFalse();
        assertThat(ticket.offers(LEADER, "ESCALATE")).isTrue();
        ticket.by(HOTLINE_MANAGER, "escalations", words).refused(409, "E_SUP_DUPLICATE");
        ticket.by(URBAN_HEAD, "escalations", words).refused(403, "E_GEN_SCOPE");
        ticket.by(URBAN_LIAISON, "receipts", "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
    }

    @Test
    void theCitizenSpeaksAgainOnceWithinTenDaysAndHisFirstWordStays() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        var again = "{\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\",\"words\":\"已经修好\"}";
        assertThat(ticket.offers(AGENT, "EVALUATE_LATER")).isTrue();
        var evaluated = ticket.by(AGENT, "evaluations", again).expect(200);
        assertThat(evaluated.text("resolved")).isEqualTo("NO");
        assertThat(evaluated.text("evaluatedAt")).isNotEmpty();
        assertThat(logged("resolved", "evaluated", ticket.id())).isEqualTo("YES");
        assertThat(ticket.closingRecord(AGENT)
                        .body()
                        .at("/evaluations/0/resolved")
                        .asString())
                .isEqualTo("YES");
        ticket.by(AGENT, "evaluations", again).refused(409, "E_GEN_ILLEGAL_STATE");

        var late = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        run("update hotline_ticket set closed_at = closed_at - interval '11 days' where id = $1", late.id());
        assertThat(late.offers(AGENT, "EVALUATE_LATER")).isFalse();
        late.by(AGENT, "evaluations", again).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void otherSystemsDoNotReadWhatTheDistrictsOfficesWrite() {
        var token = TestTokens.of(PARTNER);
        Phone.withToken(port, token).get("/hotline-exclusions").refused(403, "E_GEN_SCOPE");
    }

    private void spreadTries(UUID ticket) {
        run("""
                update hotline_callback_attempt a set tried_at = timestamptz '2026-11-20 09:00:00+08' + n * interval '13 hours'
                from (select id, row_number() over (order by id) as n from hotline_callback_attempt where ticket_id = $1) numbered
                where a.id = numbered.id""", ticket);
    }

    /** What the log keeps of a step for the statistics. */
    private String logged(String fact, String verb, UUID subject) {
        return text(
                "select facts ->> '%s' from event_log where subject_id = $1 and type = 'hotline.ticket.%s'"
                        .formatted(fact, verb),
                subject);
    }

    private String running(UUID subject) {
        return text("""
                select string_agg(step || ':' || rule_id, ' ' order by step) from deadline
                where subject_id = $1 and satisfied_at is null""", subject);
    }

    private void run(String sql, UUID subject) {
        database.sql(sql).bind(0, subject).then().block();
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private String text(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }
}
