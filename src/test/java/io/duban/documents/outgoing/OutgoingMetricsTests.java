package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
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

/** The formulas of outgoing papers on logs written by hand: each test has a month of its own, long ago. */
@ServerTest
class OutgoingMetricsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsIssuesByIssuerBesideTheSameDatesOfLastYear() {
        paper("GOVERNMENT", true, "PROACTIVE", "2011-03-31T16:00:00Z issued"); // the first instant of 1 April
        paper("GOVERNMENT", true, "ON_REQUEST", "2011-04-30T15:59:59.999Z issued"); // the last of 30 April
        paper("OFFICE", false, "ON_REQUEST", "2011-04-10T02:00:00Z issued", "2011-04-12T02:00:00Z corrected");
        paper("OFFICE", true, "ON_REQUEST", "2011-03-31T15:59:59.999Z issued"); // still March
        paper("OFFICE", true, "ON_REQUEST", "2011-04-30T16:00:00Z issued"); // already May
        paper("OFFICE", true, "ON_REQUEST", "2010-04-05T02:00:00Z issued");

        var month = statistics(DemoDistrict.LEADER, "2011-04-01", "2011-05-01");
        assertThat(of(month, "doc.issuedNumbered").get("count").asLong()).isEqualTo(2);
        assertThat(of(month, "doc.issuedNumbered").get("countLastYear").asLong())
                .isEqualTo(1);
        assertThat(of(month, "doc.issuedUnnumbered").get("count").asLong()).isEqualTo(1);
        assertThat(part(month, "doc.issuedNumbered", "GOVERNMENT").get("count").asLong())
                .isEqualTo(2);
        assertThat(part(month, "doc.issuedNumbered", "OFFICE")
                        .get("countLastYear")
                        .asLong())
                .isEqualTo(1);
        assertRate(of(month, "doc.errorRate"), 1, 3, "0.3333");
        assertRate(of(month, "doc.proactiveShare"), 1, 3, "0.3333");
        assertThat(of(month, "doc.averageCharacters").get("mean").decimalValue())
                .isEqualByComparingTo("2");
        assertRate(of(statistics(DemoDistrict.LEADER, "2001-01-01", "2001-02-01"), "doc.errorRate"), 0, 0, null);
        var threeYears = statistics(DemoDistrict.LEADER, "2009-01-01", "2012-01-01");
        assertThat(of(threeYears, "doc.issuedNumbered").get("count").asLong()).isEqualTo(5);
        assertThat(of(threeYears, "doc.issuedNumbered").get("countLastYear").asLong())
                .isEqualTo(1);
    }

    @Test
    void countsRoundsAndReturnsByWhatTheLogSaysHappened() {
        paper(
                "OFFICE",
                true,
                "ON_REQUEST",
                "2012-06-01T01:00:00Z submitted",
                "2012-06-01T02:00:00Z returned",
                "2012-06-02T01:00:00Z submitted",
                "2012-06-02T02:00:00Z reviewed",
                "2012-06-02T03:00:00Z awaitingSignature",
                "2012-06-03T01:00:00Z returned", // by the signer: another round, but no return by the office
                "2012-06-04T01:00:00Z submitted",
                "2012-06-04T02:00:00Z awaitingSignature",
                "2012-06-05T01:00:00Z signed",
                "2012-06-06T01:00:00Z returnedToSigner",
                "2012-06-06T02:00:00Z signed");
        paper(
                "OFFICE",
                true,
                "ON_REQUEST",
                "2012-06-01T01:00:00Z submitted",
                "2012-06-02T03:00:00Z awaitingSignature",
                "2012-06-05T01:00:00Z signed");
        paper("OFFICE", true, "ON_REQUEST", "2012-06-01T01:00:00Z submitted", "2012-06-02T03:00:00Z withdrawn");
        paper("OFFICE", true, "ON_REQUEST", "2012-06-29T01:00:00Z submitted", "2012-07-02T03:00:00Z returned");
        paper("OFFICE", true, "ON_REQUEST", "2012-06-29T01:00:00Z submitted");

        var june = statistics(DemoDistrict.LEADER, "2012-06-01", "2012-07-01");
        assertThat(of(june, "doc.draftRounds").get("mean").decimalValue()).isEqualByComparingTo("1");
        assertThat(of(june, "doc.draftRounds").get("items").asLong()).isEqualTo(2);
        assertRate(of(june, "doc.reviewReturnRate"), 1, 4, "0.25");
        assertThat(of(june, "doc.reviewReturnRate")
                        .get("rate")
                        .get("excluded")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("WITHDRAWN");
        var july = statistics(DemoDistrict.LEADER, "2012-07-01", "2012-08-01");
        assertRate(of(july, "doc.reviewReturnRate"), 1, 1, "1");
    }

    @Test
    void countsTheSignersTimeInOfficeHours() {
        paper(
                "OFFICE",
                true,
                "ON_REQUEST",
                // Friday 18 September 2026, 16:30, to Sunday 20 September, 09:30, which is made up: one hour and one.
                "2026-09-18T08:30:00Z awaitingSignature",
                "2026-09-20T01:30:00Z signed",
                // Wednesday 30 September, 17:00, to Friday 9 October, 08:30: half an hour, the holidays, one day of 6.5
                // hours.
                "2026-09-30T09:00:00Z returnedToSigner",
                "2026-10-09T00:30:00Z signed");
        var period = statistics(DemoDistrict.LEADER, "2026-09-01", "2026-10-31");
        var hours = of(period, "doc.signingHours");
        assertThat(hours.get("items").asLong()).isEqualTo(2);
        assertThat(hours.get("mean").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(hours.get("percentile90").decimalValue()).isEqualByComparingTo("7");
    }

    @Test
    void tellsTimelinessTwiceAndNeverMoreThanItIs() {
        var urban = DemoDistrict.URBAN_BUREAU;
        receipt(urban, "2013-05-10T16:00:00Z", "2013-05-10T16:00:00Z", "2013-05-10T16:00:00Z"); // at 24:00 sharp
        receipt(
                urban,
                "2013-05-11T09:30:00Z",
                "2013-05-20T09:30:00Z",
                "2013-05-15T01:00:00Z"); // extended, then in time
        receipt(urban, "2013-05-12T09:30:00Z", "2013-05-12T09:30:00Z", "2013-05-13T01:00:00Z"); // late, then done
        receipt(urban, "2013-05-12T09:30:00Z", "2013-05-12T09:30:00Z", null); // never
        receipt(urban, "2013-05-31T16:00:00Z", "2013-05-31T16:00:00Z", null); // 24:00 of the last day is of the month
        receipt(
                urban,
                "2013-05-30T09:30:00Z",
                "2013-06-06T09:30:00Z",
                "2013-06-05T01:00:00Z"); // by the extended date in June
        receipt(DemoDistrict.HOUSING_BUREAU, "2013-05-12T09:30:00Z", "2013-05-12T09:30:00Z", "2013-05-12T01:00:00Z");

        var may = statistics(DemoDistrict.LEADER, "2013-05-01", "2013-06-01");
        var all = of(may, "doc.receiptOnTimeRate");
        assertRate(all, 2, 7, "0.2857");
        assertRate(all.get("rateByCurrentDue"), 3, 6, "0.5");
        assertRate(of(may, "doc.receiptOnTimeRate", urban), 1, 6, "0.1667");
        assertRate(of(may, "doc.receiptOnTimeRate", DemoDistrict.HOUSING_BUREAU), 1, 1, "1");
        assertRate(
                of(statistics(DemoDistrict.LEADER, "2013-06-01", "2013-07-01"), "doc.receiptOnTimeRate")
                        .get("rateByCurrentDue"),
                1,
                1,
                "1");
        receipt(urban, "2090-05-12T09:30:00Z", "2090-05-12T09:30:00Z", null);
        var future = of(statistics(DemoDistrict.LEADER, "2090-05-01", "2090-06-01"), "doc.receiptOnTimeRate");
        assertRate(future, 0, 0, null);
        assertThat(future.get("rate").get("excluded").get(0).get("reason").asString())
                .isEqualTo("NOT_YET_DUE");
    }

    @Test
    void showsAUnitItsOwnAndNobodyARanking() {
        paper("OFFICE", true, "ON_REQUEST", "2014-04-10T02:00:00Z issued");
        receipt(DemoDistrict.URBAN_BUREAU, "2014-04-12T09:30:00Z", "2014-04-12T09:30:00Z", null);

        var own = statistics(DemoDistrict.HOUSING_HEAD, "2014-04-01", "2014-05-01");
        assertThat(of(own, "doc.issuedNumbered").get("count").asLong()).isEqualTo(1);
        assertThat(of(own, "doc.receiptOnTimeRate")
                        .get("rate")
                        .get("denominator")
                        .asLong())
                .isZero();
        assertThat(of(own, "doc.voidNumbers")).isNull();
        var other = statistics(DemoDistrict.URBAN_HEAD, "2014-04-01", "2014-05-01");
        assertThat(of(other, "doc.issuedNumbered").get("count").asLong()).isZero();
        assertThat(of(other, "doc.receiptOnTimeRate")
                        .get("rate")
                        .get("denominator")
                        .asLong())
                .isEqualTo(1);
        var named = Phone.of(port, DemoDistrict.URBAN_HEAD)
                .get(path("2014-04-01", "2014-05-01") + "&unitId=" + DemoDistrict.HOUSING_BUREAU)
                .expect(200);
        assertThat(of(named.body(), "doc.issuedNumbered").get("count").asLong())
                .as("asking by name widens nothing")
                .isZero();
        Phone.of(port, DemoDistrict.HOUSING_HANDLER)
                .get(path("2014-04-01", "2014-05-01"))
                .expect(403);
        var names = new ArrayList<String>();
        statistics(DemoDistrict.LEADER, "2011-01-01", "2015-01-01")
                .get("measures")
                .forEach(measure -> {
                    if (measure.get("metricId").asString().equals("doc.receiptOnTimeRate") && measure.has("unitName")) {
                        names.add(measure.get("unitName").asString());
                    }
                });
        assertThat(names).isSorted();
    }

    @Test
    void namesNumbersThatBelongToNoPaper() {
        database.execute(
                "insert into number_sequence (id, version, issuer_code, year, last) values (gen_random_uuid(), 1, '空发', 2015, 3)");
        var paper = paper("OFFICE", true, "ON_REQUEST");
        database.execute(
                "update outgoing_document set issuer_code = '空发', number_year = 2015, number_sequence = 2 where id = '%s'"
                        .formatted(paper));
        var names = new ArrayList<String>();
        of(statistics(DemoDistrict.LEADER, "2015-01-01", "2016-01-01"), "doc.voidNumbers")
                .get("names")
                .forEach(name -> names.add(name.asString()));
        assertThat(names).containsExactly("空发〔2015〕1号", "空发〔2015〕3号");
    }

    @Test
    void refusesWhatIsNoPeriod() {
        var phone = Phone.of(port, DemoDistrict.LEADER);
        phone.get(path("2014-05-01", "2014-05-01")).refused(400, "E_GEN_VALIDATION");
        phone.get(path("2004-05-01", "2014-05-02")).refused(400, "E_GEN_VALIDATION");
        phone.get("/statistics/outgoing-documents?from=2014-05-01").refused(400, "E_GEN_VALIDATION");
        phone.get(path("2014-05-01", "2014-05-31") + "&rank=1").refused(400, "E_GEN_VALIDATION");
        phone.get("/statistics/persons?from=2014-05-01&to=2014-06-01").expect(400);
    }

    private static String path(String from, String to) {
        return "/statistics/outgoing-documents?from=%s&to=%s".formatted(from, to);
    }

    private JsonNode statistics(UUID who, String from, String to) {
        return Phone.of(port, who).get(path(from, to)).expect(200).body();
    }

    private static JsonNode of(JsonNode statistics, String metric) {
        return find(statistics, metric, null, null);
    }

    private static JsonNode of(JsonNode statistics, String metric, UUID unit) {
        return find(statistics, metric, unit.toString(), null);
    }

    private static JsonNode part(JsonNode statistics, String metric, String part) {
        return find(statistics, metric, null, part);
    }

    private static JsonNode find(JsonNode statistics, String metric, String unit, String part) {
        for (var measure : statistics.get("measures")) {
            if (measure.get("metricId").asString().equals(metric)
                    && (unit == null
                            ? !measure.has("unitId")
                            : unit.equals(measure.path("unitId").asString("")))
                    && (part == null
                            ? !measure.has("part")
                            : part.equals(measure.path("part").asString("")))) {
                return measure;
            }
        }
        return null;
    }

    private static void assertRate(JsonNode measure, long numerator, long denominator, String value) {
        var rate = measure.has("rate") ? measure.get("rate") : measure;
        assertThat(List.of(
                        rate.get("numerator").asLong(), rate.get("denominator").asLong()))
                .as(rate.toString())
                .containsExactly(numerator, denominator);
        if (value == null) {
            assertThat(rate.path("value").isNumber()).isFalse();
        } else {
            assertThat(rate.get("value").decimalValue()).isEqualByComparingTo(value);
        }
    }

    /** A paper of the housing bureau with these events, each an instant and a verb. */
    private UUID paper(String issuer, boolean numbered, String disclosure, String... events) {
        var id = UUID.randomUUID();
        database.execute("""
                insert into outgoing_document (id, version, status, drafting_unit_id, drafted_by, created_at, author_ids, issuer, doc_type,
                    direction, urgency, title, text, main_recipients, disclosure, basis, normative, numbered, correction_round, important,
                    signing_round, changed_at, unit_ids, participant_ids)
                values ('%s', 1, 'ISSUED', '%s', '%s', now(), '{}', '%s', 'NOTICE', 'DOWNWARD', 'NORMAL', '题', '正文', '{}', '%s', '据', false,
                    %s, 0, false, 0, now(), '{}', '{}')""".formatted(
                        id, DemoDistrict.HOUSING_BUREAU, DemoDistrict.HOUSING_LIAISON, issuer, disclosure, numbered));
        for (var event : events) {
            var words = event.split(" ");
            database.execute("""
                    insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                    values (gen_random_uuid(), 'document.outgoing.%s', '%s', 'document.outgoing', '%s', 1, '题', 'INFO', 'doc:read')""".formatted(words[1], words[0], id));
        }
        return id;
    }

    private void receipt(UUID unit, String original, String current, String satisfied) {
        database.execute("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, satisfied_at, warned_at, overdue_at)
                values (gen_random_uuid(), 'document.outgoing', gen_random_uuid(), 'SIGN_FOR:%s', 'DOC_SIGN_NORMAL', 1, '2026.1', '%s', '%s',
                    '%s', '%s', false, %s, now(), now())""".formatted(
                unit, original, original, current, original, satisfied == null ? "null" : "'" + satisfied + "'"));
    }
}
