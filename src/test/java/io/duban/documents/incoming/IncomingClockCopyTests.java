package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;

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
        var paper = new IncomingOffice(port, testDatabase).assigned("随日历改期的报告", "REPORT", part(URBAN, "HOST", 3));
        // The unit's date was given; here it is to be the rule's, which is later and thus reached by the first count.
        database.sql(
                        "update deadline set rule_id = split_part(rule_id, '/', 1), calendar_version = '2025.0' where satisfied_at is null and subject_id = $1")
                .bind(0, UUID.fromString(paper))
                .then()
                .block();
        OutdatedClocks.of(UUID.fromString(paper), database, jobs, "incoming_document.id")
                .recount();
        follow(paper, 2, "incoming_document.id", "incoming_assignment.document_id");
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
        follow(paper, 2, "incoming_reader.document_id");
    }

    private void follow(String paper, int rows, String... copies) {
        OutdatedClocks.of(UUID.fromString(paper), database, jobs, copies).followedBy(rows);
    }
}
