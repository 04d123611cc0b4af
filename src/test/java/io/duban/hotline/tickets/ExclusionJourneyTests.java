package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.statistics.PeriodLock;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** A unit asks that a demand nobody could satisfy be left out of its rates (剔除). */
@ServerTest
class ExclusionJourneyTests {

    private static final String WISH = "{\"reason\":\"BEYOND_POLICY\",\"evidence\":\"补偿标准见区政府公告\"}";
    private static final String GRANTED = "{\"granted\":true,\"words\":\"属实\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    PeriodLock lock;

    @Test
    void isAskedByTheHeadGrantedByTheManagerAndListedForTheWholeDistrict() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        ticket.by(URBAN_HANDLER, "exclusion-requests", WISH).refused(403, "E_GEN_SCOPE");
        assertThat(ticket.offers(URBAN_HEAD, "REQUEST_EXCLUSION")).isTrue();
        assertThat(ticket.by(URBAN_HEAD, "exclusion-requests", WISH).expect(200).text("exclusion"))
                .isEqualTo("ASKED");
        assertThat(ticket.offers(URBAN_HEAD, "REQUEST_EXCLUSION")).isFalse();
        ticket.by(URBAN_HEAD, "exclusion-requests", WISH).refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.by(URBAN_HEAD, "exclusion-decisions", GRANTED).refused(403, "E_GEN_SCOPE");
        assertThat(ticket.offers(HOTLINE_MANAGER, "DECIDE_EXCLUSION")).isTrue();
        assertThat(ticket.by(HOTLINE_MANAGER, "exclusion-decisions", GRANTED)
                        .expect(200)
                        .text("exclusion"))
                .isEqualTo("GRANTED");
        ticket.by(HOTLINE_MANAGER, "exclusion-decisions", GRANTED).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(database.sql(
                                "select facts ->> 'exclusion' from event_log where subject_id = $1 and type = 'hotline.ticket.excluded'")
                        .bind(0, ticket.id())
                        .map(row -> row.get(0, String.class))
                        .one()
                        .block())
                .isEqualTo("BEYOND_POLICY");

        var number = ticket.seenBy(AGENT).text("ticketNumber");
        var listed = listed(HOUSING_LIAISON, "?standing=GRANTED&limit=100", number);
        assertThat(listed.get("reason").asString()).isEqualTo("BEYOND_POLICY");
        assertThat(listed.get("decisionWords").asString()).isEqualTo("属实");
        assertThat(listed.has("evidence")).isFalse();
        assertThat(listed(HOUSING_LIAISON, "?standing=ASKED&limit=100", number)).isNull();
    }

    @Test
    void aRefusedWishMayBeMadeAgainWithOtherEvidence() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed();
        ticket.by(URBAN_HEAD, "exclusion-requests", WISH).expect(200);
        ticket.by(HOTLINE_MANAGER, "exclusion-decisions", "{\"granted\":false,\"words\":\"依据不足\"}")
                .expect(200);
        ticket.by(URBAN_HEAD, "exclusion-requests", WISH).expect(200);
        assertThat(ticket.closingRecord(URBAN_HEAD).body().at("/exclusions").size())
                .isEqualTo(2);
    }

    @Test
    void nothingIsAskedForOnceTheFiguresOfTheMonthAreLocked() {
        var ticket = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        var other = ClosingSteps.dispatched(port).handedIn().passed().calledBack("NO", "DISSATISFIED");
        run("update hotline_ticket set exclusion_until = now() - interval '1 second' where id = $1", ticket.id());
        assertThat(ticket.offers(URBAN_HEAD, "REQUEST_EXCLUSION")).isFalse();
        ticket.by(URBAN_HEAD, "exclusion-requests", WISH).refused(422, "E_HOT_EXCLUSION_LOCKED");
        run(
                "update hotline_ticket set exclusion_until = null, closed_at = now() - interval '80 days' where id = $1",
                other.id());
        other.by(URBAN_HEAD, "exclusion-requests", WISH).refused(422, "E_HOT_EXCLUSION_LOCKED");
    }

    /** Days off and days made up by the notice of 2026 are counted as they are worked. */
    @ParameterizedTest
    @CsvSource({
        "2026-11,2026-12-08T00:00:00+08:00",
        "2026-06,2026-07-08T00:00:00+08:00",
        "2026-09,2026-10-14T00:00:00+08:00"
    })
    void aMonthIsLockedAtTheEndOfTheFifthWorkingDayOfTheNext(String month, String locked) {
        assertThat(lock.of(YearMonth.parse(month)).block()).isEqualTo(Instant.parse(locked));
    }

    private JsonNode listed(UUID person, String query, String number) {
        var page = Phone.of(port, person).get("/hotline-exclusions" + query).expect(200);
        return StreamSupport.stream(page.body().get("items").spliterator(), false)
                .filter(item -> item.get("ticketNumber").asString().equals(number))
                .findAny()
                .orElse(null);
    }

    private void run(String sql, UUID subject) {
        database.sql(sql).bind(0, subject).then().block();
    }
}
