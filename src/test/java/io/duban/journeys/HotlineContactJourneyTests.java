package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TicketSteps;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The citizen is contacted, told on the way how far it is, and may urge. */
@ServerTest
class HotlineContactJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void oneUnansweredCallStartsNothingAndThreeAtADistanceDo() {
        var ticket = TicketSteps.complaint(port).dispatched("ORDINARY").signed();
        assertThat(ticket.offers(URBAN_HANDLER, "TRY_CONTACT")).isTrue();
        for (int line = 0; line < 3; line++) {
            ticket.does(URBAN_HANDLER, "contacts", TicketSteps.contact("NO_ANSWER"));
        }
        assertThat(ticket.seenBy(DISPATCHER).text("status")).isEqualTo("SIGNED");
        assertThat(contactClocks(ticket.id()))
                .as("the clock of the first contact runs")
                .isEqualTo(1);

        spread(ticket.id(), Duration.ofHours(4), Duration.ofHours(2));
        ticket.does(URBAN_HANDLER, "contacts", TicketSteps.contact("NO_ANSWER"));

        assertThat(ticket.seenBy(DISPATCHER).text("status")).isEqualTo("IN_PROGRESS");
        assertThat(contactClocks(ticket.id())).isZero();
        ticket.does(URBAN_HANDLER, "contacts", TicketSteps.contact("REACHED"));
        assertThat(ticket.read(DISPATCHER, "contacts").expect(200).body().get("items"))
                .hasSize(5);
    }

    @Test
    void whoLeftANumberIsNotAnonymous() {
        TicketSteps.complaint(port)
                .dispatched("ORDINARY")
                .signed()
                .tries(URBAN_HANDLER, "contacts", TicketSteps.contact("ANONYMOUS"))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void theNoteOfAContactIsMaskedAsTheCitizenIs() {
        var ticket = TicketSteps.atWork(port);
        var seen = ticket.read(URBAN_HANDLER, "contacts").expect(200).body().at("/items/0/note");
        assertThat(seen.asString()).contains("张三");
        var masked = ticket.read(LEADER, "contacts").expect(200);
        assertThat(masked.body().at("/items/0/note").isMissingNode()).isTrue();
        assertThat(masked.body().toString()).doesNotContain("张三");
        ticket.read(HOUSING_HANDLER, "contacts").refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void aStageReportSaysWhatComesNextAndNotInThePast() {
        var ticket = TicketSteps.atWork(port);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        ticket.tries(URBAN_HANDLER, "stage-reports", stage(today.minusDays(1))).refused(400, "E_GEN_VALIDATION");
        ticket.tries(URBAN_HEAD, "stage-reports", stage(today)).refused(403, "E_GEN_SCOPE");
        ticket.does(URBAN_HANDLER, "stage-reports", stage(today.plusDays(2)));
        var reports =
                ticket.read(DISPATCHER, "handling-history").expect(200).body().get("stageReports");
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).get("plannedOn").asString())
                .isEqualTo(today.plusDays(2).toString());
    }

    @Test
    void theCitizenUrgesAsOftenAsHeCallsAndTheOfficeChasesOncePerWorkingDay() {
        var ticket = TicketSteps.atWork(port);
        ticket.does(AGENT, "urges", urge("CITIZEN"));
        ticket.does(AGENT, "urges", urge("CITIZEN"));
        ticket.does(HOTLINE_MANAGER, "urges", urge("OFFICE"));
        ticket.tries(LEADER, "urges", urge("OFFICE")).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        ticket.does(AGENT, "urges", urge("CITIZEN"));
        assertThat(events(ticket.id(), "urged")).isEqualTo(3);
        assertThat(events(ticket.id(), "chased")).isEqualTo(1);
        assertThat(ticket.read(DISPATCHER, "handling-history").body().get("urges"))
                .hasSize(4);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.chased' and '"
                                + URBAN_HEAD + "' = any(addressee_ids)",
                        ticket.id()))
                .isEqualTo(1);
        Phone.of(port, URBAN_HEAD)
                .post(ticket.path() + "/urges", 1, urge("OFFICE"))
                .refused(403, "E_GEN_SCOPE");
    }

    /** As if the tries recorded last had been recorded so long ago. */
    private void spread(UUID ticket, Duration first, Duration second) {
        database.sql("""
                        with numbered as (select id, row_number() over (order by recorded_at) as n from hotline_contact where ticket_id = :ticket)
                        update hotline_contact c set recorded_at = now() - case n when 1 then :first::interval else :second::interval end
                        from numbered where numbered.id = c.id""")
                .bind("ticket", ticket)
                .bind("first", first.toMinutes() + " minutes")
                .bind("second", second.toMinutes() + " minutes")
                .then()
                .block();
        database.sql("update hotline_ticket set dispatched_at = now() - interval '5 hours' where id = $1")
                .bind(0, ticket)
                .then()
                .block();
    }

    private long contactClocks(UUID ticket) {
        return number(
                "select count(*) from deadline where subject_id = $1 and step = 'CONTACT' and satisfied_at is null",
                ticket);
    }

    private long events(UUID ticket, String verb) {
        return number(
                "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket." + verb + "'",
                ticket);
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static String stage(LocalDate planned) {
        return "{\"done\":\"已现场查看\",\"nextStep\":\"约谈施工单位\",\"plannedOn\":\"" + planned + "\"}";
    }

    private static String urge(String kind) {
        return "{\"kind\":\"" + kind + "\",\"channel\":\"TELEPHONE\",\"words\":\"请尽快\"}";
    }
}
