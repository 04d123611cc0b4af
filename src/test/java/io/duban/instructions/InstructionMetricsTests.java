package io.duban.instructions;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.HandwrittenInstruction;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The formulas of leaders' words on clocks written by hand; and whose words are told apart to whom. */
@ServerTest
class InstructionMetricsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsEachInstructionOnceAndForEachOfItsUnits() {
        var housing = DemoDistrict.HOUSING_BUREAU;
        var urban = DemoDistrict.URBAN_BUREAU;
        instruction(DemoDistrict.LEADER, "2011-03-10T09:30:00Z", "2011-03-10T01:00:00Z", true, housing, urban);
        instruction(
                DemoDistrict.DEPUTY,
                "2011-03-12T09:30:00Z",
                "2011-03-13T01:00:00Z",
                true,
                housing); // late, then struck off
        instruction(DemoDistrict.DEPUTY, "2011-03-14T09:30:00Z", null, false, housing);
        cancelled(instruction(DemoDistrict.DEPUTY, "2011-03-14T09:30:00Z", null, false, housing));

        var all = statistics(DemoDistrict.DIRECTOR);
        assertThat(rate(all, "ins.feedbackOnTimeRate", null, null)).containsExactly(1L, 3L);
        assertThat(rate(all, "ins.strikeOffRate", null, null)).containsExactly(2L, 3L);
        assertThat(rate(all, "ins.feedbackOnTimeRate", urban, null)).containsExactly(1L, 1L);
        assertThat(rate(all, "ins.feedbackOnTimeRate", housing, null)).containsExactly(1L, 3L);

        assertThat(parts(all)).hasSize(2);
        assertThat(parts(statistics(DemoDistrict.LEADER))).hasSize(1);
        var deputy = statistics(DemoDistrict.DEPUTY);
        assertThat(parts(deputy)).hasSize(1);
        assertThat(rate(deputy, "ins.feedbackOnTimeRate", null, parts(deputy).get(0)))
                .containsExactly(0L, 2L);
        assertThat(parts(statistics(DemoDistrict.SUPERVISOR)))
                .as("nobody else's business")
                .isEmpty();
        var head = statistics(DemoDistrict.URBAN_HEAD);
        assertThat(parts(head)).isEmpty();
        assertThat(rate(head, "ins.feedbackOnTimeRate", null, null)).containsExactly(1L, 1L);
    }

    private JsonNode statistics(UUID who) {
        return Phone.of(port, who)
                .get("/statistics/instructions?from=2011-03-01&to=2011-04-01")
                .expect(200)
                .body();
    }

    private static List<String> parts(JsonNode statistics) {
        var parts = new ArrayList<String>();
        statistics.get("measures").forEach(measure -> {
            if (measure.has("part") && measure.get("metricId").asString().equals("ins.feedbackOnTimeRate")) {
                parts.add(measure.get("part").asString());
            }
        });
        return parts;
    }

    private static List<Long> rate(JsonNode statistics, String metric, UUID unit, String part) {
        for (var measure : statistics.get("measures")) {
            if (measure.get("metricId").asString().equals(metric)
                    && (unit == null
                            ? !measure.has("unitId")
                            : unit.toString().equals(measure.path("unitId").asString("")))
                    && (part == null
                            ? !measure.has("part")
                            : part.equals(measure.path("part").asString("")))) {
                return List.of(
                        measure.get("rate").get("numerator").asLong(),
                        measure.get("rate").get("denominator").asLong());
            }
        }
        return List.of();
    }

    private UUID instruction(UUID leader, String due, String reported, boolean struckOff, UUID... units) {
        var id = HandwrittenInstruction.of(database, leader, due, reported, units);
        if (struckOff) {
            database.execute("""
                    insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                    values (gen_random_uuid(), 'instruction.leader.struckOff', now(), 'instruction.leader', '%s', 2, '题', 'INFO', 'doc:read')""".formatted(id));
        }
        return id;
    }

    private void cancelled(UUID instruction) {
        database.execute("update leader_instruction set status = 'CANCELLED' where id = '%s'".formatted(instruction));
    }
}
