package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.Ticket;
import io.duban.support.Workbook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The dispatch catalogue: imported from a spreadsheet, and what it decides about demands. */
@ServerTest
class CatalogJourneyTests {

    private static final List<Object> HEAD =
            List.of("类别编码", "类别名称", "上级编码", "启用", "主办单位", "协办单位", "紧急类别", "法定期限", "法律依据", "需要地点", "街镇可办", "检索词");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    /** The other tests classify as before the first import, when any code is taken. */
    @AfterEach
    void forget() {
        for (var sql : List.of(
                "update hotline_catalog set edition = 0, categories = 0, file_name = null, imported_by_id = null, imported_at = null",
                "delete from hotline_catalog_edition")) {
            database.sql(sql).then().block();
        }
    }

    @Test
    void isImportedListedAndSearched() {
        var imported = imports(own()).expect(200);
        assertThat(imported.body().get("edition").asInt()).isEqualTo(1);
        assertThat(imported.body().get("categories").asInt()).isEqualTo(5);
        var phone = Phone.of(port, AGENT);
        assertThat(phone.get("/hotline-categories?q=楼下摆摊占道".replace("楼下摆摊占道", encoded("楼下摆摊占道")))
                        .expect(200)
                        .body()
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("101");
        assertThat(phone.get("/hotline-categories")
                        .expect(200)
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(phone.get("/hotline-categories?parentCode=1")
                        .expect(200)
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(4);
        assertThat(phone.get("/hotline-catalog").expect(200).text("fileName")).isEqualTo("派单目录.xlsx");
        Phone.of(port, HOTLINE_MANAGER)
                .post("/hotline-catalog/editions", imported.version() - 1, body(own()))
                .refused(412, "E_GEN_STALE_VERSION");
        var again = imports(own()).expect(200);
        assertThat(again.body().get("edition").asInt()).isEqualTo(2);
    }

    @Test
    void decidesWhatTheDispatcherLeavesOut() {
        imports(own()).expect(200);
        var ticket = Ticket.accepted(port, "COMPLAINT");
        classify(ticket, "101").expect(200);
        var seen = ticket.seenBy(DISPATCHER);
        assertThat(seen.text("proposedUnitId")).isEqualTo(URBAN_BUREAU.toString());
        assertThat(seen.text("urgencyClass")).isEqualTo("ORDINARY");
        assertThat(seen.text("statutoryBasis")).isEqualTo("某条例第三条");
        var utility = Ticket.accepted(port, "HELP");
        classify(utility, "102").expect(200);
        assertThat(utility.rule(database, "DISPATCH")).isEqualTo("HOT_DISPATCH_UTILITY");
    }

    @Test
    void refusesWhatItDoesNotKnowAndNamesWhatItMayBe() {
        imports(own()).expect(200);
        var ticket = Ticket.accepted(port, "COMPLAINT");
        var unknown = classify(ticket, "占道").refused(400, "E_GEN_VALIDATION");
        assertThat(unknown.text("detail")).contains("101 占道经营");
        classify(ticket, "104").refused(400, "E_GEN_VALIDATION");
        assertThat(ticket.seenBy(DISPATCHER).text("categoryCode")).isEqualTo("noise");
    }

    @Test
    void aCategoryThatNeedsAPlaceIsClassifiedWithOne() {
        imports(own()).expect(200);
        var id = Phone.of(port, AGENT).post("/hotline-tickets", """
                {"channel":"APP","demandType":"SUGGESTION","categoryCode":"x","title":"占道","words":"摆摊","receivedAt":"2026-11-20T08:00:00+08:00"}""").expect(201).id();
        var path = "/hotline-tickets/" + id + "/classifications";
        var phone = Phone.of(port, DISPATCHER);
        phone.post(path, 1, "{\"categoryCode\":\"101\"}").refused(422, "E_HOT_PLACE_REQUIRED");
        phone.post(path, 1, "{\"categoryCode\":\"101\",\"address\":\"东湖路1号\"}").expect(200);
    }

    @Test
    void aDepartmentsDutyIsNotPushedDown() {
        imports(own()).expect(200);
        var pushed = Ticket.accepted(port, "COMPLAINT");
        classify(pushed, "101").expect(200);
        pushed.step(DISPATCHER, "dispatches", Ticket.host(DONGHU)).refused(422, "E_HOT_PUSH_DOWN");
        pushed.step(DISPATCHER, "dispatches", Ticket.host(HOUSING_BUREAU)).expect(200);
        var listed = Ticket.accepted(port, "COMPLAINT");
        classify(listed, "103").expect(200);
        listed.step(DISPATCHER, "dispatches", Ticket.host(DONGHU)).expect(200);
    }

    @Test
    void aWrongSheetChangesNothing() {
        var wrong = new ArrayList<>(rows());
        wrong.add(List.of("105", "噪音", "9", "", "不存在的局"));
        var refused = imports(Workbook.of(wrong)).refused(400, "E_GEN_VALIDATION");
        assertThat(refused.text("detail")).contains("第7行“上级编码”", "第7行“主办单位”");
        imports(new byte[] {1, 2, 3}).refused(400, "E_GEN_VALIDATION");
        var secret = new ArrayList<>(rows());
        secret.add(List.of("105", "机密★10年"));
        imports(Workbook.of(secret)).refused(422, "E_GEN_CLASSIFIED_REFUSED");
        Phone.of(port, DISPATCHER)
                .post("/hotline-catalog/editions", version(), body(own()))
                .refused(403, "E_GEN_SCOPE");
        assertThat(Phone.of(port, DISPATCHER)
                        .get("/hotline-catalog")
                        .body()
                        .get("edition")
                        .asInt())
                .isZero();
    }

    @Test
    void aHierarchyWithDepartmentCodesIsTaken() {
        var sheet = Workbook.of(List.of(
                List.of(
                        "AUTHORITY_TYPE",
                        "MAIN_CATEGORY",
                        "SECTOR",
                        "SUB_TYPE",
                        "Department Name*",
                        "Resolution Time (Hours)*",
                        "Search Words*"),
                List.of("IGE", "Complaint", "Public Services", "Street light", "MUN_A", 72, "street light, dark"),
                List.of("IGE", "Complaint", "Housing", "Heating", "HOU", 360, "heating")));
        var departments = Workbook.of(List.of(
                List.of("code", "name", "active"),
                List.of("MUN_A", "Municipality A", "true"),
                List.of("HOU", "住建局", "true")));
        var body = """
                {"fileName":"h.xlsx","file":"%s","departmentsFile":"%s","units":[%s]}""";
        var phone = Phone.of(port, HOTLINE_MANAGER);
        var unexplained = body.formatted(encoded(sheet), encoded(departments), "");
        assertThat(phone.post("/hotline-catalog/editions", version(), unexplained)
                        .refused(400, "E_GEN_VALIDATION")
                        .text("detail"))
                .contains("第2行“Department Name”", "MUN_A");
        var explained = body.formatted(
                encoded(sheet), encoded(departments), "{\"code\":\"MUN_A\",\"unitId\":\"" + URBAN_BUREAU + "\"}");
        phone.post("/hotline-catalog/editions", version(), explained).expect(200);
        var found = phone.get("/hotline-categories?q=dark").expect(200).body().at("/items/0");
        assertThat(found.get("code").asString()).isEqualTo("IGE.COMPLAINT.PUBLIC_SERVICES.STREET_LIGHT");
        assertThat(found.get("hostUnitId").asString()).isEqualTo(URBAN_BUREAU.toString());
        assertThat(found.get("resolutionHours").asInt()).isEqualTo(72);
    }

    private static Phone.Answer classify(Ticket ticket, String code) {
        return ticket.step(DISPATCHER, "classifications", "{\"categoryCode\":\"" + code + "\"}");
    }

    private Phone.Answer imports(byte[] file) {
        return Phone.of(port, HOTLINE_MANAGER)
                .post("/hotline-catalog/editions", version(), UUID.randomUUID(), body(file));
    }

    private long version() {
        return Phone.of(port, HOTLINE_MANAGER).get("/hotline-catalog").version();
    }

    private static String body(byte[] file) {
        return "{\"fileName\":\"派单目录.xlsx\",\"file\":\"" + encoded(file) + "\"}";
    }

    private static String encoded(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] own() {
        return Workbook.of(rows());
    }

    private static List<List<Object>> rows() {
        return List.of(
                HEAD,
                List.of("1", "城市管理"),
                List.of("101", "占道经营", "1", "是", "城管局", "住建局", "一般", "15个工作日", "某条例第三条", "是", "", "占道,摆摊"),
                List.of("102", "停水", "1", "是", "水务公司", "", "公共服务停供", "", "", "否", "", "停水,没水"),
                List.of("103", "楼道堆物", "1", "是", "城管局", "", "", "", "", "否", "东湖街道", "楼道"),
                List.of("104", "旧类别", "1", "否"));
    }
}
