package io.duban.supervision.figures;

import static io.duban.supervision.figures.Figures.assertMean;
import static io.duban.supervision.figures.Figures.assertRate;
import static io.duban.supervision.figures.Figures.excluded;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The figures of units' parts on histories written by hand: each test has a month of its own, long ago. 16:00Z is 24:00 in the office. */
@ServerTest
class PartFiguresTests {

    private static final UUID URBAN = DemoDistrict.URBAN_BUREAU;
    private static final UUID HOUSING = DemoDistrict.HOUSING_BUREAU;
    /** In the portfolio of the second deputy, the other two in that of the first. */
    private static final UUID POLICE = UUID.fromString("01900000-0000-7000-8000-000000000113");

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsAcceptedHandInsByTheOriginalDateAndByTheOneAsExtended() {
        march();
        var all = Figures.of(port, DemoDistrict.DIRECTOR, "2011-03-01", "2011-04-01");
        var onTime = all.of("sup.feedbackOnTimeRate");
        assertRate(onTime.get("rate"), 2, 6, "0.3333"); // in time, taken over; returned, extended, never, late
        assertRate(onTime.get("rateByCurrentDue"), 3, 6, "0.5"); // and the extended one
        assertThat(excluded(onTime.get("rate")))
                .isEqualTo(Map.of(
                        "CANCELLED",
                        1L,
                        "REASSIGNED",
                        1L,
                        "NOT_REVIEWED",
                        1L,
                        "SUSPENDED",
                        1L,
                        "LONG_TERM",
                        1L,
                        "RELEASED",
                        1L));
        var urban = all.of("sup.feedbackOnTimeRate", URBAN);
        assertRate(urban.get("rate"), 1, 2, "0.5");
        assertThat(excluded(urban.get("rate"))).isEqualTo(Map.of("CANCELLED", 1L, "REASSIGNED", 1L));
        assertRate(all.of("sup.feedbackOnTimeRate", HOUSING).get("rate"), 1, 4, "0.25");
        assertRate(all.of("sup.feedbackOnTimeRate", HOUSING).get("rateByCurrentDue"), 2, 4, "0.5");
        assertRate(all.of("sup.feedbackOnTimeRate", POLICE).get("rate"), 0, 0, null);

        // Late by 2 (11, 14 March), 3 (16, 17, 18) and 1 (17) working days.
        assertMean(all.of("sup.meanOverdueDays"), 3, "2");
        assertMean(all.of("sup.meanOverdueDays", URBAN), 1, "2");
        assertMean(all.of("sup.meanOverdueDays", HOUSING), 2, "2");
        assertThat(all.has("sup.meanOverdueDays", POLICE)).isFalse();
        assertRate(all.of("sup.unchasedOverdue").get("rate"), 1, 3, "0.3333");
        assertThat(all.tellsUnitsOf("sup.unchasedOverdue"))
                .as("a figure of the office")
                .isFalse();

        var first = Figures.of(port, DemoDistrict.DEPUTY, "2011-03-01", "2011-04-01")
                .of("sup.feedbackOnTimeRate");
        assertRate(first.get("rate"), 2, 6, "0.3333");
        assertThat(excluded(first.get("rate"))).isEqualTo(Map.of("CANCELLED", 1L, "REASSIGNED", 1L));
        var second = Figures.of(port, DemoDistrict.DEPUTY_2, "2011-03-01", "2011-04-01");
        assertRate(second.of("sup.feedbackOnTimeRate").get("rate"), 0, 0, null);
        assertThat(second.has("sup.feedbackOnTimeRate", URBAN)).isFalse();
        var head = Figures.of(port, DemoDistrict.URBAN_HEAD, "2011-03-01", "2011-04-01");
        assertRate(head.of("sup.feedbackOnTimeRate").get("rate"), 1, 2, "0.5");
        assertThat(head.has("sup.feedbackOnTimeRate", HOUSING)).isFalse();
        Phone.of(port, DemoDistrict.HOUSING_HANDLER)
                .get("/statistics/supervision?from=2011-03-01&to=2011-04-01")
                .expect(403);
    }

    private void march() {
        var issued = "2011-03-01T01:00:00Z";
        matter().host(URBAN)
                .clock(issued, "2011-03-10T16:00:00Z", "2011-03-10T16:00:00Z")
                .accepted("2011-03-10T16:00:00Z");
        matter().host(URBAN)
                .clock(issued, "2011-03-10T16:00:00Z", "2011-03-14T02:00:00Z")
                .handIn(1, 1, "2011-03-09T02:00:00Z", "RETURNED", "2011-03-10T02:00:00Z")
                .handIn(1, 2, "2011-03-14T02:00:00Z", "ACCEPTED", "2011-03-15T02:00:00Z")
                .chase("TELEPHONE", "2011-03-11T02:00:00Z");
        matter().host(HOUSING)
                .clock(issued, "2011-03-11T16:00:00Z", "2011-03-18T16:00:00Z", "2011-03-16T02:00:00Z")
                .accepted("2011-03-16T02:00:00Z");
        // Ended without a result; its card was withdrawn, and a card is no chase.
        card(
                matter().host(HOUSING)
                        .clock(issued, "2011-03-15T16:00:00Z", "2011-03-18T02:00:00Z")
                        .matter(),
                HOUSING);
        matter().host(HOUSING)
                .clock(issued, "2011-03-16T16:00:00Z", "2011-03-17T02:00:00Z")
                .accepted("2011-03-17T02:00:00Z")
                .chaseLetter("2011-03-17T01:00:00Z");
        var moved = matter();
        moved.part(URBAN, "HOST", "REASSIGNED")
                .clock(issued, "2011-03-20T16:00:00Z", "2011-03-08T02:00:00Z")
                .givenAway("2011-03-08T02:00:00Z");
        moved.host(HOUSING)
                .clock("2011-03-08T02:00:00Z", "2011-03-22T16:00:00Z", "2011-03-21T02:00:00Z")
                .accepted("2011-03-21T02:00:00Z");
        PastMatter.of(database, "CANCELLED", true)
                .host(URBAN)
                .clock(issued, "2011-03-23T16:00:00Z", "2011-03-22T02:00:00Z");
        matter().host(POLICE)
                .clock(issued, "2011-03-24T16:00:00Z", "2011-03-23T02:00:00Z")
                .handIn(1, 1, "2011-03-23T02:00:00Z", null, null);
        matter().host(POLICE).clock(issued, "2011-03-25T16:00:00Z", null).suspended("2011-03-20T02:00:00Z");
        matter().host(POLICE)
                .clock(issued, "2011-03-28T16:00:00Z", "2011-03-20T02:00:00Z")
                .matter()
                .event("trackingBegun", "2011-03-20T02:00:00Z");
        matter().host(POLICE).clock(issued, "2011-03-28T16:00:00Z", "2011-03-20T02:00:00Z");
    }

    @Test
    void keepsTheResultOfEachRound() {
        matter().host(URBAN)
                .clock("2011-04-01T01:00:00Z", "2011-04-11T16:00:00Z", "2011-04-08T02:00:00Z")
                .accepted("2011-04-08T02:00:00Z")
                .clock("2011-04-12T01:00:00Z", "2011-04-20T16:00:00Z", "2011-04-22T02:00:00Z")
                .handIn(2, 2, "2011-04-22T02:00:00Z", "ACCEPTED", "2011-04-22T03:00:00Z");
        // Issued in March, so that it is in April by its two dates only: taken from an abolished unit when overdue
        // already.
        matter().part(HOUSING, "HOST", "ACCEPTED")
                .clock("2011-04-15T01:00:00Z", "2011-04-13T16:00:00Z", "2011-04-16T02:00:00Z")
                .accepted("2011-04-16T02:00:00Z");
        var april = Figures.of(port, DemoDistrict.DIRECTOR, "2011-04-01", "2011-05-01")
                .of("sup.feedbackOnTimeRate");
        assertRate(april.get("rate"), 1, 2, "0.5");
        assertThat(excluded(april.get("rate"))).isEqualTo(Map.of("REASSIGNED", 1L));
    }

    @Test
    void givesACoUnitTheDateItsHostSentItBackUntil() {
        matter().part(URBAN, "CO", "ACCEPTED")
                .clock("2012-04-01T01:00:00Z", "2012-04-05T16:00:00Z", "2012-04-04T02:00:00Z")
                .handIn(1, 1, "2012-04-04T02:00:00Z", "RETURNED_BY_HOST", "2012-04-06T02:00:00Z")
                .other(
                        "RESUBMIT",
                        "2012-04-06T02:00:00Z",
                        "2012-04-13T16:00:00Z",
                        "2012-04-13T16:00:00Z",
                        "2012-04-12T02:00:00Z")
                .handIn(1, 2, "2012-04-12T02:00:00Z", "ACCEPTED", "2012-04-16T02:00:00Z");
        var april = Figures.of(port, DemoDistrict.DIRECTOR, "2012-04-01", "2012-05-01");
        assertRate(april.of("sup.feedbackOnTimeRate").get("rate"), 0, 1, "0");
        assertRate(april.of("sup.feedbackOnTimeRate").get("rateByCurrentDue"), 1, 1, "1");
        assertMean(april.of("sup.meanOverdueDays"), 0, null);
        assertRate(april.of("sup.firstPassRate").get("rate"), 0, 1, "0");
        assertThat(excluded(april.of("sup.firstPassRate").get("rate"))).isEqualTo(Map.of("RETURNED_BY_HOST", 1L));
    }

    @Test
    void countsFirstPassesReturnsAndExtensions() {
        var issued = "2011-09-01T01:00:00Z";
        var due = "2011-12-30T16:00:00Z";
        var reviewed = "2011-09-20T02:00:00Z";
        matter().host(URBAN)
                .clock(issued, due, reviewed)
                .handIn(1, 1, "2011-09-05T02:00:00Z", "ACCEPTED", reviewed)
                .extension(issued, true);
        matter().host(URBAN)
                .clock(issued, due, reviewed)
                .handIn(1, 1, "2011-09-05T02:00:00Z", "RETURNED", "2011-09-06T02:00:00Z")
                .handIn(1, 2, "2011-09-08T02:00:00Z", "ACCEPTED", reviewed)
                .extension(issued, false);
        matter().host(HOUSING)
                .clock(issued, due, reviewed)
                .handIn(1, 1, "2011-09-05T02:00:00Z", "ACCEPTED", "2011-09-06T02:00:00Z")
                .clock("2011-09-07T02:00:00Z", due, reviewed)
                .handIn(2, 2, "2011-09-19T02:00:00Z", "ACCEPTED", reviewed);
        matter().part(HOUSING, "HOST", "REASSIGNED")
                .clock(issued, due, reviewed)
                .givenAway(reviewed);
        PastMatter.of(database, "CANCELLED", true).host(HOUSING).clock(issued, due, reviewed);

        var september = Figures.of(port, DemoDistrict.DIRECTOR, "2011-09-01", "2011-10-01");
        assertRate(september.of("sup.firstPassRate").get("rate"), 2, 5, "0.4"); // of 1, 2 and 2 results
        assertRate(september.of("sup.firstPassRate", URBAN).get("rate"), 1, 3, "0.3333");
        var returned = september.of("sup.returnRate").get("rate");
        assertRate(returned, 1, 3, "0.3333"); // another round is no other part
        assertThat(excluded(returned)).isEqualTo(Map.of("CANCELLED", 1L, "REASSIGNED", 1L));
        assertRate(september.of("sup.returnRate", URBAN).get("rate"), 1, 2, "0.5");
        assertRate(september.of("sup.extensionRate").get("rate"), 1, 3, "0.3333"); // a refused one is none
        assertThat(september.of("sup.extensionRate").get("cohort").asString()).isEqualTo("ISSUED");
        assertRate(
                Figures.of(port, DemoDistrict.DIRECTOR, "2011-10-01", "2011-11-01")
                        .of("sup.returnRate")
                        .get("rate"),
                0,
                0,
                null);
    }

    @Test
    void isNeverAHundredPercentBelowTheWhole() {
        for (var i = 0; i < 3; i++) {
            matter().host(URBAN)
                    .clock("2012-08-01T01:00:00Z", "2012-08-10T16:00:00Z", "2012-08-10T02:00:00Z")
                    .accepted("2012-08-10T02:00:00Z");
        }
        var august = Figures.of(port, DemoDistrict.DIRECTOR, "2012-08-01", "2012-09-01");
        assertRate(august.of("sup.feedbackOnTimeRate").get("rate"), 3, 3, "1");
        matter().host(URBAN)
                .clock("2012-08-01T01:00:00Z", "2012-08-10T16:00:00Z", "2012-08-10T16:00:01Z")
                .accepted("2012-08-10T16:00:01Z");
        var more = Figures.of(port, DemoDistrict.DIRECTOR, "2012-08-01", "2012-09-01");
        assertRate(more.of("sup.feedbackOnTimeRate").get("rate"), 3, 4, "0.75");
        assertMean(more.of("sup.meanOverdueDays"), 1, "0"); // Friday 24:00 and a second: no working day has passed
    }

    private PastMatter matter() {
        return PastMatter.of(database);
    }

    private void card(PastMatter matter, UUID unit) {
        database.execute("""
                insert into supervision_card (id, version, status, colour, matter_id, title, delivered, created_at, changed_at, assignment_id, unit_id,
                    clock_id, reason)
                select gen_random_uuid(), 1, 'WITHDRAWN', 'YELLOW_CARD', a.matter_id, '题', true, '2011-03-16T02:00:00Z', '2011-03-16T02:00:00Z', a.id,
                    a.unit_id, d.id, '逾期' from supervision_assignment a join deadline d on d.subject_id = a.matter_id
                where a.matter_id = '%s' and a.unit_id = '%s'""".formatted(matter.id(), unit));
    }
}
