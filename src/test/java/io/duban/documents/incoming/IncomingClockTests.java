package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.platform.jobs.Job;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** What nobody does in time lies on the desk of whoever must see to it then, once; and what lies on nobody's desk is found. */
@ServerTest
class IncomingClockTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @Autowired
    @Qualifier("clockSweepJob")
    Job sweep;

    @Autowired
    OrphanCheck orphans;

    @Test
    void tellsTheUnitsDeputyAndHeadWhenNobodySignsForIt() {
        var paper = office.assigned("无人签收的报告", "REPORT", part(URBAN, "HOST", 10));
        overdue(paper, "SIGN_FOR:%");
        sweepTwice(paper);
        assertThat(office.todos(233, "URGE_SIGN_FOR", paper)).as("the deputy").isEqualTo(1);
        assertThat(office.todos(232, "URGE_SIGN_FOR", paper))
                .as("the head, so soon")
                .isZero();
        assertThat(office.todos(230, "URGE_SIGN_FOR", paper))
                .as("nobody of another unit")
                .isZero();
        assertThat(office.todos(234, "SIGN_FOR_ASSIGNMENT", paper))
                .as("it is signed for by nobody itself")
                .isEqualTo(1);
        assertThat(saidOverdue(paper)).isEqualTo(1);

        office.execute(
                "update deadline set second_due_at = now() - interval '1 minute' where subject_id = '%s' and second_due_at is not null"
                        .formatted(paper));
        sweepTwice(paper);
        assertThat(office.todos(232, "URGE_SIGN_FOR", paper))
                .as("the head, a working day later")
                .isEqualTo(1);

        office.unit(234, paper, URBAN, "receipts", office.signedBody(235, 233)).expect(200);
        assertThat(office.todos(233, "URGE_SIGN_FOR", paper) + office.todos(232, "URGE_SIGN_FOR", paper))
                .isZero();
    }

    @Test
    void tellsTheRegistrarWhoHasNotRead() {
        var paper = office.proposed("无人阅看的通知", "NOTICE", "READING");
        office.does(
                        REGISTRAR,
                        paper,
                        "circulations",
                        "{\"mode\":\"PARALLEL\",\"readerIds\":[\"%s\",\"%s\"]}"
                                .formatted(demo(DEPUTY), demo(OTHER_DEPUTY)))
                .expect(200);
        overdue(paper, "READ:%");
        sweepTwice(paper);
        assertThat(office.todos(REGISTRAR, "URGE_READING", paper))
                .as("one for each reader who is late")
                .isEqualTo(2);
        assertThat(office.todos(DEPUTY, "READ", paper)).isEqualTo(1);
        office.at(DEPUTY)
                .post("/incoming-documents/" + paper + "/readings", "{}")
                .expect(200);
        assertThat(office.todos(REGISTRAR, "URGE_READING", paper)).isEqualTo(1);
        office.at(OTHER_DEPUTY)
                .post("/incoming-documents/" + paper + "/readings", "{}")
                .expect(200);
        assertThat(office.todos(REGISTRAR, "URGE_READING", paper)).isZero();
    }

    @Test
    void remindsOnALeadersStepAndChangesNothing() {
        var paper = office.proposed("领导未批的请示", "REQUEST", "ACTION");
        office.submit(paper, DEPUTY).expect(200);
        var version = office.versionOf(paper);
        overdue(paper, "INSTRUCT:%");
        sweepTwice(paper);
        assertThat(office.todos(DIRECTOR, "REMIND_LEADER", paper)).isEqualTo(1);
        assertThat(office.todos(DEPUTY, "INSTRUCT", paper)).isEqualTo(1);
        assertThat(office.versionOf(paper)).isEqualTo(version);
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and light = 'RED' and priority <> 'REMINDER'"
                                .formatted(paper)))
                .as("a reminder, and never a card")
                .isZero();
        assertThat(saidOverdue(paper)).isEqualTo(1);
        office.writes(DEPUTY, paper, "AGREE", "同意").expect(200);
        assertThat(office.todos(DIRECTOR, "REMIND_LEADER", paper)).isZero();
    }

    @Test
    void findsAnOrphanOnceHoweverManyLookForIt() {
        var paper = office.assigned("待办丢失的报告", "REPORT", part(URBAN, "HOST", 10));
        office.execute("delete from todo where subject_id = '%s'".formatted(paper));
        Flux.range(0, 6).flatMap(i -> orphans.check()).then().block();
        orphans.check().block();
        assertThat(office.number(
                        "select count(*) from event_log where subject_id = '%s' and type = 'document.orphan.detected' and priority = 'URGENT' and '%s' = any(addressee_ids)"
                                .formatted(paper, demo(DIRECTOR))))
                .isEqualTo(1);
        assertThat(office.todos(DIRECTOR, "RESUME_ORPHAN", paper)).isEqualTo(1);
        assertThat(office.number(
                        "select count(*) from incoming_entry where document_id = '%s' and step = 'ORPHAN' and person_id is null"
                                .formatted(paper)))
                .as("on the handling sheet as nobody's step")
                .isEqualTo(1);
    }

    @Test
    void leavesAPaperThatIsAtItsEndOrOnSomebodysDesk() {
        var ended = office.submitted("已作废的请示", "REQUEST");
        office.does(DIRECTOR, ended, "voidings", "{\"reason\":\"重复\"}").expect(200);
        office.execute("delete from todo where subject_id = '%s'".formatted(ended));
        var busy = office.submitted("有人在办的请示", "REQUEST");
        orphans.check().block();
        assertThat(office.number(
                        "select count(*) from event_log where subject_id in ('%s', '%s') and type = 'document.orphan.detected'"
                                .formatted(ended, busy)))
                .isZero();
    }

    private void overdue(String paper, String step) {
        office.execute(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where subject_id = '%s' and step like '%s'"
                        .formatted(paper, step));
    }

    private void sweepTwice(String paper) {
        Flux.range(0, 4).flatMap(i -> sweep.work().get()).then().block();
        // The product sweeps as well: a clock it has in hand at this moment is passed over by all others.
        await().until(() -> {
            sweep.work().get().block();
            return unswept(paper) == 0;
        });
    }

    /** Clocks that have still to be spoken of, or whose second level has no date yet. */
    private long unswept(String paper) {
        return office.number("""
                select count(*) from deadline where subject_id = '%s' and satisfied_at is null
                  and (overdue_at is null and current_due_at < now() or second_told_at is null and second_due_at < now()
                    or overdue_at is not null and second_roles is not null and second_due_at is null)""".formatted(paper));
    }

    private long saidOverdue(String paper) {
        return office.number(
                "select count(*) from event_log where subject_id = '%s' and light = 'RED' and type like '%%verdue'"
                        .formatted(paper));
    }
}
