package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.CivicApp;
import io.duban.support.DispatchedTicket;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Foreign software reports through Open311, our people do the work, and the software sees what the public may see. */
@ServerTest
class Open311JourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private CivicApp app;

    @BeforeEach
    void foreignSoftware() {
        app = new CivicApp(port);
    }

    @Test
    void saysWhatItIs() {
        var json = app.get("/discovery.json").expect(200).json();
        assertThat(json.at("/endpoints/0/specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(json.at("/endpoints/0/formats/1").asString()).isEqualTo("application/json");
        assertThat(app.get("/v2/discovery.xml").expect(200).text())
                .contains("<formats><format>text/xml</format><format>application/json</format></formats>");
    }

    @Test
    void offersServicesAndTheirForms() {
        var services = app.get("/v2/services.json").expect(200);
        assertThat(services.type()).isEqualTo("application/json;charset=UTF-8");
        assertThat(services.json().get(0).propertyNames())
                .contains("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(app.get("/v2/services.xml").expect(200).text())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><services><service><service_code>")
                .contains("<service_name>路灯不亮</service_name>");
        assertThat(app.get("/v2/services/LIGHT.STREET.xml").expect(200).text())
                .contains("<service_definition><service_code>LIGHT.STREET</service_code><attributes><attribute>");
        app.get("/v2/services/NONE.xml").refused(404);
    }

    @Test
    void aReportIsATicketLikeAnyOther() {
        var posted =
                app.post("/v2/requests.xml", report("楼下路灯三天不亮了😀\r\n<b>&急")).expect(200);
        assertThat(posted.type()).isEqualTo("text/xml;charset=UTF-8");
        var number = between(posted.text(), "<service_requests><request><service_request_id>", "</service_request_id>");
        var ticket =
                Phone.of(port, AGENT).get("/hotline-tickets/" + ticket(number)).expect(200);
        assertThat(ticket.text("channel")).isEqualTo("WEB_MESSAGE");
        assertThat(ticket.text("sourceSystem")).isEqualTo("FIXMYSTREET");
        assertThat(ticket.text("title")).isEqualTo("路灯不亮");
        assertThat(ticket.text("words")).isEqualTo("楼下路灯三天不亮了😀\n<b>&急");
        assertThat(one("""
                select count(*) from audit_row a join person p on p.id = a.actor_id
                where a.subject_id = $1 and a.action = 'postOpen311Request' and p.username = 'fixmystreet'""", ticket(number))).isEqualTo(1);
    }

    @Test
    void theWordsComeBackAndTheCitizenDoesNot() {
        var number = reported(report("井盖响，夜里睡不着"));
        for (var format : List.of("xml", "json")) {
            var shown =
                    app.get("/v2/requests/" + number + "." + format).expect(200).text();
            assertThat(shown).contains("井盖响，夜里睡不着", "路灯不亮", "诉求已收到", "30.5", "+08:00");
            assertThat(shown).doesNotContain("测试", "13900001111", "citizen@example.org");
        }
        assertThat(app.get("/v2/requests/" + number + ".json").json().get(0).propertyNames())
                .contains("service_request_id", "status", "status_notes", "service_name", "service_code", "description")
                .contains("requested_datetime", "updated_datetime", "lat", "long")
                .doesNotContain("media_url", "phone", "email");
    }

    @Test
    void aNumberInTheWordsIsNotForEverybody() {
        var number = reported(report("路灯不亮,请打13911112222"));
        var shown = app.get("/v2/requests/" + number + ".json").expect(200).text();
        assertThat(shown).contains("路灯不亮,请打****").doesNotContain("13911112222");
    }

    @Test
    void theSameReportPostedAgainIsTheSameRequest() {
        var form = report("重复提交 " + UUID.randomUUID());
        var first = reported(form);
        assertThat(reported(form)).isEqualTo(first);
        form.put("description", "另一件事 " + UUID.randomUUID());
        assertThat(reported(form)).isNotEqualTo(first);
    }

    @Test
    void theClientsOwnIdMakesOneRequestWhateverElseIsSaid() {
        var form = report("第一次的内容 " + UUID.randomUUID());
        form.put("attribute[fixmystreet_id]", UUID.randomUUID().toString());
        var first = reported(form);
        form.put("description", "改过的内容");
        assertThat(reported(form)).isEqualTo(first);
    }

    @Test
    void eightAtOnceAreOneRequest() {
        var form = report("同时提交 " + UUID.randomUUID());
        var numbers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(again -> reported(form))
                .distinct()
                .toList();
        assertThat(numbers).hasSize(1);
    }

    @Test
    void whatIsNotToBePublicIsSeenByItsPartnerOnly() {
        var form = report("不公开 " + UUID.randomUUID());
        form.put("attribute[PUBLISH]", "NO");
        var number = reported(form);
        app.get("/v2/requests/" + number + ".xml").refused(404);
        assertThat(app.get("/v2/requests.json?service_request_id=" + number).json())
                .isEmpty();
        app.get("/v2/requests/" + number + ".xml?api_key=" + CivicApp.KEY).expect(200);
        app.get("/v2/requests/" + number + ".xml?api_key=wrong").refused(403);
    }

    @Test
    void whatIsSecretIsSeenByNobody() {
        var form = report("保密 " + UUID.randomUUID());
        form.put("attribute[KEEP_SECRET]", "YES");
        var number = reported(form);
        app.get("/v2/requests/" + number + ".xml?api_key=" + CivicApp.KEY).refused(404);
        app.get("/v2/tokens/" + ticket(number) + ".xml?api_key=" + CivicApp.KEY).refused(404);
        assertThat(one(
                        "select count(*) from open311_request where ticket_id = $1 and num_nonnulls(email, device_id, account_id) = 0",
                        ticket(number)))
                .isEqualTo(1);
    }

    @Test
    void otherChannelsTicketsAreNotShown() {
        var number =
                Phone.of(port, AGENT).post("/hotline-tickets", """
                        {"channel":"HOTLINE_12345","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
                         "receivedAt":"2026-11-20T08:00:00+08:00"}""").expect(201).text("ticketNumber");
        app.get("/v2/requests/" + number + ".json?api_key=" + CivicApp.KEY).refused(404);
        app.post("/v2/servicerequestupdates.xml", update(number, "u-" + number, "OPEN"))
                .refused(404);
    }

    @Test
    void theWorkIsSeenAsThePublicMaySeeIt() {
        var number = reported(report("跟踪进展 " + UUID.randomUUID()));
        var id = ticket(number);
        assertThat(updates(number)).isEmpty();
        handled(id);
        assertThat(updates(number))
                .extracting(update -> update.get("status").asString())
                .containsExactly("OPEN", "INVESTIGATING", "IN_PROGRESS", "IN_PROGRESS");
        assertThat(String.valueOf(updates(number))).doesNotContain("现场已换灯", "李四");
        Phone.of(port, CALLBACK_AGENT)
                .post(
                        "/hotline-tickets/" + id + "/callbacks",
                        7,
                        "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}")
                .expect(200);
        var all = updates(number);
        var last = all.get(all.size() - 1);
        assertThat(last.get("status").asString()).isEqualTo("FIXED");
        assertThat(last.get("description").asString()).isEqualTo("已办结。\n路灯已经修好,可致电****");
        assertThat(updates(number)).isEqualTo(all);
        var request = app.get("/v2/requests/" + number + ".json").json().get(0);
        assertThat(request.get("status").asString()).isEqualTo("closed");
        assertThat(request.get("status_notes").asString()).isEqualTo("已办结。\n路灯已经修好,可致电****");
        assertThat(app.get("/v2/requests.json?status=closed").text()).contains(number);
        assertThat(app.get("/v2/requests.json?status=open").text()).doesNotContain(number);
        assertThat(app.get("/v2/requests.json?service_code=CLEAN.NOISE").text()).doesNotContain(number);
        assertThat(app.get("/v2/requests.json?end_date=2026-01-01").json()).isEmpty();
    }

    @Test
    void anUpdateIsTakenOnceAndToldToThoseAtWork() {
        var number = reported(report("补充 " + UUID.randomUUID()));
        var form = update(number, "fms-" + UUID.randomUUID(), "FIXED");
        var first = app.post("/v2/servicerequestupdates.xml", form).expect(200);
        assertThat(first.text()).contains("<service_request_updates><request_update><update_id>");
        form.put("description", "改过");
        assertThat(app.post("/v2/servicerequestupdates.xml", form).expect(200).text())
                .isEqualTo(first.text());
        assertThat(one("select count(*) from open311_update where ticket_id = $1", ticket(number)))
                .isEqualTo(1);
        assertThat(one(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.citizenWrote' and state = 'RECEIVED'",
                        ticket(number)))
                .isEqualTo(1);
    }

    @Test
    void ourPeopleSeeWhatCameWithIt() {
        var form = report("随附内容 " + UUID.randomUUID());
        form.put("attribute[lamp]", "L-17,电话13800138000");
        var number = reported(form);
        app.post("/v2/servicerequestupdates.xml", update(number, "seen-" + UUID.randomUUID(), "open"))
                .expect(200);
        var seen = Phone.of(port, AGENT)
                .get(path(ticket(number), "outside-report"))
                .expect(200)
                .body();
        assertThat(seen.get("partner").asString()).isEqualTo("随手拍平台");
        assertThat(seen.get("mediaUrls").get(0).asString()).isEqualTo("https://fixmystreet.example/photo/1.full.jpeg");
        assertThat(seen.get("attributes").asString()).isEqualTo("lamp: L-17,电话138****8000");
        assertThat(seen.get("email").asString()).isEqualTo("c***@example.org");
        assertThat(seen.at("/updates/0/description").asString()).isEqualTo("又亮了，谢谢");
        assertThat(seen.at("/updates/0/status").asString()).isEqualTo("OPEN");
        var leader = Phone.of(port, LEADER)
                .get(path(ticket(number), "outside-report"))
                .expect(200)
                .body();
        assertThat(leader.get("email").asString()).isEqualTo("c***@example.org");
        Phone.of(port, URBAN_HANDLER)
                .get(path(ticket(number), "outside-report"))
                .refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void aTicketThatCameOtherwiseHasNoOutsideReportButUpdates() {
        var id = DispatchedTicket.toUrban(port);
        Phone.of(port, AGENT).get(path(id, "outside-report")).refused(404, "E_WEB_NOT_FOUND");
        var updates = Phone.of(port, URBAN_LIAISON)
                .get(path(id, "updates"))
                .expect(200)
                .body()
                .get("items");
        assertThat(updates.get(0).get("status").asString()).isEqualTo("OPEN");
        assertThat(updates.get(1).get("status").asString()).isEqualTo("INVESTIGATING");
        assertThat(updates.get(1).get("description").asString()).isEqualTo("已交承办单位,正在核实情况。");
    }

    @Test
    void aTokenIsTheRequestsOtherName() {
        var number = reported(report("令牌 " + UUID.randomUUID()));
        assertThat(app.get("/v2/tokens/" + ticket(number) + ".json")
                        .expect(200)
                        .json()
                        .get(0)
                        .get("service_request_id")
                        .asString())
                .isEqualTo(number);
        app.get("/v2/tokens/" + UUID.randomUUID() + ".json").refused(404);
        app.get("/v2/tokens/'--.json").refused(404);
    }

    @ParameterizedTest
    @CsvSource({
        "api_key,                  '',              403",
        "api_key,                  wrong,           403",
        "jurisdiction_id,          elsewhere,       404",
        "service_code,             '',              400",
        "service_code,             NONE,            404",
        "lat,                      '',              400",
        "lat,                      north,           400",
        "lat,                      NaN,             400",
        "lat,                      91,              400",
        "phone,                    call me,         400",
        "media_url,                file:///etc/passwd, 400",
        "media_url,                not a url,       400",
        "attribute[DEMAND_TYPE],   REPORT_WRONGDOING, 400",
        "attribute[PUBLISH],       perhaps,         400",
        "description,              机密★10年 某某事项,  400"
    })
    void aWrongReportIsRefusedAndChangesNothing(String field, String value, int status) {
        var form = report("不该受理 " + UUID.randomUUID());
        form.put(field, value);
        var before = all("open311_request");
        app.post("/v2/requests.xml", form).refused(status);
        app.post("/v2/requests.json", form).refused(status);
        assertThat(all("open311_request")).isEqualTo(before);
    }

    @Test
    void aReportNeedsAPlace() {
        var form = report("没有地点 " + UUID.randomUUID());
        form.remove("lat");
        form.remove("long");
        app.post("/v2/requests.json", form).refused(400);
        form.put("address_id", "A-17");
        reported(form);
    }

    @Test
    void whatNoDecentClientSendsIsRefused() {
        app.get("/v2/requests.json?start_date=nonsense").refused(400);
        app.get("/v2/requests.xml?status=%ff").refused(400);
        app.get("/v2/requests.xml?start_date=2026-01-01&end_date=2026-12-01").refused(400);
        app.get("/v2/nothing.xml").refused(404);
        app.get("/v2/requests/%00.xml").expect(400);
        app.send(app.request("/v2/requests.xml").DELETE()).refused(405);
        app.send(app.request("/v2/requests.json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .refused(415);
        app.send(app.request("/v2/requests.json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("description=" + "a".repeat(70_000))))
                .refused(413);
        app.send(app.request("/v2/requests.json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofByteArray(new byte[] {'a', '=', (byte) 0xff})))
                .refused(400);
    }

    @Test
    void nothingElseIsOpenedByIt() {
        var anybody = Phone.withToken(port, "none");
        anybody.get("/hotline-tickets?api_key=" + CivicApp.KEY).expect(400);
        anybody.get("/hotline-tickets").refused(401, "E_WEB_UNAUTHENTICATED");
        for (var path : List.of(
                "/v2/../../v1/hotline-tickets", "/..;/v1/hotline-tickets", "/v2/%2e%2e/%2e%2e/v1/hotline-tickets")) {
            assertThat(app.get(path).status()).as(path).isIn(400, 401, 404);
        }
        assertThat(app.get("/v2/requests.xml").raw().headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(app.post("/v2/requests.xml", Map.of())
                        .refused(403)
                        .raw()
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private void handled(UUID id) {
        var dispatcher = Phone.of(port, DISPATCHER);
        dispatcher
                .post(path(id, "classifications"), 1, "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(path(id, "dispatches"), 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        Phone.of(port, URBAN_LIAISON)
                .post(path(id, "receipts"), 3, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
        var now = java.time.Instant.now().toString();
        Phone.of(port, URBAN_HANDLER)
                .post(
                        path(id, "contacts"),
                        4,
                        "{\"contactedAt\":\"" + now + "\",\"way\":\"PHONE\",\"result\":\"REACHED\",\"note\":\"李四接听\"}")
                .expect(200);
        Phone.of(port, URBAN_HEAD)
                .post(path(id, "feedbacks"), 5, """
                        {"result":"RESOLVED","facts":"现场已换灯","toldCitizenAt":"%s","toldCitizenWhat":"路灯已经修好,可致电13911113333","writtenAnswer":"路灯已经修好,感谢来信。"}""".formatted(now))
                .expect(200);
        assertThat(app.get("/v2/servicerequestupdates.json").text()).doesNotContain("路灯已经修好");
        Phone.of(port, HOTLINE_AUDITOR)
                .post(path(id, "audits"), 6, "{\"verdict\":\"PASS\"}")
                .expect(200);
    }

    private List<JsonNode> updates(String number) {
        var all = app.get("/v2/servicerequestupdates.json?api_key=" + CivicApp.KEY)
                .expect(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(update -> update.get("service_request_id").asString().equals(number))
                .toList();
    }

    private String reported(Map<String, String> form) {
        return app.post("/v2/requests.json", form)
                .expect(200)
                .json()
                .get(0)
                .get("service_request_id")
                .asString();
    }

    private static Map<String, String> report(String description) {
        var form = new LinkedHashMap<String, String>();
        form.put("jurisdiction_id", "nanhu.gov.cn");
        form.put("api_key", CivicApp.KEY);
        form.put("service_code", "LIGHT.STREET");
        form.put("lat", "30.5");
        form.put("long", "114.3");
        form.put("description", description);
        form.put("first_name", "测试");
        form.put("last_name", "用户");
        form.put("email", "citizen@example.org");
        form.put("phone", "13900001111");
        form.put("media_url", "https://fixmystreet.example/photo/1.full.jpeg");
        return form;
    }

    private static Map<String, String> update(String number, String id, String status) {
        var form = new LinkedHashMap<String, String>();
        form.put("api_key", CivicApp.KEY);
        form.put("service_request_id", number);
        form.put("update_id", id);
        form.put("updated_datetime", "2026-11-28T04:00:00Z");
        form.put("status", status);
        form.put("description", "又亮了，谢谢");
        form.put("email", "citizen@example.org");
        form.put("last_name", "-");
        return form;
    }

    private UUID ticket(String number) {
        return database.sql("select id from hotline_ticket where ticket_number = $1")
                .bind(0, number)
                .map(row -> row.get("id", UUID.class))
                .one()
                .block();
    }

    private long one(String sql, UUID id) {
        return database.sql(sql)
                .bind(0, id)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private long all(String table) {
        return database.sql("select count(*) from " + table)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static String path(UUID id, String step) {
        return "/hotline-tickets/" + id + "/" + step;
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
