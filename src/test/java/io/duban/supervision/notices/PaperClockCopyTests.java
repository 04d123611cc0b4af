package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;

import io.duban.platform.jobs.Job;
import io.duban.support.OutdatedClocks;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A paper of supervision shows the date of its clock when the calendar has moved that. */
@ServerTest
class PaperClockCopyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestDatabase testDatabase;

    Overdue overdue;

    @BeforeEach
    void open() {
        overdue = new Overdue(port, testDatabase).since(30);
    }

    @Test
    void aChaseLetterFollows() {
        var letter = overdue.chase(SUPERVISOR).expect(201).id();
        overdue.step(DIRECTOR, "/chase-letters/" + letter, "signatures", "{\"verdict\": \"SIGN\"}")
                .expect(200);
        follow(letter, "supervision_chase_letter.id");
    }

    @Test
    void aCardFollowsToItsReceiptAndToTheWordOnItsObjection() {
        var card = overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201).id();
        follow(card, "supervision_card.id");
        overdue.step(URBAN_HEAD, "/warning-cards/" + card, "objections", "{\"objection\": \"已于到期前办结\"}")
                .expect(200);
        follow(card, "supervision_card.id");
    }

    @Test
    void aBulletinFollowsWithTheHearingOfThoseItNames() {
        var bulletin = overdue.phone(SUPERVISOR)
                .post("/supervision-bulletins", """
                        {"title": "督查情况通报", "text": "城管局逾期未办结", "tone": "CRITICISE", "namedUnitIds": ["%s"], "recipientUnitIds": ["%s"]}""".formatted(URBAN, DONGHU))
                .expect(201)
                .id();
        var path = "/supervision-bulletins/" + bulletin;
        overdue.step(SUPERVISION_CHIEF, path, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, path, "hearings", "{}").expect(200);
        follow(bulletin, "supervision_bulletin.id.due_at+hearing_until");
    }

    private void follow(UUID paper, String copy) {
        OutdatedClocks.of(paper, database, jobs, copy).followedBy(1);
    }
}
