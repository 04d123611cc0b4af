package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bulletin, from the red card that opens it to the confirmations of reading, and what corrects it. */
@ServerTest
class BulletinJourneyTests {

    private static final String BY_NAME = """
            {"title": "督查情况通报", "text": "城管局逾期未办结", "tone": "%s", "namedUnitIds": ["%s"], "recipientUnitIds": ["%s"]}""";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Overdue overdue;

    @BeforeEach
    void open() {
        overdue = new Overdue(port, database).since(30);
    }

    @Test
    void leadsFromARedCardOverTheUnitsCommentToItsReaders() {
        var card = redCard();
        var bulletin = "/supervision-bulletins/" + openedBy(card);
        assertThat(overdue.todos(SUPERVISION_CHIEF, bulletin)).containsExactly("SUBMIT");
        assertThat(overdue.lists(URBAN_HEAD, bulletin)).as("a draft").isFalse();
        overdue.step(SUPERVISOR, bulletin, "texts", BY_NAME.formatted("CRITICISE", URBAN, DONGHU))
                .expect(200);
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").expect(200);

        var hearing = overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        assertThat(hearing.text("hearingUntil")).isNotEmpty();
        assertThat(overdue.lists(URBAN_HEAD, bulletin)).as("the unit it names").isTrue();
        assertThat(overdue.lists(DONGHU_HEAD, bulletin))
                .as("a unit it goes to later")
                .isFalse();
        assertThat(overdue.todos(URBAN_HEAD, bulletin)).containsExactly("COMMENT");
        overdue.step(LEADER, bulletin, "signatures", "{}").refused(422, "E_SUP_CONCLUSION_UNSUPPORTED");

        comment(bulletin).expect(200);
        comment(bulletin).refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(overdue.todos(LEADER, bulletin)).containsExactly("SIGN");
        assertThat(overdue.see(LEADER, bulletin).body().get("entries").toString())
                .contains("雨季施工受阻");
        var signed = overdue.step(LEADER, bulletin, "signatures", "{}").expect(200);
        assertThat(signed.text("status")).isEqualTo("SIGNED");
        var issued = overdue.step(SUPERVISION_CHIEF, bulletin, "issues", "{}").expect(200);
        assertThat(issued.text("number")).matches("南督通〔%d〕\\d+号".formatted(year()));

        assertThat(overdue.todos(DONGHU_LIAISON, bulletin)).containsExactly("CONFIRM_READING");
        assertThat(overdue.see(DONGHU_HEAD, bulletin).body().get("entries").toString())
                .as("another unit's comment")
                .doesNotContain("雨季施工受阻");
        read(bulletin, DONGHU_LIAISON, DONGHU).expect(200);
        read(bulletin, DONGHU_HEAD, DONGHU).expect(200);
        read(bulletin, URBAN_LIAISON, URBAN).expect(200);
        read(bulletin, URBAN_LIAISON, DONGHU).refused(403, "E_GEN_SCOPE");
        assertThat(overdue.todos(DONGHU_HEAD, bulletin)).isEmpty();
        assertThat(overdue.see(DIRECTOR, bulletin).body().get("readings")).hasSize(2);
        assertThat(overdue.see(URBAN_HEAD, bulletin).body().get("readings")).hasSize(1);
    }

    @Test
    void correctsAnIssuedBulletinByAnotherOneOnly() {
        var bulletin = issued("NEUTRAL");
        var number = overdue.see(DIRECTOR, bulletin).text("number");
        var correction = "/supervision-bulletins/"
                + overdue.phone(SUPERVISOR)
                        .post(
                                bulletin + "/corrections",
                                "{\"effect\": \"CORRECT\", \"title\": \"更正\", \"text\": \"前一通报有误,予以更正\"}")
                        .expect(201)
                        .id();
        pass(correction);
        var before = overdue.see(URBAN_HEAD, bulletin);
        assertThat(before.text("status")).isEqualTo("CORRECTED");
        assertThat(before.text("text")).as("never a silent edit").isEqualTo("城管局逾期未办结");
        assertThat(before.text("number")).isEqualTo(number);
        assertThat(correction).endsWith(before.text("correctedById"));
        assertThat(overdue.see(URBAN_HEAD, correction).text("number")).isNotEqualTo(number);
        overdue.phone(SUPERVISOR)
                .post(bulletin + "/corrections", "{\"effect\": \"WITHDRAW\", \"title\": \"撤销\", \"text\": \"予以撤销\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void letsTheDirectorSignWhatNamesNobody() {
        var bulletin = drafted("""
                {"title": "督查工作通报", "text": "总体情况", "tone": "CRITICISE", "recipientUnitIds": ["%s"]}""".formatted(DONGHU));
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").refused(400, "E_GEN_VALIDATION");
        overdue.step(LEADER, bulletin, "signatures", "{}").refused(403, "E_GEN_SCOPE");
        overdue.step(DIRECTOR, bulletin, "signatures", "{}").expect(200);
    }

    @Test
    void hearsAgainWhatWasWrittenAnew() {
        var bulletin = drafted(BY_NAME.formatted("PRAISE", URBAN, DONGHU));
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        comment(bulletin).expect(200);
        var back = overdue.step(LEADER, bulletin, "returns", "{\"reason\": \"措辞再斟酌\"}")
                .expect(200);
        assertThat(back.text("status")).isEqualTo("DRAFT");
        assertThat(overdue.lists(URBAN_HEAD, bulletin)).as("a draft again").isFalse();
        overdue.step(SUPERVISOR, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        overdue.step(LEADER, bulletin, "signatures", "{}").refused(422, "E_SUP_CONCLUSION_UNSUPPORTED");
        database.execute("update supervision_bulletin set hearing_until = now() - interval '1 minute' where id = '%s'"
                .formatted(id(bulletin)));
        overdue.step(LEADER, bulletin, "signatures", "{}").expect(200);
    }

    @Test
    void dropsTheBulletinOfAWithdrawnCardOrHasItCorrected() {
        var card = redCard();
        var draft = "/supervision-bulletins/" + openedBy(card);
        overdue.step(LEADER, card, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"结论被撤销\"}")
                .expect(200);
        assertThat(overdue.see(SUPERVISOR, draft).text("status")).isEqualTo("CANCELLED");
        assertThat(overdue.todos(SUPERVISION_CHIEF, draft)).isEmpty();

        var another = redCard();
        var bulletin = "/supervision-bulletins/" + openedBy(another);
        pass(bulletin);
        overdue.step(LEADER, another, "rulings", "{\"verdict\": \"WITHDRAW\", \"ruling\": \"结论被撤销\"}")
                .expect(200);
        assertThat(overdue.see(SUPERVISOR, bulletin).text("status")).isEqualTo("ISSUED");
        assertThat(overdue.todos(SUPERVISION_CHIEF, bulletin)).contains("CORRECT_BULLETIN");
    }

    private String redCard() {
        var card = "/warning-cards/"
                + overdue.card("RED_CARD", SUPERVISION_CHIEF).expect(201).id();
        assertThat(overdue.lists(URBAN_HEAD, card)).as("a proposal").isFalse();
        var approved = overdue.step(DIRECTOR, card, "approvals", "{\"verdict\": \"APPROVE\", \"opinion\": \"同意\"}")
                .expect(200);
        assertThat(approved.text("number")).matches("南督红〔%d〕\\d+号".formatted(year()));
        return card;
    }

    private UUID openedBy(String card) {
        var listed = overdue.phone(SUPERVISOR)
                .get("/supervision-bulletins?limit=100&status=DRAFT&matterId=" + overdue.matterId())
                .expect(200);
        for (var item : listed.body().get("items")) {
            var bulletin = overdue.see(
                    SUPERVISOR, "/supervision-bulletins/" + item.get("id").asString());
            if (card.endsWith(bulletin.text("cardId"))) {
                return bulletin.id();
            }
        }
        throw new AssertionError("no bulletin was opened by " + card);
    }

    private String issued(String tone) {
        var bulletin = drafted(BY_NAME.formatted(tone, URBAN, DONGHU));
        pass(bulletin);
        return bulletin;
    }

    private String drafted(String body) {
        return "/supervision-bulletins/"
                + overdue.phone(SUPERVISOR)
                        .post("/supervision-bulletins", body)
                        .expect(201)
                        .id();
    }

    /** The whole way of a bulletin that names URBAN. */
    private void pass(String bulletin) {
        overdue.step(SUPERVISION_CHIEF, bulletin, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, bulletin, "hearings", "{}").expect(200);
        comment(bulletin).expect(200);
        var signer = overdue.see(LEADER, bulletin).text("tone").equals("NEUTRAL") ? DIRECTOR : LEADER;
        overdue.step(signer, bulletin, "signatures", "{}").expect(200);
        overdue.step(SUPERVISOR, bulletin, "issues", "{}").expect(200);
    }

    private Answer comment(String bulletin) {
        return overdue.phone(URBAN_HEAD)
                .post(bulletin + "/comments", "{\"unitId\": \"%s\", \"comment\": \"雨季施工受阻\"}".formatted(URBAN));
    }

    private Answer read(String bulletin, UUID person, UUID unit) {
        return overdue.phone(person).post(bulletin + "/readings", "{\"unitId\": \"%s\"}".formatted(unit));
    }

    private static String id(String paper) {
        return paper.substring(paper.lastIndexOf('/') + 1);
    }
}
