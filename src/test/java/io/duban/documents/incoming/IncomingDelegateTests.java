package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader is absent and his delegate instructs (代批): within his limits, with both names on it, and never on his own work. */
@ServerTest
class IncomingDelegateTests {

    private static final String WORDS = "{\"verdict\":\"ACT\",\"form\":\"TEXT\",\"words\":\"请城管局办理\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @AfterEach
    void nobodyActsForAnybody() {
        office.execute("update delegation set ended_at = now() where ended_at is null");
    }

    @Test
    void namesBothWhereverItIsRecordedAndTellsBoth() {
        office.mandate(DEPUTY, OTHER_DEPUTY, "");
        var paper = awaiting();
        assertThat(office.todos(OTHER_DEPUTY, "INSTRUCT", paper))
                .as("on the delegate's desk")
                .isEqualTo(1);
        assertThat(office.todos(DEPUTY, "INSTRUCT", paper))
                .as("and on the leader's")
                .isEqualTo(1);
        assertThat(office.at(OTHER_DEPUTY)
                        .get("/me/todos?limit=100")
                        .expect(200)
                        .body()
                        .toString())
                .contains(paper);

        var answer = office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS)
                .expect(200);

        var seat = answer.body().get("leaders").get(0);
        assertThat(seat.get("leaderId").asString()).isEqualTo(demo(DEPUTY).toString());
        assertThat(seat.get("writtenBy").asString())
                .isEqualTo(demo(OTHER_DEPUTY).toString());
        assertThat(rows(
                        "incoming_entry where document_id = '%s' and step = 'INSTRUCT' and person_id = '%s' and actor_id = '%s'",
                        paper))
                .as("the handling sheet")
                .isEqualTo(1);
        assertThat(office.number("select count(*) from leader_instruction where source_id = '%s' and leader_id = '%s'"
                        .formatted(paper, demo(DEPUTY))))
                .as("the words are the leader's")
                .isEqualTo(1);
        assertThat(rows(
                        "audit_row where subject_id = '%s' and action = 'instructIncomingDocument' and on_behalf_of = '%s' and actor_id = '%s'",
                        paper))
                .isEqualTo(1);
        assertThat(rows(
                        "event_log where subject_id = '%s' and type = 'document.incoming.instructed' and on_behalf_of = '%s' and actor_id = '%s' and addressee_ids @> array['"
                                + demo(DEPUTY) + "'::uuid, '" + demo(OTHER_DEPUTY) + "'::uuid]",
                        paper))
                .as("both are informed")
                .isEqualTo(1);
        assertThat(office.number(
                        "select count(*) from event_log e join leader_instruction i on i.id = e.subject_id where i.source_id = '%s' and e.on_behalf_of = '%s' and e.actor_id = '%s'"
                                .formatted(paper, demo(DEPUTY), demo(OTHER_DEPUTY))))
                .as("of the instruction as well")
                .isPositive();
        assertThat(office.todos(OTHER_DEPUTY, "INSTRUCT", paper) + office.todos(DEPUTY, "INSTRUCT", paper))
                .isZero();
    }

    @Test
    void isHeldToTheKindsOfPaperOfHisMandate() {
        office.mandate(DEPUTY, OTHER_DEPUTY, "document_kinds = array['REQUEST']");
        var paper = awaiting();

        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "reworks", "{\"reason\":\"不清\"}")
                .refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
        unchanged(paper);
    }

    @Test
    void isHeldToTheUnitsOfHisMandate() {
        office.mandate(DEPUTY, OTHER_DEPUTY, "unit_ids = array['%s'::uuid]".formatted(HEALTH));
        var paper = awaiting();

        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).refused(403, "E_GEN_SCOPE");
        unchanged(paper);
        office.execute("update delegation set unit_ids = array['%s'::uuid] where ended_at is null".formatted(HOUSING));
        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).expect(200);
    }

    @Test
    void decidesWhatIsReservedToTheChiefOnlyWhenHePresides() {
        var mandate = office.mandate(CHIEF, OTHER_DEPUTY, "");
        var paper = office.proposed("重要报告", "REPORT", "ACTION");
        office.submit(paper, DEPUTY, CHIEF).expect(200);
        office.writes(DEPUTY, paper, "AGREE", "同意").expect(200);
        office.execute("update incoming_document set importance = 'HIGH' where id = '%s'".formatted(paper));

        office.doesFor(CHIEF, OTHER_DEPUTY, paper, "instructions", WORDS).refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
        office.execute("update delegation set presiding = true where id = '%s'".formatted(mandate));
        office.doesFor(CHIEF, OTHER_DEPUTY, paper, "instructions", WORDS).expect(200);
    }

    @Test
    void doesNotInstructWhatHePresentedHimself() {
        office.mandate(DEPUTY, DIRECTOR, "");
        var paper = awaiting();

        office.doesFor(DEPUTY, DIRECTOR, paper, "instructions", WORDS).refused(403, "E_GEN_SELF_APPROVAL");
        unchanged(paper);
    }

    @Test
    void doesNotInstructWhatHeProposedOrBrought() {
        office.mandate(DEPUTY, OTHER_DEPUTY, "");
        var paper = awaiting();
        for (var hand : new String[] {"proposed_by", "checked_by", "presented_by", "delivered_by", "signer_id"}) {
            var was = office.text("select %s::text from incoming_document where id = '%s'".formatted(hand, paper));
            office.execute("update incoming_document set %s = '%s' where id = '%s'"
                    .formatted(hand, demo(OTHER_DEPUTY), paper));
            office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).refused(403, "E_GEN_SELF_APPROVAL");
            office.execute("update incoming_document set %s = '%s' where id = '%s'".formatted(hand, was, paper));
        }
        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).expect(200);
    }

    @Test
    void opensNothingAfterItsEnd() {
        var mandate = office.mandate(DEPUTY, OTHER_DEPUTY, "");
        var paper = awaiting();
        office.at(OTHER_DEPUTY)
                .onBehalfOf(demo(DEPUTY))
                .get("/incoming-documents/" + paper)
                .expect(200);
        office.execute("update delegation set ended_at = now() where id = '%s'".formatted(mandate));

        office.doesFor(DEPUTY, OTHER_DEPUTY, paper, "instructions", WORDS).refused(403, "E_GEN_SCOPE");
        office.doesFor(DEPUTY, 234, paper, "instructions", WORDS).refused(403, "E_GEN_SCOPE");
        unchanged(paper);
    }

    @Test
    void opensNeitherTheRegisterNorTheArchive() {
        office.mandate(DIRECTOR, OFFICE_DEPUTY, "");
        var paper = office.delivered("不登记", "REPORT", "");

        office.doesFor(DIRECTOR, OFFICE_DEPUTY, paper, "receipts", "{\"pages\":1}")
                .refused(403, "E_GEN_SCOPE");
    }

    private String awaiting() {
        var paper = office.proposed("委托批示", "REPORT", "ACTION");
        office.submit(paper, DEPUTY).expect(200);
        return paper;
    }

    private void unchanged(String paper) {
        assertThat(office.text("select status from incoming_document where id = '%s'".formatted(paper)))
                .isEqualTo("AWAITING_INSTRUCTION");
        assertThat(office.number("select count(*) from leader_instruction where source_id = '%s'".formatted(paper)))
                .isZero();
    }

    /** Counts what names the paper, the leader and his delegate, in this order. */
    private long rows(String where, String paper) {
        return office.number("select count(*) from " + where.formatted(paper, demo(DEPUTY), demo(OTHER_DEPUTY)));
    }
}
