package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.pages.PageReading;
import io.duban.support.Phone;
import io.duban.support.ReportedInstruction;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Incoming papers as they are found: by the search, in their attachments, and on a desk. */
@ServerTest
class IncomingFindingTests {

    private static final String WORDS =
            "{\"title\":\"泵站停机\",\"exactWords\":\"请城管局查清原因,三日内报我\",\"category\":\"ACT_AND_REPORT\",\"urgency\":\"URGENT\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    PageReading reading;

    @Autowired
    StoredFiles files;

    private IncomingOffice office;

    @BeforeEach
    void opensTheOffice() {
        office = new IncomingOffice(port, database);
    }

    @Test
    void findsAPaperByEachOfItsFields() {
        var paper = office.registered("关于红柳沟治理的请示", "REQUEST", "ACTION");
        database.execute("update incoming_document set text = '正文提到白桦林' where id = '%s'".formatted(paper));
        var read = office.reads(REGISTRAR, paper).expect(200);
        var registerNumber =
                office.text("select register_number from incoming_document where id = '%s'".formatted(paper));
        var senderNumber = office.text("select sender_number from incoming_document where id = '%s'".formatted(paper));
        database.execute("update incoming_document set sender_name = '沙棘岭镇人民政府' where id = '%s'".formatted(paper));
        assertThat(read.status()).isEqualTo(200);
        for (var asked : List.of("红柳沟", registerNumber, senderNumber, "沙棘岭镇", "白桦林", "红柳沟 白桦林 沙棘岭")) {
            assertThat(ids(found(REGISTRAR, asked))).as(asked).contains(paper);
        }
        assertThat(ids(found(234, "红柳沟"))).as("another unit").doesNotContain(paper);
        assertThat(found(REGISTRAR, "红柳沟").get(0).get("number").asString()).isEqualTo(registerNumber);
    }

    @Test
    void neverFindsAWorkSecretNorItsAttachments() {
        var paper = office.delivered("关于胡杨名单的通知", "NOTICE", ",\"secrecyLevel\":\"WORK_SECRET\"");
        attached(230, paper, "a.docx", SmallPapers.docx("梭梭林内情"));
        for (int person : new int[] {CHIEF, DIRECTOR, REGISTRAR, 230}) {
            assertThat(found(person, "胡杨名单")).isEmpty();
            assertThat(found(person, "梭梭林")).isEmpty();
        }
    }

    @Test
    void findsAPaperByTheWordsOfItsAttachmentsAndSaysWhere() {
        var paper = office.registered("关于附件检索的通知", "NOTICE", "READING");
        attached(REGISTRAR, paper, "plan.pdf", SmallPapers.pdf("第一页没有", "沙枣树ＣＯ２检测清单"));
        attached(REGISTRAR, paper, "list.docx", SmallPapers.docx("骆驼刺名录"));

        var hit = only(found(REGISTRAR, "枣树co2"));
        assertThat(hit.get("id").asString()).isEqualTo(paper);
        assertThat(hit.get("attachment").get("page").asInt()).isEqualTo(2);
        assertThat(hit.get("attachment").get("fileName").asString()).isEqualTo("plan.pdf");
        assertThat(hit.get("snippet").get("before").asString()).endsWith("沙");
        assertThat(hit.get("snippet").get("hit").asString()).startsWith("枣树");
        assertThat(only(found(REGISTRAR, "骆驼刺"))
                        .get("attachment")
                        .get("fileName")
                        .asString())
                .isEqualTo("list.docx");
        assertThat(found(REGISTRAR, "第一页 沙枣树")).as("not on one page").isEmpty();
        assertThat(found(230, "骆驼刺"))
                .as("the sender does not see what was added inside")
                .isEmpty();
        assertThat(found(234, "骆驼刺")).as("another unit").isEmpty();
        assertThat(found(ARCHIVIST, "骆驼刺")).as("the archivist, on a phone").isEmpty();
    }

    @Test
    void namesAPaperOnceHoweverOftenItContainsTheWords() {
        var paper = office.registered("关于芨芨草的通知", "NOTICE", "READING");
        attached(REGISTRAR, paper, "a.pdf", SmallPapers.pdf("芨芨草一", "芨芨草二"));
        var hit = only(found(REGISTRAR, "芨芨草"));
        assertThat(hit.get("attachment")).as("the paper itself comes first").isNull();
        var second = office.registered("另一件", "NOTICE", "READING");
        attached(REGISTRAR, second, "b.pdf", SmallPapers.pdf("芨芨草三"));
        var first = page(REGISTRAR, "芨芨草", "&limit=1");
        assertThat(first.get("items").get(0).get("id").asString()).isEqualTo(second);
        var rest = page(
                REGISTRAR, "芨芨草", "&limit=1&cursor=" + first.get("nextCursor").asString());
        assertThat(rest.get("items").get(0).get("id").asString()).isEqualTo(paper);
        assertThat(rest.get("nextCursor")).isNull();
    }

    @Test
    void forgetsAnAttachmentsWordsWithItsText() {
        var paper = office.registered("关于附件重读的通知", "NOTICE", "READING");
        attached(REGISTRAR, paper, "a.pdf", SmallPapers.pdf("罗布麻"));
        database.execute("update page_text set text = '没有了' where subject_id = '%s'".formatted(paper));
        assertThat(found(REGISTRAR, "罗布麻")).isEmpty();
    }

    @Test
    void showsTheButtonsOfASingleReadOnTheDeskOfEachHand() {
        var paper = office.registered("关于案头的请示", "REQUEST", "ACTION");
        sameButtons(HANDLER, "/incoming-documents/", paper);
        var submitted = office.submitted("关于待批的请示", "REQUEST");
        sameButtons(DEPUTY, "/incoming-documents/", submitted);
        var assigned = office.assigned("关于承办的请示", "REQUEST", part(URBAN, "HOST", 5));
        sameButtons(234, "/incoming-documents/", assigned);
        var instruction = ReportedInstruction.of(port, WORDS).toString();
        var holders = office.text(
                "select string_agg(right(person_id::text, 3), ' ') from todo where subject_id = '%s' and closed_at is null"
                        .formatted(instruction));
        assertThat(holders).as("the instruction waits for somebody").isNotNull();
        for (var holder : holders.split(" ")) {
            sameButtons(Integer.parseInt(holder), "/leader-instructions/", instruction);
        }
    }

    private void sameButtons(int person, String path, String id) {
        var line = desk(person).stream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " has no line about " + path + id));
        var single = office.at(person).get(path + id).expect(200);
        assertThat(line.get("legalActions"))
                .as(person + " " + path)
                .isEqualTo(single.body().get("legalActions"));
        assertThat(line.get("version").asLong()).isEqualTo(single.version());
        assertThat(line.get("status")).isEqualTo(single.body().get("status"));
    }

    /** To its last page: what other tests left there may be more than one. */
    private List<JsonNode> desk(int person) {
        var items = new ArrayList<JsonNode>();
        var path = "/document-desk?limit=100";
        var page = office.at(person).get(path).expect(200);
        page.body().get("items").forEach(items::add);
        while (!page.text("nextCursor").isEmpty()) {
            page = office.at(person)
                    .get(path + "&cursor=" + page.text("nextCursor"))
                    .expect(200);
            page.body().get("items").forEach(items::add);
        }
        return items;
    }

    private void attached(int person, String paper, String name, byte[] content) {
        var phone = office.at(person);
        phone.send(phone.request("/incoming-documents/" + paper + "/attachments?fileName=" + name)
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(content)))
                .expect(200);
        files.require(UUID.fromString(office.file(paper)))
                .flatMap(reading::describe)
                .block();
    }

    private JsonNode page(int person, String asked, String more) {
        return Phone.of(port, demo(person))
                .get("/documents?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) + more)
                .expect(200)
                .body();
    }

    private List<JsonNode> found(int person, String asked) {
        var items = new ArrayList<JsonNode>();
        page(person, asked, "&limit=100").get("items").forEach(items::add);
        return items;
    }

    private static JsonNode only(List<JsonNode> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> ids(List<JsonNode> found) {
        return found.stream().map(item -> item.get("id").asString()).toList();
    }
}
