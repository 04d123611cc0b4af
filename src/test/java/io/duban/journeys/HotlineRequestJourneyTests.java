package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What a unit and the manager ask for on the way, and who decides: more time, the hard list, an end without a result. */
@ServerTest
class HotlineRequestJourneyTests {

    private static final String YES = "{\"approved\":true,\"words\":\"同意\"}";
    private static final String NO = "{\"approved\":false,\"words\":\"理由不充分\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void theAuditorGrantsFiveWorkingDaysAndTheManagerTen() {
        var shorter = dueOnAWednesday();
        assertThat(shorter.offers(URBAN_DEPUTY, "REQUEST_EXTENSION")).isTrue();
        shorter.does(URBAN_DEPUTY, "extension-requests", wish("2030-03-20"));
        assertThat(shorter.offers(URBAN_DEPUTY, "REQUEST_EXTENSION")).isFalse();
        shorter.tries(URBAN_HEAD, "extension-requests", wish("2030-03-20")).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(shorter.offers(HOTLINE_MANAGER, "DECIDE_EXTENSION")).isFalse();
        shorter.tries(HOTLINE_MANAGER, "extension-decisions", YES).refused(403, "E_GEN_SCOPE");
        shorter.does(HOTLINE_AUDITOR, "extension-decisions", YES);
        var extended = shorter.seenBy(URBAN_HEAD);
        assertThat(Instant.parse(extended.text("dueAt"))).isEqualTo(Instant.parse("2030-03-20T16:00:00Z"));
        assertThat(extended.body().get("extended").asBoolean()).isTrue();
        assertThat(number(
                        "select count(*) from deadline where subject_id = $1 and step = 'HANDLE' and current_due_at = '2030-03-20T16:00:00Z'",
                        shorter.id()))
                .isEqualTo(1);
        shorter.tries(URBAN_DEPUTY, "extension-requests", wish("2030-03-25")).refused(422, "E_GEN_EXTENSION_TWICE");

        var longer = dueOnAWednesday();
        longer.tries(URBAN_HEAD, "extension-requests", wish("2030-03-28")).refused(400, "E_GEN_VALIDATION");
        longer.does(URBAN_HEAD, "extension-requests", wish("2030-03-27"));
        longer.tries(HOTLINE_AUDITOR, "extension-decisions", YES).refused(403, "E_GEN_SCOPE");
        longer.does(HOTLINE_MANAGER, "extension-decisions", NO);
        assertThat(Instant.parse(longer.seenBy(URBAN_HEAD).text("dueAt")))
                .as("silence and refusal lengthen nothing")
                .isEqualTo(Instant.parse("2030-03-13T16:00:00Z"));
        assertThat(longer.read(URBAN_HEAD, "handling-history")
                        .body()
                        .at("/extensions/0/granted")
                        .asBoolean())
                .isFalse();
        longer.does(URBAN_HEAD, "extension-requests", wish("2030-03-18"));
    }

    @Test
    void moreTimeIsRefusedWhenItIsLateWhenNobodyWasToldAndPastTheDateFromAbove() {
        var ticket = dueOnAWednesday();
        ticket.tries(URBAN_DEPUTY, "extension-requests", wish("2030-03-20", "null"))
                .refused(422, "E_HOT_CITIZEN_NOT_INFORMED");
        set(ticket.id(), "outer_due_at = '2030-03-19T16:00:00Z'");
        ticket.tries(URBAN_DEPUTY, "extension-requests", wish("2030-03-20")).refused(400, "E_GEN_VALIDATION");
        set(ticket.id(), "due_at = now() - interval '1 second'");
        ticket.tries(URBAN_DEPUTY, "extension-requests", wish("2030-03-19")).refused(422, "E_GEN_EXTENSION_LATE");
        assertThat(ticket.offers(URBAN_DEPUTY, "REQUEST_EXTENSION")).isFalse();
        assertThat(number("select count(*) from hotline_extension where ticket_id = $1", ticket.id()))
                .isZero();
    }

    @Test
    void aConsultationAndABurstPipeGetNoMoreTime() {
        TicketSteps.accepted(port, "APP", "CONSULTATION")
                .dispatched("ORDINARY")
                .signed()
                .contacted()
                .tries(URBAN_HEAD, "extension-requests", wish("2030-03-20"))
                .refused(422, "E_HOT_NO_EXTENSION");
        TicketSteps.complaint(port)
                .dispatched("UTILITY")
                .signed()
                .contacted()
                .tries(URBAN_HEAD, "extension-requests", wish("2030-03-20"))
                .refused(422, "E_HOT_NO_EXTENSION");
    }

    @Test
    void aTicketStandsOnTheHardListOnlyWithItsLeaderAndGoesOnLater() {
        var ticket = TicketSteps.atWork(port);
        ticket.tries(HOTLINE_MANAGER, "hard-listings").refused(422, "E_HOT_SUSPEND_NOT_APPROVED");
        ticket.tries(HOTLINE_MANAGER, "hard-proposals", hard(today().plusDays(40)))
                .refused(400, "E_GEN_VALIDATION");
        ticket.does(HOTLINE_MANAGER, "hard-proposals", hard(today().plusDays(20)));
        ticket.tries(HOTLINE_MANAGER, "hard-listings").refused(422, "E_HOT_SUSPEND_NOT_APPROVED");
        ticket.tries(DEPUTY_2, "hard-decisions", YES).refused(404, "E_WEB_NOT_FOUND");
        assertThat(ticket.offers(DEPUTY, "DECIDE_HARD")).isTrue();
        ticket.does(DEPUTY, "hard-decisions", YES);
        assertThat(todos(ticket.id(), "LIST_AS_HARD")).isEqualTo(1);
        var listed = ticket.tries(HOTLINE_MANAGER, "hard-listings").expect(200);
        assertThat(listed.text("status")).isEqualTo("SUSPENDED");
        assertThat(listed.text("light")).isEqualTo("GREY");
        assertThat(todos(ticket.id(), "SUBMIT_FEEDBACK")).isZero();
        assertThat(standing(ticket.id())).isEqualTo(1);

        var line = hardList(DEPUTY, ticket.id());
        assertThat(line.get("ground").asString()).isEqualTo("FUNDING");
        assertThat(line.get("reason").asString()).isEqualTo("资金未到位");
        assertThat(hardList(DEPUTY_2, ticket.id())).isNull();

        ticket.does(
                HOTLINE_MANAGER, "hard-reviews", "{\"words\":\"仍在争取\",\"reviewOn\":\"" + today().plusDays(25) + "\"}");
        database.sql(
                        "update deadline set suspended_at = suspended_at - interval '20 days', trigger_at = trigger_at - interval '20 days' where subject_id = $1 and suspended_at is not null")
                .bind(0, ticket.id())
                .then()
                .block();
        var before = Instant.parse(ticket.seenBy(URBAN_HEAD).text("dueAt"));
        var resumed = ticket.tries(HOTLINE_MANAGER, "resumptions", "{\"words\":\"资金已到位\"}")
                .expect(200);
        assertThat(resumed.text("status")).isEqualTo("IN_PROGRESS");
        assertThat(Instant.parse(resumed.text("dueAt"))).isAfter(before.plus(Duration.ofDays(7)));
        assertThat(todos(ticket.id(), "SUBMIT_FEEDBACK")).isEqualTo(1);
        assertThat(todos(ticket.id(), "REVIEW_HARD")).isZero();
        assertThat(standing(ticket.id())).isZero();
        assertThat(hardList(DEPUTY, ticket.id())).isNull();
        assertThat(number(
                        "select count(*) from deadline where subject_id = $1 and step = 'HARD_REVIEW' and satisfied_at is null",
                        ticket.id()))
                .isZero();
        assertThat(number(
                        "select count(*) from hotline_ticket t join deadline d on d.subject_id = t.id and d.step = 'HANDLE' where t.id = $1 and t.due_at = d.current_due_at",
                        ticket.id()))
                .isEqualTo(1);
    }

    @Test
    void aLeaderMayRefuseAndTheManagerMayProposeAnew() {
        var ticket = TicketSteps.atWork(port);
        ticket.does(HOTLINE_MANAGER, "hard-proposals", hard(today().plusDays(5)));
        ticket.tries(HOTLINE_MANAGER, "hard-proposals", hard(today().plusDays(5)))
                .refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.does(LEADER, "hard-decisions", NO);
        ticket.tries(LEADER, "hard-decisions", YES).refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.tries(HOTLINE_MANAGER, "hard-listings").refused(422, "E_HOT_SUSPEND_NOT_APPROVED");
        ticket.does(HOTLINE_MANAGER, "hard-proposals", hard(today().plusDays(5)));
    }

    @Test
    void aTicketEndsWithoutAResultOnlyWhenTheAuditorAgrees() {
        var ticket = TicketSteps.atWork(port);
        ticket.tries(HOTLINE_AUDITOR, "termination-decisions", YES).refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.tries(URBAN_HEAD, "termination-requests", end("null")).refused(422, "E_HOT_CITIZEN_NOT_INFORMED");
        ticket.does(URBAN_HEAD, "termination-requests", end("\"" + Instant.now() + "\""));
        ticket.does(HOTLINE_AUDITOR, "termination-decisions", NO);
        assertThat(ticket.seenBy(URBAN_HEAD).text("status")).isEqualTo("IN_PROGRESS");
        ticket.does(URBAN_HEAD, "termination-requests", end("\"" + Instant.now() + "\""));
        assertThat(ticket.offers(HOTLINE_AUDITOR, "TERMINATE")).isTrue();
        var ended = ticket.tries(HOTLINE_AUDITOR, "termination-decisions", YES).expect(200);
        assertThat(ended.text("status")).isEqualTo("TERMINATED");
        assertThat(number("select count(*) from todo where subject_id = $1 and closed_at is null", ticket.id()))
                .isZero();
        assertThat(number("select count(*) from deadline where subject_id = $1 and satisfied_at is null", ticket.id()))
                .isZero();
    }

    /** At work, and due at 24:00 of Wednesday, 13 March 2030. */
    private TicketSteps dueOnAWednesday() {
        var ticket = TicketSteps.atWork(port);
        set(ticket.id(), "due_at = '2030-03-13T16:00:00Z', warn_at = '2030-03-12T16:00:00Z'");
        database.sql(
                        "update deadline set current_due_at = '2030-03-13T16:00:00Z', warn_at = '2030-03-12T16:00:00Z' where subject_id = $1 and step = 'HANDLE'")
                .bind(0, ticket.id())
                .then()
                .block();
        return ticket;
    }

    private void set(UUID ticket, String columns) {
        database.sql("update hotline_ticket set " + columns + " where id = $1")
                .bind(0, ticket)
                .then()
                .block();
    }

    private @Nullable JsonNode hardList(UUID person, UUID ticket) {
        return Phone.of(port, person)
                .get("/hotline-hard-list?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(line -> line.get("ticketId").asString().equals(ticket.toString()))
                .findFirst()
                .orElse(null);
    }

    private long todos(UUID ticket, String action) {
        return number(
                "select count(distinct action) from todo where subject_id = $1 and closed_at is null and action = '"
                        + action + "'",
                ticket);
    }

    private long standing(UUID ticket) {
        return number("select count(*) from deadline where subject_id = $1 and suspended_at is not null", ticket);
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String wish(String until) {
        return wish(until, "\"" + Instant.now() + "\"");
    }

    private static String wish(String until, String told) {
        return "{\"until\":\"%s\",\"reason\":\"需协调\",\"done\":\"已查看\",\"plan\":\"下周完成\",\"toldCitizenAt\":%s}"
                .formatted(until, told);
    }

    private static String hard(LocalDate reviewOn) {
        return "{\"ground\":\"FUNDING\",\"reason\":\"资金未到位\",\"plan\":\"列入明年计划\",\"reviewOn\":\"%s\",\"toldCitizenAt\":\"%s\"}"
                .formatted(reviewOn, Instant.now());
    }

    private static String end(String told) {
        return "{\"ground\":\"CITIZEN_UNCOOPERATIVE\",\"reason\":\"拒不提供地址\",\"explanation\":\"已说明\",\"toldCitizenAt\":"
                + told + "}";
    }
}
