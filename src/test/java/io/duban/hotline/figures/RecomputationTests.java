package io.duban.hotline.figures;

import static io.duban.support.DemoDistrict.DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.hotline.figures.LoggedTicket.Entry;
import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event log alone gives the same figures (domain 0.5, D5): a fold over all its events, in plain Java, against what is served. */
@ServerTest
class RecomputationTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** Counted outside, and in no event. */
    private static final List<String> OF_THE_EXCHANGE = List.of("hot.connectionRate", "hot.answeredIn15Seconds");

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    /** Later than the months other tests count, since what stays on the hard list counts for ever. A locked month knows what had happened until 24:00 of the fifth working day of the next; no notice of those years is loaded. */
    @ParameterizedTest
    @CsvSource({
        "11, 2015-03-01, 2015-04-01, 2015-04-07T16:00:00Z",
        "12, 2016-03-01, 2016-04-01, 2016-04-07T16:00:00Z",
        "13, 2016-11-01, 2017-02-01, 2017-02-07T16:00:00Z"
    })
    void theLogAloneGivesTheSameFigures(long seed, String from, String to, Instant lockedFrom) throws SQLException {
        var start = Instant.parse(from + "T00:00:00Z").minus(Duration.ofHours(8));
        var end = Instant.parse(to + "T00:00:00Z").minus(Duration.ofHours(8));
        try (var log = database.connect()) {
            new Wandering(seed, log).begin(start.minus(Duration.ofDays(10)), Duration.ofDays(50), 250);
        }
        var recomputed = Recomputation.of(log(), start, end, lockedFrom).lines();
        assertThat(recomputed).hasSizeGreaterThan(40);
        assertThat(recomputed.toString())
                .contains("MERGED", "REASSIGNED", "SUSPENDED", "WITHDRAWN", "BEYOND_POLICY", "UNREACHABLE");
        assertThat(served(from, to)).isEqualTo(recomputed);
    }

    @Test
    void soDoesWhatTheProductItselfWrote() throws SQLException {
        DispatchedTicket.toUrban(port);
        var from = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
        var to = from.plusMonths(2); // what was dispatched today may be due next month
        var served = served(from.toString(), to.toString());
        var recomputed = Recomputation.of(
                        log(),
                        from.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(),
                        to.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(),
                        Instant.now())
                .lines();
        assertThat(recomputed)
                .containsKeys("hot.responseRate", "hot.dispatchAccuracy", "hot.onTimeRate", "hot.closeRate");
        assertThat(served).isEqualTo(recomputed);
    }

    private Map<String, String> served(String from, String to) {
        var tally = new Tally();
        for (var measure : Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=%s&to=%s".formatted(from, to))
                .expect(200)
                .body()
                .get("measures")) {
            if (measure.has("rate")
                    && !OF_THE_EXCHANGE.contains(measure.get("metricId").asString())) {
                var metric = measure.get("metricId").asString();
                var unit = measure.has("unitId")
                        ? UUID.fromString(measure.get("unitId").asString())
                        : null;
                var name =
                        measure.has("part") ? metric + " " + measure.get("part").asString() : metric;
                put(tally, name, unit, measure.get("rate"));
                if (measure.has("rateByCurrentDue")) {
                    put(tally, metric + " current", unit, measure.get("rateByCurrentDue"));
                }
            }
        }
        return tally.lines();
    }

    private static void put(Tally tally, String metric, @Nullable UUID unit, JsonNode rate) {
        var excluded = new TreeMap<String, Long>();
        rate.get("excluded")
                .forEach(reason -> excluded.put(
                        reason.get("reason").asString(), reason.get("count").asLong()));
        tally.put(
                metric,
                unit,
                Tally.Count.of(
                        rate.get("numerator").asLong(), rate.get("denominator").asLong(), excluded));
    }

    private List<Entry> log() throws SQLException {
        var log = new ArrayList<Entry>();
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("""
                        select subject_id, subject_version, type, occurred_at, state, coalesce(facts, '{}')::text from event_log
                        where subject_type = 'hotline.ticket' order by position""")) {
            while (rows.next()) {
                log.add(new Entry(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        rows.getString(3).replace("hotline.ticket.", ""),
                        rows.getTimestamp(4).toInstant(),
                        rows.getString(5),
                        facts(rows.getString(6))));
            }
        }
        return log;
    }

    private static Map<String, String> facts(String text) {
        var facts = new TreeMap<String, String>();
        JSON.readTree(text)
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return facts;
    }
}
