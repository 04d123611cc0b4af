package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** An overdue clock turns the light red, and that is said once. */
@SweptByHand
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

    @Test
    void whatIsOverdueLiesOnTheDeskOfWhoeverIsNamedOnceByHoweverManySweepers() {
        var id = escalating("'{}'", "array['UNIT_HEAD']", "array['" + URBAN_BUREAU + "'::uuid]");
        Flux.range(0, 8).flatMap(i -> sweep.sweep()).then().block();
        sweep.sweep().block();
        assertThat(number("select count(*) from todo where subject_id = $1 and action = 'URGE_HOST'", id))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'URGE_HOST' and person_id = $2 and closed_at is null",
                        id,
                        URBAN_HEAD))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.overdue' and $2 = any(addressee_ids)",
                        id,
                        URBAN_HEAD))
                .isEqualTo(1);
    }

    @Test
    void whereNobodyIsFoundItIsTheOfficeDirectors() {
        var id = escalating(
                "array['" + UUID.randomUUID() + "'::uuid]",
                "array['LEGAL_REVIEWER']",
                "array['" + URBAN_BUREAU + "'::uuid]");
        sweep.sweep().block();
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'URGE_HOST' and person_id = $2",
                        id,
                        DIRECTOR))
                .isEqualTo(1);
        assertThat(Phone.of(port, DIRECTOR)
                        .get("/me/todos?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .contains(id.toString());
        assertThat(number("select count(*) from todo where subject_id = $1 and action = 'URGE_HOST'", id))
                .isEqualTo(1);
    }

    @Test
    void aDelegateOfWhomeverItIsEscalatedToHasItToo() {
        run("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason, created_by_id, created_at)
                select gen_random_uuid(), 1, '%s', '%s', now() - interval '1 minute', now() + interval '1 day', false, '出差', '%1$s', now()
                where $1::uuid is not null""".formatted(LEADER, DEPUTY), LEADER);
        var id = escalating("array['" + LEADER + "'::uuid]", "'{}'", "'{}'");
        sweep.sweep().block();
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and person_id = $2 and on_behalf_of = $3",
                        id,
                        DEPUTY,
                        LEADER))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and light = 'RED' and addressee_ids @> array[$2, $3] and $2 = any(told_ids)",
                        id,
                        DEPUTY,
                        LEADER))
                .isEqualTo(1);
        run("update delegation set ended_at = now() where principal_id = $1", LEADER);
    }

    @Test
    void whatAClockOpenedIsGoneWhenItIsSatisfied() {
        var id = escalating("array['" + DIRECTOR + "'::uuid]", "'{}'", "'{}'", "SIGN_FOR");
        sweep.sweep().block();
        var open = "select count(*) from todo where subject_id = $1 and action = 'URGE_HOST' and closed_at is null";
        assertThat(number(open, id)).isEqualTo(1);
        Phone.of(port, URBAN_LIAISON)
                .post("/hotline-tickets/" + id + "/receipts", 3, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
        assertThat(number(open, id)).isZero();
    }

    @Test
    void aClockSatisfiedWhileItTurnedRedLeavesNothingOnADesk() {
        var id = escalating("array['" + DIRECTOR + "'::uuid]", "'{}'", "'{}'");
        sweep.sweep().block();
        run("update deadline set satisfied_at = now() where step = 'HANDLE' and subject_id = $1", id);
        sweep.sweep().block();
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'URGE_HOST' and closed_at is null",
                        id))
                .isZero();
    }

    private UUID escalating(String persons, String roles, String units) {
        return escalating(persons, roles, units, "HANDLE");
    }

    /** A ticket one of whose clocks has run out and names who must act then. */
    private UUID escalating(String persons, String roles, String units, String step) {
        var id = dispatched();
        run("""
                update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour',
                    escalation_action = 'URGE_HOST', escalation_persons = %s, escalation_roles = %s, escalation_units = %s
                where step = '%s' and subject_id = $1""".formatted(persons, roles, units, step), id);
        return id;
    }

    private UUID dispatched() {
        return DispatchedTicket.toUrban(port);
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
