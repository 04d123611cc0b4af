package io.duban.platform.clocks;

import static io.duban.platform.clocks.Arrangements.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.Desk;
import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** What open clocks make of a calendar that was loaded or corrected. */
@ServerTest
class RecountTests {

    private static final String MOVED = "event_log where type = 'hotline.ticket.recomputed'";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    CalendarUpkeep upkeep;

    @Test
    void aLoadedYearLengthensOnceByHoweverManyInstancesAndIsToldAndCopied() {
        var id = ticketOf(2042);
        var seen = Phone.of(port, URBAN_LIAISON).get("/hotline-tickets/" + id).expect(200);
        load(2042, 0, LONG.of(2042));
        Flux.range(0, 6).flatMap(i -> upkeep.recount()).then().block();
        upkeep.recount().block();

        var clock = clock(id);
        assertThat(clock.get("currentDueAt").asString()).isEqualTo("2042-10-10T00:00:00+08:00");
        assertThat(clock.get("originalDueAt").asString()).isEqualTo("2042-10-10T00:00:00+08:00");
        assertThat(clock.get("warnAt").asString()).isEqualTo("2042-10-09T00:00:00+08:00");
        assertThat(clock.get("provisional").asBoolean()).isFalse();
        assertThat(clock.get("calendarVersion").asString()).isEqualTo("2042.1");
        assertThat(clock.get("recounts")).hasSize(1);
        assertThat(count(
                        MOVED + " and light = 'GREEN' and subject_version = " + (seen.version() + 1) + " and '"
                                + URBAN_LIAISON + "' = any(addressee_ids) and subject_id = $1",
                        id))
                .isEqualTo(1);
        assertThat(count(MOVED + " and subject_id = $1", id)).isEqualTo(1);
        var ticket = Phone.of(port, URBAN_LIAISON).get("/hotline-tickets/" + id).expect(200);
        assertThat(ticket.text("dueAt")).isEqualTo("2042-10-10T00:00:00+08:00");
        assertThat(ticket.version()).isEqualTo(seen.version() + 1);
        assertThat(count("todo where due_at = '2042-10-10T00:00+08:00' and closed_at is null and subject_id = $1", id))
                .isPositive();
        assertThat(count(
                        "audit_row a join work_calendar_notice n on n.id = a.subject_id where action = 'recountDeadlines' and $1::uuid is not null",
                        id))
                .isPositive();
    }

    @Test
    void aShorterDateWaitsOnTheDirectorsDeskForOneDecisionOrOneByOne() {
        load(2053, 0, LONG.of(2053));
        UUID[] tickets = {ticketOf(2053), ticketOf(2053), ticketOf(2053)};
        upkeep.recount().block();
        load(2053, 1, SHORT.of(2053));
        Flux.range(0, 4).flatMap(i -> upkeep.recount()).then().block();

        var director = Phone.of(port, DIRECTOR);
        var waiting = director.get("/work-calendars/2053/shortenings")
                .expect(200)
                .body()
                .get("items");
        assertThat(waiting).hasSize(3);
        assertThat(waiting.get(0).get("dueAt").asString()).isEqualTo("2053-10-10T00:00:00+08:00");
        assertThat(waiting.get(0).get("shorterDueAt").asString()).isEqualTo("2053-10-08T00:00:00+08:00");
        assertThat(director.get("/work-calendars/2053")
                        .body()
                        .get("undecidedShortenings")
                        .asLong())
                .isEqualTo(3);
        assertThat(onTheDesk()).isEqualTo(1);
        for (var ticket : tickets) {
            assertThat(due(ticket)).isEqualTo("2053-10-10T00:00:00+08:00");
        }

        var kept = clock(tickets[0]).get("id").asString();
        director.post("/work-calendars/2053/shortening-decisions", 1, decision(false, kept))
                .refused(412, "E_GEN_STALE_VERSION");
        director.post(
                        "/work-calendars/2053/shortening-decisions",
                        2,
                        decision(false, UUID.randomUUID().toString()))
                .refused(400, "E_GEN_VALIDATION");
        director.post("/work-calendars/2053/shortening-decisions", 2, decision(false, kept))
                .expect(200);
        assertThat(onTheDesk()).isEqualTo(1);
        director.post("/work-calendars/2053/shortening-decisions", 3, "{\"accepted\":true}")
                .expect(200);
        assertThat(onTheDesk()).isZero();
        upkeep.recount().block();

        assertThat(due(tickets[0])).isEqualTo("2053-10-10T00:00:00+08:00");
        assertThat(clock(tickets[0]).get("recounts").get(0).get("kind").asString())
                .isEqualTo("KEPT");
        assertThat(Phone.of(port, DIRECTOR)
                        .get("/deadlines/" + kept)
                        .body()
                        .get("steps")
                        .toString())
                .contains("办公室主任决定不提前");
        for (int accepted : new int[] {1, 2}) {
            assertThat(due(tickets[accepted])).isEqualTo("2053-10-08T00:00:00+08:00");
            assertThat(Phone.of(port, URBAN_LIAISON)
                            .get("/hotline-tickets/" + tickets[accepted])
                            .text("dueAt"))
                    .isEqualTo("2053-10-08T00:00:00+08:00");
            assertThat(count(MOVED + " and subject_id = $1", tickets[accepted])).isEqualTo(1);
        }
        director.post("/work-calendars/2053/shortening-decisions", 4, "{\"accepted\":true}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void whatIsDoneIsNeverCountedAgainAndWhatWasGivenStays() {
        var done = ticketOf(2059);
        run("update deadline set satisfied_at = now() where step = 'HANDLE' and subject_id = $1", done);
        var given = ticketOf(2059);
        run("update deadline set rule_id = rule_id || '/GIVEN' where step = 'HANDLE' and subject_id = $1", given);
        var hanging = ticketOf(2059);
        run("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional)
                select gen_random_uuid(), subject_type, subject_id, 'FOLLOW_UP', 'HOT_CONSULT', 1, calendar_version, current_due_at,
                    '2059-10-10T00:00+08:00', '2059-10-10T00:00+08:00', '2059-10-09T00:00+08:00', true
                from deadline where step = 'HANDLE' and subject_id = $1""", hanging);
        var satisfiedLater = ticketOf(2059);
        load(2059, 0, LONG.of(2059));
        upkeep.recount().block();

        assertThat(due(done)).isEqualTo("2059-10-08T00:00:00+08:00");
        assertThat(due(given)).isEqualTo("2059-10-08T00:00:00+08:00");
        assertThat(clock(given).get("calendarVersion").asString()).isEqualTo("2059.1");
        assertThat(due(hanging)).isEqualTo("2059-10-10T00:00:00+08:00");
        var followUp = clock(hanging, "FOLLOW_UP");
        assertThat(followUp.get("triggerAt").asString()).isEqualTo("2059-10-10T00:00:00+08:00");
        assertThat(followUp.get("currentDueAt").asString()).isEqualTo("2059-10-14T00:00:00+08:00");

        load(2059, 1, SHORT.of(2059));
        upkeep.recount().block();
        assertThat(onTheDesk()).isEqualTo(1);
        run(
                "update deadline set satisfied_at = now() where shorter_year = 2059 and $1::uuid is not null",
                satisfiedLater);
        upkeep.recount().block();
        assertThat(onTheDesk()).as("nothing waits to be decided any more").isZero();
    }

    /** A ticket whose handling was started in late September of that year, before or after its notice was loaded. */
    private UUID ticketOf(int year) {
        var id = DispatchedTicket.toUrban(port);
        var loaded = Phone.of(port, LEADER).get("/work-calendars/" + year).text("version");
        var due = loaded.endsWith(".0") ? "08" : "10";
        run("""
                update deadline set rule_id = 'HOT_HELP', trigger_at = '%1$d-09-25T10:00+08:00', calendar_version = '%2$s',
                    original_due_at = '%1$d-10-%3$sT00:00+08:00', current_due_at = '%1$d-10-%3$sT00:00+08:00',
                    warn_at = '%1$d-10-07T00:00+08:00', provisional = %4$s where step = 'HANDLE' and subject_id = $1""".formatted(year, loaded, due, loaded.endsWith(".0")), id);
        run("update hotline_ticket set due_at = '%d-10-%sT00:00+08:00' where id = $1".formatted(year, due), id);
        run("update todo set due_at = '%d-10-%sT00:00+08:00' where subject_id = $1".formatted(year, due), id);
        return id;
    }

    private void load(int year, long seen, String notice) {
        Phone.of(port, DIRECTOR).post("/work-calendars/" + year, seen, notice).expect(200);
    }

    private static String decision(boolean accepted, String deadline) {
        return "{\"accepted\":%s,\"deadlineIds\":[\"%s\"]}".formatted(accepted, deadline);
    }

    private long onTheDesk() {
        List<?> waiting = JsonPath.read(Desk.of(port, DIRECTOR), "$.items[?(@.action=='DECIDE_SHORTENING')]");
        return waiting.size();
    }

    private String due(UUID ticket) {
        return clock(ticket).get("currentDueAt").asString();
    }

    private JsonNode clock(UUID ticket) {
        return clock(ticket, "HANDLE");
    }

    private JsonNode clock(UUID ticket, String step) {
        return Phone.of(port, LEADER)
                .get("/deadlines?subjectId=" + ticket)
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(clock -> clock.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql, UUID id) {
        database.sql(sql).bind(0, id).then().block();
    }

    private long count(String from, UUID id) {
        return database.sql("select count(*) from " + from)
                .bind(0, id)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
