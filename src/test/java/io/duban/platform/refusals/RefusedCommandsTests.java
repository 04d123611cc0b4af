package io.duban.platform.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.EventStream;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Refusals that must not pass unseen: kept once, told to whom they concern, and never with the content. */
@ServerTest
class RefusedCommandsTests {

    private static final UUID SECRECY = UUID.fromString("01900000-0000-7000-8000-000000000223");
    private static final String CANARY = "金丝雀七七四";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void keepsABypassOnceHoweverOftenItIsRepeated() {
        var id = draft("越级试验");
        var key = UUID.randomUUID();
        var body = "{\"signerId\":\"%s\",\"orderReason\":\"试用\"}".formatted(DemoDistrict.LEADER);
        Phone.of(port, DemoDistrict.HOUSING_HEAD)
                .post("/outgoing-documents/" + id + "/submissions", 1, "{}")
                .expect(200);
        for (int i = 0; i < 2; i++) {
            Phone.of(port, DemoDistrict.DIRECTOR)
                    .post("/outgoing-documents/" + id + "/signature-requests", 2, key, body)
                    .refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        }
        Phone.of(port, DemoDistrict.DIRECTOR)
                .post("/outgoing-documents/" + id + "/signature-requests", 2, body)
                .refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");

        assertThat(number("select count(*) from refused_command where kind = 'BYPASS' and subject_id = '%s'"
                        .formatted(id)))
                .isEqualTo(2);
        assertThat(text(
                        "select actor_id || ' ' || operation || ' ' || length(fingerprint) from refused_command where subject_id = '%s' limit 1"
                                .formatted(id)))
                .startsWith(DemoDistrict.DIRECTOR.toString())
                .endsWith(" 64");
        assertThat(number(
                        "select count(*) from event_log where type = 'platform.refusal.bypass' and subject_id in (select id from refused_command where subject_id = '%s')"
                                .formatted(id)))
                .isEqualTo(2);
    }

    @Test
    void tellsTheSecrecyOfficerAndKeepsNothingOfTheContent() {
        var secrecy = Phone.of(port, SECRECY);
        try (var stream = EventStream.open(port, "/v1/events?streams=me", TestTokens.of(SECRECY))) {
            Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                    .post("/outgoing-documents", draftBody(CANARY, CANARY + " 机密★10年"))
                    .refused(422, "E_GEN_CLASSIFIED_REFUSED");

            var told = stream.next(Duration.ofSeconds(20));
            while (!told.data().contains("platform.refusal.classified")) {
                told = stream.next(Duration.ofSeconds(20));
            }
            assertThat(told.data()).doesNotContain(CANARY);
        }
        var todo = todo(secrecy);
        assertThat(todo).doesNotContain(CANARY).contains("createOutgoingDraft");
        var path = "/refused-commands/" + newest();
        var refused = secrecy.get(path).expect(200);
        assertThat(refused.text("actorId")).isEqualTo(DemoDistrict.HOUSING_LIAISON.toString());
        assertThat(refused.text("unitId")).isEqualTo(DemoDistrict.HOUSING_BUREAU.toString());
        assertThat(refused.text("fingerprint")).hasSize(64);
        assertThat(secrecy.get("/refused-commands")
                        .expect(200)
                        .body()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(refused.text("id"));
        assertThat(text("select coalesce(string_agg(r::text, ''), '') from refused_command r"))
                .doesNotContain(CANARY);
        assertThat(text("select coalesce(string_agg(e::text, ''), '') from event_log e"))
                .doesNotContain(CANARY);

        Phone.of(port, DemoDistrict.DIRECTOR).get(path).expect(403);
        Phone.of(port, DemoDistrict.HOUSING_LIAISON).get(path).expect(403);
        secrecy.post(path + "/acknowledgements", 1, "").expect(200);
        secrecy.post(path + "/acknowledgements", 2, "").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(number("select count(*) from todo where subject_id = '%s' and closed_at is null"
                        .formatted(refused.text("id"))))
                .isZero();
    }

    @Test
    void tellsOfFilesAndFileNamesToo() {
        var id = draft("带附件");
        attach(id, "name.txt", "一段 " + CANARY + " 绝密★").refused(422, "E_GEN_CLASSIFIED_REFUSED");
        assertThat(text("select operation || ' ' || subject_id from refused_command where id = '%s'"
                        .formatted(newest())))
                .isEqualTo("attachToOutgoingDraft " + id);
        var before = newest();
        attach(id, "%E6%9C%BA%E5%AF%86%E2%98%8510%E5%B9%B4.txt", "无").refused(422, "E_GEN_CLASSIFIED_REFUSED");
        assertThat(newest()).isNotEqualTo(before);
        assertThat(number("select count(distinct fingerprint) from refused_command where subject_id = '%s'"
                        .formatted(id)))
                .isEqualTo(2);
    }

    @Test
    void answersTheSameWhenItCannotBeKept() {
        database.execute("alter table refused_command rename to refused_command_away");
        try {
            Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                    .post("/outgoing-documents", draftBody("题", "机密★10年"))
                    .refused(422, "E_GEN_CLASSIFIED_REFUSED");
        } finally {
            database.execute("alter table refused_command_away rename to refused_command");
        }
    }

    @Test
    void leavesOtherRefusalsAlone() {
        var before = number("select count(*) from refused_command");
        Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .post("/outgoing-documents", "{}")
                .expect(400);
        Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .get("/outgoing-documents/" + UUID.randomUUID())
                .expect(404);
        assertThat(number("select count(*) from refused_command")).isEqualTo(before);
    }

    private static String todo(Phone secrecy) {
        return secrecy.get("/me/todos?limit=100").expect(200).body().toString();
    }

    private String newest() {
        return text("select id::text from refused_command where kind = 'CLASSIFIED' order by refused_at desc limit 1");
    }

    private Phone.Answer attach(UUID document, String name, String content) {
        var phone = Phone.desktop(port, DemoDistrict.HOUSING_LIAISON);
        return phone.send(phone.request("/outgoing-documents/" + document + "/attachments?fileName=" + name)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString(content)));
    }

    private UUID draft(String title) {
        return Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .post("/outgoing-documents", draftBody(title, "正文"))
                .expect(201)
                .id();
    }

    private static String draftBody(String title, String text) {
        return """
                {"issuer": "GOVERNMENT", "docType": "NOTICE", "direction": "DOWNWARD", "title": "%s", "text": "%s", "urgency": "NORMAL",
                 "mainRecipients": ["%s"], "disclosure": "PROACTIVE", "basis": "年度计划"}""".formatted(title, text, DemoDistrict.URBAN_BUREAU);
    }

    private long number(String sql) {
        return Long.parseLong(text("select (" + sql + ")::text"));
    }

    private String text(String sql) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
