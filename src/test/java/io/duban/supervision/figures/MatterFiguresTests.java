package io.duban.supervision.figures;

import static io.duban.supervision.figures.Figures.assertRate;
import static io.duban.supervision.figures.Figures.excluded;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How matters end, on histories written by hand: each test has months of its own, long ago. 16:00Z is 24:00 in the office. */
@ServerTest
class MatterFiguresTests {

    private static final UUID URBAN = DemoDistrict.URBAN_BUREAU;
    private static final UUID HOUSING = DemoDistrict.HOUSING_BUREAU;
    private static final UUID POLICE = UUID.fromString("01900000-0000-7000-8000-000000000113");
    private static final String ISSUED = "2011-05-02T01:00:00Z";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsWhatWasHandledAndStruckOffOfWhatWasDue() {
        may("2011-05-10T16:00:00Z").event("handled", "2011-05-09T02:00:00Z").event("struckOff", "2011-05-12T02:00:00Z");
        // The verification failed; handled in the second round, which is due in June.
        again("verificationFailed", "2011-06-07T16:00:00Z", null).event("handled", "2011-06-08T02:00:00Z");
        // Handled, and the leader wants it done again.
        again("instructedAgain", "2011-06-10T16:00:00Z", "2011-05-19T02:00:00Z");
        // Struck off, and came back: another course, due in June.
        var back = may("2011-05-12T16:00:00Z")
                .event("handled", "2011-05-10T02:00:00Z")
                .event("struckOff", "2011-05-11T02:00:00Z");
        back.event("reopened", "2011-06-01T02:00:00Z");
        secondRound(back, "2011-06-01T02:00:00Z", "2011-06-15T16:00:00Z");
        stopped("CANCELLED");
        stopped("SUSPENDED");
        stopped("LONG_TERM_TRACKING");
        may("2011-05-17T16:00:00Z"); // nothing came of it yet
        // Extended into June.
        issued().host(URBAN)
                .clock(ISSUED, "2011-05-30T16:00:00Z", "2011-06-03T16:00:00Z", "2011-06-01T02:00:00Z")
                .matter()
                .event("handled", "2011-06-02T02:00:00Z");
        // Given to another unit with a full period of its own: the matter keeps its date, and is the other unit's.
        var moved = issued();
        moved.part(URBAN, "HOST", "REASSIGNED")
                .clock(ISSUED, "2011-05-19T16:00:00Z", "2011-05-05T02:00:00Z")
                .givenAway("2011-05-05T02:00:00Z");
        moved.host(HOUSING)
                .clock("2011-05-05T02:00:00Z", "2011-06-20T16:00:00Z", "2011-05-25T02:00:00Z")
                .outerDue("2011-05-19T16:00:00Z");
        moved.event("handled", "2011-05-26T02:00:00Z");
        // The unit was abolished when it was through: the successor has no clock of its own.
        var passed = issued();
        passed.host(HOUSING);
        passed.clock(
                "HANDLE:" + POLICE, ISSUED, "2011-05-28T16:00:00Z", "2011-05-28T16:00:00Z", "2011-05-20T02:00:00Z");
        passed.event("handled", "2011-05-29T02:00:00Z");
        // Two hosts, of whom one has to do it again until June.
        var two = issued();
        two.host(URBAN).clock(ISSUED, "2011-05-21T16:00:00Z", "2011-05-18T02:00:00Z");
        two.host(HOUSING)
                .clock(ISSUED, "2011-05-21T16:00:00Z", "2011-05-18T02:00:00Z")
                .clock("2011-05-26T02:00:00Z", "2011-06-12T16:00:00Z", null);
        two.event("verificationFailed", "2011-05-26T02:00:00Z");

        var may = Figures.of(port, DemoDistrict.DIRECTOR, "2011-05-01", "2011-06-01");
        var handled = may.of("sup.handledRate");
        assertRate(
                handled.get("rate"),
                6,
                9,
                "0.6667"); // first, failed, back, extended, moved, passed; not again, nothing, two
        assertRate(handled.get("rateByCurrentDue"), 4, 5, "0.8"); // first, back, moved, passed; not nothing
        assertThat(excluded(handled.get("rate"))).isEqualTo(Map.of("CANCELLED", 1L, "SUSPENDED", 1L, "LONG_TERM", 1L));
        assertRate(may.of("sup.handledRate", HOUSING).get("rate"), 2, 3, "0.6667");
        assertRate(may.of("sup.handledRate", URBAN).get("rate"), 4, 7, "0.5714");
        assertRate(may.of("sup.strikeOffRate").get("rate"), 2, 6, "0.3333"); // first, back
        assertRate(may.of("sup.strikeOffRate").get("rateByCurrentDue"), 2, 4, "0.5");
        var june = Figures.of(port, DemoDistrict.DIRECTOR, "2011-06-01", "2011-07-01")
                .of("sup.handledRate");
        assertRate(june.get("rate"), 0, 1, "0"); // what came back
        assertRate(june.get("rateByCurrentDue"), 2, 5, "0.4"); // failed once, extended; not again, back, two

        var head = Figures.of(port, DemoDistrict.HOUSING_HEAD, "2011-05-01", "2011-06-01");
        assertRate(head.of("sup.handledRate").get("rate"), 2, 3, "0.6667");
        assertThat(head.has("sup.handledRate", URBAN)).isFalse();
        assertThat(head.has("sup.planAdherence")).as("a figure of the office").isFalse();
        var portfolio = Figures.of(port, DemoDistrict.DEPUTY, "2011-05-01", "2011-06-01");
        assertRate(portfolio.of("sup.handledRate").get("rate"), 6, 9, "0.6667");
        assertThat(portfolio.has("sup.planAdherence")).isFalse();
        var other = Figures.of(port, DemoDistrict.DEPUTY_2, "2011-05-01", "2011-06-01");
        assertRate(other.of("sup.handledRate").get("rate"), 0, 0, null);
    }

    @Test
    void takesWhatComesBackWithin180DaysForARebound() {
        var struckOff = Instant.parse("2011-07-01T02:00:00Z");
        for (var days : new int[] {179, 180, 181}) {
            ended(struckOff)
                    .event("reopened", struckOff.plus(Duration.ofDays(days)).toString());
        }
        ended(struckOff);
        // Struck off again in the same month: the second one came back, 100 days later, and the first one too.
        ended(struckOff)
                .event("reopened", "2011-07-05T02:00:00Z")
                .event("struckOff", "2011-07-20T02:00:00Z")
                .event("reopened", "2011-10-28T02:00:00Z");
        // Strikes in July count in July, whenever they come back.
        var july = Figures.of(port, DemoDistrict.DIRECTOR, "2011-07-01", "2011-08-01")
                .of("sup.reboundRate");
        assertRate(july.get("rate"), 4, 6, "0.6667");
        assertThat(july.get("cohort").asString()).isEqualTo("STRUCK_OFF");
        var head = Figures.of(port, DemoDistrict.URBAN_HEAD, "2011-07-01", "2011-08-01");
        assertRate(head.of("sup.reboundRate").get("rate"), 4, 6, "0.6667");
        var none = Figures.of(port, DemoDistrict.DIRECTOR, "2011-12-01", "2012-01-01")
                .of("sup.reboundRate");
        assertRate(none.get("rate"), 0, 0, null);
    }

    @Test
    void asksWhetherSomebodyWasOnTheSpotWhereThereIsSomethingToSee() {
        handled(true)
                .visit(URBAN, "2011-08-03T02:00:00Z", "2011-08-03T03:00:00Z")
                .event("handled", "2011-08-10T02:00:00Z");
        handled(true).event("handled", "2011-08-10T02:00:00Z");
        handled(true).visit(URBAN, "2011-08-03T02:00:00Z", null).event("handled", "2011-08-10T02:00:00Z");
        handled(true)
                .visit(URBAN, "2011-08-11T02:00:00Z", "2011-08-11T03:00:00Z")
                .event("handled", "2011-08-10T02:00:00Z");
        handled(false).event("handled", "2011-08-10T02:00:00Z");
        handled(true).event("handled", "2011-09-10T02:00:00Z");
        var august = Figures.of(port, DemoDistrict.DIRECTOR, "2011-08-01", "2011-09-01")
                .of("sup.fieldCheckRate");
        assertRate(august.get("rate"), 1, 4, "0.25");
        assertThat(excluded(august.get("rate"))).isEqualTo(Map.of("NO_PHYSICAL_RESULT", 1L));
        assertThat(august.get("cohort").asString()).isEqualTo("HANDLED");
    }

    private PastMatter issued() {
        return PastMatter.of(database).event("issued", ISSUED);
    }

    /** Of the urban bureau, due in May. */
    private PastMatter may(String due) {
        return issued().host(URBAN).clock(ISSUED, due, "2011-05-08T02:00:00Z").matter();
    }

    /** The first round is due in May, the second when it is said. */
    private PastMatter again(String how, String due, @Nullable String handledBefore) {
        var matter = may("2011-05-20T16:00:00Z");
        if (handledBefore != null) {
            matter.event("handled", handledBefore);
        }
        secondRound(matter, "2011-05-26T02:00:00Z", due);
        return matter.event(how, "2011-05-26T02:00:00Z");
    }

    private static void secondRound(PastMatter matter, String trigger, String due) {
        matter.clock("HANDLE:" + URBAN, trigger, due, due, due);
    }

    private void stopped(String status) {
        PastMatter.of(database, status, true)
                .event("issued", ISSUED)
                .host(URBAN)
                .clock(ISSUED, "2011-05-13T16:00:00Z", "2011-05-08T02:00:00Z");
    }

    private PastMatter ended(Instant struckOff) {
        return PastMatter.of(database).host(URBAN).matter().event("struckOff", struckOff.toString());
    }

    private PastMatter handled(boolean physicalResult) {
        return PastMatter.of(database, "STRUCK_OFF", physicalResult).host(URBAN).matter();
    }
}
