package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the office says no to, each by its code, and that nothing has changed by it. */
@ServerTest
class IncomingRefusalTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @Test
    void takesNothingAddressedToAPersonNorAStateSecret() {
        var body = delivery("送领导本人", "REPORT", ",\"recipientKind\":\"PERSON\"");
        office.at(230).post("/incoming-documents", body).refused(422, "E_DOC_ADDRESSED_TO_PERSON");
        office.at(230)
                .post("/incoming-documents", delivery("机密★ 文件", "REPORT", ""))
                .refused(422, "E_GEN_CLASSIFIED_REFUSED");
        assertThat(office.at(231)
                        .post("/incoming-documents", delivery("经办人送文", "REPORT", ""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void lendsNoReadersRoundToARequestWhichWouldNeverBeAnswered() {
        var paper = office.proposed("关于传阅了事的请示", "REQUEST", "ACTION");
        var round = "{\"readerIds\":[\"%s\"],\"mode\":\"PARALLEL\"}".formatted(demo(DEPUTY));
        var version = office.versionOf(paper);
        office.does(REGISTRAR, paper, "circulations", round).refused(422, "E_DOC_REQUEST_NEEDS_REPLY");
        assertThat(office.versionOf(paper)).isEqualTo(version);
        assertThat(office.reads(REGISTRAR, paper).body().get("legalActions").toString())
                .doesNotContain("CIRCULATE");
        var other = office.delivered("关于登记成阅件的请示", "REQUEST", "");
        office.does(REGISTRAR, other, "receipts", "{\"pages\":3}").expect(200);
        office.does(REGISTRAR, other, "registrations", "{\"handlingKind\":\"READING\"}")
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void letsNothingGoOnWhileLeadersDisagree() {
        var paper = office.submitted("关于意见不一致的意见", "OPINION");
        office.writes(DEPUTY, paper, "ACT", "请城管局办理").expect(200);
        office.writes(CHIEF, paper, "DISAGREE", "不宜办理").expect(200);
        var version = office.versionOf(paper);
        office.does(
                        REGISTRAR,
                        paper,
                        "circulations",
                        "{\"readerIds\":[\"%s\"],\"mode\":\"PARALLEL\"}".formatted(demo(OTHER_DEPUTY)))
                .refused(422, "E_DOC_UNRESOLVED_DISAGREEMENT");
        office.does(HANDLER, paper, "completions", "{\"noAnswerReason\":\"无需答复\"}")
                .refused(422, "E_DOC_OPEN_TASKS");
        assertThat(office.versionOf(paper)).isEqualTo(version);
        office.does(HANDLER, paper, "assignment-drafts", "{\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 5)))
                .expect(200);
        office.does(DIRECTOR, paper, "assignment-confirmations", "").refused(422, "E_DOC_UNRESOLVED_DISAGREEMENT");
        assertThat(office.todos(CHIEF, "SETTLE_CONFLICT", paper)).isEqualTo(1);
        office.does(CHIEF, paper, "later-instructions", "{\"verdict\":\"ACT\",\"form\":\"TEXT\",\"words\":\"按副区长意见办\"}")
                .expect(200);
        office.does(DIRECTOR, paper, "assignment-confirmations", "").expect(200);
    }

    @Test
    void takesNoDateOfTheFutureIntoTheBypassLedger() {
        var body = """
                {"leaderId":"%s","date":"%s","handedBy":"某局长","reason":"会间递交","senderName":"区水务局","docType":"REPORT",
                 "urgency":"NORMAL","title":"关于泵站的报告","text":"停机","handlingKind":"ACTION"}""";
        office.at(REGISTRAR)
                .post("/incoming-documents/offline-registrations", body.formatted(demo(CHIEF), in(3).substring(0, 10)))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void opensNoWayToALeaderBeforeTheOfficeHasLookedAtIt() {
        var paper = office.registered("关于越过办公室的请示", "REQUEST", "ACTION");
        var version = office.versionOf(paper);
        office.submit(paper, DEPUTY).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        assertThat(office.versionOf(paper)).isEqualTo(version);
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        office.submit(paper, DEPUTY).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        office.does(SECTION_CHIEF, paper, "proposal-checks", "{}").expect(200);
        office.submit(paper, CHIEF).refused(422, "E_DOC_ORDER_SKIPPED");
        office.submit(paper, CHIEF, DEPUTY).refused(422, "E_DOC_ORDER_SKIPPED");
        office.submit(paper, OTHER_DEPUTY, CHIEF).refused(422, "E_DOC_ORDER_SKIPPED");
        office.submit(paper, DIRECTOR).refused(400, "E_GEN_VALIDATION");
        office.does(
                        DIRECTOR,
                        paper,
                        "submissions",
                        "{\"leaders\":[{\"leaderId\":\"%s\"}],\"orderReason\":\"分管领导出国\"}".formatted(demo(CHIEF)))
                .expect(200);
    }

    @Test
    void registersNoUnsignedPaperAndNoPaperTwice() {
        var unsigned = office.at(230)
                .post(
                        "/incoming-documents",
                        delivery("未签发的请示", "REQUEST", "")
                                .replace(demo(228).toString(), demo(229).toString()))
                .expect(201)
                .text("id");
        office.does(REGISTRAR, unsigned, "receipts", "{\"pages\":1}").expect(200);
        office.does(REGISTRAR, unsigned, "registrations", "{\"handlingKind\":\"ACTION\"}")
                .refused(422, "E_DOC_UNSIGNED_BY_UNIT_HEAD");
        var number = "住建〔2026〕重复" + UUID.randomUUID();
        var first = received(number);
        var twin = received(number);
        office.does(REGISTRAR, first, "registrations", "{\"handlingKind\":\"READING\"}")
                .expect(200);
        office.does(REGISTRAR, twin, "registrations", "{\"handlingKind\":\"READING\"}")
                .refused(409, "E_DOC_DUPLICATE");
        office.does(REGISTRAR, twin, "rejections", "{\"reason\":\"DUPLICATE\"}").expect(200);
    }

    @Test
    void keepsNothingOfAPaperThatCarriesAStateSecret() {
        var secret = "青禾专项" + UUID.randomUUID();
        var paper = office.delivered(secret, "NOTICE", "");
        office.attaches(REGISTRAR, paper, "secret.txt", secret);
        var answer = office.does(REGISTRAR, paper, "rejections", "{\"reason\":\"CLASSIFIED\"}")
                .expect(200);
        assertThat(answer.body().toString()).doesNotContain(secret).doesNotContain("住建〔2026〕");
        for (var where : List.of(
                "incoming_document d where d::text",
                "incoming_search s where s::text",
                "todo t where t::text",
                "event_log e where e::text",
                "audit_row a where a::text",
                "idempotency_key where convert_from(body, 'UTF8')",
                "page_text p where p::text")) {
            assertThat(office.number("select count(*) from %s like '%%%s%%'".formatted(where, secret)))
                    .as(where)
                    .isZero();
        }
        assertThat(office.number("select count(*) from stored_file where subject_id = '%s'".formatted(paper)))
                .isZero();
    }

    private String received(String number) {
        var body = delivery("通知", "NOTICE", "")
                .replaceFirst("\"senderNumber\":\"[^\"]*\"", "\"senderNumber\":\"" + number + "\"");
        var paper = office.at(230).post("/incoming-documents", body).expect(201).text("id");
        office.does(REGISTRAR, paper, "receipts", "{\"pages\":1}").expect(200);
        return paper;
    }

    @Test
    void flagsShortNoticeAndWantsItsReason() {
        var paper = office.delivered("三天后的活动", "REQUEST", ",\"eventAt\":\"%s\"".formatted(in(3)));
        office.does(REGISTRAR, paper, "receipts", "{\"pages\":1}").expect(200);
        office.does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"ACTION\"}")
                .refused(400, "E_GEN_VALIDATION");
        var flagged = office.does(
                        REGISTRAR,
                        paper,
                        "registrations",
                        "{\"handlingKind\":\"ACTION\",\"shortNoticeReason\":\"临时通知\"}")
                .expect(200);
        assertThat(flagged.body().get("shortNotice").asBoolean()).isTrue();
    }

    @Test
    void assignsNothingWithoutAHostADateOrALeader() {
        var paper = office.proposed("可直接办的报告", "REPORT", "ACTION");
        var direct = "{\"reason\":\"部门职权内\",\"assignments\":[%s]}";
        office.does(DIRECTOR, paper, "direct-assignments", direct.formatted(part(URBAN, "CO", 3)))
                .refused(422, "E_GEN_HOST_REQUIRED");
        office.does(
                        DIRECTOR,
                        paper,
                        "direct-assignments",
                        direct.formatted(part(URBAN, "HOST", 3) + "," + part(HOUSING, "HOST", 3)))
                .refused(422, "E_GEN_HOST_REQUIRED");
        office.does(DIRECTOR, paper, "direct-assignments", direct.formatted(part(URBAN, "HOST", 0)))
                .refused(422, "E_DOC_DUE_REQUIRED");
        office.does(OFFICE_DEPUTY, paper, "direct-assignments", direct.formatted(part(URBAN, "HOST", 3)))
                .refused(403, "E_GEN_SCOPE");
        office.execute("update incoming_document set importance = 'HIGH' where id = '%s'".formatted(paper));
        office.does(DIRECTOR, paper, "direct-assignments", direct.formatted(part(URBAN, "HOST", 3)))
                .refused(422, "E_DOC_LEADER_MUST_SEE");
        office.execute("update incoming_document set importance = 'NORMAL' where id = '%s'".formatted(paper));
        office.does(DIRECTOR, paper, "direct-assignments", direct.formatted(part(URBAN, "HOST", 3)))
                .expect(200);
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and type = 'document.incoming.assigned' and '%s' = any(addressee_ids)"
                                .formatted(paper, demo(DEPUTY))))
                .as("copied to the leader in charge")
                .isEqualTo(1);
    }

    @Test
    void letsNobodyCheckHisOwnWork() {
        var paper = office.registered("自拟自审", "REPORT", "ACTION");
        office.execute(
                "insert into post (person_id, role, organization_id) values ('%s', 'SECTION_CHIEF', '%s') on conflict do nothing"
                        .formatted(demo(HANDLER), demo(103)));
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        // His new post is known as soon as the database has told of it.
        Awaitility.await()
                .untilAsserted(() ->
                        office.does(HANDLER, paper, "proposal-checks", "{}").refused(403, "E_GEN_SELF_APPROVAL"));
        office.execute("delete from post where person_id = '%s' and role = 'SECTION_CHIEF'".formatted(demo(HANDLER)));
    }

    @Test
    void wantsHandwritingAsAFileAndWordsWithIt() {
        var paper = office.submitted("手写批示", "REPORT");
        office.does(
                        DEPUTY,
                        paper,
                        "instructions",
                        "{\"verdict\":\"ACT\",\"form\":\"VOICE\",\"words\":\"办\",\"fileId\":\"%s\"}"
                                .formatted(UUID.randomUUID()))
                .refused(400, "E_GEN_VALIDATION");
        office.does(DEPUTY, paper, "instructions", "{\"verdict\":\"ACT\",\"form\":\"HANDWRITING\"}")
                .refused(400, "E_GEN_VALIDATION");
        office.does(DEPUTY, paper, "instructions", "{\"verdict\":\"ACT\",\"form\":\"CIRCLE\"}")
                .refused(400, "E_GEN_VALIDATION");
        office.writes(OTHER_DEPUTY, paper, "AGREE", "同意").expect(404);
    }

    @Test
    void showsAWorkSecretToThoseWhoHavePartInItOnly() {
        var paper = office.delivered("内部名单", "NOTICE", ",\"secrecyLevel\":\"WORK_SECRET\"");
        assertThat(office.reads(REGISTRAR, paper).status()).isEqualTo(200);
        assertThat(office.reads(CHIEF, paper).status()).as("no part in it yet").isEqualTo(404);
        assertThat(office.at(CHIEF).get("/incoming-documents?limit=100").body().toString())
                .doesNotContain(paper);
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and title <> '受控文件'".formatted(paper)))
                .isZero();
        assertThat(office.number(
                        "select count(*) from todo where subject_id = '%s' and title <> '受控文件'".formatted(paper)))
                .isZero();
    }

    @Test
    void hidesFromItsSenderWhatTheOfficeThinksOfIt() {
        var paper = office.proposed("来文单位看不到拟办", "REPORT", "ACTION");
        var seen = office.reads(230, paper).expect(200);
        assertThat(seen.body().has("proposalOpinion")
                        && !seen.body().get("proposalOpinion").isNull())
                .isFalse();
        assertThat(office.at(230)
                        .get("/incoming-documents/" + paper + "/handling-sheet")
                        .status())
                .isEqualTo(403);
        assertThat(office.reads(234, paper).status()).isEqualTo(404);
    }
}
