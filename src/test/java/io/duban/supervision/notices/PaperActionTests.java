package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No paper shows a button that would be refused, and none can get stuck. */
@ServerTest
class PaperActionTests {

    private static final String SIGN = "{\"verdict\": \"SIGN\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Overdue overdue;

    @BeforeEach
    void open() {
        overdue = new Overdue(port, database).since(1);
    }

    @Test
    void chasesAUnitOnceAWorkingDayWhetherByLetterOrByVoice() {
        var call = "{\"channel\": \"TELEPHONE\", \"toWhom\": \"局长\"}";
        var letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        overdue.step(DIRECTOR, letter, "signatures", SIGN).expect(200);
        overdue.step(SUPERVISOR, overdue.part(), "chases", call).refused(429, "E_GEN_CHASE_TOO_OFTEN");

        overdue = new Overdue(port, database).since(1);
        letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        overdue.step(SUPERVISOR, overdue.part(), "chases", call).expect(200);
        overdue.step(DIRECTOR, letter, "signatures", SIGN).refused(429, "E_GEN_CHASE_TOO_OFTEN");
        overdue.step(DIRECTOR, letter, "signatures", "{\"verdict\": \"REJECT\"}")
                .expect(200);
        overdue.chase(SUPERVISOR).refused(429, "E_GEN_CHASE_TOO_OFTEN");
    }

    @Test
    void showsWhoSignedForALetterNoButtonForIt() {
        var letter = "/chase-letters/" + overdue.chase(SUPERVISOR).expect(201).id();
        overdue.step(DIRECTOR, letter, "signatures", SIGN).expect(200);
        assertThat(actions(URBAN_LIAISON, letter)).containsExactly("SIGN_FOR");
        overdue.step(URBAN_LIAISON, letter, "receipts", "{}").expect(200);
        assertThat(actions(URBAN_LIAISON, letter)).isEmpty();
        assertThat(actions(URBAN_HEAD, letter)).containsExactly("SIGN_FOR");
    }

    @Test
    void keepsTheFirstReceiptOfACardAndHidesAnObjectionThatIsTooLate() {
        var card = "/warning-cards/"
                + overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(URBAN_LIAISON, card, "receipts", "{}").expect(200);
        assertThat(actions(URBAN_HEAD, card)).containsExactly("OBJECT");
        overdue.step(URBAN_HEAD, card, "receipts", "{}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(overdue.see(SUPERVISION_CHIEF, card).text("signedForById")).isEqualTo(URBAN_LIAISON.toString());
        database.execute("update supervision_card set object_until = now() - interval '1 hour' where id = '%s'"
                .formatted(card.substring(card.lastIndexOf('/') + 1)));
        assertThat(actions(URBAN_HEAD, card)).isEmpty();
    }

    @Test
    void approvesNoCardInAMatterThatWasGivenUp() {
        overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201);
        var red = "/warning-cards/"
                + overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.matter().acted(LEADER, "/cancellations", "{\"reason\": \"重复立项\"}");
        overdue.step(DIRECTOR, red, "approvals", "{\"verdict\": \"APPROVE\"}").refused(409, "E_GEN_ILLEGAL_STATE");
        overdue.step(DIRECTOR, red, "approvals", "{\"verdict\": \"REJECT\"}").expect(200);
    }

    @Test
    void hidesTheRulingFromWhoApprovedTheCard() {
        overdue.card("YELLOW_CARD", SUPERVISION_CHIEF).expect(201);
        var red = "/warning-cards/"
                + overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201).id();
        overdue.step(DIRECTOR, red, "approvals", "{\"verdict\": \"APPROVE\"}").expect(200);
        overdue.step(URBAN_HEAD, red, "objections", "{\"objection\": \"系统故障\"}").expect(200);
        assertThat(actions(DIRECTOR, red)).isEmpty();
        assertThat(actions(LEADER, red)).containsExactly("UPHOLD", "WITHDRAW");
    }

    @Test
    void givesUpASignedCorrectionThatAnotherOvertook() {
        var bulletin = bulletin();
        var first = correction(bulletin, "CORRECT");
        var second = correction(bulletin, "WITHDRAW");
        overdue.step(SUPERVISOR, first, "issues", "{}").expect(200);
        overdue.step(SUPERVISOR, second, "issues", "{}").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(actions(DIRECTOR, second)).containsExactly("CANCEL");
        overdue.step(DIRECTOR, second, "cancellations", "{\"reason\": \"已另行更正\"}")
                .expect(200);
        assertThat(overdue.todos(SUPERVISOR, second)).isEmpty();
    }

    @Test
    void showsTheSignatureOnlyWhenTheHearingIsOverAndTheCommentOnce() {
        var bulletin = drafted("{\"title\": \"关于路面修复的通报\", \"text\": \"逾期\", \"tone\": \"CRITICISE\","
                + " \"namedUnitIds\": [\"%1$s\"], \"recipientUnitIds\": [\"%1$s\"]}".formatted(URBAN));
        overdue.step(SUPERVISOR, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        assertThat(actions(LEADER, bulletin)).doesNotContain("SIGN");
        assertThat(actions(URBAN_HEAD, bulletin)).containsExactly("COMMENT");
        overdue.step(URBAN_HEAD, bulletin, "comments", "{\"unitId\": \"%s\", \"comment\": \"属实\"}".formatted(URBAN))
                .expect(200);
        assertThat(actions(URBAN_HEAD, bulletin)).isEmpty();
        assertThat(actions(LEADER, bulletin)).contains("SIGN");
    }

    @Test
    void takesNoReceiptOfATransferForADayToCome() {
        var transfer = "/clue-transfers/"
                + overdue.phone(SUPERVISOR)
                        .post(
                                "/clue-transfers",
                                "{\"receiver\": \"SUPERVISORY_COMMISSION\", \"receivingBody\": \"区监委\", \"slipNumber\": \"7\"}")
                        .expect(201)
                        .id();
        overdue.step(DIRECTOR, transfer, "approvals", "{\"verdict\": \"APPROVE\"}")
                .expect(200);
        overdue.step(SUPERVISOR, transfer, "hand-overs", "{}").expect(200);
        overdue.step(SUPERVISOR, transfer, "receipts", "{\"receivedOn\": \"2099-01-01\"}")
                .refused(400, "E_GEN_VALIDATION");
    }

    private String bulletin() {
        var bulletin = drafted("{\"title\": \"关于路面修复的通报\", \"text\": \"逾期\", \"tone\": \"NEUTRAL\","
                + " \"recipientUnitIds\": [\"%s\"]}".formatted(URBAN));
        signed(bulletin);
        overdue.step(SUPERVISOR, bulletin, "issues", "{}").expect(200);
        return bulletin;
    }

    private String correction(String bulletin, String effect) {
        var correction = "/supervision-bulletins/"
                + overdue.phone(SUPERVISOR)
                        .post(
                                bulletin + "/corrections",
                                "{\"effect\": \"%s\", \"title\": \"更正\", \"text\": \"数字有误\"}".formatted(effect))
                        .expect(201)
                        .id();
        signed(correction);
        return correction;
    }

    private String drafted(String body) {
        return "/supervision-bulletins/"
                + overdue.phone(SUPERVISOR)
                        .post("/supervision-bulletins", body)
                        .expect(201)
                        .id();
    }

    private void signed(String bulletin) {
        overdue.step(SUPERVISOR, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "signatures", "{}").expect(200);
    }

    private List<String> actions(UUID person, String paper) {
        var actions = overdue.see(person, paper).expect(200).body().get("legalActions");
        return StreamSupport.stream(actions.spliterator(), false)
                .map(action -> action.asString())
                .toList();
    }
}
