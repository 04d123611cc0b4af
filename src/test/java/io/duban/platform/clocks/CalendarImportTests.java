package io.duban.platform.clocks;

import static io.duban.platform.clocks.Arrangements.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The office director loads the notice of a year; everybody may look it up. */
@ServerTest
class CalendarImportTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void aYearIsSupposedUntilItsNoticeIsLoadedAndCorrectedByTheNext() {
        var year = "/work-calendars/2031";
        var supposed = Phone.of(port, URBAN_HANDLER).get(year).expect(200);
        assertThat(supposed.text("version")).isEqualTo("2031.0");
        assertThat(supposed.header("ETag")).isEqualTo("\"0\"");
        assertThat(supposed.body().get("provisional").asBoolean()).isTrue();
        assertThat(supposed.body().get("workingDays").asLong()).isEqualTo(255);

        var loaded = Phone.of(port, DIRECTOR).post(year, 0, LONG.of(2031)).expect(200);
        assertThat(loaded.text("version")).isEqualTo("2031.1");
        assertThat(loaded.header("ETag")).isEqualTo("\"1\"");
        var read = Phone.of(port, PARTNER).get(year).expect(200);
        assertThat(read.body().get("provisional").asBoolean()).isFalse();
        assertThat(read.body().get("off").toString()).contains("2031-10-07").doesNotContain("2031-10-08");
        assertThat(read.body().get("work").toString()).isEqualTo("[\"2031-10-11\"]");
        assertThat(read.body().get("notice").get("title").asString()).contains("2031年");

        Phone.of(port, DIRECTOR).post(year, 0, SHORT.of(2031)).refused(412, "E_GEN_STALE_VERSION");
        Phone.of(port, DIRECTOR).post(year, 1, SHORT.of(2031)).expect(200);
        var corrected = Phone.of(port, LEADER).get(year).expect(200);
        assertThat(corrected.text("version")).isEqualTo("2031.2");
        assertThat(corrected.body().get("off").toString()).doesNotContain("2031-10-07");
        assertThat(corrected.body().get("undecidedShortenings").asLong()).isZero();
        assertThat(count("select count(*) from work_calendar_day where version = '2031.1'"))
                .as("what was in force before is kept")
                .isPositive();
        assertThat(count("select count(*) from audit_row where action = 'importWorkCalendar'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theYearTheProductCameWithShowsItsNotice() {
        var read = Phone.of(port, LEADER).get("/work-calendars/2026").expect(200);
        assertThat(read.body().get("workingDays").asLong()).isEqualTo(248);
        assertThat(read.body().get("notice").get("issuedOn").asString()).isEqualTo("2025-11-04");
    }

    @ParameterizedTest
    @CsvSource({
        "2071-09-21, 2071-09-22, '', /off/3/first",
        "2070-10-07, 2070-10-08, '', /off/3",
        "2070-08-08, 2070-08-07, '', /off/3/last",
        "2070-06-19, 2070-06-20, 2070-10-13, /work/0",
        "2070-06-19, 2070-06-20, 2070-10-04, /work/0",
        "2070-06-19, 2070-06-20, 2071-10-10, /work/0",
    })
    void nonsenseIsRefusedWhereItStandsAndChangesNothing(String first, String last, String work, String pointer) {
        var off = HOLIDAYS.of(2070) + ",{\"first\":\"%s\",\"last\":\"%s\"}".formatted(first, last);
        var refused = Phone.of(port, DIRECTOR)
                .post("/work-calendars/2070", 0, notice(2070, off, work))
                .refused(400, "E_GEN_VALIDATION");
        assertThat(refused.body().toString()).contains(pointer);
        assertThat(Phone.of(port, LEADER).get("/work-calendars/2070").text("version"))
                .isEqualTo("2070.0");
    }

    @Test
    void aNoticeWithoutAStatutoryDayOrOfTomorrowIsRefused() {
        var may =
                "{\"first\":\"2070-01-01\",\"last\":\"2070-01-01\"},{\"first\":\"2070-10-01\",\"last\":\"2070-10-03\"}";
        var refused = Phone.of(port, DIRECTOR)
                .post("/work-calendars/2070", 0, notice(2070, may, ""))
                .refused(400, "E_GEN_VALIDATION");
        assertThat(refused.body().toString()).contains("/off", "2070-05-01");
        Phone.of(port, DIRECTOR)
                .post("/work-calendars/2070", 0, LONG.of(2070).replace("2026-11-02", "2999-01-01"))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void nobodyButTheDirectorLoadsAYearOrDecidesWhatFollows() {
        for (var somebody : new UUID[] {LEADER, OFFICE_DEPUTY, SUPERVISOR, SYSADMIN, URBAN_HEAD, PARTNER}) {
            var phone = Phone.of(port, somebody);
            phone.post("/work-calendars/2070", 0, LONG.of(2070)).refused(403, "E_GEN_SCOPE");
            phone.post("/work-calendars/2070/shortening-decisions", 0, "{\"accepted\":true}")
                    .refused(403, "E_GEN_SCOPE");
        }
        Phone.of(port, LEADER).get("/work-calendars/2070/shortenings").expect(403);
        var director = Phone.of(port, DIRECTOR);
        director.post("/work-calendars/2070/shortening-decisions", 0, "{\"accepted\":true}")
                .refused(404, "E_WEB_NOT_FOUND");
        director.post("/work-calendars/2025/shortening-decisions", 1, "{\"accepted\":true}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        director.post("/work-calendars/2070", LONG.of(2070)).expect(428);
        director.get("/work-calendars/1999").refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void ofManyWhoLoadAYearAtTheSameMomentOneDoes() {
        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> Phone.of(port, DIRECTOR)
                        .post("/work-calendars/2081", 0, LONG.of(2081))
                        .status())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(Phone.of(port, LEADER).get("/work-calendars/2081").text("version"))
                .isEqualTo("2081.1");
    }

    private long count(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
