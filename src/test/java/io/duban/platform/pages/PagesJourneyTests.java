package io.duban.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.evidence.StoredFiles;
import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attachments as pages over HTTP: who may read them, what is kept, and what is done once for many. */
@ServerTest
class PagesJourneyTests {

    private static final String DRAFT = """
            {"issuer":"GOVERNMENT","docType":"NOTICE","direction":"DOWNWARD","urgency":"NORMAL","title":"关于冬季供暖的通知",
             "text":"请做好供暖保障工作。","mainRecipients":["%s"],"copyRecipients":[],"disclosure":"PROACTIVE","basis":"冬季供暖工作部署",
             "normative":false,"numbered":true}""";

    @LocalServerPort
    int port;

    @Autowired
    PaperWorkers workers;

    @Autowired
    PageReading reading;

    @Autowired
    StoredFiles files;

    @Test
    void showsAnAttachmentAsPages() {
        var at = attached(PaperSamples.pdf("关于冬季供暖的通知", "附件清单"));

        var pages = phone().get(at + "/pages").expect(200);
        assertThat(pages.text("state")).isEqualTo("READY");
        assertThat(pages.text("layout")).isEqualTo("FIXED");
        assertThat(pages.text("verdict")).isEqualTo("NONE");
        assertThat(pages.body().get("pages")).hasSize(2);

        var picture = phone().get(at + "/pages/2?width=720").expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(picture.raw().body()).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        var text = phone().get(at + "/text").expect(200);
        assertThat(text.body().get("pages").get(1).get("text").asString()).isEqualTo("附件清单");
    }

    @Test
    void drawsOnceForTwentyReadersAndNeverAgain() throws Exception {
        var at = attached(PaperSamples.pdf("二十人同时打开"));
        phone().get(at + "/pages").expect(200);
        var read = readAt(at);
        long before = workers.given(PaperTask.Work.DRAW);

        var pool = Executors.newFixedThreadPool(20);
        try {
            var answers = new ArrayList<Future<Phone.Answer>>();
            for (int reader = 0; reader < 20; reader++) {
                answers.add(pool.submit(() -> phone().get(at + "/pages/1?width=1080")));
            }
            for (var answer : answers) {
                answer.get().expect(200);
            }
        } finally {
            pool.shutdown();
        }
        var last = phone().get(at + "/pages/1?width=1080").expect(200);

        assertThat(workers.given(PaperTask.Work.DRAW) - before).isEqualTo(1);
        assertThat(readAt(at)).as("nor was it read again").isEqualTo(read);
        var known = phone().send(phone().request(at + "/pages/1?width=1080")
                .header("If-None-Match", last.header("ETag"))
                .GET());
        assertThat(known.expect(304).raw().body()).isEmpty();
    }

    @Test
    void putsTheReadersNameAcrossAndKeepsThatNowhere() {
        var at = attached(PaperSamples.pdf("工作秘密"));
        var plain = phone().get(at + "/pages/1").expect(200);

        var marked = phone().get(at + "/pages/1?watermark=true").expect(200);

        assertThat(marked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(marked.header("ETag")).isNull();
        assertThat(marked.raw().body()).isNotEqualTo(plain.raw().body());
    }

    @Test
    void saysHonestlyThatAFileCannotBeShown() {
        var at = attached("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8));

        var pages = phone().get(at + "/pages").expect(200);
        assertThat(pages.text("state")).isEqualTo("FAILED");
        assertThat(pages.text("fault")).isEqualTo("DAMAGED");
        assertThat(pages.text("reason")).contains("文件已损坏");
        phone().get(at + "/pages/1").refused(404, "E_WEB_NOT_FOUND");
        assertThat(phone().get(at + "/text").expect(200).body().get("pages")).isEmpty();
        phone().get(at).expect(200);
    }

    @Test
    void refusesPagesAndWidthsThatAreNone() {
        var at = attached(PaperSamples.pdf("一页"));

        phone().get(at + "/pages/2").refused(404, "E_WEB_NOT_FOUND");
        phone().get(at + "/pages/1?width=800").refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void showsPagesToWhoeverMayReadTheAttachmentOnly() {
        var at = attached(PaperSamples.pdf("只给该看的人看"));

        var stranger = Phone.of(port, DemoDistrict.HOUSING_HANDLER);
        for (var what : new String[] {"/pages", "/pages/1", "/text"}) {
            assertThat(stranger.get(at + what).status()).isIn(403, 404);
        }
    }

    @Test
    void refusesPdfWithTheMarkOfAStateSecretAndKeepsNothing() {
        var document = draft();

        attach(document, 1, PaperSamples.pdf("正文", "机密★10年")).refused(422, "E_GEN_CLASSIFIED_REFUSED");

        assertThat(files.findBySubjectIdOrderByReceivedAt(UUID.fromString(document))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void tellsWhatASealIsWorth() {
        var at = attached(PaperSamples.resource("sealed.ofd"));

        var pages = phone().get(at + "/pages").expect(200);

        assertThat(pages.text("verdict")).isEqualTo("UNTRUSTED");
        assertThat(pages.body().get("seals").get(0).get("name").asString()).isEqualTo("OFD R&W 测试用印章");
    }

    /** Not by the number of readings: papers that other tests left are read meanwhile. */
    private Instant readAt(String attachment) {
        var document = UUID.fromString(attachment.split("/")[2]);
        var file = files.findBySubjectIdOrderByReceivedAt(document).blockFirst();
        return reading.describe(file).block().readAt();
    }

    private Phone phone() {
        return Phone.of(port, DemoDistrict.DIRECTOR);
    }

    private String draft() {
        return Phone.desktop(port, DemoDistrict.HOUSING_LIAISON)
                .post("/outgoing-documents", DRAFT.formatted(DemoDistrict.URBAN_BUREAU))
                .expect(201)
                .id()
                .toString();
    }

    private Phone.Answer attach(String document, long seen, byte[] file) {
        var desktop = Phone.desktop(port, DemoDistrict.HOUSING_LIAISON);
        return desktop.send(desktop.request("/outgoing-documents/" + document + "/attachments?fileName=paper")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", "\"" + seen + "\"")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private String attached(byte[] file) {
        var document = draft();
        var attachment =
                attach(document, 1, file).expect(200).body().get("attachments").get(0);
        return "/outgoing-documents/" + document + "/attachments/"
                + attachment.get("id").asString();
    }
}
