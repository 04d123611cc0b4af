package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The printed paper over HTTP: a draft before its number, the paper itself after it, and nothing for strangers. */
@ServerTest
class OutgoingPaperTests {

    private static final UUID URBAN = demo(112);
    private static final UUID POLICE = demo(113);
    private static final UUID DEPUTY = demo(202);
    private static final String TITLE = "关于做好冬季供暖保障工作的通知";
    private static final String TEXT = "各单位要高度重视冬季供暖保障工作。\n一、压实责任。主要负责同志亲自抓。\n二、加强值守。24小时专人值班。";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void isADraftUntilItHasItsNumber() throws IOException {
        var id = created();
        var draft = text(id, 228);
        assertThat(draft).contains("送审稿").contains(TITLE).contains(squeezed(TEXT));
        assertThat(draft).doesNotContain("〔20").doesNotContain("印发日期");

        at(228).does("submissions", id, Map.of());
        at(209).does("reviews", id, Map.of());
        at(204).does("signature-requests", id, Map.of("signerId", DEPUTY));
        String hash = at(202).get(id).read("$.textHash");
        at(202).does(
                        "decisions",
                        id,
                        Map.of("verdict", "SIGN", "textHash", hash, "mode", "EXPLICIT", "opinion", "同意。"));
        at(209).does("rechecks", id, Map.of());
        assertThat(text(id, 228)).contains("送审稿");
        var numbered = at(206).does("numbers", id, Map.of("issuerCode", "南政发"));
        assertThat(numbered.status()).isEqualTo(200);

        var paper = text(id, 228);
        assertThat(paper)
                .doesNotContain("送审稿")
                .contains(numbered.<String>read("$.documentNumber"))
                .contains(squeezed(TEXT))
                .contains("（此件公开发布）")
                .contains("南湖区人民政府文件");
        var answer = Phone.of(port, demo(228)).get("/outgoing-documents/" + id + "/paper");
        assertThat(answer.header("content-type")).isEqualTo("application/pdf");
        assertThat(answer.header("content-disposition")).startsWith("attachment;");
        assertThat(answer.raw().body())
                .isEqualTo(Phone.of(port, demo(228))
                        .get("/outgoing-documents/" + id + "/paper")
                        .raw()
                        .body());
        try (var pdf = Loader.loadPDF(answer.raw().body())) {
            assertThat(pdf.getDocumentInformation().getCustomMetadataValue("TextHash"))
                    .isEqualTo(hash);
        }
    }

    @Test
    void saysAcrossThePageThatItHasNoForceAnyMore() throws IOException {
        var id = created();
        database.execute("update outgoing_document set status = 'REPEALED' where id = '%s'".formatted(id));
        assertThat(text(id, 228)).contains("已废止");
        database.execute("update outgoing_document set status = 'REVOKED' where id = '%s'".formatted(id));
        assertThat(text(id, 228)).contains("已撤销");
    }

    @Test
    void isNothingForWhoMayNotReadTheDocument() {
        var id = created();

        assertThat(Phone.of(port, demo(234))
                        .get("/outgoing-documents/" + id + "/paper")
                        .status())
                .isEqualTo(404);
    }

    private String created() {
        var answer = at(230).create(Map.of(
                "issuer", "GOVERNMENT",
                "docType", "NOTICE",
                "direction", "DOWNWARD",
                "title", TITLE,
                "text", TEXT,
                "mainRecipients", List.of(URBAN, POLICE),
                "disclosure", "PROACTIVE",
                "basis", "年度工作要点"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.read("$.id");
    }

    private String text(String id, int person) throws IOException {
        var answer = Phone.of(port, demo(person)).get("/outgoing-documents/" + id + "/paper");
        assertThat(answer.status()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.raw().body())) {
            return squeezed(new PDFTextStripper().getText(pdf));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private Desktop at(int person) {
        return new Desktop(port, demo(person));
    }

    private static UUID demo(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
