package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Desk;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.SmallTicket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A report of wrongdoing keeps its reporter and keeps off the reported, also by what is said of it later. */
@ServerTest
class LaterReportTests {

    private static final String ASK =
            "{\"reason\":\"INVESTIGATE\",\"note\":\"核查\",\"fields\":[\"NAME\",\"PHONE\",\"ADDRESS\"]}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void aFurtherRoundThatCallsAReportSomethingElseShowsNobodyWhoReported() {
        var city = Phone.of(port, PARTNER);
        var number = UUID.randomUUID().toString();
        var sent = """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":%d,"channel":"CITY_PLATFORM","demandType":"%s",
                 "categoryCode":"bribe","title":"举报","words":"有人收钱","receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},
                 "citizen":{"name":"%s","phone":"%s","address":"%s"}}""";
        var id = city.post(
                        "/hotline-tickets",
                        sent.formatted(
                                number, 1, "REPORT_WRONGDOING", SmallTicket.NAME, SmallTicket.PHONE, SmallTicket.HOME))
                .expect(201)
                .id();
        var again = city.post(
                        "/hotline-tickets",
                        sent.formatted(number, 2, "COMPLAINT", SmallTicket.NAME, SmallTicket.PHONE, SmallTicket.HOME))
                .expect(200);
        assertThat(again.body().get("round").asInt()).isEqualTo(2);
        assertThat(Phone.of(port, AGENT)
                        .get("/hotline-tickets/" + id)
                        .expect(200)
                        .body()
                        .at("/citizen/name")
                        .isMissingNode())
                .isTrue();
        assertThat(text(
                        "select concat(citizen_name, citizen_phone, citizen_address) from hotline_ticket where id = $1",
                        id))
                .isEmpty();
        assertThat(disclosed(id)).isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
        Phone.desktop(port, DISPATCHER)
                .post("/hotline-tickets/" + id + "/citizen-disclosures", ASK)
                .refused(403, "E_GEN_SCOPE");
    }

    @Test
    void whoeverIsNamedAfterAnEscalationLosesSightOfWhatItBecame() {
        var supervisionChief = UUID.fromString("01900000-0000-7000-8000-000000000212");
        var report = SmallTicket.accepted(port, "REPORT_WRONGDOING", "").signedFor();
        var words = "{\"words\":\"请核查并报结果\"}";
        var matter = Phone.of(port, HOTLINE_MANAGER)
                .post(report.path("escalations"), 4, words)
                .expect(200)
                .text("matterId");
        var instruction = Phone.of(port, DEPUTY)
                .post(report.path("escalations"), 5, words)
                .expect(200)
                .text("instructionId");
        var paths = new String[] {"/supervision-matters/" + matter, "/leader-instructions/" + instruction};
        for (var path : paths) {
            Phone.of(port, LEADER).get(path).expect(200);
        }
        assertThat(Desk.of(port, supervisionChief)).contains(matter);
        Phone.of(port, AGENT)
                .post(
                        report.path("reported-parties"),
                        6,
                        "{\"unitIds\":[],\"personIds\":[\"%s\",\"%s\"]}".formatted(LEADER, supervisionChief))
                .expect(200);
        for (var path : paths) {
            Phone.of(port, LEADER).get(path).refused(404, "E_WEB_NOT_FOUND");
            Phone.of(port, DIRECTOR).get(path).expect(200);
        }
        Phone.of(port, supervisionChief).get(paths[0]).refused(404, "E_WEB_NOT_FOUND");
        assertThat(Desk.of(port, supervisionChief)).doesNotContain(matter);
        Phone.of(port, HOTLINE_MANAGER)
                .post(report.path("reported-parties"), 7, "{\"unitIds\":[],\"personIds\":[]}")
                .expect(200);
        for (var path : paths) {
            Phone.of(port, LEADER).get(path).expect(200);
        }
    }

    private String text(String sql, UUID id) {
        return database.sql(sql).bind(0, id).mapValue(String.class).one().block();
    }

    private String disclosed(UUID ticketId) {
        var told = Phone.desktop(port, HOTLINE_MANAGER)
                .post("/hotline-tickets/" + ticketId + "/citizen-disclosures", ASK)
                .expect(200);
        return told.text("name") + told.text("phone") + told.text("address");
    }
}
