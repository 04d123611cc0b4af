package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The rates of incoming papers on cohorts that are not empty: what counts, what is excluded, and where a period ends. */
@ServerTest
class IncomingRatesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void opensTheOffice() {
        office = new IncomingOffice(port, database);
    }

    @Test
    void tellsTimelinessTwiceAndWhatItLeavesOut() {
        clock(paper(), "WHOLE", "2016-03-31T16:00:00Z", "2016-03-31T16:00:00Z", "2016-03-31T16:00:00Z"); // 24:00 sharp
        clock(paper(), "WHOLE", "2016-03-10T09:30:00Z", "2016-03-20T09:30:00Z", "2016-03-18T01:00:00Z"); // extended
        clock(paper(), "WHOLE", "2016-03-11T09:30:00Z", "2016-03-11T09:30:00Z", null); // never
        clock(paper(), "WHOLE", "2016-02-29T16:00:00Z", "2016-02-29T16:00:00Z", null); // still February
        var voided = paper();
        clock(voided, "WHOLE", "2016-03-12T09:30:00Z", "2016-03-12T09:30:00Z", null);
        database.execute("update incoming_document set status = 'VOIDED' where id = '%s'".formatted(voided));

        var rate = of(statistics("2016-03-01", "2016-04-01", ""), "doc.onTimeRate", null);
        assertRate(rate.get("rate"), 1, 3, "0.3333");
        assertRate(rate.get("rateByCurrentDue"), 2, 3, "0.6667");
        assertThat(rate.get("rate").get("excluded").toString()).isEqualTo("[{\"reason\":\"VOIDED\",\"count\":1}]");
        assertRate(
                of(statistics("2016-02-01", "2016-03-01", ""), "doc.onTimeRate", null)
                        .get("rate"),
                0,
                1,
                "0");
        clock(paper(), "WHOLE", "2091-03-12T09:30:00Z", "2091-03-12T09:30:00Z", null);
        var future = of(statistics("2091-03-01", "2091-04-01", ""), "doc.onTimeRate", null);
        assertRate(future.get("rate"), 0, 0, null);
        assertThat(future.get("rate").get("excluded").get(0).get("reason").asString())
                .isEqualTo("NOT_YET_DUE");
    }

    @Test
    void countsReceiptsByTheirClock() {
        clock(paper(), "SIGN_FOR", "2016-05-10T09:30:00Z", "2016-05-10T09:30:00Z", "2016-05-10T01:00:00Z");
        clock(paper(), "SIGN_FOR", "2016-05-10T09:30:00Z", "2016-05-10T09:30:00Z", "2016-05-11T01:00:00Z");
        var rate = of(statistics("2016-05-01", "2016-06-01", ""), "doc.registrationOnTimeRate", null);
        assertRate(rate.get("rate"), 1, 2, "0.5");
    }

    @Test
    void tellsReturnsByUnitAndDefectAndBesideAnotherPeriod() {
        event(paper(), "document.incoming.registered", "2017-01-31T16:00:00Z"); // the first instant of 1 February
        event(paper(), "document.incoming.registered", "2017-02-28T15:59:59.999Z"); // the last of 28 February
        event(paper(), "document.incoming.registered", "2017-02-28T16:00:00Z"); // already March
        var returned = paper();
        event(returned, "document.incoming.registered", "2017-02-10T02:00:00Z");
        event(returned, "document.incoming.returned", "2017-02-11T02:00:00Z");
        database.execute(
                "update incoming_document set defects = '{FORMAT,NO_SIGNER}' where id = '%s'".formatted(returned));

        var march = statistics("2017-03-01", "2017-04-01", "&compareWith=PREVIOUS");
        assertRate(of(march, "doc.returnRate", null).get("rate"), 0, 1, "0");
        var february = march.get("comparison");
        assertThat(february.get("from").asString()).isEqualTo("2017-02-01");
        assertThat(february.get("to").asString()).isEqualTo("2017-03-01");
        assertRate(of(february, "doc.returnRate", null).get("rate"), 1, 3, "0.3333");
        assertRate(of(february, "doc.returnRate", "FORMAT").get("rate"), 1, 3, "0.3333");
        assertRate(of(february, "doc.returnRate", "NO_SIGNER").get("rate"), 1, 3, "0.3333");
        assertThat(of(february, "doc.orphanCount", null))
                .as("what stands now is not compared")
                .isNull();
        var yearLater = statistics("2018-02-01", "2018-03-01", "&compareWith=LAST_YEAR");
        assertRate(of(yearLater, "doc.returnRate", null).get("rate"), 0, 0, null);
        assertRate(of(yearLater.get("comparison"), "doc.returnRate", null).get("rate"), 1, 3, "0.3333");
        assertThat(statistics("2018-02-01", "2018-03-01", "").get("comparison")).isNull();
    }

    @Test
    void countsFirstReviewsOnly() {
        var corrected = paper();
        event(corrected, "document.incoming.returnedForCorrection", "2019-02-10T02:00:00Z");
        event(corrected, "document.incoming.resultAccepted", "2019-02-12T02:00:00Z");
        event(paper(), "document.incoming.resultAccepted", "2019-02-12T02:00:00Z");
        event(paper(), "document.incoming.resultAccepted", "2019-02-13T02:00:00Z");
        var rate = of(statistics("2019-02-01", "2019-03-01", ""), "doc.firstPassRate", null);
        assertRate(rate.get("rate"), 2, 3, "0.6667");
    }

    @Test
    void letsTheClockGoOnWhenAResultIsReturned() {
        var paper = office.assigned("关于退回续计的请示", "REQUEST", part(URBAN, "HOST", 5));
        office.unit(234, paper, URBAN, "receipts", office.signedBody(235, 233)).expect(200);
        var due = due(paper);
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已清理完毕\"}")
                .expect(200);
        assertThat(stopped(paper)).isEqualTo(1);
        office.unit(HANDLER, paper, URBAN, "corrections", "{\"defects\":[\"缺照片\"]}")
                .expect(200);
        assertThat(stopped(paper)).as("a returned hand-in satisfies nothing").isZero();
        assertThat(due(paper)).as("and gains no time").isEqualTo(due);
        var before = finished("HANDLE");
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已清理完毕,附照片\"}")
                .expect(200);
        assertThat(stopped(paper)).isEqualTo(1);
        assertThat(finished("HANDLE") - before).isEqualTo(1);
    }

    private long stopped(String paper) {
        return office.number(
                "select count(*) from deadline where subject_id = '%s' and step like 'HANDLE:%%' and satisfied_at is not null"
                        .formatted(paper));
    }

    private String due(String paper) {
        return office.text(
                "select original_due_at || ' ' || current_due_at from deadline where subject_id = '%s' and step like 'HANDLE:%%'"
                        .formatted(paper));
    }

    private long finished(String step) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var measure =
                of(statistics(today.minusDays(1).toString(), today.plusDays(2).toString(), ""), "doc.stageHours", step);
        return measure == null ? 0 : measure.get("items").asLong();
    }

    @Test
    void tellsWhatIsStuckForMoreThanTwiceItsLimit() {
        var before = count("doc.stalledCount", "PROPOSE");
        running(paper(), "30 days", "20 days");
        running(paper(), "30 days", "1 day");
        assertThat(count("doc.stalledCount", "PROPOSE") - before).isEqualTo(1);
    }

    @Test
    void countsBypassesThatWereRefused() {
        var before = count("doc.bypassCount", "REFUSED");
        var paper = office.registered("关于越级的请示", "REQUEST", "ACTION");
        office.submit(paper, DEPUTY).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        assertThat(count("doc.bypassCount", "REFUSED") - before).isEqualTo(1);
    }

    private long count(String metric, String part) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var measure =
                of(statistics(today.minusDays(1).toString(), today.plusDays(2).toString(), ""), metric, part);
        return measure == null ? 0 : measure.get("count").asLong();
    }

    private String paper() {
        return office.delivered("关于统计的通知", "NOTICE", "");
    }

    private void clock(String paper, String step, String original, String current, String satisfied) {
        database.execute("delete from deadline where subject_id = '%s' and step = '%s'".formatted(paper, step));
        database.execute(
                """
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, satisfied_at, warned_at, overdue_at)
                values (gen_random_uuid(), 'document.incoming', '%s', '%s', 'DOC_PROPOSE_NORMAL', 1, '2025.1',
                    '2016-01-04T01:00:00Z', '%s', '%s', '%3$s', false, %s, now(), now())""".formatted(paper, step, original, current, satisfied == null ? "null" : "'" + satisfied + "'"));
    }

    private void running(String paper, String triggered, String due) {
        database.execute("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, warned_at, overdue_at)
                values (gen_random_uuid(), 'document.incoming', '%s', 'PROPOSE', 'DOC_PROPOSE_NORMAL', 1, '2025.1',
                    now() - interval '%s', now() - interval '%3$s', now() - interval '%3$s', now() - interval '%3$s', false, now(), now())""".formatted(paper, triggered, due));
    }

    private void event(String paper, String type, String at) {
        database.execute("""
                insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                values (gen_random_uuid(), '%s', '%s', 'document.incoming', '%s', 1, '题', 'INFO', 'doc:read')""".formatted(type, at, paper));
    }

    private JsonNode statistics(String from, String to, String more) {
        return office.at(CHIEF)
                .get("/statistics/incoming-documents?from=%s&to=%s%s".formatted(from, to, more))
                .expect(200)
                .body();
    }

    private static JsonNode of(JsonNode statistics, String metric, String part) {
        for (var measure : statistics.get("measures")) {
            var named = measure.get("part") == null ? null : measure.get("part").asString();
            if (measure.get("metricId").asString().equals(metric)
                    && java.util.Objects.equals(part, named)
                    && measure.get("unitId") == null) {
                return measure;
            }
        }
        return null;
    }

    private static void assertRate(JsonNode rate, long numerator, long denominator, String value) {
        assertThat(rate.get("numerator").asLong()).isEqualTo(numerator);
        assertThat(rate.get("denominator").asLong()).isEqualTo(denominator);
        if (value == null) {
            assertThat(rate.get("value") == null || rate.get("value").isNull()).isTrue();
        } else {
            assertThat(rate.get("value").decimalValue()).isEqualByComparingTo(value);
        }
    }
}
