package io.duban.hotline.figures;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The formulas of domain 2.5 on histories counted by hand; each test has months of its own, long ago. 16:00Z is 24:00 in the office. */
@ServerTest
class HotlineFiguresTests {

    private static final UUID URBAN = URBAN_BUREAU;
    private static final UUID HOUSING = HOUSING_BUREAU;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

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
    void aResponseIsASignatureAndAFirstContactInLimit() {
        inMay(); // never signed for
        inMay().signed("2012-05-07T02:00:00Z").contacted("2012-05-07T05:00:00Z", "2012-05-07T04:00:00Z"); // both
        inMay().signed("2012-05-07T02:00:00Z")
                .contacted("2012-05-09T05:00:00Z", "2012-05-09T04:00:00Z"); // contact late
        inMay().signed("2012-05-07T09:00:00Z").contacted("2012-05-07T10:00:00Z", "2012-05-07T10:00:00Z"); // signed late
        // Recorded late, but contacted in time.
        inMay().signed("2012-05-07T03:00:00Z").contacted("2012-05-09T05:00:00Z", "2012-05-08T01:00:00Z");
        // Given back with approval: not the first unit's any more, and the other unit's by its own date.
        inMay().returnRequested("2012-05-07T02:30:00Z")
                .reassigned(
                        "2012-05-08T01:00:00Z",
                        HOUSING,
                        "2012-05-08T03:00:00Z",
                        "2012-05-09T01:00:00Z",
                        "2012-05-15T16:00:00Z")
                .signed("2012-05-08T02:00:00Z")
                .contacted("2012-05-08T03:00:00Z", "2012-05-08T03:00:00Z");
        // Asked to give it back, and told to keep it.
        inMay().returnRequested("2012-05-07T02:30:00Z")
                .returnRefused("2012-05-07T02:40:00Z")
                .signed("2012-05-07T02:50:00Z")
                .contacted("2012-05-07T05:00:00Z", "2012-05-07T05:00:00Z");
        var parent = inMay().signed("2012-05-07T02:00:00Z").contacted("2012-05-07T05:00:00Z", "2012-05-07T04:00:00Z");
        inMay().mergedInto(parent, "2012-05-07T06:00:00Z");
        inMay().step("withdrawn", "2012-05-07T01:30:00Z", "WITHDRAWN");
        inMay().excluded("2012-05-20T01:00:00Z", "MALICIOUS");
        // A second round is no first dispatch.
        inMay().signed("2012-05-07T02:00:00Z")
                .contacted("2012-05-07T05:00:00Z", "2012-05-07T04:00:00Z")
                .feedback("2012-05-08T01:00:00Z")
                .passed("2012-05-08T02:00:00Z")
                .redoAsked("2012-05-09T01:00:00Z", "NO", "DISSATISFIED")
                .redo(
                        "2012-05-09T02:00:00Z",
                        URBAN,
                        "2012-05-09T04:00:00Z",
                        "2012-05-10T02:00:00Z",
                        "2012-05-16T16:00:00Z");

        var may = figures("2012-05-01", "2012-06-01");
        var response = measure(may, "hot.responseRate", null, null);
        assertThat(response.get("cohort").asString()).isEqualTo("DISPATCHED");
        assertThat(rate(response)).isEqualTo("6/9 0.6667");
        assertThat(excluded(response))
                .isEqualTo(Map.of("REASSIGNED", 1L, "MERGED", 1L, "WITHDRAWN", 1L, "MALICIOUS", 1L));
        assertThat(rate(measure(may, "hot.responseRate", HOUSING, null))).isEqualTo("1/1 1");
        assertThat(rate(measure(may, "hot.responseRate", URBAN, null))).isEqualTo("5/8 0.625");
        // 12 first dispatches, a reassignment and a redo.
        assertThat(rate(measure(may, "hot.returnRate", null, null))).isEqualTo("2/14 0.1429");
        assertThat(rate(measure(may, "hot.badReturnRate", null, null))).isEqualTo("1/2 0.5");
        assertThat(rate(measure(may, "hot.dispatchAccuracy", null, null))).isEqualTo("11/12 0.9167");
    }

    @Test
    void whatCitizensSayIsCountedOneByOne() {
        heard("2012-07-10T01:00:00Z", "ANSWERED", "YES", "SATISFIED");
        heard("2012-07-10T01:00:00Z", "ANSWERED", "YES", "BASICALLY_SATISFIED");
        heard("2012-07-10T01:00:00Z", "ANSWERED", "PARTLY", "BASICALLY_SATISFIED");
        heard("2012-07-10T01:00:00Z", "ANSWERED", "NO", "DISSATISFIED");
        heard("2012-07-10T01:00:00Z", "UNREACHABLE", null, null);
        heard("2012-07-10T01:00:00Z", "REFUSED_TO_RATE", null, null);
        heard("2012-07-10T01:00:00Z", "NO_CALLBACK_WANTED", null, null);
        heard("2012-07-10T01:00:00Z", "ANSWERED", "NO", "DISSATISFIED")
                .excluded("2012-07-12T01:00:00Z", "BEYOND_POLICY");
        // Solved after the close: his later word, on the day of the call.
        heard("2012-07-30T01:00:00Z", "ANSWERED", "NO", "DISSATISFIED")
                .evaluated("2012-08-02T01:00:00Z", "YES", "SATISFIED")
                .archived("2012-08-03T01:00:00Z");
        // The first round stays what it was.
        toJuly().redoAsked("2012-07-11T01:00:00Z", "NO", "DISSATISFIED")
                .redo(
                        "2012-07-11T02:00:00Z",
                        URBAN,
                        "2012-07-11T04:00:00Z",
                        "2012-07-12T02:00:00Z",
                        "2012-07-18T16:00:00Z")
                .feedback("2012-07-12T01:00:00Z")
                .passed("2012-07-12T02:00:00Z")
                .closed("2012-07-13T01:00:00Z", "YES", "SATISFIED");
        // A child of a ticket of the housing bureau, merged before anybody had it.
        var parent = PastTicket.received(log, "2012-07-02T01:00:00Z")
                .dispatched(
                        "2012-07-02T02:00:00Z",
                        HOUSING,
                        "2012-07-02T04:00:00Z",
                        "2012-07-03T02:00:00Z",
                        "2012-07-09T16:00:00Z");
        PastTicket.received(log, "2012-07-02T01:00:00Z")
                .mergedInto(parent, "2012-07-02T03:00:00Z")
                .followed("2012-07-09T01:00:00Z")
                .closed("2012-07-10T01:00:00Z", "YES", "SATISFIED");
        // On the hard list when July ends; the other one was resumed.
        toJuly().step("listedAsHard", "2012-07-20T01:00:00Z", "SUSPENDED");
        toJuly().step("listedAsHard", "2012-07-20T01:00:00Z", "SUSPENDED")
                .resumed("2012-07-25T01:00:00Z", "2012-08-30T16:00:00Z");

        var july = figures("2012-07-01", "2012-08-01");
        var resolution = measure(july, "hot.resolutionRate", null, null);
        // YES: two, the later word, the second round, the child; and no: partly, no, the first round, the hard list.
        assertThat(rate(resolution)).isEqualTo("5/9 0.5556");
        assertThat(excluded(resolution))
                .isEqualTo(Map.of(
                        "UNREACHABLE", 1L, "REFUSED_TO_RATE", 1L, "NO_CALLBACK_WANTED", 1L, "BEYOND_POLICY", 1L));
        var satisfaction = measure(july, "hot.satisfactionRate", null, null);
        assertThat(rate(satisfaction)).isEqualTo("6/8 0.75");
        assertThat(excluded(satisfaction)).isEqualTo(excluded(resolution));
        assertThat(rate(measure(july, "hot.satisfactionRate", null, "SATISFIED")))
                .isEqualTo("4/8 0.5");
        assertThat(rate(measure(july, "hot.satisfactionRate", null, "BASICALLY_SATISFIED")))
                .isEqualTo("2/8 0.25");
        assertThat(rate(measure(july, "hot.satisfactionRate", HOUSING, null))).isEqualTo("1/1 1");
        // 0.30 x nothing dispatched in time is 0/… of July: the composite needs all three.
        var response = measure(july, "hot.responseRate", null, null);
        assertThat(rate(response)).startsWith("0/");
        assertThat(measure(july, "hot.composite", null, null).get("mean").decimalValue())
                .isEqualByComparingTo("0.4569");
        assertThat(measure(july, "hot.composite", URBAN, null).get("mean").decimalValue())
                .isEqualByComparingTo("0.425");
        // Not of a unit for days or weeks: no running score (domain D1).
        var week = figures("2012-07-09", "2012-07-16");
        assertThat(find(week, "hot.composite", null, null)).isNotNull();
        assertThat(find(week, "hot.composite", URBAN, null)).isNull();
        assertThat(find(week, "hot.satisfactionRate", URBAN, null)).isNotNull();
    }

    @Test
    void inTimeIsCountedByTheDayItWasDue() {
        var due = "2012-10-10T16:00:00Z";
        toOctober(due).feedback("2012-10-10T16:00:00Z").passed("2012-10-11T01:00:00Z"); // at the last instant
        toOctober(due).feedback("2012-10-10T16:00:01Z").passed("2012-10-11T01:00:00Z"); // a second late
        // Returned: as if the clock had never stopped.
        toOctober(due)
                .feedback("2012-10-09T01:00:00Z")
                .returnedForCorrection("2012-10-10T01:00:00Z")
                .feedback("2012-10-12T01:00:00Z")
                .passed("2012-10-13T01:00:00Z");
        // Extended into November, and in time by that date.
        toOctober("2012-10-30T16:00:00Z")
                .extended("2012-10-29T01:00:00Z", "2012-11-05T16:00:00Z")
                .feedback("2012-11-05T01:00:00Z")
                .passed("2012-11-06T01:00:00Z");
        toOctober(due).feedback("2012-10-09T01:00:00Z"); // nobody has audited it
        toOctober(due).step("listedAsHard", "2012-10-09T01:00:00Z", "SUSPENDED");
        toOctober(due).step("terminated", "2012-10-09T01:00:00Z", "TERMINATED");
        toOctober(due).closedUpstream("2012-10-09T01:00:00Z");
        toOctober("2012-10-31T16:00:00Z")
                .feedback("2012-10-30T01:00:00Z")
                .passed("2012-10-31T01:00:00Z"); // 24:00 of the 31st
        toOctober(due); // nothing came of it
        var october = figures("2012-10-01", "2012-11-01");
        var onTime = measure(october, "hot.onTimeRate", null, null);
        assertThat(rate(onTime)).isEqualTo("2/6 0.3333");
        assertThat(excluded(onTime))
                .isEqualTo(Map.of("NOT_REVIEWED", 1L, "SUSPENDED", 1L, "TERMINATED", 1L, "CLOSED_UPSTREAM", 1L));
        assertThat(rateOf(onTime.get("rateByCurrentDue"))).isEqualTo("2/5 0.4");
        var november = measure(figures("2012-11-01", "2012-12-01"), "hot.onTimeRate", null, null);
        assertThat(rate(november)).isEqualTo("0/0 null");
        assertThat(rateOf(november.get("rateByCurrentDue"))).isEqualTo("1/1 1");
    }

    @Test
    void demandsAreFollowedToTheirClose() {
        var first = received("2013-03-04T01:00:00Z").answeredDirectly("2013-03-04T02:00:00Z");
        PastTicket.reopening(log, first, "2013-03-05T01:00:00Z");
        received("2013-03-04T01:00:00Z").step("notAccepted", "2013-03-04T02:00:00Z", "NOT_ACCEPTED");
        received("2013-03-04T01:00:00Z").step("transferredEmergency", "2013-03-04T02:00:00Z", "TRANSFERRED_EMERGENCY");
        received("2013-03-04T01:00:00Z").mergedInto(first, "2013-03-04T02:00:00Z");
        // 16.5 hours, Monday 10:00 to Thursday 10:30: 2 + 6.5 + 6.5 and 2 in the office.
        var done = received("2013-03-04T01:00:00Z")
                .dispatched(
                        "2013-03-04T02:00:00Z",
                        URBAN,
                        "2013-03-04T04:00:00Z",
                        "2013-03-05T02:00:00Z",
                        "2013-03-11T16:00:00Z")
                .said("urged", "2013-03-05T01:00:00Z")
                .said("urged", "2013-03-05T02:00:00Z")
                .feedback("2013-03-07T02:30:00Z")
                .passed("2013-03-07T03:00:00Z")
                .closed("2013-03-08T01:00:00Z", "YES", "SATISFIED")
                .archived("2013-04-02T01:00:00Z");
        // Redone: from the first dispatch to the last hand-in.
        received("2013-03-04T01:00:00Z")
                .dispatched(
                        "2013-03-04T02:00:00Z",
                        URBAN,
                        "2013-03-04T04:00:00Z",
                        "2013-03-05T02:00:00Z",
                        "2013-03-11T16:00:00Z")
                .feedback("2013-03-05T02:00:00Z")
                .passed("2013-03-05T03:00:00Z")
                .redoAsked("2013-03-06T01:00:00Z", "NO", "DISSATISFIED")
                .redo(
                        "2013-03-06T02:00:00Z",
                        URBAN,
                        "2013-03-06T04:00:00Z",
                        "2013-03-07T02:00:00Z",
                        "2013-03-13T16:00:00Z")
                .feedback("2013-03-08T02:30:00Z")
                .passed("2013-03-08T03:00:00Z")
                .closed("2013-03-11T01:00:00Z", "YES", "SATISFIED");
        assertThat(done.state()).isEqualTo("ARCHIVED");
        var march = figures("2013-03-01", "2013-04-01");
        var closed = measure(march, "hot.closeRate", null, null);
        assertThat(rate(closed)).isEqualTo("3/4 0.75");
        assertThat(excluded(closed)).isEqualTo(Map.of("NOT_ACCEPTED", 1L, "TRANSFERRED_EMERGENCY", 1L, "MERGED", 1L));
        assertThat(rate(measure(march, "hot.directAnswerRate", null, null))).isEqualTo("1/7 0.1429");
        assertThat(rate(measure(march, "hot.repeatRate", null, null))).isEqualTo("1/7 0.1429");
        assertThat(rate(measure(march, "hot.urgeRate", null, null))).isEqualTo("1/7 0.1429");
        assertThat(rate(measure(march, "hot.urgeRate", URBAN, null))).isEqualTo("1/2 0.5");
        assertThat(rate(measure(march, "hot.firstTimeRate", null, null))).isEqualTo("2/3 0.6667");
        assertThat(rate(measure(march, "hot.redoRate", URBAN, null))).isEqualTo("1/2 0.5");
        var hours = measure(march, "hot.averageHandlingTime", URBAN, null);
        assertThat(hours.get("items").asLong()).isEqualTo(2);
        assertThat(hours.get("mean").decimalValue()).isEqualByComparingTo("23");
    }

    @Test
    void aMonthThatIsLockedStaysAsItWas() {
        var late = received("2013-06-03T01:00:00Z")
                .dispatched(
                        "2013-06-03T02:00:00Z",
                        URBAN,
                        "2013-06-03T04:00:00Z",
                        "2013-06-04T02:00:00Z",
                        "2013-06-10T16:00:00Z")
                .feedback("2013-06-05T01:00:00Z")
                .passed("2013-06-05T02:00:00Z")
                .closed("2013-06-28T01:00:00Z", "NO", "DISSATISFIED");
        late.evaluated("2013-07-05T15:59:59Z", "YES", "SATISFIED"); // the fifth working day ends a second later
        received("2013-06-03T01:00:00Z")
                .dispatched(
                        "2013-06-03T02:00:00Z",
                        URBAN,
                        "2013-06-03T04:00:00Z",
                        "2013-06-04T02:00:00Z",
                        "2013-06-10T16:00:00Z")
                .feedback("2013-06-05T01:00:00Z")
                .passed("2013-06-05T02:00:00Z")
                .closed("2013-06-28T01:00:00Z", "NO", "DISSATISFIED")
                .evaluated("2013-07-05T16:00:01Z", "YES", "SATISFIED");
        assertThat(rate(measure(figures("2013-06-01", "2013-07-01"), "hot.resolutionRate", null, null)))
                .isEqualTo("1/2 0.5");
    }

    @Test
    void eachSeesTheUnitsHeReaches() {
        received("2013-09-02T01:00:00Z")
                .dispatched(
                        "2013-09-02T02:00:00Z",
                        URBAN,
                        "2013-09-02T04:00:00Z",
                        "2013-09-03T02:00:00Z",
                        "2013-09-09T16:00:00Z");
        received("2013-09-02T01:00:00Z")
                .dispatched(
                        "2013-09-02T02:00:00Z",
                        HOUSING,
                        "2013-09-02T04:00:00Z",
                        "2013-09-03T02:00:00Z",
                        "2013-09-09T16:00:00Z");
        var head = Phone.of(port, HOUSING_HEAD)
                .get("/statistics/hotline?from=2013-09-01&to=2013-10-01")
                .expect(200)
                .body()
                .get("measures");
        assertThat(rate(measure(head, "hot.responseRate", null, null))).isEqualTo("0/1 0");
        assertThat(find(head, "hot.responseRate", URBAN, null)).isNull();
        assertThat(find(head, "hot.connectionRate", null, null)).isNull();
        var one = Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=2013-09-01&to=2013-10-01&unitId=" + URBAN + "&compareWith=PREVIOUS")
                .expect(200)
                .body();
        assertThat(rate(measure(one.get("measures"), "hot.responseRate", null, null)))
                .isEqualTo("0/1 0");
        assertThat(rate(measure(one.get("comparison").get("measures"), "hot.responseRate", null, null)))
                .isEqualTo("0/0 null");
    }

    private PastTicket received(String at) {
        return PastTicket.received(log, at);
    }

    private PastTicket inMay() {
        return received("2012-05-07T00:30:00Z")
                .dispatched(
                        "2012-05-07T01:00:00Z",
                        URBAN,
                        "2012-05-07T03:00:00Z",
                        "2012-05-08T01:00:00Z",
                        "2012-05-14T16:00:00Z");
    }

    private PastTicket toJuly() {
        return received("2012-07-02T00:30:00Z")
                .dispatched(
                        "2012-07-02T01:00:00Z",
                        URBAN,
                        "2012-07-02T03:00:00Z",
                        "2012-07-03T01:00:00Z",
                        "2012-07-09T16:00:00Z");
    }

    private PastTicket heard(String at, String outcome, @Nullable String resolved, @Nullable String satisfaction) {
        return toJuly().feedback("2012-07-05T01:00:00Z")
                .passed("2012-07-05T02:00:00Z")
                .closed(at, outcome, resolved, satisfaction);
    }

    private PastTicket toOctober(String due) {
        return received("2012-10-01T00:30:00Z")
                .dispatched("2012-10-01T01:00:00Z", URBAN, "2012-10-01T03:00:00Z", "2012-10-02T01:00:00Z", due);
    }

    private JsonNode figures(String from, String to) {
        return Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=%s&to=%s".formatted(from, to))
                .expect(200)
                .body()
                .get("measures");
    }

    private static JsonNode measure(JsonNode measures, String metric, @Nullable UUID unit, @Nullable String part) {
        var found = find(measures, metric, unit, part);
        assertThat(found).as(metric + " " + unit + " " + part).isNotNull();
        return found;
    }

    private static @Nullable JsonNode find(
            JsonNode measures, String metric, @Nullable UUID unit, @Nullable String part) {
        for (var measure : measures) {
            if (measure.get("metricId").asString().equals(metric)
                    && measure.path("unitId").asString("").equals(unit == null ? "" : unit.toString())
                    && measure.path("part").asString("").equals(part == null ? "" : part)) {
                return measure;
            }
        }
        return null;
    }

    private static String rate(JsonNode measure) {
        return rateOf(measure.get("rate"));
    }

    private static String rateOf(JsonNode rate) {
        var value = rate.get("value");
        return "%d/%d %s"
                .formatted(
                        rate.get("numerator").asLong(),
                        rate.get("denominator").asLong(),
                        value.isNumber()
                                ? value.decimalValue().stripTrailingZeros().toPlainString()
                                : "null");
    }

    private static Map<String, Long> excluded(JsonNode measure) {
        var reasons = new TreeMap<String, Long>();
        measure.get("rate")
                .get("excluded")
                .forEach(reason -> reasons.put(
                        reason.get("reason").asString(), reason.get("count").asLong()));
        return reasons;
    }
}
