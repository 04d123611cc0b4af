package io.duban.instructions;

import static io.duban.support.DemoDistrict.*;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** An instruction shows the date of its clock when the calendar has moved that. */
@ServerTest
class InstructionClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void itsDateFollowsItsClock() {
        var id = Phone.of(port, LEADER)
                .post("/leader-instructions", """
                {"title":"随日历改期","exactWords":"请查清","category":"ACT_AND_REPORT","urgency":"NORMAL"}""")
                .expect(201)
                .id();
        database.sql("""
                        with clock as (
                            insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at,
                                original_due_at, current_due_at, warn_at, provisional)
                            values (gen_random_uuid(), 'instruction.leader', $1, 'HANDLE', 'INS_NORMAL', 1, '2026.1', '2026-09-30T10:00+08:00',
                                '2026-10-20T17:30+08:00', '2026-10-20T17:30+08:00', '2026-10-16T17:30+08:00', false))
                        update leader_instruction set due_at = '2026-10-20T17:30+08:00', warn_at = '2026-10-16T17:30+08:00' where id = $1""").bind(0, id).then().block();
        OutdatedClocks.of(id, database, jobs, "leader_instruction.id").followedBy(1);
    }
}
