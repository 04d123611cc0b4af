package io.duban.supervision.matters;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A matter and its assignments show the dates of clocks that the calendar has moved. */
@ServerTest
class MatterClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void hostCoHandlerAndMatterFollowTheirClocks() {
        var matter = new MatterSteps(new Caller(port))
                .drafted("SPECIAL", false)
                .submitted()
                .approvedBy(Caller.LEADER)
                .issued(true);
        var id = UUID.fromString(matter.path().substring(matter.path().lastIndexOf('/') + 1));
        var clocks = OutdatedClocks.of(id, database, jobs, "supervision_matter.id", "supervision_assignment.matter_id");
        var dates = clocks.dates();
        var versions = clocks.versions();

        clocks.pullBack();
        assertThat(clocks.dates()).isNotEqualTo(dates);
        clocks.recount();

        assertThat(clocks.dates()).isEqualTo(dates);
        assertThat(clocks.versions())
                .as("the matter's and both assignments' next")
                .isGreaterThanOrEqualTo(versions + 3);
    }
}
