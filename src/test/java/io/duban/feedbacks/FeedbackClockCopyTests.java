package io.duban.feedbacks;

import static io.duban.support.DemoDistrict.*;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A complaint shows until when it is to be answered, wherever the calendar moves that. */
@ServerTest
class FeedbackClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestDatabase testDatabase;

    @Test
    void theAnswerFollowsItsClock() {
        var posted = new FeedbackOffice(port, testDatabase).posted(URBAN_HANDLER, false);
        OutdatedClocks.of(posted.id(), database, jobs, "feedback.id.due_at+warn_at")
                .followedBy(1);
    }
}
