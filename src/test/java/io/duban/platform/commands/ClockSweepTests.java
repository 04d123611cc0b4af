package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** An overdue clock turns the light red, and that is said once. */
@ServerTest
class ClockSweepTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ClockSweep sweep;

    @Test
    void overdueIsSaidOnceByHoweverManySweepers() {
        var id = dispatched();
        run(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where step = 'HANDLE' and subject_id = $1",
                id);
        run(
                "update hotline_ticket set due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where id = $1",
                id);
        Flux.range(0, 8).flatMap(i -> sweep.sweep()).then().block();
        sweep.sweep().block();
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.overdue'", id))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.overdue' and light = 'RED' and $2 = any(addressee_ids)",
                        id,
                        URBAN_LIAISON))
                .isEqualTo(1);
        assertThat(Phone.of(port, LEADER).get("/hotline-tickets/" + id).text("light"))
                .isEqualTo("RED");
        assertThat(Phone.of(port, LEADER)
                        .get("/hotline-tickets?light=RED&limit=100")
                        .body()
                        .toString())
                .contains(id.toString());
    }

    @Test
    void aClockThatTurnsYellowSaysSoAndASatisfiedOneNothing() {
        var id = dispatched();
        run("update deadline set warn_at = now() - interval '1 minute' where step = 'HANDLE' and subject_id = $1", id);
        run(
                "update deadline set satisfied_at = now(), current_due_at = now() - interval '1 minute' where step = 'SIGN_FOR' and subject_id = $1",
                id);
        sweep.sweep().block();
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.overdueSoon'",
                        id))
                .isEqualTo(1);
        assertThat(number("select count(*) from event_log where subject_id = $1 and type like '%verdue'", id))
                .isZero();
    }

    private UUID dispatched() {
        var id = Phone.of(port, AGENT).post("/hotline-tickets", """
                {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
                 "receivedAt":"2026-11-20T08:00:00+08:00"}""").expect(201).id();
        var dispatcher = Phone.of(port, DISPATCHER);
        dispatcher
                .post(
                        "/hotline-tickets/" + id + "/classifications",
                        1,
                        "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post("/hotline-tickets/" + id + "/dispatches", 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        return id;
    }

    private void run(String sql, UUID id) {
        database.sql(sql).bind(0, id).then().block();
    }

    private long number(String sql, UUID... values) {
        var spec = database.sql(sql);
        for (int i = 0; i < values.length; i++) {
            spec = spec.bind(i, values[i]);
        }
        return spec.map(row -> row.get(0, Long.class)).one().block();
    }
}
