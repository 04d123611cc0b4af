package io.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Search over HTTP: what is contained is found, by whoever may read it, and by nobody else. */
@ServerTest
class DocumentSearchTests {

    private static final List<UUID> OFFICERS = List.of(
            DemoDistrict.LEADER,
            DemoDistrict.DEPUTY,
            DemoDistrict.DIRECTOR,
            DemoDistrict.SUPERVISOR,
            DemoDistrict.HOUSING_HEAD,
            DemoDistrict.HOUSING_LIAISON,
            DemoDistrict.URBAN_HEAD,
            person(222), // archivist
            person(220), // duty officer
            person(242)); // another unit's liaison

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void findsTitleTextAndNumberWhateverTheWayTheyAreTyped() {
        var id = draft("关于翡翠湖Ａ区供暖的通知", "第一段。\n\n请在10月前完成CO2检测，百分之100%完成。");
        database.execute("update outgoing_document set document_number = '南政发〔2031〕7号' where id = '%s'".formatted(id));

        for (var asked : List.of("翡翠湖", "翡翠湖a区", "ｃｏ２检测", "100%", "南政发[2031]7号", "南政发(2031)7号", "湖A区 检测", "完成。")) {
            assertThat(found(DemoDistrict.LEADER, asked)).as(asked).contains(id);
        }
        for (var asked :
                List.of("翡翠 湖湖", "翡翠%", "翡翠_区", "翡翠湖|供暖", "翠湖 没有的词", "'; drop table person; --", "2031〕7号 8号")) {
            assertThat(found(DemoDistrict.LEADER, asked)).as(asked).doesNotContain(id);
        }
        var hit = Phone.of(port, DemoDistrict.LEADER)
                .get("/documents?q=" + encoded("co2检"))
                .expect(200)
                .body()
                .get("items")
                .get(0);
        assertThat(hit.get("snippet").get("hit").asString()).isEqualTo("CO2检");
        assertThat(hit.get("snippet").get("before").asString()).endsWith("请在10月前完成");
        assertThat(hit.get("snippet").get("after").asString()).startsWith("测，百分之");
    }

    @Test
    void forgetsWhatIsNoLongerInTheText() {
        var id = draft("关于旧词玄武岩的通知", "正文");
        database.execute("update outgoing_document set title = '关于新词石灰岩的通知', version = version + 1 where id = '%s'"
                .formatted(id));
        assertThat(found(DemoDistrict.LEADER, "玄武岩")).isEmpty();
        assertThat(found(DemoDistrict.LEADER, "石灰岩")).containsExactly(id);
    }

    @Test
    void findsForEachOfficerExactlyWhatIsContainedInWhatHeMayRead() {
        var random = new Random(11);
        var texts = new LinkedHashMap<UUID, String>();
        for (int i = 0; i < 40; i++) {
            var title = "关于" + syllables(random, 3) + "的通知";
            var text = syllables(random, 60);
            texts.put(scattered(draft(title, text), random), title + "\n" + text);
        }
        var readable = new HashMap<UUID, List<UUID>>();
        for (int i = 0; i < 40; i++) {
            var officer = OFFICERS.get(random.nextInt(OFFICERS.size()));
            var asked = syllables(random, random.nextInt(2, 4));
            var expected = readable
                    .computeIfAbsent(
                            officer,
                            who -> texts.keySet().stream()
                                    .filter(paper -> reads(who, paper))
                                    .toList())
                    .stream()
                    .filter(paper -> texts.get(paper).contains(asked))
                    .toList();
            var found = found(officer, asked);
            found.retainAll(texts.keySet());
            assertThat(found).as(officer + " asks " + asked).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void doesNotSearchWhatIsSeenInListsOnly() {
        var id = draft("关于孔雀石名录的通知", "内文绿松石");
        var archivist = Phone.of(port, person(222));
        assertThat(archivist
                        .get("/outgoing-documents?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .contains(id.toString());
        archivist.get("/outgoing-documents/" + id).expect(404);
        assertThat(found(person(222), "绿松石")).isEmpty();
        assertThat(found(person(222), "孔雀石")).isEmpty();
        Phone.of(port, DemoDistrict.AGENT).get("/documents?q=" + encoded("绿松石")).expect(403);
    }

    @Test
    void goesOnWhereThePageEnded() {
        for (int i = 0; i < 5; i++) {
            draft("关于蓝铜矿第" + i + "批的通知", "正文");
        }
        var phone = Phone.of(port, DemoDistrict.LEADER);
        var path = "/documents?limit=2&q=" + encoded("蓝铜矿");
        var pages = new ArrayList<String>();
        var page = phone.get(path).expect(200).body();
        while (true) {
            page.get("items").forEach(item -> pages.add(item.get("title").asString()));
            if (page.get("nextCursor") == null) {
                break;
            }
            page = phone.get(path + "&cursor=" + page.get("nextCursor").asString())
                    .expect(200)
                    .body();
        }
        assertThat(pages).containsExactly("关于蓝铜矿第4批的通知", "关于蓝铜矿第3批的通知", "关于蓝铜矿第2批的通知", "关于蓝铜矿第1批的通知", "关于蓝铜矿第0批的通知");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        var phone = Phone.of(port, DemoDistrict.LEADER);
        for (var query : List.of(
                "",
                "?q=",
                "?q=" + encoded("供"),
                "?q=" + encoded("供 暖"),
                "?q=" + "a".repeat(101),
                "?q=aa&sort=-title",
                "?q=aa&q=bb")) {
            phone.get("/documents" + query).refused(400, "E_GEN_VALIDATION");
        }
    }

    /** What a single read says. */
    private boolean reads(UUID officer, UUID paper) {
        return Phone.of(port, officer).get("/outgoing-documents/" + paper).status() == 200;
    }

    private List<UUID> found(UUID officer, String asked) {
        var answer = Phone.of(port, officer)
                .get("/documents?limit=100&q=" + encoded(asked))
                .expect(200);
        var ids = new ArrayList<UUID>();
        answer.body()
                .get("items")
                .forEach(item -> ids.add(UUID.fromString(item.get("id").asString())));
        return ids;
    }

    private UUID draft(String title, String text) {
        var body = """
                {"issuer": "GOVERNMENT", "docType": "NOTICE", "direction": "DOWNWARD", "title": "%s", "text": "%s",
                 "mainRecipients": ["%s"], "disclosure": "PROACTIVE", "basis": "年度计划"}""".formatted(title, text.replace("\n", "\\n"), DemoDistrict.URBAN_BUREAU);
        return Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .post("/outgoing-documents", body)
                .expect(201)
                .id();
    }

    /** As if it had come to other units and hands. */
    private UUID scattered(UUID paper, Random random) {
        var places =
                Map.of(0, DemoDistrict.HOUSING_BUREAU, 1, DemoDistrict.URBAN_BUREAU, 2, person(114), 3, person(113));
        var hands = List.of(DemoDistrict.HOUSING_LIAISON, DemoDistrict.URBAN_BUREAU, person(222), person(114));
        database.execute("""
                update outgoing_document set unit_ids = array['%s']::uuid[], participant_ids = array['%s']::uuid[] where id = '%s'""".formatted(places.get(random.nextInt(4)), hands.get(random.nextInt(4)), paper));
        return paper;
    }

    /** Few characters, so that words occur by chance and nearly occur more often. */
    private static String syllables(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("铀钍镭氡钋".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static String encoded(String asked) {
        return URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private static UUID person(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
