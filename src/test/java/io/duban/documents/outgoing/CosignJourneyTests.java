package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Co-signing (会签) and legality review over HTTP: who must agree before a leader sees the paper. */
class CosignJourneyTests extends WholeWayTests {

    @Test
    void bringsADisagreementBeforeTheOfficeAndPrintsItOnTheSheet() {
        var id = drafted(Map.of("touchesOtherPowers", true));
        does(HEAD, "submissions", id, Map.of()).refused(422, "E_DOC_COSIGN_REQUIRED");
        does(LIAISON, "cosign-requests", id, asking(URBAN)).refused(403, "E_GEN_SCOPE");
        in("COSIGNING", does(HEAD, "cosign-requests", id, asking(URBAN, POLICE)));
        assertThat(todos(URBAN_HEAD, "ANSWER_COSIGN", id)).isEqualTo(1);
        assertThat(clocks(id)).isEqualTo(2);

        says(DEPUTY, "cosign-answers", id, answer("AGREE", id)).expect(403);
        at(240).post("/outgoing-documents/" + id + "/cosign-answers", UUID.randomUUID(), json(answer("AGREE", id)))
                .expect(404);
        says(URBAN_HEAD, "cosign-answers", id, Map.of("answer", "AGREE", "textHash", "0".repeat(64)))
                .refused(422, "E_DOC_TEXT_CHANGED");
        says(URBAN_HEAD, "cosign-answers", id, Map.of("answer", "DISAGREE", "textHash", hash(id)))
                .refused(400, "E_GEN_VALIDATION");
        says(URBAN_HEAD, "cosign-answers", id, answer("DISAGREE", id)).expect(200);
        assertThat(todos(URBAN_HEAD, "ANSWER_COSIGN", id)).isZero();
        assertThat(todos(POLICE_HEAD, "ANSWER_COSIGN", id))
                .as("the other unit's stays")
                .isEqualTo(1);
        says(URBAN_HEAD, "cosign-answers", id, answer("AGREE", id)).refused(403, "E_GEN_SCOPE");

        close(id, "SUBMIT").refused(409, "E_GEN_ILLEGAL_STATE");
        says(POLICE_HEAD, "cosign-answers", id, answer("AGREE", id)).expect(200);
        assertThat(clocks(id)).isZero();
        close(id, "SUBMIT").refused(422, "E_DOC_UNRESOLVED_DISAGREEMENT");
        does(HEAD, "cosign-escalations", id, Map.of("unitId", POLICE, "coordination", "x"))
                .refused(400, "E_GEN_VALIDATION");
        does(HEAD, "cosign-escalations", id, Map.of("unitId", URBAN, "coordination", "两次协商未果"))
                .expect(200);
        assertThat(todos(DIRECTOR, "COORDINATE_COSIGN", id)).isEqualTo(1);
        does(LIAISON, "cosign-closings", id, Map.of("closing", "SUBMIT")).refused(422, "E_DOC_UNSIGNED_BY_UNIT_HEAD");
        var submitted = close(id, "SUBMIT");
        in("OFFICE_REVIEW", submitted);
        assertThat(submitted.body().get("cosigns").toString()).contains("DISAGREE", "两次协商未果");
        assertThat(todos(REVIEWER, "PASS_REVIEW", id)).isEqualTo(1);
    }

    @Test
    void asksAgainAboutAChangedTextAndLetsNobodyFallOffTheSheet() {
        var id = drafted(Map.of());
        does(HEAD, "cosign-requests", id, asking(URBAN, POLICE)).expect(200);
        says(URBAN_HEAD, "cosign-answers", id, answer("AGREE_WITH_CHANGES", id)).expect(200);
        in("DRAFTING", close(id, "REVISE"));
        does(HEAD, "submissions", id, Map.of()).refused(422, "E_DOC_COSIGN_REQUIRED");
        does(LIAISON, "text", id, Map.of()).expect(405);
        rewrite(id);

        does(HEAD, "cosign-requests", id, asking(URBAN)).expect(200);
        says(URBAN_HEAD, "cosign-answers", id, answer("AGREE", id)).expect(200);
        close(id, "SUBMIT").refused(422, "E_DOC_COSIGN_REQUIRED");
        in("DRAFTING", close(id, "KEEP"));
        does(HEAD, "cosign-requests", id, asking(POLICE)).expect(200);
        says(POLICE_HEAD, "cosign-answers", id, answer("AGREE", id)).expect(200);
        in("OFFICE_REVIEW", close(id, "SUBMIT"));
        assertThat(get(id).body().get("cosigns").size()).isEqualTo(4);
    }

    @Test
    void givesOneExtensionAndTakesNoSilenceForConsent() {
        var id = drafted(Map.of());
        does(HEAD, "cosign-requests", id, asking(URBAN, POLICE)).expect(200);
        does(HEAD, "cosign-extensions", id, Map.of("unitId", URBAN, "reason", "须开会研究"))
                .expect(200);
        does(HEAD, "cosign-extensions", id, Map.of("unitId", URBAN, "reason", "再次"))
                .refused(400, "E_GEN_VALIDATION");
        run("update outgoing_cosign set due_at = now() - interval '1 day' where document_id = '%s'".formatted(id));
        does(HEAD, "cosign-extensions", id, Map.of("unitId", POLICE, "reason", "迟了"))
                .refused(422, "E_GEN_EXTENSION_LATE");
        says(URBAN_HEAD, "cosign-answers", id, answer("AGREE", id)).expect(200);
        close(id, "KEEP").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(count("select count(*) from deadline where subject_id = '%s' and step = 'COSIGN_EXTENDED:%s'"
                        .formatted(id, URBAN)))
                .isEqualTo(1);
    }

    @Test
    void presentsANormativePaperOnlyWithTheOpinionLegalOnThisVeryText() {
        var id = drafted(Map.of("normative", true));
        submitAndReview(id);
        present(id, DEPUTY).refused(422, "E_DOC_LEGALITY_REQUIRED");
        in("LEGAL_REVIEW", does(REVIEWER, "legal-reviews", id, Map.of("kind", "NORMATIVE", "materials", "起草说明、依据")));
        assertThat(todos(LAWYER, "GIVE_LEGAL_OPINION", id)).isEqualTo(1);
        does(DIRECTOR, "legal-opinions", id, opinion("LEGAL")).expect(403);
        at(LAWYER).get("/outgoing-documents/" + id).expect(200);
        in("OFFICE_REVIEW", does(LAWYER, "legal-opinions", id, opinion("LEGAL_IF_CHANGED")));
        present(id, DEPUTY).refused(422, "E_DOC_LEGALITY_REQUIRED");

        does(
                        REVIEWER,
                        "returns",
                        id,
                        Map.of("reviewDefects", List.of(Map.of("point", "LAWFULNESS", "what", "第二条超越权限"))))
                .expect(200);
        rewrite(id);
        submitAndReview(id);
        present(id, DEPUTY).refused(422, "E_DOC_LEGALITY_REQUIRED");
        does(REVIEWER, "legal-reviews", id, Map.of("kind", "NORMATIVE", "materials", "修改稿"))
                .expect(200);
        does(LAWYER, "legal-opinions", id, opinion("ILLEGAL")).expect(200);
        present(id, DEPUTY).refused(422, "E_DOC_LEGALITY_REQUIRED");
        does(REVIEWER, "legal-reviews", id, Map.of("kind", "NORMATIVE", "materials", "补充依据"))
                .expect(200);
        does(LAWYER, "legal-opinions", id, opinion("LEGAL")).expect(200);
        in("AWAITING_SIGNATURE", present(id, DEPUTY));
        assertThat(get(id).body().get("legalReviews").size()).isEqualTo(3);
    }

    @Test
    void refusesToIssueAndTellsTheHeadOfTheThirdReturn() {
        var id = drafted(Map.of());
        for (int round = 1; round <= 3; round++) {
            does(HEAD, "submissions", id, Map.of()).expect(200);
            does(REVIEWER, "returns", id, Map.of("defects", List.of("错字"))).expect(200);
        }
        assertThat(get(id).body().get("returnedRepeatedly").asBoolean()).isTrue();
        assertThat(count("select count(*) from event_log where subject_id = '%s' and type like '%%.returnedRepeatedly'"
                        .formatted(id)))
                .isEqualTo(1);
        does(HEAD, "submissions", id, Map.of()).expect(200);
        does(REVIEWER, "returns", id, Map.of()).refused(400, "E_GEN_VALIDATION");
        var refusal = Map.of("reason", "DISPENSABLE", "note", "已有同类文件");
        does(REVIEWER, "refusals", id, refusal).refused(403, "E_GEN_SCOPE");
        in("NOT_ISSUED", does(DIRECTOR, "refusals", id, refusal));
        assertThat(count("select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(id)))
                .isZero();
        assertThat(count(
                        "select count(*) from deadline where subject_id = '%s' and satisfied_at is null".formatted(id)))
                .isZero();
    }

    @Test
    void asksTheLegalReviewerAndTheCosignersAgainAboutANewFile() {
        var normative = drafted(Map.of("normative", true));
        submitAndReview(normative);
        legal(normative);
        does(REVIEWER, "returns", normative, Map.of("defects", List.of("缺附件"))).expect(200);
        attach(normative);
        submitAndReview(normative);
        assertThat(get(normative)
                        .body()
                        .get("legalReviews")
                        .get(0)
                        .get("current")
                        .asBoolean())
                .isFalse();
        present(normative, DEPUTY).refused(422, "E_DOC_LEGALITY_REQUIRED");
        legal(normative);
        in("AWAITING_SIGNATURE", present(normative, DEPUTY));

        var cosigned = drafted(Map.of());
        does(HEAD, "cosign-requests", cosigned, asking(URBAN)).expect(200);
        says(URBAN_HEAD, "cosign-answers", cosigned, answer("AGREE", cosigned)).expect(200);
        in("DRAFTING", close(cosigned, "KEEP"));
        attach(cosigned);
        does(HEAD, "submissions", cosigned, Map.of()).refused(422, "E_DOC_COSIGN_REQUIRED");
        does(HEAD, "cosign-requests", cosigned, asking(URBAN)).expect(200);
        says(URBAN_HEAD, "cosign-answers", cosigned, answer("AGREE", cosigned)).expect(200);
        in("OFFICE_REVIEW", close(cosigned, "SUBMIT"));
    }

    @Test
    void isSignedByNobodyWhenItsSubstanceChangedAfterTheLegalityReview() {
        var id = drafted(Map.of("normative", true));
        submitAndReview(id);
        legal(id);
        present(id, DEPUTY).expect(200);
        sign(DEPUTY, id).expect(200);
        var edit = Map.of("edits", List.of(Map.of("kind", "SUBSTANTIVE", "what", "加罚则")), "text", "罚款十万元。");
        in("AWAITING_SIGNATURE", does(REVIEWER, "rechecks", id, edit));
        assertThat(at(DEPUTY)
                        .get("/outgoing-documents/" + id)
                        .body()
                        .get("legalActions")
                        .toString())
                .contains("RETURN_TO_OFFICE")
                .doesNotContain("\"SIGN\"");
        sign(DEPUTY, id).refused(422, "E_DOC_LEGALITY_REQUIRED");

        var back = new java.util.HashMap<>(verdict("RETURN", id));
        back.put("toOffice", true);
        in("OFFICE_REVIEW", does(DEPUTY, "decisions", id, back));
        does(REVIEWER, "reviews", id, Map.of()).expect(200);
        legal(id);
        present(id, DEPUTY).expect(200);
        in("SIGNED", sign(DEPUTY, id));
    }

    private void legal(UUID id) {
        does(REVIEWER, "legal-reviews", id, Map.of("kind", "NORMATIVE", "materials", "起草说明"))
                .expect(200);
        does(LAWYER, "legal-opinions", id, opinion("LEGAL")).expect(200);
    }

    private void attach(UUID id) {
        assertThat(new Desktop(port, id(LIAISON))
                        .attaches(id.toString(), "rules.txt", "罚款标准".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    private void rewrite(UUID id) {
        assertThat(new Desktop(port, id(LIAISON))
                        .does("text", id.toString(), Map.of("title", "关于供暖的通知", "text", "改后正文"))
                        .status())
                .isEqualTo(200);
    }

    private Answer close(UUID id, String closing) {
        return does(HEAD, "cosign-closings", id, Map.of("closing", closing));
    }

    private Map<String, Object> answer(String answer, UUID id) {
        return Map.of("answer", answer, "reason", "第二条与我单位职责不符", "textHash", hash(id));
    }

    private long clocks(UUID id) {
        return count(
                "select count(*) from deadline where subject_id = '%s' and step like 'COSIGN%%' and satisfied_at is null"
                        .formatted(id));
    }

    private static Map<String, Object> opinion(String conclusion) {
        return Map.of("conclusion", conclusion, "opinion", "意见见附页。");
    }

    private static Map<String, Object> asking(UUID... units) {
        return Map.of(
                "questions",
                List.of(units).stream()
                        .map(unit -> Map.of("unitId", unit, "question", "是否同意第二条分工?"))
                        .toList());
    }
}
