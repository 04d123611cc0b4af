package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused over HTTP, and that it changes nothing. */
@ServerTest
class NoticeRefusalTests {

    private static final UUID GOVERNMENT = UUID.fromString("01900000-0000-7000-8000-000000000101");
    private static final UUID OFFICE_DEPUTY = UUID.fromString("01900000-0000-7000-8000-000000000205");

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Overdue overdue;

    @BeforeEach
    void open() {
        overdue = new Overdue(port, database);
    }

    @Test
    void chasesOnlyAfterTheRedLightOnceADayAndByTheRightHands() {
        overdue.chase(SUPERVISOR).refused(409, "E_GEN_ILLEGAL_STATE");
        overdue.since(1);
        overdue.chase(DIRECTOR).refused(403, "E_GEN_SCOPE");
        assertThat(overdue.chase(URBAN_HEAD).status()).isEqualTo(403);
        var letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        overdue.chase(SUPERVISOR).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        overdue.step(SUPERVISOR, letter, "signatures", "{\"verdict\": \"SIGN\"}")
                .refused(403, "E_GEN_SCOPE");
        overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"SIGN\"}").expect(200);
        overdue.chase(SUPERVISOR).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        overdue.step(DONGHU_LIAISON, letter, "receipts", "{}").refused(404, "E_WEB_NOT_FOUND");
        overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"REJECT\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void rejectsALetterAndTakesItOffTheDesk() {
        overdue.since(1);
        var letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        var rejected = overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"REJECT\", \"note\": \"先电话催办\"}")
                .expect(200);
        assertThat(rejected.text("opinion")).isEqualTo("先电话催办");
        assertThat(rejected.text("number")).isEmpty();
        assertThat(overdue.todos(DIRECTOR, letter)).isEmpty();
        overdue.chase(SUPERVISOR).expect(201);
    }

    @Test
    void signsNoLetterForWhatWasHandedInMeanwhile() {
        overdue.since(1);
        var letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        overdue.matter().signedFor().handedIn();
        overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"SIGN\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(overdue.see(DIRECTOR, letter).text("status")).isEqualTo("PROPOSED");
    }

    @Test
    void givesARedCardOnlyAfterAYellowOneOrThreeWorkingDays() {
        overdue.since(1);
        overdue.card("YELLOW_CARD", SUPERVISOR).refused(403, "E_GEN_SCOPE");
        overdue.card("RED_CARD", SUPERVISION_CHIEF).refused(409, "E_GEN_ILLEGAL_STATE");
        var yellow = "/warning-cards/"
                + overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).refused(409, "E_GEN_ILLEGAL_STATE");
        var red = "/warning-cards/"
                + overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(SUPERVISION_CHIEF, red, "approvals", "{\"verdict\": \"APPROVE\"}")
                .refused(403, "E_GEN_SCOPE");
        overdue.step(LEADER, red, "approvals", "{\"verdict\": \"APPROVE\"}").refused(403, "E_GEN_SCOPE");

        overdue.step(DIRECTOR, yellow, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"误发\"}")
                .expect(200);
        overdue.step(DIRECTOR, red, "approvals", "{\"verdict\": \"APPROVE\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        overdue.step(DIRECTOR, red, "approvals", "{\"verdict\": \"REJECT\", \"opinion\": \"依据已撤\"}")
                .expect(200);
    }

    @Test
    void recusesWhoApprovedARedCardFromTheObjection() {
        overdue.since(30);
        var card = "/warning-cards/"
                + overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(DIRECTOR, card, "approvals", "{\"verdict\": \"APPROVE\"}").expect(200);
        overdue.step(URBAN_HEAD, card, "objections", "{\"objection\": \"不服\"}").expect(200);
        assertThat(overdue.todos(LEADER, card)).containsExactly("DECIDE_OBJECTION");
        overdue.step(DIRECTOR, card, "rulings", "{\"verdict\": \"UPHOLD\", \"ruling\": \"维持\"}")
                .refused(403, "E_SUP_RECUSAL");
        overdue.step(LEADER, card, "rulings", "{\"verdict\": \"UPHOLD\", \"ruling\": \"维持\"}")
                .expect(200);
    }

    @Test
    void refusesAnObjectionOfTheWrongHandOrAfterItsDays() {
        var card = "/warning-cards/"
                + overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(URBAN_LIAISON, card, "objections", "{\"objection\": \"不服\"}")
                .refused(403, "E_GEN_SCOPE");
        database.execute("update supervision_card set object_until = now() - interval '1 minute' where id = '%s'"
                .formatted(card.substring(card.lastIndexOf('/') + 1)));
        overdue.step(URBAN_HEAD, card, "objections", "{\"objection\": \"不服\"}").refused(409, "E_GEN_ILLEGAL_STATE");
    }

    /** No card, no talk: the leaders' unit is out of reach of both (D16). */
    @Test
    void neverCardsLeaders() {
        database.execute("""
                update supervision_assignment set unit_id = '%1$s' where id = '%2$s';
                update deadline set step = 'HANDLE:%1$s' where subject_id = '%3$s' and step = 'HANDLE:%4$s'""".formatted(GOVERNMENT, overdue.coPart(), overdue.matterId(), DONGHU));
        for (var colour : new String[] {"YELLOW_CARD", "RED_CARD"}) {
            overdue.phone(SUPERVISION_CHIEF)
                    .post(
                            overdue.matter().part(overdue.coPart()) + "/warning-cards",
                            "{\"colour\": \"%s\", \"reason\": \"逾期\"}".formatted(colour))
                    .refused(422, "E_SUP_OBJECT_NOT_ALLOWED");
        }
        overdue.phone(SUPERVISOR)
                .post("/talk-notices", """
                        {"unitId": "%s", "reason": "逾期", "talkAt": "2099-01-01T09:00:00+08:00"}""".formatted(GOVERNMENT))
                .refused(422, "E_SUP_OBJECT_NOT_ALLOWED");
    }

    @Test
    void keepsAClassifiedClueToItsSlipAndToTheInsiders() {
        var clue = """
                {"receiver": "SUPERVISORY_COMMISSION", "receivingBody": "区监委", "slipNumber": "密传-2026-007", "classified": true%s}""";
        overdue.phone(SUPERVISOR)
                .post("/clue-transfers", clue.formatted(", \"summary\": \"内容\""))
                .refused(422, "E_GEN_CLASSIFIED_REFUSED");
        overdue.phone(OFFICE_DEPUTY).get("/clue-transfers").refused(403, "E_GEN_SCOPE");
        var transfer = "/clue-transfers/"
                + overdue.phone(SUPERVISOR)
                        .post("/clue-transfers", clue.formatted(""))
                        .expect(201)
                        .id();
        overdue.see(OFFICE_DEPUTY, transfer).refused(403, "E_GEN_SCOPE");
        assertThat(overdue.see(URBAN_HEAD, transfer).status()).isEqualTo(403);
        overdue.see(DEPUTY, transfer).refused(403, "E_GEN_SCOPE");
        assertThat(overdue.lists(LEADER, transfer)).isTrue();
        overdue.step(SUPERVISOR, transfer, "approvals", "{\"verdict\": \"APPROVE\"}")
                .refused(403, "E_GEN_SCOPE");
        overdue.step(DIRECTOR, transfer, "approvals", "{\"verdict\": \"APPROVE\"}")
                .expect(200);
        overdue.step(SUPERVISOR, transfer, "hand-overs", "{}").expect(200);
        var received = overdue.step(SUPERVISOR, transfer, "receipts", "{\"receivedOn\": \"2026-11-28\"}")
                .expect(200);
        assertThat(received.text("status")).isEqualTo("RECEIVED");
        assertThat(overdue.todos(SUPERVISOR, transfer)).isEmpty();
    }

    @Test
    void talksToTheHeadOfAUnitOnlyAfterTheChiefLeaderApproved() {
        var order = """
                {"unitId": "%s", "matterId": "%s", "reason": "多次逾期", "talkAt": "%s", "place": "区政府三楼会议室"}""";
        overdue.phone(SUPERVISOR)
                .post("/talk-notices", order.formatted(URBAN, overdue.matterId(), "2020-01-01T09:00:00+08:00"))
                .refused(400, "E_GEN_VALIDATION");
        var talk = "/talk-notices/"
                + overdue.phone(SUPERVISOR)
                        .post("/talk-notices", order.formatted(URBAN, overdue.matterId(), "2099-01-01T09:00:00+08:00"))
                        .expect(201)
                        .id();
        assertThat(overdue.lists(URBAN_HEAD, talk)).isFalse();
        overdue.step(DIRECTOR, talk, "approvals", "{\"verdict\": \"APPROVE\"}").refused(403, "E_GEN_SCOPE");
        var issued = overdue.step(LEADER, talk, "approvals", "{\"verdict\": \"APPROVE\"}")
                .expect(200);
        assertThat(issued.text("number")).matches("南督约〔%d〕\\d+号".formatted(year()));
        assertThat(overdue.lists(URBAN_HEAD, talk)).isTrue();
        assertThat(overdue.todos(URBAN_HEAD, talk)).containsExactly("SIGN_FOR");
        overdue.step(URBAN_HEAD, talk, "receipts", "{}").expect(200);
        var record = "{\"facts\": \"说明了原因\", \"measures\": [\"十日内办结\"], \"measuresDue\": \"2026-12-10\"}";
        overdue.step(DIRECTOR, talk, "records", record).refused(403, "E_GEN_SCOPE");
        var closed = overdue.step(SUPERVISOR, talk, "records", record).expect(200);
        assertThat(closed.text("status")).isEqualTo("RECORDED");
        assertThat(overdue.todos(SUPERVISOR, talk)).isEmpty();
        assertThat(overdue.see(URBAN_HEAD, talk).body().get("measures")).hasSize(1);
    }
}
