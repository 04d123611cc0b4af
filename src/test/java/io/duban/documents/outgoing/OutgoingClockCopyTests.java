package io.duban.documents.outgoing;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** A draft, and what others are asked about it, show the dates of clocks that the calendar has moved. */
class OutgoingClockCopyTests extends WholeWayTests {

    @Autowired
    DatabaseClient client;

    @Autowired
    List<Job> jobs;

    @Test
    void theOfficesReviewFollowsItsClock() {
        var id = drafted(Map.of());
        does(HEAD, "submissions", id, Map.of()).expect(200);
        follow(id, "outgoing_document.id");
    }

    @Test
    void requestsToOtherUnitsFollowTheirs() {
        var id = drafted(Map.of());
        does(HEAD, "cosign-requests", id, Map.of("questions", List.of(about(URBAN), about(POLICE))))
                .expect(200);
        follow(id, "outgoing_document.id", "outgoing_cosign.document_id");
    }

    private static Map<String, Object> about(UUID unit) {
        return Map.of("unitId", unit, "question", "是否同意第二条分工?");
    }

    private void follow(UUID id, String... copies) {
        OutdatedClocks.of(id, client, jobs, copies).followedBy(copies.length);
    }
}
