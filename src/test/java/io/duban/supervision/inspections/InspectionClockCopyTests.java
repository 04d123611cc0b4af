package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;

import io.duban.platform.jobs.Job;
import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.OutdatedClocks;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** An inspection shows until when its object may answer, wherever the calendar moves that. */
@ServerTest
class InspectionClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void theAnswerFollowsItsClock() {
        var inspection = UUID.randomUUID();
        var matter = new MatterSteps(new Caller(port))
                .drafted("SPECIAL", true)
                .submitted()
                .approvedBy(LEADER)
                .issued(false);
        matter.begin(INSPECTOR, inspection);
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "PROBLEM");
        OutdatedClocks.of(inspection, database, jobs, "field_inspection.id.answer_due_at+answer_warn_at")
                .followedBy(1);
    }
}
