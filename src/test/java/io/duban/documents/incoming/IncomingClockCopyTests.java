package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A paper, its units and its readers show the dates of clocks that the calendar has moved. */
@ServerTest
class IncomingClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase testDatabase;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Test
    void theWholeAndItsHostFollowTheirClocks() {
        var paper = new IncomingOffice(port, testDatabase).assigned("随日历改期的报告", "REPORT", part(URBAN, "HOST", 0));
        follow(paper, "incoming_assignment.document_id");
    }

    @Test
    void readersFollowTheirs() {
        var office = new IncomingOffice(port, testDatabase);
        var paper = office.proposed("随日历改期的通知", "NOTICE", "READING");
        office.does(
                        REGISTRAR,
                        paper,
                        "circulations",
                        "{\"mode\":\"PARALLEL\",\"readerIds\":[\"%s\",\"%s\"]}"
                                .formatted(demo(DEPUTY), demo(OTHER_DEPUTY)))
                .expect(200);
        follow(paper, "incoming_reader.document_id");
    }

    private void follow(String paper, String parts) {
        var clocks = OutdatedClocks.of(UUID.fromString(paper), database, jobs, "incoming_document.id", parts);
        var dates = clocks.dates();
        var versions = clocks.versions();

        clocks.pullBack();
        assertThat(clocks.dates()).isNotEqualTo(dates);
        clocks.recount();

        assertThat(clocks.dates()).isEqualTo(dates);
        assertThat(clocks.versions()).isGreaterThanOrEqualTo(versions + 2);
    }
}
