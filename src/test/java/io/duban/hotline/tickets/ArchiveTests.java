package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Closed tickets go to the archive thirty days later, once, and complete (domain 2.5 T24). */
@ServerTest
class ArchiveTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void isArchivedAfterThirtyDaysOnceHoweverManyInstancesComeAtOnce() {
        var old = ClosingSteps.dispatched(port).handedIn().passed().calledBack();
        var young = ClosingSteps.dispatched(port).handedIn().passed().calledBack();
        age(old, "30 days 1 minute");
        age(young, "29 days");
        Flux.merge(sweep(), sweep(), sweep()).blockLast();
        assertThat(old.seenBy(AGENT).text("status")).isEqualTo("ARCHIVED");
        assertThat(old.seenBy(AGENT).text("closedAt")).isNotEmpty();
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.archived'",
                        old.id()))
                .isEqualTo(1);
        assertThat(young.seenBy(AGENT).text("status")).isEqualTo("CLOSED");

        old.by(AGENT, "evaluations", "{\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        old.by(URBAN_HEAD, "exclusion-requests", "{\"reason\":\"MALICIOUS\",\"evidence\":\"x\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        old.by(HOTLINE_MANAGER, "escalations", "{\"words\":\"再查\"}").refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void whatIsUndecidedStaysUntilItIsDecided() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        ticket.by(URBAN_HEAD, "exclusion-requests", "{\"reason\":\"IN_LITIGATION\",\"evidence\":\"已立案\"}")
                .expect(200);
        age(ticket, "40 days");
        sweep().blockLast();
        assertThat(ticket.seenBy(AGENT).text("status")).isEqualTo("CLOSED");
        ticket.by(HOTLINE_MANAGER, "exclusion-decisions", "{\"granted\":true,\"words\":\"属实\"}")
                .expect(200);
        sweep().blockLast();
        assertThat(ticket.seenBy(AGENT).text("status")).isEqualTo("ARCHIVED");
    }

    @Test
    void theManagerIsToldOnceOfWhatCannotBeArchivedUntilItCan() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack();
        age(ticket, "31 days");
        doneWith(ticket);
        database.sql("""
                        insert into todo (id, person_id, subject_type, subject_id, action, title, opened_at)
                        values (gen_random_uuid(), $1, 'hotline.ticket', $2, 'FORGOTTEN', 'x', now())""").bind(0, URBAN_HEAD).bind(1, ticket.id()).then().block();
        Flux.merge(sweep(), sweep(), sweep()).blockLast();
        sweep().blockLast();
        assertThat(ticket.seenBy(AGENT).text("status")).isEqualTo("CLOSED");
        assertThat(gaps(ticket)).isEqualTo(1);
        assertThat(Desk.of(port, HOTLINE_MANAGER)).contains(ticket.id().toString());
        database.sql("update todo set closed_at = now() where subject_id = $1 and action = 'FORGOTTEN'")
                .bind(0, ticket.id())
                .then()
                .block();
        assertThat(Desk.of(port, HOTLINE_MANAGER)).contains(ticket.id().toString());
        sweep().blockLast();
        assertThat(ticket.seenBy(AGENT).text("status")).isEqualTo("ARCHIVED");
        assertThat(Desk.of(port, HOTLINE_MANAGER)).doesNotContain(ticket.id().toString());
    }

    @Test
    void aManagerWhoIsToDecideAboutItIsNotToldTwice() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        ticket.by(URBAN_HEAD, "exclusion-requests", "{\"reason\":\"IN_LITIGATION\",\"evidence\":\"已立案\"}")
                .expect(200);
        age(ticket, "40 days");
        sweep().blockLast();
        assertThat(gaps(ticket)).isZero();
    }

    /** Nothing of it is on a desk, such as that its citizen calls for the third time. */
    private void doneWith(ClosingSteps ticket) {
        database.sql("update todo set closed_at = now() where subject_id = $1 and closed_at is null")
                .bind(0, ticket.id())
                .then()
                .block();
    }

    private long gaps(ClosingSteps ticket) {
        return number("select count(*) from hotline_archive_gap where ticket_id = $1", ticket.id());
    }

    private void age(ClosingSteps ticket, String by) {
        database.sql("update hotline_ticket set closed_at = now() - $2::interval where id = $1")
                .bind(0, ticket.id())
                .bind(1, by)
                .then()
                .block();
    }

    private Flux<?> sweep() {
        return jobs.stream()
                .filter(job -> job.name().equals("the archive of closed tickets"))
                .findFirst()
                .orElseThrow()
                .work()
                .get()
                .flux();
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
