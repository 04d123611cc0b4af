package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A ticket that a unit does not want (退单): given to another, kept, or in dispute until a unit is designated. */
@ServerTest
class ReturnJourneyTests {

    private static final String KEEP = "{\"decision\":\"KEEP\",\"words\":\"属你局职责\"}";
    private static final String DISPUTE = "{\"decision\":\"DISPUTE\",\"words\":\"两家均认为不属本单位\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void anotherUnitGetsItWithAPeriodAnew() {
        var ticket = Ticket.dispatched(port, URBAN_BUREAU);
        ticket.set(database, "outer_due_at = '2027-06-30T16:00:00Z'");
        ticket.step(URBAN_LIAISON, "receipts", handler(URBAN_HANDLER)).expect(200);
        ticket.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).expect(200);
        assertThat(ticket.rule(database, "HANDLE")).isEqualTo("HOT_COMPLAINT");
        assertThat(ticket.rule(database, "DECIDE_RETURN")).isEqualTo("HOT_RETURN_DECIDE");
        assertThat(ticket.offers(HOTLINE_MANAGER, "REASSIGN")).isTrue();
        assertThat(ticket.offers(HOTLINE_MANAGER, "KEEP_UNSIGNED")).isFalse();
        var given = ticket.step(HOTLINE_MANAGER, "return-decisions", reassign(HOUSING_BUREAU))
                .expect(200);
        assertThat(given.text("status")).isEqualTo("DISPATCHED");
        assertThat(given.text("hostUnitId")).isEqualTo(HOUSING_BUREAU.toString());
        assertThat(given.text("outerDueAt")).startsWith("2027-07-01");
        assertThat(given.text("handlerId")).isEmpty();
        assertThat(ticket.count(database, "deadline where subject_id = $1 and step = 'HANDLE'"))
                .isEqualTo(2);
        assertThat(ticket.count(
                        database, "deadline where subject_id = $1 and step = 'HANDLE' and satisfied_at is null"))
                .isEqualTo(1);
        assertThat(ticket.count(database, "deadline where subject_id = $1 and satisfied_at is null"))
                .isEqualTo(3);
        assertThat(open(ticket, "SIGN_FOR", HOUSING_LIAISON)).isEqualTo(1);
        assertThat(ticket.count(database, "todo where subject_id = $1 and closed_at is null"))
                .isEqualTo(1);
        ticket.seenBy(URBAN_HEAD).refused(404, "E_WEB_NOT_FOUND");
        ticket.seenBy(URBAN_HANDLER).refused(404, "E_WEB_NOT_FOUND");
        assertThat(ticket.count(
                        database,
                        "event_log where subject_id = $1 and type = 'hotline.ticket.reassigned' and unit_ids = array['"
                                + URBAN_BUREAU + "'::uuid]"))
                .isEqualTo(1);
    }

    @Test
    void theSecondReturnIsADisputeAndADesignatedUnitKeepsIt() {
        var ticket = Ticket.dispatched(port, POLICE);
        ticket.step(POLICE_HEAD, "returns", wish(HOUSING_BUREAU)).expect(200);
        ticket.step(HOTLINE_MANAGER, "return-decisions", reassign(HOUSING_BUREAU))
                .expect(200);
        ticket.step(HOUSING_DEPUTY, "returns", wish(POLICE)).expect(200);
        assertThat(ticket.offers(HOTLINE_MANAGER, "REASSIGN")).isFalse();
        ticket.step(HOTLINE_MANAGER, "return-decisions", reassign(POLICE)).refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.step(HOTLINE_MANAGER, "return-decisions", KEEP).refused(409, "E_GEN_ILLEGAL_STATE");
        ticket.step(HOTLINE_MANAGER, "return-decisions", DISPUTE).expect(200);
        assertThat(ticket.rule(database, "COORDINATE")).isEqualTo("HOT_COORDINATE");
        assertThat(open(ticket, "COORDINATE", OFFICE_DEPUTY)).isEqualTo(1);
        ticket.step(HOTLINE_MANAGER, "designations", "{\"record\":\"x\"}").refused(403, "E_GEN_SCOPE");
        var designated = ticket.step(
                        OFFICE_DEPUTY,
                        "designations",
                        "{\"record\":\"职责不清,由兜底单位承办\",\"consultedUnitIds\":[\"" + POLICE + "\",\"" + HOUSING_BUREAU
                                + "\"]}")
                .expect(200);
        assertThat(designated.text("hostUnitId")).isEqualTo(URBAN_BUREAU.toString());
        assertThat(designated.body().get("designated").asBoolean()).isTrue();
        assertThat(ticket.offers(URBAN_DEPUTY, "REQUEST_RETURN")).isFalse();
        ticket.step(URBAN_DEPUTY, "returns", wish(POLICE)).refused(422, "E_GEN_DESIGNATED");
        assertThat(ticket.count(database, "todo where subject_id = $1 and closed_at is null"))
                .isEqualTo(1);
        var history = Phone.of(port, URBAN_HEAD)
                .get("/hotline-tickets/" + ticket.id() + "/returns")
                .expect(200)
                .body();
        assertThat(history.get("returns").size()).isEqualTo(2);
        assertThat(history.at("/returns/0/decision").asString()).isEqualTo("REASSIGN");
        assertThat(history.at("/returns/1/decision").asString()).isEqualTo("DISPUTE");
        assertThat(history.at("/coordinations/0/fallback").asBoolean()).isTrue();
    }

    @Test
    void aUnitThatHadNotSignedStillNamesItsHandler() {
        var ticket = Ticket.dispatched(port, URBAN_BUREAU);
        ticket.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).expect(200);
        assertThat(open(ticket, "SIGN_FOR", URBAN_LIAISON)).isZero();
        assertThat(ticket.offers(HOTLINE_MANAGER, "KEEP_UNSIGNED")).isTrue();
        var kept = ticket.step(HOTLINE_MANAGER, "return-decisions", KEEP).expect(200);
        assertThat(kept.text("status")).isEqualTo("DISPATCHED");
        assertThat(open(ticket, "SIGN_FOR", URBAN_LIAISON)).isEqualTo(1);
        assertThat(ticket.rule(database, "SIGN_FOR")).isEqualTo("HOT_SIGN_ORD");
        ticket.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).refused(422, "E_GEN_RETURN_TWICE");
        ticket.step(URBAN_LIAISON, "receipts", handler(URBAN_HANDLER)).expect(200);
    }

    @Test
    void aUnitThatHadSignedGoesOnWithItsHandler() {
        var ticket = Ticket.dispatched(port, URBAN_BUREAU);
        ticket.step(URBAN_LIAISON, "receipts", handler(URBAN_HANDLER)).expect(200);
        ticket.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).expect(200);
        assertThat(open(ticket, "CONTACT_CITIZEN", URBAN_HANDLER)).isZero();
        var kept = ticket.step(HOTLINE_MANAGER, "return-decisions", KEEP).expect(200);
        assertThat(kept.text("status")).isEqualTo("SIGNED");
        assertThat(open(ticket, "CONTACT_CITIZEN", URBAN_HANDLER)).isEqualTo(1);
        ticket.step(URBAN_HANDLER, "contacts", contact()).expect(200);
    }

    @Test
    void nothingIsReturnedAfterItsWindowOrOnceItIsBegun() {
        var late = Ticket.dispatched(port, URBAN_BUREAU);
        assertThat(late.offers(URBAN_DEPUTY, "REQUEST_RETURN")).isTrue();
        late.set(database, "return_until = now() - interval '1 second'");
        assertThat(late.offers(URBAN_DEPUTY, "REQUEST_RETURN")).isFalse();
        late.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).refused(422, "E_GEN_RETURN_WINDOW");
        var begun = Ticket.dispatched(port, URBAN_BUREAU);
        begun.step(URBAN_LIAISON, "receipts", handler(URBAN_HANDLER)).expect(200);
        begun.step(URBAN_HANDLER, "contacts", contact()).expect(200);
        begun.step(URBAN_DEPUTY, "returns", wish(HOUSING_BUREAU)).refused(422, "E_HOT_ALREADY_STARTED");
        assertThat(begun.count(database, "hotline_return where ticket_id = $1")).isZero();
    }

    @Test
    void onlyTheHostsDeputyOrHeadAsksAndOnlyTheManagerDecides() {
        var ticket = Ticket.dispatched(port, URBAN_BUREAU);
        ticket.step(URBAN_LIAISON, "returns", wish(HOUSING_BUREAU)).refused(403, "E_GEN_SCOPE");
        ticket.step(HOUSING_DEPUTY, "returns", wish(HOUSING_BUREAU)).refused(404, "E_WEB_NOT_FOUND");
        ticket.step(URBAN_HEAD, "returns", wish(URBAN_BUREAU)).refused(400, "E_GEN_VALIDATION");
        ticket.step(URBAN_HEAD, "returns", wish(HOUSING_BUREAU)).expect(200);
        ticket.step(DISPATCHER, "return-decisions", KEEP).refused(403, "E_GEN_SCOPE");
        ticket.step(HOTLINE_MANAGER, "return-decisions", reassign(URBAN_BUREAU)).refused(400, "E_GEN_VALIDATION");
        ticket.step(HOTLINE_MANAGER, "return-decisions", "{\"decision\":\"REASSIGN\",\"words\":\"x\"}")
                .refused(422, "E_GEN_HOST_REQUIRED");
    }

    private long open(Ticket ticket, String action, UUID person) {
        return ticket.count(
                database,
                "todo where subject_id = $1 and action = '" + action + "' and person_id = '" + person
                        + "' and closed_at is null");
    }

    private static String wish(UUID other) {
        return "{\"reason\":\"NOT_COMPETENT\",\"words\":\"不属于本单位职责\",\"legalBasis\":\"三定规定\",\"suggestedUnitId\":\""
                + other + "\"}";
    }

    private static String reassign(UUID unit) {
        return "{\"decision\":\"REASSIGN\",\"words\":\"属该局职责\",\"hostUnitId\":\"" + unit + "\"}";
    }

    private static String handler(UUID person) {
        return "{\"handlerId\":\"" + person + "\"}";
    }

    private static String contact() {
        return "{\"contactedAt\":\"" + Instant.now() + "\",\"way\":\"PHONE\",\"result\":\"REACHED\"}";
    }
}
