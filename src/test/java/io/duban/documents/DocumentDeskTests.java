package io.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What waits on a desk: in its order, with the buttons a single read would show, and nothing out of reach. */
@ServerTest
class DocumentDeskTests {

    private static final UUID POLICE_HEAD = person(236);
    private static final UUID HEALTH_HEAD = person(240);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void showsTheButtonsASingleReadShows() {
        var id = draft(DemoDistrict.HOUSING_LIAISON, "关于按钮的通知", "NORMAL");
        var item = item(DemoDistrict.HOUSING_HEAD, id);
        var single = Phone.of(port, DemoDistrict.HOUSING_HEAD)
                .get("/outgoing-documents/" + id)
                .expect(200);
        assertThat(item.get("legalActions")).isEqualTo(single.body().get("legalActions"));
        assertThat(item.get("version").asLong()).isEqualTo(single.version());
        assertThat(item.get("title").asString()).isEqualTo("关于按钮的通知");
        assertThat(item.get("kind").asString()).isEqualTo("OUTGOING");
        assertThat(item.get("action").asString()).isEqualTo("SUBMIT_FOR_REVIEW");

        Phone.of(port, DemoDistrict.HOUSING_HEAD)
                .post(
                        "/outgoing-documents/" + id + "/submissions",
                        item.get("version").asLong(),
                        "{}")
                .expect(200);
        assertThat(item(DemoDistrict.HOUSING_HEAD, id)).as("done is gone").isNull();
        var reviewer = item(person(209), id);
        assertThat(reviewer.get("legalActions"))
                .isEqualTo(Phone.of(port, person(209))
                        .get("/outgoing-documents/" + id)
                        .body()
                        .get("legalActions"));
        assertThat(reviewer.get("light").asString()).isIn("GREEN", "YELLOW");
    }

    @Test
    void sortsByUrgencyThenLightThenDateAndKeepsItsOrderOverPages() {
        var normalLate = draft(person(238), "平件逾期", "NORMAL");
        var urgentLater = draft(person(238), "特急未到期", "EXTRA_URGENT");
        var normalSoon = draft(person(238), "平件明天", "NORMAL");
        var normalLater = draft(person(238), "平件后天", "NORMAL");
        var undated = draft(person(238), "平件无期", "NORMAL");
        due(normalLate, "now() - interval '1 hour'");
        due(urgentLater, "now() + interval '3 days'");
        due(normalSoon, "now() + interval '1 day'");
        due(normalLater, "now() + interval '2 days'");

        var ours = Stream.of(normalLate, urgentLater, normalSoon, normalLater, undated)
                .map(UUID::toString)
                .toList();
        var whole = new ArrayList<String>();
        desk(POLICE_HEAD, 100).forEach(item -> whole.add(item.get("id").asString()));
        assertThat(whole)
                .as("beside what other tests left there")
                .filteredOn(ours::contains)
                .containsExactly(
                        urgentLater.toString(),
                        normalLate.toString(),
                        normalSoon.toString(),
                        normalLater.toString(),
                        undated.toString());
        assertThat(desk(POLICE_HEAD, 2)).isEqualTo(desk(POLICE_HEAD, 100));
    }

    @Test
    void leavesOutWhatIsNoLongerInReach() {
        var id = draft(DemoDistrict.HOUSING_LIAISON, "关于离任的通知", "NORMAL");
        database.execute("""
                update outgoing_document set unit_ids = array['%s']::uuid[], participant_ids = array['%s']::uuid[] where id = '%s'""".formatted(DemoDistrict.URBAN_BUREAU, DemoDistrict.URBAN_BUREAU, id));
        assertThat(item(DemoDistrict.HOUSING_HEAD, id)).isNull();
        Phone.of(port, DemoDistrict.SYSADMIN).get("/document-desk").expect(403);
    }

    @Test
    void showsAPrincipalsPaperWithHisButtons() {
        var id = draft(DemoDistrict.URBAN_LIAISON, "关于代办的通知", "NORMAL");
        var deputy = person(233);
        database.execute("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, reason, created_by_id, created_at)
                values (gen_random_uuid(), 1, '%1$s', '%2$s', now() - interval '1 hour', now() + interval '1 day', false, '出差', '%1$s', now())""".formatted(DemoDistrict.URBAN_HEAD, deputy));
        // The product shares desks by itself, every few seconds: it may have been faster.
        database.execute("""
                insert into todo (id, person_id, subject_type, subject_id, action, title, opened_at, on_behalf_of)
                values (gen_random_uuid(), '%s', 'document.outgoing', '%s', 'SUBMIT_FOR_REVIEW', '题', now(), '%s')
                on conflict do nothing""".formatted(deputy, id, DemoDistrict.URBAN_HEAD));

        var item = item(deputy, id);
        assertThat(item.get("onBehalfOf").asString()).isEqualTo(DemoDistrict.URBAN_HEAD.toString());
        assertThat(item.get("legalActions"))
                .isEqualTo(Phone.of(port, DemoDistrict.URBAN_HEAD)
                        .get("/outgoing-documents/" + id)
                        .body()
                        .get("legalActions"));
        database.execute("update delegation set ended_at = now() where delegate_id = '%s'".formatted(deputy));
        assertThat(item(deputy, id)).as("the mandate has ended").isNull();
    }

    @Test
    void isReadInAFewQueriesHoweverMuchWaits() {
        var first = draft(person(242), "关于积压的通知", "NORMAL");
        database.execute("""
                insert into outgoing_document select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
                from outgoing_document d cross join generate_series(1, 500) where d.id = '%s'""".formatted(first));
        database.execute("""
                insert into todo (id, person_id, subject_type, subject_id, action, title, due_at, opened_at)
                select gen_random_uuid(), '%s', 'document.outgoing', id, 'SUBMIT_FOR_REVIEW', title, now() + random() * interval '9 days', now()
                from outgoing_document where title = '关于积压的通知' and id <> '%s'""".formatted(HEALTH_HEAD, first));
        var phone = Phone.of(port, HEALTH_HEAD);
        phone.get("/document-desk?limit=100").expect(200);
        var took = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            var begun = System.nanoTime();
            assertThat(phone.get("/document-desk?limit=100").body().get("items").size())
                    .isEqualTo(100);
            took.add((System.nanoTime() - begun) / 1_000);
        }
        took.sort(null);
        System.out.printf("desk of 501 to-dos, page of 100: median %d us, most %d us%n", took.get(10), took.get(19));
        assertThat(desk(HEALTH_HEAD, 100))
                .filteredOn(line -> line.toString().contains("关于积压的通知"))
                .hasSize(501);
    }

    private void due(UUID paper, String when) {
        database.execute("update todo set due_at = %s where subject_id = '%s'".formatted(when, paper));
    }

    private JsonNode item(UUID who, UUID paper) {
        return desk(who, 100).stream()
                .filter(item -> item.get("id").asString().equals(paper.toString()))
                .findFirst()
                .orElse(null);
    }

    private List<JsonNode> desk(UUID who, int limit) {
        var items = new ArrayList<JsonNode>();
        var path = "/document-desk?limit=" + limit;
        var page = Phone.of(port, who).get(path).expect(200).body();
        while (true) {
            page.get("items").forEach(items::add);
            if (page.get("nextCursor") == null) {
                return items;
            }
            page = Phone.of(port, who)
                    .get(path + "&cursor=" + page.get("nextCursor").asString())
                    .expect(200)
                    .body();
        }
    }

    private UUID draft(UUID liaison, String title, String urgency) {
        var body = """
                {"issuer": "GOVERNMENT", "docType": "NOTICE", "direction": "DOWNWARD", "title": "%s", "text": "正文", "urgency": "%s",
                 "urgencyReason": "汛情", "mainRecipients": ["%s"], "disclosure": "PROACTIVE", "basis": "年度计划"}""".formatted(title, urgency, person(115));
        return Phone.of(port, liaison)
                .post("/outgoing-documents", body)
                .expect(201)
                .id();
    }

    private static UUID person(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
