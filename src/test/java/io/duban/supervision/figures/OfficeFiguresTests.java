package io.duban.supervision.figures;

import static io.duban.supervision.figures.Figures.assertMean;
import static io.duban.supervision.figures.Figures.assertRate;
import static io.duban.supervision.figures.Figures.excluded;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What supervision asks of units, and how its office does its own part, on histories written by hand. */
@ServerTest
class OfficeFiguresTests {

    private static final UUID URBAN = DemoDistrict.URBAN_BUREAU;
    private static final UUID HOUSING = DemoDistrict.HOUSING_BUREAU;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void addsUpWhatUnitsAreAskedPerMonth() {
        var matter = PastMatter.of(database);
        var urban = matter.host(URBAN);
        var housing = matter.part(HOUSING, "CO", "ACCEPTED");
        matter.notice("SUPERVISION_LETTER", "2011-10-05T02:00:00Z");
        urban.chaseLetter("2011-10-20T02:00:00Z");
        matter.visit(URBAN, "2011-10-06T02:00:00Z", "2011-10-06T03:00:00Z");
        matter.visit(HOUSING, "2011-10-07T02:00:00Z", null); // nobody there knows of it yet
        housing.other(
                "STAGE",
                "2011-10-08T02:00:00Z",
                "2011-10-20T16:00:00Z",
                "2011-10-20T16:00:00Z",
                "2011-10-19T02:00:00Z");
        housing.other(
                "STAGE",
                "2011-11-08T02:00:00Z",
                "2011-11-20T16:00:00Z",
                "2011-11-20T16:00:00Z",
                "2011-11-19T02:00:00Z");

        var october = figures(DemoDistrict.DIRECTOR, "2011-10-01", "2011-11-01");
        assertMean(october.of("sup.burden"), 2, "2.5"); // two letters, a chase letter, a visit, a report: 5 for 2 units
        assertMean(october.part("sup.burden", "SUPERVISION_LETTER"), 2, "1");
        assertMean(october.part("sup.burden", "CHASE_LETTER"), 2, "0.5");
        assertMean(october.part("sup.burden", "INSPECTION"), 2, "0.5");
        assertMean(october.part("sup.burden", "MATERIAL"), 2, "0.5");
        assertMean(october.of("sup.burden", URBAN), 1, "3");
        assertMean(october.of("sup.burden", HOUSING), 1, "2");
        // Into the middle of November: two calendar months for each of the two.
        assertMean(figures(DemoDistrict.DIRECTOR, "2011-10-01", "2011-11-16").of("sup.burden"), 4, "1.5");
        var head = figures(DemoDistrict.HOUSING_HEAD, "2011-10-01", "2011-11-01");
        assertMean(head.of("sup.burden"), 1, "2");
        assertThat(head.has("sup.burden", URBAN)).isFalse();
        assertMean(figures(DemoDistrict.DIRECTOR, "2008-10-01", "2008-11-01").of("sup.burden"), 0, null);
    }

    @Test
    void tellsTheOfficesOwnFiguresAsAWhole() {
        var part = PastMatter.of(database).host(URBAN);
        part.chase("TELEPHONE", "2013-01-03T02:00:00Z")
                .chase("TELEPHONE", "2013-01-04T02:00:00Z")
                .chase("APP", "2013-01-31T15:59:59Z");
        part.chase("APP", "2013-01-31T16:00:00Z"); // February
        part.chaseLetter("2013-01-05T02:00:00Z");
        review(PastMatter.of(database), "2013-01-09T02:00:00Z");
        review(PastMatter.of(database), "2013-01-11T02:00:00Z");
        review(PastMatter.of(database), null);
        review(PastMatter.of(database, "CANCELLED", true), "2013-01-09T02:00:00Z");

        var january = figures(DemoDistrict.DIRECTOR, "2013-01-01", "2013-02-01");
        assertThat(january.of("sup.chases").get("count").asLong()).isEqualTo(4);
        assertThat(january.part("sup.chases", "TELEPHONE").get("count").asLong())
                .isEqualTo(2);
        assertThat(january.part("sup.chases", "APP").get("count").asLong()).isEqualTo(1);
        assertThat(january.part("sup.chases", "CHASE_LETTER").get("count").asLong())
                .isEqualTo(1);
        assertRate(january.of("sup.reviewOnTimeRate").get("rate"), 1, 3, "0.3333");
        assertThat(excluded(january.of("sup.reviewOnTimeRate").get("rate"))).isEqualTo(Map.of("CANCELLED", 1L));
        assertThat(january.tellsUnitsOf("sup.reviewOnTimeRate")).isFalse();
        assertThat(january.tellsUnitsOf("sup.chases")).isFalse();
        assertThat(figures(DemoDistrict.HOUSING_HEAD, "2013-01-01", "2013-02-01")
                        .of("sup.chases")
                        .get("count")
                        .asLong())
                .as("of others it sees nothing")
                .isZero();
    }

    @Test
    void answersForAMonthInWhichNothingWas() {
        var nothing = figures(DemoDistrict.DIRECTOR, "2007-01-01", "2007-02-01");
        for (var rate : List.of(
                "sup.handledRate",
                "sup.strikeOffRate",
                "sup.reboundRate",
                "sup.fieldCheckRate",
                "sup.feedbackOnTimeRate",
                "sup.firstPassRate",
                "sup.returnRate",
                "sup.extensionRate",
                "sup.unchasedOverdue",
                "sup.reviewOnTimeRate")) {
            assertRate(nothing.of(rate).get("rate"), 0, 0, null);
        }
        assertMean(nothing.of("sup.meanOverdueDays"), 0, null);
        assertThat(nothing.of("sup.chases").get("count").asLong()).isZero();
    }

    @Test
    void namesUnitsInTheOrderOfTheirNamesAndNobodyAtAll() {
        PastMatter.of(database)
                .host(URBAN)
                .clock("2013-03-01T01:00:00Z", "2013-03-08T16:00:00Z", "2013-03-09T02:00:00Z")
                .accepted("2013-03-09T02:00:00Z");
        PastMatter.of(database)
                .host(HOUSING)
                .clock("2013-03-01T01:00:00Z", "2013-03-08T16:00:00Z", "2013-03-07T02:00:00Z")
                .accepted("2013-03-07T02:00:00Z");
        var body = Phone.of(port, DemoDistrict.DIRECTOR)
                .get("/statistics/supervision?from=2013-03-01&to=2013-04-01")
                .expect(200)
                .body();
        var names = new ArrayList<String>();
        body.get("measures").forEach(measure -> {
            if (measure.get("metricId").asString().equals("sup.feedbackOnTimeRate") && measure.has("unitName")) {
                names.add(measure.get("unitName").asString());
            }
        });
        assertThat(names).hasSize(2).isSorted();
        assertThat(body.toString()).doesNotContain("person", DemoDistrict.SUPERVISOR.toString());
    }

    private Figures figures(UUID who, String from, String to) {
        return Figures.of(port, who, from, to);
    }

    private static void review(PastMatter matter, @Nullable String reviewed) {
        matter.host(URBAN)
                .other("REVIEW", "2013-01-08T02:00:00Z", "2013-01-10T16:00:00Z", "2013-01-10T16:00:00Z", reviewed);
    }
}
