package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A ticket from a citizen's call to the call-back, each step by the person whose work it is; and what is refused on the way. */
@ServerTest
class HotlineJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Phone dispatcher;
    private Phone liaison;
    private Phone handler;
    private Phone head;

    @BeforeEach
    void people() {
        dispatcher = Phone.of(port, DISPATCHER);
        liaison = Phone.of(port, URBAN_LIAISON);
        handler = Phone.of(port, URBAN_HANDLER);
        head = Phone.of(port, URBAN_HEAD);
    }

    @Test
    void goesFromTheCallToTheCallBack() {
        var id = dispatched();
        liaison.post(path(id, "receipts"), 3, receipt(URBAN_HANDLER)).expect(200);
        handler.post(path(id, "contacts"), 4, contact()).expect(200);
        head.post(path(id, "feedbacks"), 5, feedback()).expect(200);
        Phone.of(port, HOTLINE_AUDITOR)
                .post(path(id, "audits"), 6, "{\"verdict\":\"PASS\"}")
                .expect(200);
        var closed = Phone.of(port, CALLBACK_AGENT)
                .post(
                        path(id, "callbacks"),
                        7,
                        "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}")
                .expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.header("ETag")).isEqualTo("\"8\"");
        assertThat(openTodos(id)).isZero();
        assertThat(runningClocks(id)).isZero();
        assertThat(events(id)).isEqualTo(8);
        assertThat(auditRows(id)).isEqualTo(8);
    }

    @Test
    void aReturnedFeedbackNeverStoppedTheClock() {
        var id = dispatched();
        liaison.post(path(id, "receipts"), 3, receipt(URBAN_HANDLER)).expect(200);
        handler.post(path(id, "contacts"), 4, contact()).expect(200);
        head.post(path(id, "feedbacks"), 5, feedback()).expect(200);
        var auditor = Phone.of(port, HOTLINE_AUDITOR);
        auditor.post(path(id, "audits"), 6, "{\"verdict\":\"RETURN_FOR_CORRECTION\"}")
                .refused(400, "E_GEN_VALIDATION");
        auditor.post(
                        path(id, "audits"),
                        6,
                        "{\"verdict\":\"RETURN_FOR_CORRECTION\",\"defects\":[{\"kind\":\"OFF_POINT\",\"text\":\"没有答复何时停工\"}]}")
                .expect(200);
        assertThat(number(
                        "select count(*) from deadline where subject_id = $1 and step = 'HANDLE' and satisfied_at is null",
                        id))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'SUBMIT_FEEDBACK' and closed_at is null",
                        id))
                .isEqualTo(1);
    }

    @Test
    void whatIsOutOfReachLooksLikeWhatIsNotThere() {
        var id = dispatched();
        var foreign =
                Phone.of(port, HOUSING_LIAISON).get("/hotline-tickets/" + id).refused(404, "E_WEB_NOT_FOUND");
        var absent = Phone.of(port, HOUSING_LIAISON)
                .get("/hotline-tickets/" + UUID.randomUUID())
                .refused(404, "E_WEB_NOT_FOUND");
        assertThat(foreign.text("detail")).isEqualTo(absent.text("detail"));
        Phone.of(port, HOUSING_LIAISON)
                .post(path(id, "receipts"), 3, receipt(HOUSING_HANDLER))
                .refused(404, "E_WEB_NOT_FOUND");
        assertThat(events(id)).isEqualTo(3);
    }

    @Test
    void aListHoldsExactlyWhatASingleReadGives() {
        var id = dispatched();
        for (var person : new UUID[] {LEADER, DISPATCHER, URBAN_LIAISON, HOUSING_LIAISON, URBAN_HANDLER}) {
            var phone = Phone.of(port, person);
            var listed = StreamSupport.stream(
                            phone.get("/hotline-tickets?limit=100")
                                    .expect(200)
                                    .body()
                                    .get("items")
                                    .spliterator(),
                            false)
                    .anyMatch(item -> item.get("id").asString().equals(id.toString()));
            assertThat(listed).isEqualTo(phone.get("/hotline-tickets/" + id).status() == 200);
        }
    }

    @Test
    void aStaleVersionAnIllegalMoveAndASecondDecisionAreRefusedAndChangeNothing() {
        var id = dispatched();
        var stale =
                liaison.post(path(id, "receipts"), 2, receipt(URBAN_HANDLER)).refused(412, "E_GEN_STALE_VERSION");
        assertThat(stale.header("ETag")).isEqualTo("\"3\"");
        head.post(path(id, "feedbacks"), 3, feedback()).refused(409, "E_GEN_ILLEGAL_STATE");
        liaison.post(path(id, "receipts"), 3, receipt(URBAN_HANDLER)).expect(200);
        liaison.post(path(id, "receipts"), 4, receipt(URBAN_HANDLER)).refused(409, "E_GEN_ILLEGAL_STATE");
        handler.post(path(id, "contacts"), 4, contact()).expect(200);
        head.post(path(id, "feedbacks"), 5, feedback("null")).refused(422, "E_HOT_CITIZEN_NOT_INFORMED");
        assertThat(events(id)).isEqualTo(5);
        assertThat(auditRows(id)).isEqualTo(5);
    }

    @Test
    void aClockIsNotCheatedWithAToldTime() {
        var id = dispatched();
        liaison.post(path(id, "receipts"), 3, receipt(URBAN_HANDLER)).expect(200);
        for (var time : new String[] {"1990-01-01T00:00:00Z", "2090-01-01T00:00:00Z"}) {
            var cheat = "{\"contactedAt\":\"" + time + "\",\"way\":\"PHONE\",\"result\":\"REACHED\"}";
            handler.post(path(id, "contacts"), 4, cheat).refused(400, "E_GEN_VALIDATION");
        }
        handler.post(path(id, "contacts"), 4, contact()).expect(200);
        head.post(path(id, "feedbacks"), 5, feedback("\"1990-01-01T00:00:00Z\""))
                .refused(422, "E_HOT_CITIZEN_NOT_INFORMED");
    }

    @Test
    void nothingIsDispatchedToAUnitThatCannotSignForIt() {
        var id = Phone.of(port, AGENT)
                .post("/hotline-tickets", ACCEPTANCE)
                .expect(201)
                .id();
        dispatcher
                .post(path(id, "classifications"), 1, "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(path(id, "dispatches"), 2, "{\"hostUnitId\":\"01900000-0000-7000-8000-000000000102\"}")
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedWith403() {
        var id = dispatched();
        Phone.of(port, LEADER)
                .post(path(id, "audits"), 3, "{\"verdict\":\"PASS\"}")
                .refused(403, "E_GEN_SCOPE");
        Phone.of(port, HOTLINE_AUDITOR)
                .post(path(id, "dispatches"), 3, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void citizensAreMaskedForEverybody() {
        var id = dispatched();
        for (var person : new UUID[] {LEADER, AGENT, DISPATCHER, URBAN_LIAISON}) {
            var seen = Phone.of(port, person).get("/hotline-tickets/" + id).expect(200);
            assertThat(seen.body().at("/citizen/name").asString()).isEqualTo("张*");
            assertThat(seen.body().at("/citizen/phone").asString()).isEqualTo("138****1234");
            assertThat(seen.body().get("masked").asBoolean()).isTrue();
        }
    }

    @Test
    void aComplaintWithoutAPlaceIsRefused() {
        Phone.of(port, AGENT)
                .post("/hotline-tickets", ACCEPTANCE.replaceAll("\"place\":\\{[^}]*}", "\"keepSecret\":false"))
                .refused(422, "E_HOT_PLACE_REQUIRED");
    }

    private UUID dispatched() {
        var id = Phone.of(port, AGENT)
                .post("/hotline-tickets", ACCEPTANCE)
                .expect(201)
                .id();
        dispatcher
                .post(path(id, "classifications"), 1, "{\"categoryCode\":\"noise\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(path(id, "dispatches"), 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        return id;
    }

    private long openTodos(UUID subject) {
        return number("select count(*) from todo where subject_id = $1 and closed_at is null", subject);
    }

    private long runningClocks(UUID subject) {
        return number("select count(*) from deadline where subject_id = $1 and satisfied_at is null", subject);
    }

    private long events(UUID subject) {
        return number("select count(*) from event_log where subject_id = $1", subject);
    }

    private long auditRows(UUID subject) {
        return number("select count(*) from audit_row where subject_id = $1", subject);
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static String path(UUID id, String step) {
        return "/hotline-tickets/" + id + "/" + step;
    }

    private static String receipt(UUID handler) {
        return "{\"handlerId\":\"" + handler + "\"}";
    }

    private static String contact() {
        return "{\"contactedAt\":\"" + Instant.now() + "\",\"way\":\"PHONE\",\"result\":\"REACHED\"}";
    }

    private static String feedback(String toldAt) {
        return "{\"result\":\"RESOLVED\",\"facts\":\"已责令停工\",\"toldCitizenAt\":" + toldAt + "}";
    }

    private static String feedback() {
        return feedback("\"" + Instant.now() + "\"");
    }

    private static final String ACCEPTANCE = """
            {"channel":"HOTLINE_12345","demandType":"COMPLAINT","categoryCode":"noise","title":"夜间施工噪音","words":"楼下半夜施工",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},"citizen":{"name":"张三","phone":"13800001234"}}""";
}
