package io.duban.documents.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The formulas of incoming papers on a log written by hand. */
@ServerTest
class IncomingMetricsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsWhatTheLogAndTheClocksSay() {
        event(UUID.randomUUID(), "document.incoming.resultAccepted");
        var corrected = UUID.randomUUID();
        event(corrected, "document.incoming.returnedForCorrection");
        event(corrected, "document.incoming.resultAccepted");
        event(UUID.randomUUID(), "document.bypass.recorded");
        database.execute("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, satisfied_at, warned_at, overdue_at)
                values (gen_random_uuid(), 'document.incoming', gen_random_uuid(), 'PROPOSE', 'DOC_PROPOSE_NORMAL', 1, '2025.1',
                    '2025-03-07T08:30:00Z', '2025-03-10T09:30:00Z', '2025-03-10T09:30:00Z', '2025-03-10T09:30:00Z', false,
                    '2025-03-10T01:30:00Z', now(), now())""");

        var march = statistics(DemoDistrict.LEADER);
        assertThat(measure(march, "doc.firstPassRate")
                        .get("rate")
                        .get("numerator")
                        .asLong())
                .isEqualTo(1);
        assertThat(measure(march, "doc.firstPassRate")
                        .get("rate")
                        .get("denominator")
                        .asLong())
                .isEqualTo(2);
        assertThat(measure(march, "doc.bypassCount").get("count").asLong()).isEqualTo(1);
        assertThat(measure(march, "doc.orphanCount").has("count")).isTrue();
        assertThat(measure(march, "doc.stageHours").get("part").asString()).isEqualTo("PROPOSE");
        assertThat(measure(march, "doc.stageHours").get("mean").decimalValue()).isEqualByComparingTo("2");
        assertThat(measure(march, "doc.returnRate")
                        .get("rate")
                        .get("denominator")
                        .asLong())
                .isZero();
        assertThat(measure(march, "doc.onTimeRate")
                        .get("rateByCurrentDue")
                        .get("denominator")
                        .asLong())
                .isZero();
        var unit = statistics(DemoDistrict.URBAN_HEAD);
        assertThat(measure(unit, "doc.bypassCount").get("count").asLong()).isZero();
        assertThat(measure(unit, "doc.orphanCount")).isNull();
    }

    private JsonNode statistics(UUID who) {
        return Phone.of(port, who)
                .get("/statistics/incoming-documents?from=2025-03-01&to=2025-04-01")
                .expect(200)
                .body();
    }

    private static JsonNode measure(JsonNode statistics, String metric) {
        for (var measure : statistics.get("measures")) {
            if (measure.get("metricId").asString().equals(metric)) {
                return measure;
            }
        }
        return null;
    }

    private void event(UUID subject, String type) {
        database.execute("""
                insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                values (gen_random_uuid(), '%s', '2025-03-05T02:00:00Z', 'document.incoming', '%s', 1, '题', 'INFO', 'doc:read')""".formatted(type, subject));
    }
}
