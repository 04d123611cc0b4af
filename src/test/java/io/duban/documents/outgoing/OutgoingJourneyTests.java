package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.documents.outgoing.Desktop.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way over HTTP: draft, review, signature, number, seal, issue, receipt; and who is refused on it. */
@ServerTest
class OutgoingJourneyTests {

    private static final UUID HOUSING = demo(111);
    private static final UUID URBAN = demo(112);
    private static final UUID POLICE = demo(113);
    private static final UUID LEADER = demo(201);
    private static final UUID DEPUTY = demo(202);
    private static final UUID OTHER_DEPUTY = demo(203);
    private static final UUID DIRECTOR = demo(204);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void takesAPaperFromTheDraftToEveryReceipt() {
        var id = signedPaper("关于冬季供暖的通知", "NOTICE");
        assertThat(todos(209, "RECHECK", id)).isEqualTo(1);
        assertThat(at(206).does("numbers", id, Map.of("issuerCode", "南政发")).code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");

        assertThat(at(209).does("rechecks", id, Map.of()).status()).isEqualTo(200);
        var phone = new Desktop(port, demo(206), TestTokens.PHONE);
        assertThat(phone.does("numbers", id, Map.of("issuerCode", "南政发")).status())
                .isEqualTo(403);
        var numbered = at(206).does("numbers", id, Map.of("issuerCode", "南政发"));
        assertThat(numbered.<String>read("$.documentNumber")).matches("南政发〔20\\d\\d〕[1-9]\\d*号");
        assertThat(at(211).does("seal-uses", id, Map.of("sealName", "南湖区人民政府办公室"))
                        .code())
                .isEqualTo("E_SEAL_MISMATCH");
        assertThat(at(211).does("seal-uses", id, Map.of("sealName", "南湖区人民政府")).status())
                .isEqualTo(200);
        assertThat(at(206).does("issues", id, Map.of("recipients", List.of(demo(114))))
                        .code())
                .isEqualTo("E_DOC_SCOPE");
        assertThat(at(238).get(id).status())
                .as("not theirs before it is issued")
                .isEqualTo(404);
        var issued = at(206).does("issues", id, Map.of("recipients", List.of(URBAN, POLICE)));
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.<List<?>>read("$.deliveries")).hasSize(2);
        assertThat(todos(234, "SIGN_FOR", id)).isEqualTo(1);
        assertThat(todos(238, "SIGN_FOR", id)).isEqualTo(1);

        assertThat(at(234).does("receipts", id, null, UUID.randomUUID(), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(todos(234, "SIGN_FOR", id)).isZero();
        assertThat(todos(238, "SIGN_FOR", id)).as("the other unit's stays").isEqualTo(1);
        assertThat(at(232).does("receipts", id, null, UUID.randomUUID(), Map.of())
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(at(230).does("receipts", id, null, UUID.randomUUID(), Map.of())
                        .code())
                .as("the drafting unit is no recipient")
                .isEqualTo("E_GEN_SCOPE");
        assertThat(at(242).does("receipts", id, null, UUID.randomUUID(), Map.of())
                        .status())
                .as("nor does a stranger learn of it")
                .isEqualTo(404);
        var last = at(238).does("receipts", id, null, UUID.randomUUID(), Map.of());
        assertThat(last.<List<?>>read("$.deliveries[?(@.signedAt)]")).hasSize(2);
        assertThat(last.<String>read("$.light")).isEqualTo("NONE");
        assertThat(count(
                        "select count(*) from deadline where subject_id = '%s' and satisfied_at is null".formatted(id)))
                .isZero();
        assertThat(count("select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(id)))
                .isZero();
        assertThat(count("select count(*) from event_log where subject_id = '%s'".formatted(id)))
                .isEqualTo(11);
    }

    @Test
    void refusesWhatADraftMayNotBe() {
        var liaison = at(230);

        assertThat(liaison.create(with("direction", "UPWARD")).code()).isEqualTo("E_DOC_MULTI_ADDRESSEE");
        assertThat(liaison.create(with("text", "机密★10年 全文")).code()).isEqualTo("E_GEN_CLASSIFIED_REFUSED");
        assertThat(liaison.create(with("mainRecipients", List.of(UUID.randomUUID())))
                        .code())
                .isEqualTo("E_GEN_VALIDATION");
        assertThat(at(206).create(draft("登记员拟稿", "NOTICE")).code()).isEqualTo("E_GEN_SCOPE");
        assertThat(at(231).create(draft("经办人拟稿", "NOTICE")).status()).isEqualTo(403);
    }

    @Test
    void holdsTheOrderOfReviewAndSignature() {
        var id = created("关于排查隐患的通知", "NOTICE");
        assertThat(at(234).get(id).status()).as("another unit's draft").isEqualTo(404);
        assertThat(at(230).does("submissions", id, Map.of()).code()).isEqualTo("E_DOC_UNSIGNED_BY_UNIT_HEAD");
        assertThat(at(230).does("submissions", id, "\"9\"", UUID.randomUUID(), Map.of())
                        .status())
                .isEqualTo(412);
        assertThat(at(230).does("submissions", id, null, UUID.randomUUID(), Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(at(228).does("submissions", id, Map.of()).status()).isEqualTo(200);
        assertThat(present(id, DEPUTY).code()).isEqualTo("E_DOC_BYPASS_OFFICE_REVIEW");

        var returned = at(209).does("returns", id, Map.of("defects", List.of("文种不当")));
        assertThat(returned.<Integer>read("$.correctionRound")).isEqualTo(1);
        assertThat(todos(228, "SUBMIT_FOR_REVIEW", id)).isEqualTo(1);
        at(230).does("text", id, Map.of("title", "关于排查燃气隐患的通知", "text", "改后正文"));
        at(228).does("submissions", id, Map.of());
        at(209).does("reviews", id, Map.of());
        assertThat(present(id, OTHER_DEPUTY).code())
                .as("not in charge of the drafting unit")
                .isEqualTo("E_DOC_SIGNER_NOT_AUTHORISED");
        assertThat(present(id, DIRECTOR).code()).isEqualTo("E_GEN_SELF_APPROVAL");
        assertThat(at(204).does("signature-requests", id, Map.of("signerId", DEPUTY, "important", true))
                        .code())
                .isEqualTo("E_DOC_SIGNER_NOT_AUTHORISED");
        assertThat(present(id, DEPUTY).status()).isEqualTo(200);
        assertThat(at(203).does("decisions", id, sign(id)).status())
                .as("out of reach")
                .isEqualTo(404);
        assertThat(at(201).does("decisions", id, sign(id)).status()).isEqualTo(404);
        var stale = at(202).get(id).etag();
        var other = new HashMap<>(sign(id));
        other.put("textHash", "0".repeat(64));
        assertThat(at(202).does("decisions", id, other).code()).isEqualTo("E_DOC_TEXT_CHANGED");
        assertThat(at(202).does("decisions", id, sign(id)).<String>read("$.status"))
                .isEqualTo("SIGNED");
        assertThat(at(202).does("decisions", id, stale, UUID.randomUUID(), sign(id))
                        .status())
                .isEqualTo(412);
        assertThat(at(202).does("decisions", id, sign(id)).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(at(228).does("withdrawals", id, Map.of("reason", "改主意")).code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void asksAddedSignersInTheirOrderAndAgainForAnotherText() {
        var id = awaiting("关于供水的通知", LEADER);
        var add = Map.of("personId", DEPUTY, "position", "BEFORE", "opinionMode", "APPROVAL");
        assertThat(at(201).does("signers", id, add).status()).isEqualTo(200);
        assertThat(todos(201, "SIGN", id)).isZero();
        assertThat(todos(202, "SIGN", id)).isEqualTo(1);
        assertThat(at(201).does("decisions", id, sign(id)).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(at(202).does(
                                "signers",
                                id,
                                Map.of("personId", demo(209), "position", "AFTER", "opinionMode", "ADVICE"))
                        .code())
                .isEqualTo("E_GEN_SELF_APPROVAL");
        assertThat(at(202).does(
                                "signers",
                                id,
                                Map.of("personId", demo(212), "position", "AFTER", "opinionMode", "ADVICE"))
                        .code())
                .isEqualTo("E_GEN_VALIDATION");
        var agreed = at(202).does("decisions", id, said("AGREE", id));
        assertThat(agreed.<String>read("$.status")).isEqualTo("AWAITING_SIGNATURE");
        assertThat(todos(201, "SIGN", id)).isEqualTo(1);
        assertThat(at(201).does("decisions", id, sign(id)).<String>read("$.status"))
                .isEqualTo("SIGNED");

        var edit = Map.of("edits", List.of(Map.of("kind", "SUBSTANTIVE", "what", "更改责任单位")), "text", "改后正文");
        var back = at(209).does("rechecks", id, edit);
        assertThat(back.<String>read("$.status")).isEqualTo("AWAITING_SIGNATURE");
        assertThat(back.<List<?>>read("$.signers")).hasSize(4);
        assertThat(at(202).does("decisions", id, said("AGREE", id)).status()).isEqualTo(200);
        assertThat(at(201).does("decisions", id, sign(id)).<String>read("$.status"))
                .isEqualTo("SIGNED");
        var unlisted = Map.of("edits", List.of(), "text", "悄悄改");
        assertThat(at(209).does("rechecks", id, unlisted).code()).isEqualTo("E_GEN_VALIDATION");
        assertThat(count("select count(*) from outgoing_text where document_id = '%s'".formatted(id)))
                .isEqualTo(2);
    }

    @Test
    void keepsAttachmentsWithTheDraft() {
        var id = created("关于附件的通知", "NOTICE");
        var attached = at(230).attaches(id, "plan.md", "# 方案\n全文".getBytes(StandardCharsets.UTF_8));
        assertThat(attached.status()).isEqualTo(200);
        String attachment = attached.read("$.attachments[0].id");

        assertThat(at(230).reads("/outgoing-documents/" + id + "/attachments/" + attachment)
                        .body())
                .isEqualTo("# 方案\n全文");
        assertThat(at(234).reads("/outgoing-documents/" + id + "/attachments/" + attachment)
                        .status())
                .isEqualTo(404);
        assertThat(at(230).attaches(id, "x.md", "绝密★ 内容".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("E_GEN_CLASSIFIED_REFUSED");
        assertThat(at(234).attaches(id, "x.md", "别人的".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(404);
        at(228).does("submissions", id, Map.of());
        assertThat(at(230).attaches(id, "late.md", "迟到".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void listsWhatOneReachesAndWhatWaitsForHim() {
        var id = awaiting("等我签发的通知", DEPUTY);
        assertThat(listed(202, "?waitingForMe=true&limit=100")).contains(id);
        assertThat(listed(203, "?waitingForMe=true&limit=100")).doesNotContain(id);
        assertThat(listed(201, "?waitingForMe=true&limit=100")).doesNotContain(id);
        assertThat(listed(201, "?status=AWAITING_SIGNATURE&limit=100")).contains(id);
        assertThat(listed(234, "?limit=100")).doesNotContain(id);
        assertThat(listed(230, "?limit=100")).contains(id);
    }

    @Test
    void withdrawsBeforeTheSignatureAndSparesTheSigners() {
        var id = awaiting("要撤回的通知", DEPUTY);
        assertThat(at(230).does("withdrawals", id, Map.of("reason", "另行研究")).status())
                .isEqualTo(403);
        var withdrawn = at(228).does("withdrawals", id, Map.of("reason", "另行研究"));
        assertThat(withdrawn.<String>read("$.status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.<String>read("$.signers[0].state")).isEqualTo("LAPSED");
        assertThat(todos(202, "SIGN", id)).isZero();
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() {
        var id = created("重复提交的通知", "NOTICE");
        var etag = at(228).get(id).etag();
        var key = UUID.randomUUID();

        var first = at(228).does("submissions", id, etag, key, Map.of());
        var again = at(228).does("submissions", id, etag, key, Map.of());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    @Timeout(120)
    void givesTwoHundredNumbersAtOnceWithoutGapOrTwinWhileAnotherInstanceTakesTwenty() throws Exception {
        var first = signedPaper("编号通知", "NOTICE");
        assertThat(at(209).does("rechecks", first, Map.of()).status()).isEqualTo(200);
        var ids = twoHundredLike(first);
        var executor = Executors.newFixedThreadPool(201);
        try {
            var elsewhere = executor.submit(this::twentyTakenElsewhere);
            var here = ids.stream()
                    .map(id -> executor.submit(() -> numberedInTheEnd(id)))
                    .toList();
            var numbers = new ArrayList<>(elsewhere.get());
            for (var one : here) {
                var answer = one.get();
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                numbers.add(
                        Integer.valueOf(answer.<String>read("$.documentNumber").replaceAll(".*〕|号", "")));
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 220).boxed().toList());
        } finally {
            executor.shutdownNow();
        }
    }

    /** A busy server says 503 or 429 and "again"; the same key asked again gets the same number or its first one. */
    private Answer numberedInTheEnd(String id) throws InterruptedException {
        var key = UUID.randomUUID();
        var etag = etagInTheEnd(id);
        var answer = at(206).does("numbers", id, etag, key, Map.of("issuerCode", "南试发"));
        for (int again = 0; again < 100 && (answer.status() == 503 || answer.status() == 429); again++) {
            Thread.sleep(100);
            answer = at(206).does("numbers", id, etag, key, Map.of("issuerCode", "南试发"));
        }
        return answer;
    }

    private String etagInTheEnd(String id) throws InterruptedException {
        var paper = at(206).get(id);
        for (int again = 0; again < 100 && paper.status() != 200; again++) {
            Thread.sleep(100);
            paper = at(206).get(id);
        }
        return paper.etag();
    }

    /** Takes numbers past the application, as a second instance would. */
    private List<Integer> twentyTakenElsewhere() throws SQLException, InterruptedException {
        var taken = new ArrayList<Integer>();
        try (var connection = database.connect();
                var take = connection.prepareStatement("""
                        update number_sequence set last = last + 1, version = version + 1
                        where issuer_code = '南试发' returning last""")) {
            while (taken.size() < 20) {
                try (var row = take.executeQuery()) {
                    if (row.next()) {
                        taken.add(row.getInt(1));
                    }
                }
                Thread.sleep(20);
            }
        }
        return taken;
    }

    /** Papers in the same state, made beside the application: two hundred whole journeys would only take longer. */
    private List<String> twoHundredLike(String id) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("""
                        insert into outgoing_document
                        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
                        from outgoing_document d, generate_series(1, 200) where d.id = '%s' returning id""".formatted(id))) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private String signedPaper(String title, String type) {
        var id = awaiting(title, DEPUTY);
        assertThat(at(202).does("decisions", id, sign(id)).<String>read("$.status"))
                .isEqualTo("SIGNED");
        return id;
    }

    private String awaiting(String title, UUID signer) {
        var id = created(title, "NOTICE");
        at(228).does("submissions", id, Map.of());
        at(209).does("reviews", id, Map.of());
        assertThat(present(id, signer).<String>read("$.status")).isEqualTo("AWAITING_SIGNATURE");
        return id;
    }

    private String created(String title, String type) {
        var answer = at(230).create(draft(title, type));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.read("$.id");
    }

    private Answer present(String id, UUID signer) {
        return at(204).does("signature-requests", id, Map.of("signerId", signer, "orderReason", "试用"));
    }

    private Map<String, Object> sign(String id) {
        return said("SIGN", id);
    }

    private Map<String, Object> said(String verdict, String id) {
        String hash = at(206).get(id).read("$.textHash");
        return Map.of("verdict", verdict, "textHash", hash, "mode", "EXPLICIT", "opinion", "同意。");
    }

    private List<String> listed(int person, String query) {
        return at(person).reads("/outgoing-documents" + query).read("$.items[*].id");
    }

    private static Map<String, Object> with(String field, Object value) {
        var body = new HashMap<>(draft("不合规的稿件", "NOTICE"));
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> draft(String title, String type) {
        return Map.of(
                "issuer", "GOVERNMENT",
                "docType", type,
                "direction", "DOWNWARD",
                "title", title,
                "text", "各有关单位:请认真落实。",
                "mainRecipients", List.of(URBAN, POLICE),
                "copyRecipients", List.of(HOUSING),
                "disclosure", "PROACTIVE",
                "basis", "年度工作部署");
    }

    private Desktop at(int person) {
        return new Desktop(port, demo(person));
    }

    private long todos(int person, String action, String document) {
        return count(
                "select count(*) from todo where person_id = '%s' and action = '%s' and subject_id = '%s' and closed_at is null"
                        .formatted(demo(person), action, document));
    }

    private long count(String sql) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID demo(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
