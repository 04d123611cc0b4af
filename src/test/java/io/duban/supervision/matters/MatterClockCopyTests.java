package io.duban.supervision.matters;

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
        // The matter and both its assignments are in their next version.
        OutdatedClocks.of(id, database, jobs, "supervision_matter.id", "supervision_assignment.matter_id")
                .followedBy(3);
    }

    @Test
    void stageReportAndReviewOfASuspensionFollowTheirs() {
        var matter = atWork();
        OutdatedClocks.of(
                        UUID.fromString(matter.id()),
                        database,
                        jobs,
                        "supervision_assignment.matter_id.due_at+stage_due_at")
                .followedBy(1);
        matter.acted(Caller.DIRECTOR, "/suspensions", """
                {"ground": "OTHER", "authority": "区政府", "reason": "等待批复", "resumeCondition": "批复到达"}""");
        OutdatedClocks.of(UUID.fromString(matter.id()), database, jobs, "supervision_suspension.matter_id.review_at")
                .followedBy(1);
    }

    @Test
    void aTrackedMatterFollowsItsNextReportAndNotItsHosts() {
        var matter = atWork();
        matter.acted(Caller.DIRECTOR, "/trackings", """
                {"stageResult": "已完成一期", "milestones": [{"year": 2027, "goal": "全部完工"}], "reportMonths": 1}""");
        OutdatedClocks.of(
                        UUID.fromString(matter.id()),
                        database,
                        jobs,
                        "supervision_matter.id",
                        "supervision_tracking.matter_id.next_report_at+next_warn_at")
                .followedBy(2);
    }

    private MatterSteps atWork() {
        var draft = MatterSteps.draft("ROUTINE", false).replace("\"URGENT\"", "\"NORMAL\"");
        return new MatterSteps(new Caller(port))
                .drafted(draft)
                .submitted()
                .approvedBy(Caller.DIRECTOR)
                .issued(true)
                .signedFor();
    }
}
