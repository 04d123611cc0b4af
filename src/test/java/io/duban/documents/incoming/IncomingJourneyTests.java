package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Papers on their way over HTTP: to act on, to read, back to the sender, from one unit to another, past the office. */
@ServerTest
class IncomingJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    OrphanCheck orphans;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @Test
    void takesAPaperToActOnFromItsDeliveryToTheArchive() {
        var paper = office.delivered("关于清理占道经营的请示", "REQUEST", "");
        assertThat(office.todos(REGISTRAR, "SIGN_FOR", paper)).isEqualTo(1);
        office.does(REGISTRAR, paper, "receipts", "{\"pages\":3}").expect(200);
        var registered = office.does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"ACTION\"}")
                .expect(200);
        assertThat(registered.text("registerNumber")).matches("SW-20\\d\\d-\\d{6}");
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        office.does(SECTION_CHIEF, paper, "proposal-checks", "{\"opinion\":\"同意拟办\"}")
                .expect(200);
        office.submit(paper, DEPUTY, CHIEF).expect(200);
        assertThat(office.todos(DEPUTY, "INSTRUCT", paper)).isEqualTo(1);
        assertThat(office.todos(CHIEF, "INSTRUCT", paper))
                .as("his turn comes later")
                .isZero();
        office.writes(CHIEF, paper, "AGREE", "抢先").refused(404, "E_WEB_NOT_FOUND");
        office.does(DEPUTY, paper, "instructions", "{\"verdict\":\"AGREE\",\"form\":\"CIRCLE\"}")
                .expect(200);
        assertThat(office.todos(CHIEF, "INSTRUCT", paper)).isEqualTo(1);
        office.does(CHIEF, paper, "instructions", "{\"verdict\":\"AGREE\",\"form\":\"CIRCLE\"}")
                .refused(422, "E_DOC_EXPLICIT_OPINION_REQUIRED");
        office.writes(CHIEF, paper, "READ", "阅").refused(422, "E_DOC_EXPLICIT_OPINION_REQUIRED");
        office.attaches(CHIEF, paper, "voice.txt", "录音占位").expect(200);
        var spoken =
                "{\"verdict\":\"ACT\",\"form\":\"HANDWRITING\",\"words\":\"请城管局一周内办结\",\"fileId\":\"%s\",\"dueAt\":\"%s\"}"
                        .formatted(office.file(paper), in(20));
        var instructed = office.does(CHIEF, paper, "instructions", spoken).expect(200);
        assertThat(instructed.text("status")).isEqualTo("INSTRUCTED");
        assertThat(office.number("select count(*) from leader_instruction where source_id = '%s'".formatted(paper)))
                .as("each leader's words are an instruction")
                .isEqualTo(2);
        var parts = part(URBAN, "HOST", 10) + "," + part(HOUSING, "CO", 0);
        office.does(HANDLER, paper, "assignment-drafts", "{\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 30)))
                .refused(400, "E_GEN_VALIDATION");
        office.does(HANDLER, paper, "assignment-drafts", "{\"assignments\":[%s]}".formatted(parts))
                .expect(200);
        assertThat(office.reads(234, paper).status())
                .as("not theirs before it is confirmed")
                .isEqualTo(404);
        var assigned =
                office.does(DIRECTOR, paper, "assignment-confirmations", "").expect(200);
        assertThat(assigned.text("status")).isEqualTo("ASSIGNED");
        assertThat(office.text(
                        "select rule_id from deadline where subject_id = '%s' and step = 'WHOLE'".formatted(paper)))
                .as("two units")
                .isEqualTo("DOC_WHOLE_MULTI");
        assertThat(office.text("select status from leader_instruction where source_id = '%s' and leader_id = '%s'"
                        .formatted(paper, demo(CHIEF))))
                .isEqualTo("ASSIGNED");
        office.unit(234, paper, URBAN, "receipts", "{\"handlerId\":\"%s\"}".formatted(demo(235)))
                .refused(422, "E_DOC_UNIT_LEADER_UNAWARE");
        assertThat(office.unit(234, paper, URBAN, "receipts", office.signedBody(235, 233))
                        .expect(200)
                        .text("status"))
                .isEqualTo("HANDLING");
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"STAGE\",\"text\":\"已完成一半\"}")
                .expect(200);
        office.unit(234, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已办结\"}")
                .refused(422, "E_DOC_INFORMAL_FEEDBACK");
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"  \"}")
                .refused(422, "E_DOC_INFORMAL_FEEDBACK");
        assertThat(office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已清理完毕\"}")
                        .expect(200)
                        .text("status"))
                .as("a silent co unit does not hold the host up")
                .isEqualTo("RESULT_SUBMITTED");
        assertThat(office.todos(DIRECTOR, "COORDINATE", paper)).isEqualTo(1);
        assertThat(office.unit(HANDLER, paper, URBAN, "corrections", "{\"defects\":[\"缺照片\"]}")
                        .expect(200)
                        .text("status"))
                .isEqualTo("HANDLING");
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step = 'HANDLE:%s' and satisfied_at is null"
                                .formatted(paper, office.part(paper, URBAN))))
                .as("as if it had never stopped")
                .isEqualTo(1);
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已清理完毕,附照片\"}")
                .expect(200);
        office.does(HANDLER, paper, "answers", "{\"kind\":\"READ_NOTE\",\"text\":\"已阅\"}")
                .refused(422, "E_DOC_REQUEST_NEEDS_REPLY");
        office.does(HANDLER, paper, "answers", "{\"kind\":\"REPLY\",\"text\":\"同意\",\"number\":\"南政复〔2026〕1号\"}")
                .expect(200);
        office.does(HANDLER, paper, "completions", "{}").refused(422, "E_DOC_OPEN_TASKS");
        office.unit(DIRECTOR, paper, HOUSING, "releases", "{\"reason\":\"主办已完成\"}")
                .expect(200);
        office.does(HANDLER, paper, "completions", "{}").refused(422, "E_DOC_OPEN_TASKS");
        office.strikesOff(CHIEF, paper);
        assertThat(office.does(HANDLER, paper, "completions", "{}").expect(200).text("status"))
                .isEqualTo("COMPLETED");
        assertThat(office.number(
                        "select count(*) from todo where subject_id = '%s' and closed_at is null and action <> 'ARCHIVE'"
                                .formatted(paper)))
                .isZero();
        assertThat(office.number("select count(*) from deadline where subject_id = '%s' and satisfied_at is null"
                        .formatted(paper)))
                .isZero();
        var archive = "{\"retention\":\"YEARS_30\",\"category\":\"办文\",\"handlingSheetFileId\":\"%s\"}";
        assertThat(office.at(ARCHIVIST)
                        .post(
                                "/incoming-documents/" + paper + "/archivings",
                                office.versionOf(paper),
                                archive.formatted(UUID.randomUUID()))
                        .status())
                .as("never on a phone")
                .isEqualTo(403);
        office.desktop(ARCHIVIST)
                .post(
                        "/incoming-documents/" + paper + "/archivings",
                        office.versionOf(paper),
                        archive.formatted(UUID.randomUUID()))
                .refused(422, "E_ARC_INCOMPLETE");
        office.attaches(HANDLER, paper, "sheet.txt", "文件处理单").expect(200);
        assertThat(office.desktop(ARCHIVIST)
                        .post(
                                "/incoming-documents/" + paper + "/archivings",
                                office.versionOf(paper),
                                archive.formatted(office.file(paper)))
                        .expect(200)
                        .text("status"))
                .isEqualTo("ARCHIVED");
        var sheet = office.at(DIRECTOR)
                .get("/incoming-documents/" + paper + "/handling-sheet")
                .expect(200);
        assertThat(sheet.body().get("lines").size()).isGreaterThan(15);
        office.does(CHIEF, paper, "later-instructions", "{\"verdict\":\"ACT\",\"form\":\"TEXT\",\"words\":\"再抓一次\"}")
                .expect(200);
        assertThat(office.text("select status from incoming_document where id = '%s'".formatted(paper)))
                .as("linked, not opened again")
                .isEqualTo("ARCHIVED");
    }

    @Test
    void circulatesAPaperToReadAndDropsNobody() {
        var paper = office.proposed("关于节日安全的通知", "NOTICE", "READING");
        assertThat(office.reads(REGISTRAR, paper).text("registerNumber")).startsWith("SWY-");
        var round = "{\"mode\":\"SEQUENTIAL\",\"readerIds\":[\"%s\",\"%s\",\"%s\"]}"
                .formatted(demo(DEPUTY), demo(OTHER_DEPUTY), demo(DIRECTOR));
        office.does(REGISTRAR, paper, "circulations", round).expect(200);
        assertThat(office.todos(DEPUTY, "READ", paper)).isEqualTo(1);
        assertThat(office.todos(DIRECTOR, "READ", paper)).isZero();
        assertThat(office.text("select escalation_action from deadline where subject_id = '%s' and step like 'READ:%%'"
                        .formatted(paper)))
                .as("overdue reading is the registrar's")
                .isEqualTo("URGE_READING");
        office.at(DIRECTOR)
                .post("/incoming-documents/" + paper + "/readings", "{}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
        office.does(REGISTRAR, paper, "completions", "{}").refused(422, "E_DOC_OPEN_TASKS");
        office.at(DEPUTY)
                .post("/incoming-documents/" + paper + "/readings", "{}")
                .expect(200);
        assertThat(office.todos(OTHER_DEPUTY, "READ", paper)).isEqualTo(1);
        var second = office.text(
                "select id::text from incoming_reader where document_id = '%s' and seat = 1".formatted(paper));
        office.does(REGISTRAR, paper, "readers/" + second + "/skips", "{\"reason\":\"出差\"}")
                .expect(200);
        assertThat(office.at(DIRECTOR)
                        .post("/incoming-documents/" + paper + "/readings", "{}")
                        .expect(200)
                        .text("status"))
                .isEqualTo("CIRCULATING");
        var done = office.does(REGISTRAR, paper, "completions", "{}").expect(200);
        assertThat(done.text("status")).isEqualTo("COMPLETED");
        assertThat(done.body().get("readers").size()).isEqualTo(3);
        assertThat(done.body().get("readers").get(1).get("state").asString()).isEqualTo("SKIPPED");
    }

    @Test
    void makesAPaperToReadOneToActOnWhenALeaderOrdersOnIt() {
        var paper = office.proposed("关于井盖隐患的简报", "OTHER", "READING");
        office.does(
                        REGISTRAR,
                        paper,
                        "circulations",
                        "{\"mode\":\"PARALLEL\",\"readerIds\":[\"%s\",\"%s\"]}".formatted(demo(DEPUTY), demo(DIRECTOR)))
                .expect(200);
        var ordered = office.at(DEPUTY)
                .post(
                        "/incoming-documents/" + paper + "/readings",
                        "{\"opinion\":{\"verdict\":\"ACT\",\"form\":\"TEXT\",\"words\":\"请城管局排查\"}}")
                .expect(200);
        assertThat(ordered.text("handlingKind")).isEqualTo("ACTION");
        assertThat(ordered.text("status")).isEqualTo("INSTRUCTED");
        assertThat(ordered.text("registerNumber")).as("the number stays").startsWith("SWY-");
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step = 'WHOLE'".formatted(paper)))
                .isEqualTo(1);
        office.at(DIRECTOR)
                .post("/incoming-documents/" + paper + "/readings", "{}")
                .expect(200);
        office.does(HANDLER, paper, "completions", "{\"noAnswerReason\":\"简报\"}")
                .refused(422, "E_DOC_OPEN_TASKS");
    }

    @Test
    void returnsAPaperToItsSenderWithWhatIsWrong() {
        var paper = office.registered("关于两件事的请示", "REQUEST", "ACTION");
        var defects = "{\"defects\":[\"MULTI_SUBJECT\",\"NOT_CONSULTED\"],\"reason\":\"一文两事\"}";
        office.does(HANDLER, paper, "proposals", proposal().replace("\"competent\":true", "\"competent\":false"))
                .refused(422, "E_DOC_CHECKLIST_FAILED");
        office.does(HANDLER, paper, "returns", defects).refused(403, "E_GEN_SCOPE");
        office.execute("update incoming_document set return_until = now() - interval '1 hour' where id = '%s'"
                .formatted(paper));
        office.does(OFFICE_DEPUTY, paper, "returns", defects).refused(422, "E_DOC_RETURN_TOO_LATE");
        assertThat(office.does(DIRECTOR, paper, "returns", defects).expect(200).text("status"))
                .isEqualTo("RETURNED_TO_SENDER");
        var seen =
                office.at(230).get("/incoming-documents/" + paper + "/delivery").expect(200);
        assertThat(seen.body().get("defects").size()).isEqualTo(2);
        assertThat(office.number(
                        "select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(paper)))
                .isZero();
    }

    @Test
    void letsAUnitReturnItsPartOnceAndDesignatesTheSecondTime() {
        var paper = office.assigned("关于河道漂浮物的报告", "REPORT", part(URBAN, "HOST", 10));
        var wish =
                "{\"reason\":\"OTHER_UNIT_COMPETENT\",\"text\":\"属水务\",\"suggestedUnitId\":\"%s\",\"legalBasis\":\"三定方案\"}"
                        .formatted(HEALTH);
        office.unit(230, paper, URBAN, "return-requests", wish).refused(403, "E_GEN_SCOPE");
        assertThat(office.unit(234, paper, URBAN, "return-requests", wish)
                        .expect(200)
                        .text("status"))
                .isEqualTo("ASSIGNED");
        assertThat(office.todos(OFFICE_DEPUTY, "DECIDE_RETURN", paper)).isEqualTo(1);
        office.unit(
                        OFFICE_DEPUTY,
                        paper,
                        URBAN,
                        "return-decisions",
                        "{\"unitId\":\"%s\",\"words\":\"改派卫健局\"}".formatted(HEALTH))
                .expect(200);
        assertThat(office.todos(242, "SIGN_FOR_ASSIGNMENT", paper)).isEqualTo(1);
        assertThat(office.todos(234, "SIGN_FOR_ASSIGNMENT", paper)).isZero();
        office.unit(242, paper, HEALTH, "receipts", office.signedBody(243, 241)).expect(200);
        var disputed = office.unit(
                        242, paper, HEALTH, "return-requests", wish.replace(HEALTH.toString(), URBAN.toString()))
                .expect(200);
        assertThat(disputed.body().get("assignments").toString()).contains("DISPUTED");
        office.unit(DIRECTOR, paper, HEALTH, "return-decisions", "{\"words\":\"会商后指定卫健局承办\"}")
                .expect(200);
        office.unit(242, paper, HEALTH, "receipts", office.signedBody(243, 241)).expect(200);
        office.unit(242, paper, HEALTH, "return-requests", wish).refused(422, "E_GEN_DESIGNATED");
        assertThat(office.number("select count(*) from incoming_assignment where document_id = '%s'".formatted(paper)))
                .as("with its history")
                .isEqualTo(2);
    }

    @Test
    void keepsAPartWithItsUnitAndRefusesASecondWishAndALateOne() {
        var paper = office.assigned("关于路灯的报告", "REPORT", part(URBAN, "HOST", 10));
        var wish = "{\"reason\":\"NOT_COMPETENT\",\"text\":\"非本单位\",\"suggestedUnitId\":\"%s\",\"legalBasis\":\"三定方案\"}"
                .formatted(HEALTH);
        office.unit(234, paper, URBAN, "return-requests", wish).expect(200);
        office.unit(DIRECTOR, paper, URBAN, "return-decisions", "{\"words\":\"仍由城管局办理\"}")
                .expect(200);
        office.unit(234, paper, URBAN, "return-requests", wish).refused(422, "E_GEN_RETURN_TWICE");
        var other = office.assigned("关于广告牌的报告", "REPORT", part(URBAN, "HOST", 10));
        office.execute(
                "update incoming_assignment set return_until = now() - interval '1 minute' where document_id = '%s'"
                        .formatted(other));
        office.unit(234, other, URBAN, "return-requests", wish).refused(422, "E_GEN_RETURN_WINDOW");
    }

    @Test
    void extendsThePaperOnceFromItsOriginalDate() {
        var paper = office.assigned("关于停车场的报告", "REPORT", part(URBAN, "HOST", 5));
        var due = office.text("select due_at::text from incoming_document where id = '%s'".formatted(paper));
        var until = office.text(
                "select to_char((due_at + interval '2 days') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from incoming_document where id = '%s'"
                        .formatted(paper));
        var wish = "{\"unitId\":\"%s\",\"until\":\"%s\",\"reason\":\"施工\",\"done\":\"一半\",\"plan\":\"两天\"}";
        office.does(234, paper, "extension-requests", wish.formatted(URBAN, in(100)))
                .refused(400, "E_GEN_VALIDATION");
        office.does(234, paper, "extension-requests", wish.formatted(URBAN, until))
                .expect(200);
        assertThat(office.todos(DIRECTOR, "DECIDE_EXTENSION", paper)).isEqualTo(1);
        office.does(DIRECTOR, paper, "extension-decisions", "{\"granted\":true,\"words\":\"同意\"}")
                .expect(200);
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step = 'WHOLE' and original_due_at = '%s' and current_due_at > original_due_at"
                                .formatted(paper, due)))
                .as("both dates are kept")
                .isEqualTo(1);
        office.does(234, paper, "extension-requests", wish.formatted(URBAN, until))
                .refused(422, "E_GEN_EXTENSION_TWICE");
        var late = office.assigned("关于围挡的报告", "REPORT", part(URBAN, "HOST", 5));
        office.execute(
                "update incoming_document set due_at = now() - interval '1 hour', warn_at = now() - interval '2 hours' where id = '%s'"
                        .formatted(late));
        office.does(234, late, "extension-requests", wish.formatted(URBAN, until))
                .refused(422, "E_GEN_EXTENSION_LATE");
    }

    @Test
    void recordsWhatWentPastTheOfficeInTheLedger() {
        var body = """
                {"leaderId":"%s","date":"2026-11-20","handedBy":"住建局张某","reason":"当面送签","senderName":"区住建局","docType":"REPORT",
                 "urgency":"NORMAL","title":"关于工地复工的报告","text":"(见照片)","handlingKind":"ACTION"}""".formatted(demo(CHIEF));
        office.at(HANDLER)
                .post("/incoming-documents/offline-registrations", body)
                .refused(403, "E_GEN_SCOPE");
        var paper = office.at(REGISTRAR)
                .post("/incoming-documents/offline-registrations", body)
                .expect(201)
                .text("id");
        office.does(HANDLER, paper, "proposals", proposal()).refused(400, "E_GEN_VALIDATION");
        office.attaches(REGISTRAR, paper, "photo.txt", "原件").expect(200);
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        var ledger = office.at(DIRECTOR).get("/bypass-ledger?limit=100").expect(200);
        assertThat(ledger.body().toString()).contains(paper).contains("当面送签");
        assertThat(office.at(REGISTRAR).get("/bypass-ledger").status()).isEqualTo(403);
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and type = 'document.bypass.recorded'"
                                .formatted(paper)))
                .isEqualTo(1);
    }

    @Test
    void sendsWhatALeaderWasHandedToTheRegistrarWithOneTap() {
        var paper = office.at(DEPUTY)
                .post("/incoming-documents/hand-overs", "{\"title\":\"关于经费的报告\",\"handedBy\":\"某局\"}")
                .expect(201)
                .text("id");
        assertThat(office.todos(REGISTRAR, "SIGN_FOR", paper)).isEqualTo(1);
        office.does(REGISTRAR, paper, "receipts", "{\"pages\":1}").expect(200);
        office.does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"READING\"}")
                .expect(200);
    }

    @Test
    void takesAPartnersPaperOnceAndShowsItOnlyWhatIsItsOwn() {
        var now = Instant.now();
        var token = TestTokens.sign(new JWTClaimsSet.Builder()
                .issuer(TestTokens.issuer())
                .audience(TestTokens.AUDIENCE)
                .subject(demo(290).toString())
                .claim("client_id", "city-12345")
                .claim("scope", "doc:deliver")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .jwtID(UUID.randomUUID().toString())
                .build());
        var partner = Phone.withToken(port, token);
        var body = delivery(
                "市局来文",
                "NOTICE",
                ",\"sourceSystem\":\"CITY_12345\",\"sourceId\":\"%s\",\"sourceVersion\":1"
                        .formatted(UUID.randomUUID()));
        var first = partner.post("/incoming-documents", body).expect(201);
        var again = partner.post("/incoming-documents", body);
        assertThat(again.status()).as("a repeat, and nothing is made").isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        partner.post("/incoming-documents", body.replace("正文", "另一正文")).refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        partner.post("/incoming-documents", body.replace("CITY_12345", "OTHER")).refused(400, "E_GEN_VALIDATION");
        assertThat(partner.get("/incoming-documents/" + first.id()).status())
                .as("not its scope")
                .isEqualTo(403);
        office.does(REGISTRAR, first.text("id"), "rejections", "{\"reason\":\"WRONG_ADDRESSEE\"}")
                .expect(200);
        assertThat(partner.get("/incoming-documents/" + first.id() + "/delivery")
                        .expect(200)
                        .text("rejectReason"))
                .isEqualTo("WRONG_ADDRESSEE");
    }

    @Test
    void voidsAPaperItsSenderWithdraws() {
        var paper = office.submitted("关于撤回的请示", "REQUEST");
        office.does(
                        DIRECTOR,
                        paper,
                        "voidings",
                        "{\"reason\":\"来文单位撤回\",\"senderLetterFileId\":\"%s\"}".formatted(UUID.randomUUID()))
                .refused(400, "E_GEN_VALIDATION");
        office.attaches(230, paper, "letter.txt", "撤文函").expect(200);
        assertThat(office.does(
                                DIRECTOR,
                                paper,
                                "voidings",
                                "{\"reason\":\"来文单位撤回\",\"senderLetterFileId\":\"%s\"}".formatted(office.file(paper)))
                        .expect(200)
                        .text("status"))
                .isEqualTo("VOIDED");
        assertThat(office.todos(DEPUTY, "INSTRUCT", paper)).isZero();
        assertThat(office.number("select count(*) from deadline where subject_id = '%s' and satisfied_at is null"
                        .formatted(paper)))
                .isZero();
    }

    @Test
    void flagsLeadersWhoWriteAgainstEachOtherUntilTheChiefSettlesIt() {
        var paper = office.submitted("关于撤并站点的请示", "REQUEST");
        office.writes(DEPUTY, paper, "DISAGREE", "不宜撤并").expect(200);
        var instructed = office.writes(CHIEF, paper, "AGREE", "同意撤并").expect(200);
        assertThat(instructed.body().get("conflict").asBoolean()).isTrue();
        assertThat(office.todos(DIRECTOR, "SETTLE_CONFLICT", paper)).isEqualTo(1);
        office.does(
                        DEPUTY,
                        paper,
                        "later-instructions",
                        "{\"verdict\":\"DISAGREE\",\"form\":\"TEXT\",\"words\":\"坚持\"}")
                .refused(403, "E_GEN_SCOPE");
        var settled = office.does(
                        CHIEF,
                        paper,
                        "later-instructions",
                        "{\"verdict\":\"AGREE\",\"form\":\"TEXT\",\"words\":\"按同意办\"}")
                .expect(200);
        assertThat(settled.body().get("conflict").asBoolean()).isFalse();
        assertThat(office.todos(DIRECTOR, "SETTLE_CONFLICT", paper)).isZero();
    }

    @Test
    void letsTheHeadOfAUnitHandleItHimself() {
        var paper = office.proposed("关于井盖的通知", "NOTICE", "ACTION");
        office.does(
                        DIRECTOR,
                        paper,
                        "direct-assignments",
                        "{\"reason\":\"职权内\",\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 5)))
                .expect(200);
        office.unit(232, paper, URBAN, "receipts", "{\"handlerId\":\"%s\"}".formatted(demo(232)))
                .expect(200);
    }

    @Test
    void countsADefectOfAReturnOnce() {
        var paper = office.registered("关于格式的通知", "NOTICE", "ACTION");
        var returned = office.does(
                        DIRECTOR, paper, "returns", "{\"defects\":[\"FORMAT\",\"FORMAT\"],\"reason\":\"请改正\"}")
                .expect(200);
        assertThat(returned.body().get("defects").size()).isEqualTo(1);
    }

    @Test
    void letsALeaderSendItBackToBeProposedAnew() {
        var paper = office.submitted("关于补贴的请示", "REQUEST");
        assertThat(office.does(DEPUTY, paper, "reworks", "{\"reason\":\"请测算资金\"}")
                        .expect(200)
                        .text("status"))
                .isEqualTo("PROPOSED");
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        office.does(SECTION_CHIEF, paper, "proposal-checks", "{}").expect(200);
        office.submit(paper, DEPUTY, CHIEF).expect(200);
        assertThat(office.reads(DIRECTOR, paper).body().get("leaders").size()).isEqualTo(4);
    }

    @Test
    void findsAPaperOnNobodysDeskOnce() {
        var paper = office.registered("关于遗失的报告", "REPORT", "ACTION");
        office.execute("update todo set closed_at = now() where subject_id = '%s'".formatted(paper));
        orphans.check().block();
        orphans.check().block();
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and type = 'document.orphan.detected' and priority = 'URGENT'"
                                .formatted(paper)))
                .isEqualTo(1);
        assertThat(office.todos(DIRECTOR, "RESUME_ORPHAN", paper)).isEqualTo(1);
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        assertThat(office.todos(DIRECTOR, "RESUME_ORPHAN", paper)).isZero();
    }

    @Test
    void runsTheClocksOfItsHaste() {
        var paper = office.at(230)
                .post("/incoming-documents", delivery("特急件", "REPORT", "").replace("\"NORMAL\"", "\"EXTRA_URGENT\""))
                .expect(201)
                .text("id");
        assertThat(rule(paper, "SIGN_FOR")).isEqualTo("DOC_SIGN_EXTRA");
        assertThat(office.number(
                        "select extract(epoch from current_due_at - trigger_at)::bigint from deadline where subject_id = '%s'"
                                .formatted(paper)))
                .isEqualTo(1800);
        office.does(REGISTRAR, paper, "receipts", "{\"pages\":1}").expect(200);
        office.does(REGISTRAR, paper, "registrations", "{\"handlingKind\":\"ACTION\"}")
                .expect(200);
        assertThat(rule(paper, "PROPOSE")).isEqualTo("DOC_PROPOSE_EXTRA");
        assertThat(rule(paper, "WHOLE")).isEqualTo("DOC_WHOLE_EXTRA");
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        office.does(SECTION_CHIEF, paper, "proposal-checks", "{}").expect(200);
        office.submit(paper, DEPUTY).expect(200);
        assertThat(rule(paper, "INSTRUCT")).isEqualTo("DOC_INSTRUCT_EXTRA");
        assertThat(office.text(
                        "select priority from event_log where subject_id = '%s' and type = 'document.incoming.awaitingInstruction'"
                                .formatted(paper)))
                .isEqualTo("URGENT");
        office.writes(DEPUTY, paper, "ACT", "立即办理").expect(200);
        assertThat(rule(paper, "ASSIGN")).isEqualTo("DOC_ASSIGN_EXTRA");
        office.does(
                        HANDLER,
                        paper,
                        "assignment-drafts",
                        "{\"assignments\":[%s,%s]}".formatted(part(URBAN, "HOST", 8), part(HOUSING, "CO", 0)))
                .expect(200);
        office.does(DIRECTOR, paper, "assignment-confirmations", "").expect(200);
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step in ('PROPOSE', 'ASSIGN') and satisfied_at is null"
                                .formatted(paper)))
                .isZero();
        assertThat(office.number("""
                select count(*) from incoming_assignment co join incoming_assignment host using (document_id)
                where document_id = '%s' and co.duty = 'CO' and host.duty = 'HOST' and co.due_at < host.due_at""".formatted(paper)))
                .as("a co unit is due before the host")
                .isEqualTo(1);
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step like 'SIGN_FOR:%%' and escalation_action = 'URGE_SIGN_FOR'"
                                .formatted(paper)))
                .as("nobody signs, and the unit's leaders are told")
                .isEqualTo(2);
    }

    private String rule(String paper, String step) {
        return office.text(
                "select rule_id from deadline where subject_id = '%s' and split_part(step, ':', 1) = '%s' and satisfied_at is null"
                        .formatted(paper, step));
    }

    @Test
    void registersATelephoneNoticeDirectly() {
        var body = """
                {"senderName":"市应急局","caller":"0573-1234567 王某","docType":"TELEGRAM","urgency":"TELEGRAM_IMMEDIATE","title":"关于防汛的明电",
                 "text":"立即值守","handlingKind":"ACTION"}""";
        var paper =
                office.at(REGISTRAR).post("/incoming-documents/notices", body).expect(201);
        assertThat(paper.text("status")).isEqualTo("REGISTERED");
        assertThat(office.text("select rule_id from deadline where subject_id = '%s' and step = 'WHOLE'"
                        .formatted(paper.text("id"))))
                .isEqualTo("DOC_WHOLE_EXTRA");
        office.at(REGISTRAR)
                .post("/incoming-documents/notices", body.replace("TELEGRAM\"", "NOTICE\""))
                .refused(400, "E_GEN_VALIDATION");
    }
}
