package io.duban.hotline.figures;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Months: locked and kept, corrected afterwards, told to the public. */
@ServerTest
class MonthFiguresTests {

    private static final UUID POLICE = UUID.fromString("01900000-0000-7000-8000-000000000113");

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseClient client;

    @Autowired
    MonthLocking locking;

    private Connection log;

    @BeforeEach
    void open() throws SQLException {
        log = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        log.close();
    }

    @Test
    void whatIsCorrectedAfterTheLockIsAnAdjustmentOfTheMonthItCameIn() {
        heard("2014-03-28T01:00:00Z", URBAN_BUREAU, "NO");
        heard("2014-03-28T01:00:00Z", URBAN_BUREAU, "NO").evaluated("2014-04-10T01:00:00Z", "YES", "SATISFIED");
        heard("2014-03-28T01:00:00Z", HOUSING_BUREAU, "NO").excluded("2014-05-20T01:00:00Z", "BEYOND_POLICY");
        locking.lock(YearMonth.of(2014, 3)).block();
        locking.lock(YearMonth.of(2014, 3)).block();
        assertThat(number("select count(*) from hotline_locked_month where month = '2014-03-01'"))
                .isEqualTo(1);
        assertThat(number("""
                        select (f -> 'rate' ->> 'numerator')::bigint * 100 + (f -> 'rate' ->> 'denominator')::bigint
                        from hotline_locked_month, jsonb_array_elements(figures) f
                        where month = '2014-03-01' and f ->> 'metricId' = 'hot.resolutionRate' and f ->> 'unitId' is null""")).isEqualTo(3);
        var march = Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=2014-03-01&to=2014-04-01")
                .expect(200)
                .body();
        assertThat(rate(first(march.get("measures"), "hot.resolutionRate"))).isEqualTo("0/3");

        var april = adjustment("2014-04", "hot.resolutionRate");
        assertThat(april.get("month").asString()).isEqualTo("2014-03");
        assertThat(rate(april.get("before"))).isEqualTo("0/3");
        assertThat(rate(april.get("after"))).isEqualTo("1/3");
        var may = adjustment("2014-05", "hot.resolutionRate");
        assertThat(rate(may.get("before"))).isEqualTo("1/3");
        assertThat(rate(may.get("after"))).isEqualTo("1/2");
        // A quarter knows what was corrected until its own last month was locked.
        var quarter = Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=2014-03-01&to=2014-05-01")
                .expect(200)
                .body();
        assertThat(rate(first(quarter.get("measures"), "hot.resolutionRate"))).isEqualTo("1/3");
    }

    @Test
    void aMonthIsNotLockedBeforeItsTime() {
        var now = YearMonth.from(LocalDate.now(ZoneId.of("Asia/Shanghai")));
        locking.lock(now).block();
        assertThat(number("select count(*) from hotline_locked_month where month = '%s'".formatted(now.atDay(1))))
                .isZero();
        Phone.of(port, PARTNER).get("/hotline-figures/months/" + now).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void thePublicSeesNoFigureThatPointsAtACitizen() {
        for (int i = 0; i < 6; i++) {
            heard("2014-08-20T01:00:00Z", URBAN_BUREAU, i == 0 ? "NO" : "YES");
            heard("2014-08-20T01:00:00Z", HOUSING_BUREAU, "YES");
        }
        heard("2014-08-20T01:00:00Z", URBAN_BUREAU, "NO").excluded("2014-08-21T01:00:00Z", "MALICIOUS");
        for (int i = 0; i < 4; i++) {
            heard("2014-08-20T01:00:00Z", POLICE, "NO");
        }
        heard("2014-08-20T01:00:00Z", HOUSING_BUREAU, "YES");
        for (var person : new UUID[] {PARTNER, DIRECTOR, HOUSING_HEAD}) {
            var body = Phone.of(port, person)
                    .get("/hotline-figures/months/2014-08")
                    .expect(200)
                    .body();
            var measures = body.get("measures");
            assertThat(rate(first(measures, "hot.resolutionRate"))).isEqualTo("12/17");
            assertThat(of(measures, "hot.resolutionRate", POLICE))
                    .as("four citizens")
                    .isNull();
            assertThat(of(measures, "hot.resolutionRate", URBAN_BUREAU))
                    .as("the whole less the others would be the police")
                    .isNull();
            var housing = of(measures, "hot.resolutionRate", HOUSING_BUREAU);
            assertThat(rate(housing)).isEqualTo("7/7");
            assertThat(of(measures, "hot.composite", HOUSING_BUREAU)).isNull();
            assertThat(body.get("withheld").asInt()).isPositive();
            assertThat(body.toString()).doesNotContain("\"MALICIOUS\",\"count\":1},{");
        }
        // The same numbers as inside.
        var inner = Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=2014-08-01&to=2014-09-01")
                .expect(200)
                .body()
                .get("measures");
        assertThat(rate(first(inner, "hot.resolutionRate"))).isEqualTo("12/17");
        assertThat(rate(of(inner, "hot.resolutionRate", POLICE))).isEqualTo("0/4");
    }

    private PastTicket heard(String at, UUID unit, String resolved) {
        var month = at.substring(0, 7);
        return PastTicket.received(log, month + "-04T00:30:00Z")
                .dispatched(
                        month + "-04T01:00:00Z",
                        unit,
                        month + "-04T03:00:00Z",
                        month + "-05T01:00:00Z",
                        month + "-11T16:00:00Z")
                .feedback(month + "-06T01:00:00Z")
                .passed(month + "-07T01:00:00Z")
                .closed(at, resolved, resolved.equals("YES") ? "SATISFIED" : "DISSATISFIED");
    }

    private JsonNode adjustment(String month, String metric) {
        var adjustments = Phone.of(port, DIRECTOR)
                .get("/hotline-figures/months/%s/adjustments".formatted(month))
                .expect(200)
                .body()
                .get("adjustments");
        for (var adjustment : adjustments) {
            if (adjustment.get("metricId").asString().equals(metric)
                    && !adjustment.get("after").has("unitId")) {
                return adjustment;
            }
        }
        throw new AssertionError(adjustments.toString());
    }

    private static JsonNode first(JsonNode measures, String metric) {
        return of(measures, metric, null);
    }

    private static JsonNode of(JsonNode measures, String metric, UUID unit) {
        for (var measure : measures) {
            if (measure.get("metricId").asString().equals(metric)
                    && !measure.has("part")
                    && measure.path("unitId").asString("").equals(unit == null ? "" : unit.toString())) {
                return measure;
            }
        }
        return null;
    }

    private static String rate(JsonNode measure) {
        var rate = measure.get("rate");
        return rate.get("numerator").asLong() + "/" + rate.get("denominator").asLong();
    }

    private long number(String sql) {
        return client.sql(sql).mapValue(Long.class).one().block();
    }
}
