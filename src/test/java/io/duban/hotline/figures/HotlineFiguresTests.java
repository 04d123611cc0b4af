package io.duban.hotline.figures;

import static io.duban.hotline.figures.HotlineSheet.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How units take up and hand in what is dispatched to them, on histories counted by hand; each test has months of its own, long ago. 16:00Z is 24:00 in the office. */
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
        var response = may.of("hot.responseRate");
        assertThat(response.get("cohort").asString()).isEqualTo("DISPATCHED");
        assertThat(rate(response)).isEqualTo("6/9 0.6667");
        assertThat(excluded(response))
                .isEqualTo(Map.of("REASSIGNED", 1L, "MERGED", 1L, "WITHDRAWN", 1L, "MALICIOUS", 1L));
        assertThat(rate(may.of("hot.responseRate", HOUSING, null))).isEqualTo("1/1 1");
        assertThat(rate(may.of("hot.responseRate", URBAN, null))).isEqualTo("5/8 0.625");
        // 12 first dispatches, a reassignment and a redo.
        assertThat(rate(may.of("hot.returnRate"))).isEqualTo("2/14 0.1429");
        assertThat(rate(may.of("hot.badReturnRate"))).isEqualTo("1/2 0.5");
        assertThat(rate(may.of("hot.dispatchAccuracy"))).isEqualTo("11/12 0.9167");
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
        toOctober(due)
                .step("listedAsHard", "2012-10-09T01:00:00Z", "SUSPENDED")
                .step("terminated", "2012-11-20T01:00:00Z", "TERMINATED");
        toOctober(due).step("terminated", "2012-10-09T01:00:00Z", "TERMINATED");
        toOctober(due).closedUpstream("2012-10-09T01:00:00Z");
        toOctober("2012-10-31T16:00:00Z")
                .feedback("2012-10-30T01:00:00Z")
                .passed("2012-10-31T01:00:00Z"); // 24:00 of the 31st
        toOctober(due); // nothing came of it
        var october = figures("2012-10-01", "2012-11-01");
        var onTime = october.of("hot.onTimeRate");
        assertThat(rate(onTime)).isEqualTo("2/6 0.3333");
        assertThat(excluded(onTime))
                .isEqualTo(Map.of("NOT_REVIEWED", 1L, "SUSPENDED", 1L, "TERMINATED", 1L, "CLOSED_UPSTREAM", 1L));
        assertThat(rateOf(onTime.get("rateByCurrentDue"))).isEqualTo("2/5 0.4");
        var november = figures("2012-11-01", "2012-12-01").of("hot.onTimeRate");
        assertThat(rate(november)).isEqualTo("0/0 null");
        assertThat(rateOf(november.get("rateByCurrentDue"))).isEqualTo("1/1 1");
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
        var head = HotlineSheet.of(port, HOUSING_HEAD, "2013-09-01", "2013-10-01");
        assertThat(rate(head.of("hot.responseRate"))).isEqualTo("0/1 0");
        assertThat(head.find("hot.responseRate", URBAN, null)).isNull();
        assertThat(head.find("hot.connectionRate", null, null)).isNull();
        var one = Phone.of(port, DIRECTOR)
                .get("/statistics/hotline?from=2013-09-01&to=2013-10-01&unitId=" + URBAN + "&compareWith=PREVIOUS")
                .expect(200)
                .body();
        assertThat(rate(new HotlineSheet(one.get("measures")).of("hot.responseRate")))
                .isEqualTo("0/1 0");
        assertThat(rate(new HotlineSheet(one.get("comparison").get("measures")).of("hot.responseRate")))
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

    private PastTicket toOctober(String due) {
        return received("2012-10-01T00:30:00Z")
                .dispatched("2012-10-01T01:00:00Z", URBAN, "2012-10-01T03:00:00Z", "2012-10-02T01:00:00Z", due);
    }

    private HotlineSheet figures(String from, String to) {
        return HotlineSheet.of(port, DIRECTOR, from, to);
    }
}
