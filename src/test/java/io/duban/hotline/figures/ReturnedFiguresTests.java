package io.duban.hotline.figures;

import static io.duban.hotline.figures.HotlineSheet.*;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clock that stops because a ticket is given back, or begins anew, has met nothing; each test has a month of its own, long ago. */
@ServerTest
class ReturnedFiguresTests {

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
    void whoAsksForAReturnHasNotSigned() {
        inMarch()
                .returnRequested("2011-03-07T02:00:00Z")
                .keptUnsigned("2011-03-07T02:30:00Z", "2011-03-07T05:00:00Z"); // and never signs
        inMarch()
                .returnRequested("2011-03-07T02:00:00Z")
                .keptUnsigned("2011-03-07T02:30:00Z", "2011-03-07T05:00:00Z")
                .signed("2011-03-07T04:00:00Z")
                .contacted("2011-03-07T05:00:00Z", "2011-03-07T05:00:00Z");
        inMarch().returnRequested("2011-03-07T02:00:00Z"); // nobody has decided
        inMarch().returnRequested("2011-03-07T04:00:00Z"); // nor here, but it was asked for after the receipt was due
        var response =
                HotlineSheet.of(port, DIRECTOR, "2011-03-01", "2011-04-01").of("hot.responseRate");
        assertThat(rate(response)).isEqualTo("1/3 0.3333");
        assertThat(excluded(response)).isEqualTo(Map.of("NOT_YET_DUE", 1L));
    }

    @Test
    void theNextUnitContactsTheCitizenItself() {
        inApril()
                .returnRequested("2011-04-07T02:00:00Z")
                .reassigned(
                        "2011-04-07T03:00:00Z",
                        HOUSING_BUREAU,
                        "2011-04-07T05:00:00Z",
                        "2011-04-08T03:00:00Z",
                        "2011-04-14T16:00:00Z")
                .signed("2011-04-07T04:00:00Z"); // and contacts nobody
        var april = HotlineSheet.of(port, DIRECTOR, "2011-04-01", "2011-05-01");
        assertThat(rate(april.of("hot.responseRate", HOUSING_BUREAU, null))).isEqualTo("0/1 0");
        assertThat(excluded(april.of("hot.responseRate"))).isEqualTo(Map.of("REASSIGNED", 1L));
    }

    @Test
    void aUnitThatIsDesignatedItselfHasTheTicketOnce() {
        PastTicket.received(log, "2011-08-01T00:30:00Z")
                .dispatched(
                        "2011-08-01T01:00:00Z",
                        URBAN_BUREAU,
                        "2011-08-01T03:00:00Z",
                        "2011-08-02T01:00:00Z",
                        "2011-08-08T16:00:00Z")
                .returnRequested("2011-08-01T02:00:00Z")
                .step("disputed", "2011-08-01T03:00:00Z", "DISPUTED")
                .designated(
                        "2011-08-02T01:00:00Z",
                        URBAN_BUREAU,
                        "2011-08-02T03:00:00Z",
                        "2011-08-03T01:00:00Z",
                        "2011-08-09T16:00:00Z")
                .signed("2011-08-02T02:00:00Z")
                .contacted("2011-08-02T03:00:00Z", "2011-08-02T03:00:00Z")
                .feedback("2011-08-09T01:00:00Z")
                .passed("2011-08-09T02:00:00Z");
        var august = HotlineSheet.of(port, DIRECTOR, "2011-08-01", "2011-09-01");
        for (var metric : new String[] {"hot.responseRate", "hot.onTimeRate"}) {
            assertThat(rate(august.of(metric))).as(metric).isEqualTo("1/1 1");
            assertThat(excluded(august.of(metric))).isEqualTo(Map.of("DESIGNATED", 1L));
        }
        assertThat(rate(august.of("hot.dispatchAccuracy"))).isEqualTo("1/1 1");
        assertThat(rate(august.of("hot.badReturnRate"))).isEqualTo("0/1 0");
    }

    @Test
    void whatAMergedTicketIsDoneAgainForIsAPieceOfWorkOfItsOwn() {
        var parent = PastTicket.received(log, "2011-10-10T00:30:00Z");
        PastTicket.received(log, "2011-10-10T00:40:00Z")
                .mergedInto(parent, "2011-10-10T01:00:00Z")
                .followed("2011-10-11T01:00:00Z")
                .redoAsked("2011-10-12T01:00:00Z", "NO", "DISSATISFIED")
                .redo(
                        "2011-10-12T02:00:00Z",
                        URBAN_BUREAU,
                        "2011-10-12T04:00:00Z",
                        "2011-10-13T02:00:00Z",
                        "2011-10-19T16:00:00Z");
        var onTime = HotlineSheet.of(port, DIRECTOR, "2011-10-01", "2011-11-01").of("hot.onTimeRate");
        assertThat(rate(onTime)).as("due, and not handed in").isEqualTo("0/1 0");
        assertThat(excluded(onTime)).isEmpty();
    }

    private PastTicket inMarch() {
        return PastTicket.received(log, "2011-03-07T00:30:00Z")
                .dispatched(
                        "2011-03-07T01:00:00Z",
                        URBAN_BUREAU,
                        "2011-03-07T03:00:00Z",
                        "2011-03-08T01:00:00Z",
                        "2011-03-14T16:00:00Z");
    }

    private PastTicket inApril() {
        return PastTicket.received(log, "2011-04-07T00:30:00Z")
                .dispatched(
                        "2011-04-07T01:00:00Z",
                        URBAN_BUREAU,
                        "2011-04-07T03:00:00Z",
                        "2011-04-08T01:00:00Z",
                        "2011-04-14T16:00:00Z");
    }
}
