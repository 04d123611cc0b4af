package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The office and the units between assignment and answer: chased, sent back by the host, supervised; and the bypass ledger seen. */
@ServerTest
class IncomingUnitWorkTests {

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
    void sendsACoUnitsEmptyOpinionBackOnceForFiveWorkingDays() {
        var paper = atWork();
        var reason = "{\"reason\":\"只写了同意,没有意见\"}";
        office.unit(234, paper, HOUSING, "co-returns", reason).refused(409, "E_GEN_ILLEGAL_STATE");
        office.unit(228, paper, HOUSING, "results", "{\"kind\":\"DONE\",\"text\":\"同意\"}")
                .expect(200);
        office.unit(228, paper, HOUSING, "co-returns", reason).refused(403, "E_GEN_SCOPE");
        office.unit(DIRECTOR, paper, HOUSING, "co-returns", reason).refused(403, "E_GEN_SCOPE");
        office.unit(242, paper, HOUSING, "co-returns", reason).refused(404, "E_WEB_NOT_FOUND");

        office.unit(234, paper, HOUSING, "co-returns", reason).expect(200);

        assertThat(office.text("select status from incoming_assignment where id = '%s'"
                        .formatted(office.part(paper, HOUSING))))
                .isEqualTo("HANDLING");
        assertThat(office.todos(228, "SUBMIT_RESULT", paper)).isEqualTo(1);
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step = 'RESUBMIT:%s' and rule_id = 'DOC_CO_RESUBMIT' and satisfied_at is null"
                                .formatted(paper, office.part(paper, HOUSING))))
                .isEqualTo(1);
        office.unit(228, paper, HOUSING, "results", "{\"kind\":\"DONE\",\"text\":\"建议同步核查产权\"}")
                .expect(200);
        assertThat(office.number(
                        "select count(*) from deadline where subject_id = '%s' and step like 'RESUBMIT:%%' and satisfied_at is null"
                                .formatted(paper)))
                .isZero();
        office.unit(234, paper, HOUSING, "co-returns", reason).refused(422, "E_GEN_RETURN_TWICE");
    }

    @Test
    void letsTheOfficeJudgeOnceTheHostHasHandedIn() {
        var paper = atWork();
        office.unit(228, paper, HOUSING, "results", "{\"kind\":\"DONE\",\"text\":\"同意\"}")
                .expect(200);
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已办结\"}")
                .expect(200);
        office.unit(234, paper, HOUSING, "co-returns", "{\"reason\":\"空\"}").refused(403, "E_GEN_SCOPE");
    }

    @Test
    void chasesAUnitOnceAWorkingDayAndWritesItDown() {
        var paper = atWork();
        var call = "{\"channel\":\"TELEPHONE\",\"toWhom\":\"城管局联络员\",\"words\":\"请抓紧\",\"answer\":\"周五前报\"}";
        office.unit(234, paper, URBAN, "chases", call).refused(403, "E_GEN_SCOPE");
        office.unit(REGISTRAR, paper, URBAN, "chases", call).refused(403, "E_GEN_SCOPE");
        office.unit(HANDLER, paper, URBAN, "chases", call).expect(200);
        office.unit(HANDLER, paper, URBAN, "chases", call).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        office.unit(DIRECTOR, paper, URBAN, "chases", call).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        office.unit(HANDLER, paper, HOUSING, "chases", call).expect(200);
        office.execute(
                "update incoming_chase set rests_until = rests_until - interval '30 days' where document_id = '%s'"
                        .formatted(paper));
        office.unit(HANDLER, paper, URBAN, "chases", call).expect(200);

        var chases = office.at(234)
                .get("/incoming-documents/" + paper + "/chases")
                .expect(200)
                .body()
                .get("items");
        assertThat(chases).hasSize(3);
        assertThat(chases.get(0).get("channel").asString()).isEqualTo("TELEPHONE");
        assertThat(chases.get(0).get("answer").asString()).isEqualTo("周五前报");
        assertThat(chases.get(0).get("chasedBy").asString())
                .isEqualTo(demo(HANDLER).toString());
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and type = 'document.incoming.chased'"
                                .formatted(paper)))
                .isEqualTo(3);
        office.at(HANDLER)
                .post("/incoming-documents/" + paper + "/assignments/" + office.part(paper, URBAN) + "/chases", 1, call)
                .refused(412, "E_GEN_STALE_VERSION");
        office.unit(232, paper, URBAN, "results", "{\"kind\":\"DONE\",\"text\":\"已办结\"}")
                .expect(200);
        office.unit(HANDLER, paper, URBAN, "chases", call).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void makesASuperiorsSupervisionAMatterWithItsAssignment() {
        var paper = fromSuperior();
        var draft = "{\"supervise\":true,\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 5));
        office.does(HANDLER, paper, "assignment-drafts", draft).expect(200);
        assertThat(office.text("select matter_id::text from incoming_document where id = '%s'".formatted(paper)))
                .as("not before it is confirmed")
                .isNull();

        var confirmed =
                office.does(DIRECTOR, paper, "assignment-confirmations", "").expect(200);

        assertThat(office.number("""
                select count(*) from supervision_matter where id = '%s' and status = 'DRAFT' and basis = 'SUPERIOR_TASK'
                  and basis_evidence like '市政府督查室%%' and drafted_by_id = '%s'""".formatted(confirmed.text("matterId"), demo(HANDLER))))
                .isEqualTo(1);
        assertThat(office.number(
                        "select count(*) from todo where subject_id = '%s' and action = 'SUBMIT_MATTER' and closed_at is null"
                                .formatted(confirmed.text("matterId"))))
                .isPositive();
    }

    @Test
    void makesNoMatterOfWhatTheClerkDoesNotCallOneNorOfAUnitsPaper() {
        var paper = fromSuperior();
        office.does(HANDLER, paper, "assignment-drafts", "{\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 5)))
                .expect(200);
        assertThat(office.does(DIRECTOR, paper, "assignment-confirmations", "")
                        .expect(200)
                        .text("matterId"))
                .isEmpty();
        var own = office.submitted("本区单位的请示", "REQUEST");
        office.writes(DEPUTY, own, "AGREE", "同意").expect(200);
        office.writes(CHIEF, own, "ACT", "请办理").expect(200);
        office.does(
                        HANDLER,
                        own,
                        "assignment-drafts",
                        "{\"supervise\":true,\"assignments\":[%s]}".formatted(part(URBAN, "HOST", 5)))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void keepsTheLedgersLineOnTheDirectorsDeskUntilHeHasSeenIt() {
        var paper = office.at(REGISTRAR)
                .post("/incoming-documents/offline-registrations", """
                {"leaderId":"%s","date":"2026-11-20","handedBy":"住建局张某","reason":"当面送签","senderName":"区住建局","docType":"REPORT",
                 "urgency":"NORMAL","title":"关于复工的报告","text":"(见照片)","handlingKind":"ACTION"}""".formatted(demo(CHIEF)))
                .expect(201)
                .text("id");
        assertThat(office.todos(DIRECTOR, "SEE_BYPASS", paper)).isEqualTo(1);
        var at = "/incoming-documents/" + paper + "/bypass-acknowledgements";
        for (int other : new int[] {REGISTRAR, OFFICE_DEPUTY, CHIEF}) {
            office.at(other).post(at, "{}").refused(403, "E_GEN_SCOPE");
        }

        office.at(DIRECTOR).post(at, "{\"words\":\"已提醒住建局\"}").expect(200);

        assertThat(office.todos(DIRECTOR, "SEE_BYPASS", paper)).isZero();
        assertThat(office.number(
                        "select count(*) from incoming_entry where document_id = '%s' and step = 'SEE_BYPASS' and words = '已提醒住建局'"
                                .formatted(paper)))
                .isEqualTo(1);
        assertThat(office.at(DIRECTOR)
                        .get("/bypass-ledger?limit=100")
                        .expect(200)
                        .body()
                        .get("items")
                        .get(0)
                        .get("seenBy")
                        .asString())
                .isEqualTo(demo(DIRECTOR).toString());
        office.at(DIRECTOR).post(at, "{}").refused(409, "E_GEN_ILLEGAL_STATE");
        var ordinary = office.registered("按程序报送", "REPORT", "ACTION");
        office.at(DIRECTOR)
                .post("/incoming-documents/" + ordinary + "/bypass-acknowledgements", "{}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    /** Both units have signed for it: the urban bureau hosts, the housing bureau helps. */
    private String atWork() {
        var paper = office.assigned("关于联合整治的报告", "REPORT", part(URBAN, "HOST", 10) + "," + part(HOUSING, "CO", 0));
        office.unit(234, paper, URBAN, "receipts", office.signedBody(235, 233)).expect(200);
        office.unit(230, paper, HOUSING, "receipts", office.signedBody(231, 229))
                .expect(200);
        return paper;
    }

    private String fromSuperior() {
        var paper = office.at(REGISTRAR)
                .post("/incoming-documents/notices", """
                {"senderName":"市政府督查室","senderNumber":"%s","caller":"王某","docType":"TELEGRAM","urgency":"NORMAL",
                 "title":"关于整改落实的督办通知","text":"请于月底前整改","handlingKind":"ACTION"}""".formatted(java.util.UUID.randomUUID()))
                .expect(201)
                .text("id");
        office.does(HANDLER, paper, "proposals", proposal()).expect(200);
        office.does(SECTION_CHIEF, paper, "proposal-checks", "{}").expect(200);
        office.submit(paper, DEPUTY).expect(200);
        office.writes(DEPUTY, paper, "ACT", "请城管局整改").expect(200);
        return paper;
    }
}
