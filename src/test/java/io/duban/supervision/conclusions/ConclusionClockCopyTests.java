package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A finding and an objection show the dates of clocks that the calendar has moved. */
@ServerTest
class ConclusionClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void theDaysToObjectFollowTheirClock() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").issued().received();
        OutdatedClocks.of(id(steps.finding(URBAN)), database, jobs, "object_finding.id.object_by")
                .followedBy(1);
    }

    @Test
    void theDecisionOnAnObjectionFollowsItsClock() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL")
                .issued()
                .received()
                .objected()
                .accepted();
        OutdatedClocks.of(id(steps.objection(URBAN)), database, jobs, "conclusion_objection.id.due_at+warn_at")
                .followedBy(1);
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
