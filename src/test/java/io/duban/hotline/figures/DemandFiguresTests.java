package io.duban.hotline.figures;

import static io.duban.hotline.figures.HotlineSheet.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of demands and what citizens say, on histories counted by hand; each test has months of its own, long ago. 16:00Z is 24:00 in the office. */
@ServerTest
class DemandFiguresTests {

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
        toJuly().step("listedAsHard", "2012-07-20T01:00:00Z", "SUSPENDED")
                .resumed("2012-08-02T01:00:00Z", "2012-08-30T16:00:00Z");
        toJuly().step("listedAsHard", "2012-07-20T01:00:00Z", "SUSPENDED")
                .resumed("2012-07-25T01:00:00Z", "2012-08-30T16:00:00Z");

        var july = figures("2012-07-01", "2012-08-01");
        var resolution = july.of("hot.resolutionRate");
        // YES: two, the later word, the second round, the child; and no: partly, no, the first round, the hard list.
        assertThat(rate(resolution)).isEqualTo("5/9 0.5556");
        assertThat(excluded(resolution))
                .isEqualTo(Map.of(
                        "UNREACHABLE", 1L, "REFUSED_TO_RATE", 1L, "NO_CALLBACK_WANTED", 1L, "BEYOND_POLICY", 1L));
        var satisfaction = july.of("hot.satisfactionRate");
        assertThat(rate(satisfaction)).isEqualTo("6/8 0.75");
        assertThat(excluded(satisfaction)).isEqualTo(excluded(resolution));
        assertThat(rate(july.of("hot.satisfactionRate", null, "SATISFIED"))).isEqualTo("4/8 0.5");
        assertThat(rate(july.of("hot.satisfactionRate", null, "BASICALLY_SATISFIED")))
                .isEqualTo("2/8 0.25");
        assertThat(rate(july.of("hot.satisfactionRate", HOUSING, null))).isEqualTo("1/1 1");
        // 0.30 x nothing dispatched in time is 0/… of July: the composite needs all three.
        var response = july.of("hot.responseRate");
        assertThat(rate(response)).startsWith("0/");
        assertThat(july.of("hot.composite").get("mean").decimalValue()).isEqualByComparingTo("0.4569");
        assertThat(july.of("hot.composite", URBAN, null).get("mean").decimalValue())
                .isEqualByComparingTo("0.425");
        // Not of a unit for days or weeks: no running score (domain D1).
        var week = figures("2012-07-09", "2012-07-16");
        assertThat(week.find("hot.composite", null, null)).isNotNull();
        assertThat(week.find("hot.composite", URBAN, null)).isNull();
        assertThat(week.find("hot.satisfactionRate", URBAN, null)).isNotNull();
    }

    @Test
    void demandsAreFollowedToTheirClose() {
        var first = received("2013-03-04T01:00:00Z").answeredDirectly("2013-03-04T02:00:00Z");
        // A photo that comes before anything is done does not make it two.
        PastTicket.reopening(log, first, "2013-03-05T01:00:00Z").joined("photoAdded", "2013-03-05T01:01:00Z");
        received("2013-03-04T01:00:00Z").step("notAccepted", "2013-03-04T02:00:00Z", "NOT_ACCEPTED");
        received("2013-03-04T01:00:00Z").step("transferredEmergency", "2013-03-04T02:00:00Z", "TRANSFERRED_EMERGENCY");
        received("2013-03-04T01:00:00Z").mergedInto(first, "2013-03-04T02:00:00Z");
        // 20 hours in the office from Monday 10:00 to Thursday 10:30: 5 + 6.5 + 6.5 + 2.
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
        // Redone: from the first dispatch to the last hand-in on Friday 10:30, 26.5 hours.
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
        var closed = march.of("hot.closeRate");
        assertThat(rate(closed)).isEqualTo("3/4 0.75");
        assertThat(excluded(closed)).isEqualTo(Map.of("NOT_ACCEPTED", 1L, "TRANSFERRED_EMERGENCY", 1L, "MERGED", 1L));
        assertThat(rate(march.of("hot.directAnswerRate"))).isEqualTo("1/7 0.1429");
        assertThat(rate(march.of("hot.repeatRate"))).isEqualTo("1/7 0.1429");
        assertThat(rate(march.of("hot.urgeRate"))).isEqualTo("1/7 0.1429");
        assertThat(rate(march.of("hot.urgeRate", URBAN, null))).isEqualTo("1/2 0.5");
        assertThat(rate(march.of("hot.firstTimeRate"))).isEqualTo("2/3 0.6667");
        assertThat(rate(march.of("hot.redoRate", URBAN, null))).isEqualTo("1/2 0.5");
        var hours = march.of("hot.averageHandlingTime", URBAN, null);
        assertThat(hours.get("items").asLong()).isEqualTo(2);
        assertThat(hours.get("mean").decimalValue()).isEqualByComparingTo("23.25");
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
        assertThat(rate(figures("2013-06-01", "2013-07-01").of("hot.resolutionRate")))
                .isEqualTo("1/2 0.5");
    }

    private PastTicket received(String at) {
        return PastTicket.received(log, at);
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

    private HotlineSheet figures(String from, String to) {
        return HotlineSheet.of(port, DIRECTOR, from, to);
    }
}
