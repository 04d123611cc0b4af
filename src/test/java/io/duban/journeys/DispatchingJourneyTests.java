package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.Ticket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** From the dispatcher's desk to the unit: which clocks run, who is told, and what is refused. */
@ServerTest
class DispatchingJourneyTests {

    private static final String SIXTY_DAYS =
            ",\"statutory\":{\"amount\":60,\"unit\":\"NATURAL_DAY\",\"basis\":\"信访工作条例第三十四条\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void theDesksClockIsAnotherAsSoonAsTheClassIsKnown() {
        var ticket = Ticket.accepted(port, "HELP");
        assertThat(ticket.rule(database, "DISPATCH")).isEqualTo("HOT_DISPATCH_ORD");
        ticket.step(DISPATCHER, "classifications", "{\"categoryCode\":\"c\",\"urgencyClass\":\"RISK\"}")
                .expect(200);
        assertThat(ticket.rule(database, "DISPATCH")).isEqualTo("HOT_DISPATCH_RISK");
        assertThat(
                        ticket.count(
                                database,
                                "deadline where subject_id = $1 and step = 'DISPATCH' and current_due_at = trigger_at + interval '10 minutes'"))
                .isEqualTo(1);
        ticket.step(DISPATCHER, "dispatches", Ticket.host(URBAN_BUREAU)).expect(200);
        assertThat(ticket.rule(database, "HANDLE")).isEqualTo("HOT_RISK");
        assertThat(ticket.rule(database, "SIGN_FOR")).isEqualTo("HOT_SIGN_RISK");
        assertThat(ticket.rule(database, "STAGE")).isEmpty();
        assertThat(ticket.rule(database, "DISPATCH")).isEmpty();
    }

    @Test
    void aLifeInDangerIsNotDispatched() {
        var ticket = Ticket.accepted(port, "HELP");
        ticket.step(DISPATCHER, "classifications", "{\"categoryCode\":\"c\",\"urgencyClass\":\"LIFE_SAFETY\"}")
                .refused(400, "E_GEN_VALIDATION");
        assertThat(ticket.seenBy(DISPATCHER).text("status")).isEqualTo("RECEIVED");
    }

    @Test
    void aLawsPeriodHoldsWithAnAnswerOnTheWay() {
        var ticket = Ticket.classified(port, "COMPLAINT", SIXTY_DAYS);
        ticket.step(DISPATCHER, "dispatches", Ticket.host(URBAN_BUREAU)).expect(200);
        assertThat(ticket.seenBy(URBAN_HEAD).text("statutoryBasis")).isEqualTo("信访工作条例第三十四条");
        assertThat(ticket.rule(database, "HANDLE")).isEqualTo("HOT_LAW_60ND");
        assertThat(ticket.rule(database, "STAGE")).isEqualTo("HOT_STAGE");
    }

    @Test
    void whatRunsByTheHourAndAQuestionHaveNoLawsPeriod() {
        var classification = "{\"categoryCode\":\"c\",\"urgencyClass\":\"%s\"" + SIXTY_DAYS + "}";
        Ticket.accepted(port, "COMPLAINT")
                .step(DISPATCHER, "classifications", classification.formatted("UTILITY"))
                .refused(400, "E_GEN_VALIDATION");
        var question = Ticket.accepted(port, "CONSULTATION");
        question.step(DISPATCHER, "classifications", classification.formatted("ORDINARY"))
                .refused(400, "E_GEN_VALIDATION");
        question.step(
                        DISPATCHER,
                        "classifications",
                        classification.formatted("ORDINARY").replace("60", "61"))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void anEnterprisesDemandRunsByTheEnterpriseDesk() {
        var ticket = Ticket.classified(port, "HELP", ",\"enterprise\":true");
        ticket.step(DISPATCHER, "dispatches", Ticket.host(HOUSING_BUREAU)).expect(200);
        assertThat(ticket.rule(database, "HANDLE")).isEqualTo("HOT_ENT_SOLVE");
        assertThat(ticket.rule(database, "CONTACT")).isEqualTo("HOT_ENT_CONTACT");
        assertThat(ticket.rule(database, "STAGE")).isEqualTo("HOT_ENT_ANSWER");
        assertThat(ticket.seenBy(HOUSING_HEAD).body().get("enterprise").asBoolean())
                .isTrue();
    }

    @Test
    void theDateOfThePlatformAboveIsNeverReached() {
        var ticket = Ticket.classified(port, "COMPLAINT", SIXTY_DAYS);
        ticket.set(database, "outer_due_at = now() + interval '20 days'");
        ticket.step(DISPATCHER, "dispatches", Ticket.host(URBAN_BUREAU)).expect(200);
        assertThat(ticket.rule(database, "HANDLE")).isEqualTo("HOT_LAW_60ND/INNER");
        assertThat(ticket.count(database, "hotline_ticket where id = $1 and due_at < outer_due_at and due_at > now()"))
                .isEqualTo(1);
        var near = Ticket.classified(port, "COMPLAINT", "");
        near.set(database, "outer_due_at = now() + interval '90 days'");
        near.step(DISPATCHER, "dispatches", Ticket.host(URBAN_BUREAU)).expect(200);
        assertThat(near.rule(database, "HANDLE")).isEqualTo("HOT_COMPLAINT");
    }

    @Test
    void aCoUnitHasItsOwnEarlierClockAndDoesNotSign() {
        var ticket = Ticket.classified(port, "COMPLAINT", "");
        ticket.step(
                        DISPATCHER,
                        "dispatches",
                        "{\"hostUnitId\":\"" + URBAN_BUREAU + "\",\"coUnitIds\":[\"" + HOUSING_BUREAU + "\"]}")
                .expect(200);
        var part = "PART:" + HOUSING_BUREAU;
        assertThat(ticket.rule(database, part)).isEqualTo("HOT_COMPLAINT/CO");
        assertThat(ticket.count(
                        database,
                        "deadline p join deadline h on h.subject_id = p.subject_id and h.step = 'HANDLE' where p.subject_id = $1 and p.step = '"
                                + part + "' and p.current_due_at < h.current_due_at"))
                .isEqualTo(1);
        assertThat(todos(ticket, "REPORT_PART", HOUSING_HEAD)).isEqualTo(1);
        assertThat(todos(ticket, "SIGN_FOR", URBAN_LIAISON)).isEqualTo(1);
        assertThat(todos(ticket, "SIGN_FOR", HOUSING_LIAISON)).isZero();
    }

    @Test
    void thereIsExactlyOneHost() {
        var ticket = Ticket.classified(port, "COMPLAINT", "");
        ticket.step(DISPATCHER, "dispatches", "{}").refused(422, "E_GEN_HOST_REQUIRED");
        ticket.step(
                        DISPATCHER,
                        "dispatches",
                        "{\"hostUnitId\":\"" + URBAN_BUREAU + "\",\"coUnitIds\":[\"" + URBAN_BUREAU + "\"]}")
                .refused(422, "E_GEN_HOST_REQUIRED");
        assertThat(ticket.count(database, "event_log where subject_id = $1")).isEqualTo(2);
    }

    @Test
    void whatGoesToASubdistrictIsToldToTheDistrict() {
        var ticket = Ticket.dispatched(port, DONGHU);
        assertThat(ticket.count(
                        database,
                        "event_log where subject_id = $1 and type = 'hotline.ticket.copiedToDistrict'" + " and '"
                                + DEPUTY + "' = any(addressee_ids) and '" + OFFICE_DEPUTY + "' = any(addressee_ids)"))
                .isEqualTo(1);
        var other = Ticket.dispatched(port, URBAN_BUREAU);
        assertThat(other.count(
                        database, "event_log where subject_id = $1 and type = 'hotline.ticket.copiedToDistrict'"))
                .isZero();
    }

    @Test
    void whoDoesNotSignIsUrgedByHisDeputyAndThenHisHead() {
        var ticket = Ticket.dispatched(port, URBAN_BUREAU);
        assertThat(ticket.count(
                        database,
                        "deadline where subject_id = $1 and step = 'SIGN_FOR'"
                                + " and escalation_action = 'URGE_SIGN_FOR' and escalation_roles = '{UNIT_DEPUTY}' and second_roles = '{UNIT_HEAD}'"
                                + " and escalation_units = array['" + URBAN_BUREAU + "'::uuid]"))
                .isEqualTo(1);
        assertThat(ticket.seenBy(URBAN_LIAISON).text("dueAt")).isNotEmpty();
    }

    private long todos(Ticket ticket, String action, UUID person) {
        return ticket.count(
                database,
                "todo where subject_id = $1 and action = '" + action + "' and person_id = '" + person
                        + "' and closed_at is null");
    }
}
