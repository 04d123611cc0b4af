package io.duban.platform.clocks;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A clock says what it is and why, to whoever may read what it times. */
@ServerTest
class ClockReadingTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void theClocksOfATicketAreReadByWhoReadsTheTicket() {
        var id = dispatched();
        for (var reader : new UUID[] {LEADER, DISPATCHER, URBAN_LIAISON, URBAN_HEAD}) {
            assertThat(clocks(reader, id)
                            .valueStream()
                            .map(clock -> clock.get("step").asString()))
                    .as(reader.toString())
                    .contains("HANDLE", "SIGN_FOR");
        }
        for (var stranger : new UUID[] {HOUSING_LIAISON, HOUSING_HEAD, SYSADMIN}) {
            Phone.of(port, stranger).get("/hotline-tickets/" + id);
            assertThat(clocks(stranger, id)).as(stranger.toString()).isEmpty();
        }
    }

    @Test
    void ofWhatIsAbsentThereIsNothing() {
        assertThat(clocks(LEADER, UUID.randomUUID())).isEmpty();
        Phone.of(port, LEADER).get("/deadlines/" + UUID.randomUUID()).refused(404, "E_WEB_NOT_FOUND");
        Phone.of(port, LEADER).get("/deadlines").refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void oneClockTellsStepByStepWhyItsDateIsWhatItIs() {
        var id = dispatched();
        var clock = clock(LEADER, id, "HANDLE");
        run(
                "update deadline set trigger_at = '2026-09-18T16:00+08:00', original_due_at = '2026-09-25T00:00+08:00', current_due_at = '2026-10-10T00:00+08:00', calendar_version = '2026.1' where id = $1",
                clock);
        run("""
                insert into deadline_change (deadline_id, kind, changed_at, due_before, due_after)
                select id, 'EXTENDED', '2026-09-22T10:00+08:00', original_due_at, current_due_at from deadline where id = $1""", clock);
        var told = Phone.of(port, URBAN_LIAISON).get("/deadlines/" + clock).expect(200);
        assertThat(told.body().get("steps").toString())
                .contains(
                        "2026年9月20日（周日）调休上班，计为工作日",
                        "批准延期：到期由2026年9月24日（周四）24:00改为2026年10月9日（周五）24:00",
                        "调整后到期：2026年10月9日（周五）24:00");
        var extension = told.body().get("deadline").get("extensions").get(0);
        assertThat(extension.get("dueAfter").asString()).isEqualTo("2026-10-10T00:00:00+08:00");
        Phone.of(port, HOUSING_LIAISON).get("/deadlines/" + clock).refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void whatStandsStillIsGreyAndWhatIsDoneSaysWhetherInTime() {
        var id = dispatched();
        run("update deadline set suspended_at = now() where step = 'HANDLE' and subject_id = $1", id);
        var handle = found(LEADER, id, "HANDLE");
        assertThat(handle.get("light").asString()).isEqualTo("GREY");
        assertThat(handle.has("suspendedAt")).isTrue();
        assertThat(handle.has("satisfiedOnTimeCurrent")).isFalse();
        run("""
                update deadline set satisfied_at = current_due_at + interval '1 day', current_due_at = original_due_at + interval '2 days'
                where step = 'SIGN_FOR' and subject_id = $1""", id);
        var signed = found(LEADER, id, "SIGN_FOR");
        assertThat(signed.get("light").asString()).isEqualTo("NONE");
        assertThat(signed.get("satisfiedOnTimeOriginal").asBoolean()).isFalse();
        assertThat(signed.get("satisfiedOnTimeCurrent").asBoolean()).isTrue();
    }

    @Test
    void whatIsDoneWhileItStandsStillIsDoneInTimeWhenItStoppedInTime() {
        var id = dispatched();
        run("""
                update deadline set suspended_at = current_due_at - interval '1 hour', satisfied_at = current_due_at + interval '9 days'
                where step = 'HANDLE' and subject_id = $1""", id);
        assertThat(found(LEADER, id, "HANDLE").get("satisfiedOnTimeCurrent").asBoolean())
                .isTrue();
    }

    private JsonNode clocks(UUID reader, UUID subject) {
        return Phone.of(port, reader)
                .get("/deadlines?subjectId=" + subject)
                .expect(200)
                .body()
                .get("items");
    }

    private JsonNode found(UUID reader, UUID subject, String step) {
        return clocks(reader, subject)
                .valueStream()
                .filter(clock -> clock.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private UUID clock(UUID reader, UUID subject, String step) {
        return UUID.fromString(found(reader, subject, step).get("id").asString());
    }

    private UUID dispatched() {
        return DispatchedTicket.toUrban(port);
    }

    private void run(String sql, UUID id) {
        database.sql(sql).bind(0, id).then().block();
    }
}
