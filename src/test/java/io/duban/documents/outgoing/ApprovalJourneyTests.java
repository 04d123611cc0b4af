package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.documents.BusyServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Joint issue, verbal approval, changes by the signer's hand, order of leaders and withdrawal over HTTP. */
class ApprovalJourneyTests extends WholeWayTests {

    @Test
    void isSignedJointlyWhenTheLastBodyHasSigned() {
        var id = drafted(Map.of("jointUnitIds", List.of(URBAN, POLICE)));
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        in("COUNTERSIGNING", sign(DEPUTY, id));
        assertThat(todos(URBAN_HEAD, "COUNTERSIGN", id)).isEqualTo(1);
        says(HEAD, "countersignatures", id, verdict("SIGN", id)).refused(403, "E_GEN_SCOPE");
        in("COUNTERSIGNING", says(URBAN_HEAD, "countersignatures", id, verdict("SIGN", id)));
        assertThat(get(id).text("documentDate")).as("one is missing").isEmpty();
        says(URBAN_HEAD, "countersignatures", id, verdict("SIGN", id)).refused(403, "E_GEN_SCOPE");
        assertThat(todos(URBAN_HEAD, "COUNTERSIGN", id)).isZero();
        var last = says(POLICE_HEAD, "countersignatures", id, verdict("SIGN", id));
        in("SIGNED", last);
        assertThat(last.text("documentDate")).isNotEmpty();
        toSeal(id);
        assertThat(get(id).text("documentNumber")).as("the host's number").startsWith("南政发");
    }

    @Test
    void goesBackWhenAJointBodyReturnsIt() {
        var id = drafted(Map.of("jointUnitIds", List.of(URBAN, POLICE)));
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        sign(DEPUTY, id).expect(200);
        in("RETURNED", says(URBAN_HEAD, "countersignatures", id, verdict("RETURN", id)));
        assertThat(get(id).body().get("countersigners").toString()).contains("LAPSED");
        assertThat(todos(POLICE_HEAD, "COUNTERSIGN", id)).isZero();
    }

    @Test
    void confirmsByWritingWhatWasSaidOnTheTelephone() {
        var plain = drafted(Map.of());
        does(DIRECTOR, "verbal-approvals", plain, call(DEPUTY)).refused(422, "E_DOC_VERBAL_NOT_ALLOWED");

        var id = drafted(Map.of("urgency", "EXTRA_URGENT"));
        var twice = new HashMap<>(call(DEPUTY));
        twice.put("witnessId", id(DIRECTOR));
        does(DIRECTOR, "verbal-approvals", id, twice).refused(400, "E_GEN_VALIDATION");
        does(DIRECTOR, "verbal-approvals", id, call(203)).refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
        var signed = does(DIRECTOR, "verbal-approvals", id, call(DEPUTY));
        in("SIGNED", signed);
        assertThat(signed.body().get("verbalPending").asBoolean()).isTrue();
        assertThat(todos(DEPUTY, "CONFIRM_VERBAL", id)).isEqualTo(1);
        toSeal(id);
        issue(id).expect(200);
        does(CHIEF, "verbal-confirmations", id, answer(true, id)).expect(404);
        does(DEPUTY, "verbal-confirmations", id, Map.of("confirmed", true, "textHash", "0".repeat(64)))
                .refused(422, "E_DOC_TEXT_CHANGED");
        var confirmed =
                does(DEPUTY, "verbal-confirmations", id, answer(true, id)).expect(200);
        assertThat(confirmed.body().get("verbalPending").asBoolean()).isFalse();
        assertThat(todos(DEPUTY, "CONFIRM_VERBAL", id)).isZero();
        does(DEPUTY, "verbal-confirmations", id, answer(true, id)).refused(403, "E_GEN_SCOPE");
    }

    @Test
    void voidsTheNumberOfWhatALeaderNeverSaidAndAsksForACorrectionAfterTheIssue() {
        var id = drafted(Map.of("urgency", "EXTRA_URGENT"));
        does(DIRECTOR, "verbal-approvals", id, call(DEPUTY)).expect(200);
        does(REVIEWER, "rechecks", id, Map.of()).expect(200);
        var number = does(REGISTRAR, "numbers", id, Map.of("issuerCode", "南口发")).text("documentNumber");
        does(DEPUTY, "verbal-confirmations", id, Map.of("confirmed", false, "textHash", hash(id)))
                .refused(400, "E_GEN_VALIDATION");
        in("RETURNED", does(DEPUTY, "verbal-confirmations", id, answer(false, id)));
        assertThat(get(id).text("documentNumber")).isEmpty();
        assertThat(count("select count(*) from void_number where document_number = '%s'".formatted(number)))
                .isEqualTo(1);
        assertThat(todos(HEAD, "SUBMIT_FOR_REVIEW", id)).isEqualTo(1);

        var issued = drafted(Map.of("urgency", "EXTRA_URGENT"));
        does(DIRECTOR, "verbal-approvals", issued, call(DEPUTY)).expect(200);
        toSeal(issued);
        issue(issued).expect(200);
        in("ISSUED", does(DEPUTY, "verbal-confirmations", issued, answer(false, issued)));
        assertThat(todos(HEAD, "ISSUE_CORRECTION", issued)).isEqualTo(1);
    }

    @Test
    void leavesNothingOfADeniedApprovalOpenInTheArchivesNorOnADeskOnceItIsRevoked() {
        var denied = verballyIssued();
        does(DEPUTY, "verbal-confirmations", denied, answer(false, denied)).expect(200);
        var retention = Map.of("retentionPeriod", "PERMANENT");
        does(222, "archivings", denied, retention).refused(422, "E_DOC_OPEN_TASKS");
        var correction = issued(Map.of("correctsId", denied));
        assertThat(get(denied).body().get("correctedBy").toString()).contains(correction.toString());
        in("ARCHIVED", does(222, "archivings", denied, retention));

        var revoked = verballyIssued();
        var end = Map.of("kind", "REVOKE", "basis", "误发", "decidedBy", "ISSUER", "endsOn", "2026-12-01");
        in("REVOKED", does(DIRECTOR, "endings", revoked, end));
        assertThat(todos(DEPUTY, "CONFIRM_VERBAL", revoked)).isZero();
        assertThat(count("select count(*) from deadline where subject_id = '%s' and satisfied_at is null"
                        .formatted(revoked)))
                .isZero();
    }

    private UUID verballyIssued() {
        var id = drafted(Map.of("urgency", "EXTRA_URGENT"));
        does(DIRECTOR, "verbal-approvals", id, call(DEPUTY)).expect(200);
        toSeal(id);
        issue(id).expect(200);
        for (int liaison : List.of(234, 238)) {
            says(liaison, "receipts", id, Map.of()).expect(200);
        }
        return id;
    }

    @Test
    void asksWhoeverHasItAtHandForIt() {
        var id = drafted(Map.of());
        submitAndReview(id);
        does(DIRECTOR, "signature-requests", id, Map.of("signerId", id(CHIEF), "precedingIds", List.of(id(DEPUTY))))
                .expect(200);
        does(HEAD, "withdrawal-requests", id, Map.of("reason", "另行研究")).expect(200);
        assertThat(todos(DEPUTY, "GRANT_WITHDRAWAL", id)).isEqualTo(1);
        does(DEPUTY, "decisions", id, verdict("AGREE", id)).expect(200);
        assertThat(todos(DEPUTY, "GRANT_WITHDRAWAL", id)).isZero();
        assertThat(todos(CHIEF, "GRANT_WITHDRAWAL", id)).isEqualTo(1);
        in("WITHDRAWN", does(CHIEF, "withdrawal-answers", id, Map.of("granted", true)));
    }

    @Test
    void letsTheSignerConfirmWhatHeChangedByHand() {
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        var changing =
                Map.of("verdict", "SIGN", "textHash", hash(id), "mode", "CIRCLE", "changes", List.of("“认真”改为“逐项”"));
        in("SIGNED", does(DEPUTY, "decisions", id, changing));
        does(REVIEWER, "rechecks", id, Map.of()).refused(422, "E_DOC_ORIGINAL_SIGNER_REQUIRED");
        var edit = Map.of("edits", List.of(Map.of("kind", "SUBSTANTIVE", "what", "按签发人手写修改")), "text", "各有关单位:请逐项落实。");
        var elsewhere = new java.util.HashMap<String, Object>(edit);
        elsewhere.put("signerId", id(CHIEF));
        does(REVIEWER, "rechecks", id, elsewhere).refused(422, "E_DOC_ORIGINAL_SIGNER_REQUIRED");
        in("AWAITING_SIGNATURE", does(REVIEWER, "rechecks", id, edit));
        assertThat(todos(DEPUTY, "SIGN", id)).isEqualTo(1);
        in("SIGNED", sign(DEPUTY, id));
        in("RECHECKED", does(REVIEWER, "rechecks", id, Map.of()));
    }

    @Test
    void leavesNoDeputyOutWithoutAReason() {
        var id = drafted(Map.of());
        submitAndReview(id);
        does(DIRECTOR, "signature-requests", id, Map.of("signerId", id(CHIEF))).refused(422, "E_DOC_ORDER_SKIPPED");
        does(DIRECTOR, "signature-requests", id, Map.of("signerId", id(CHIEF), "precedingIds", List.of(id(REGISTRAR))))
                .refused(400, "E_GEN_VALIDATION");
        in(
                "AWAITING_SIGNATURE",
                does(
                        DIRECTOR,
                        "signature-requests",
                        id,
                        Map.of("signerId", id(CHIEF), "precedingIds", List.of(id(DEPUTY)))));
        assertThat(todos(CHIEF, "SIGN", id)).isZero();
        does(DEPUTY, "decisions", id, verdict("AGREE", id)).expect(200);
        var back = new java.util.HashMap<>(verdict("RETURN", id));
        back.put("toOffice", true);
        in("OFFICE_REVIEW", does(CHIEF, "decisions", id, back));
        present(id, CHIEF).refused(422, "E_DOC_BYPASS_OFFICE_REVIEW");
        does(REVIEWER, "reviews", id, Map.of()).expect(200);
        in("AWAITING_SIGNATURE", present(id, CHIEF));
    }

    @Test
    void asksForAPaperBackOnceItWasOpened() {
        var id = drafted(Map.of());
        does(HEAD, "submissions", id, Map.of()).expect(200);
        does(REVIEWER, "openings", id, Map.of()).expect(200);
        does(HEAD, "withdrawals", id, Map.of("reason", "另行研究")).refused(409, "E_GEN_ILLEGAL_STATE");
        does(REVIEWER, "withdrawal-answers", id, Map.of("granted", true)).refused(409, "E_GEN_ILLEGAL_STATE");
        does(HEAD, "withdrawal-requests", id, Map.of("reason", "另行研究")).expect(200);
        assertThat(todos(REVIEWER, "GRANT_WITHDRAWAL", id)).isEqualTo(1);
        in("OFFICE_REVIEW", does(REVIEWER, "withdrawal-answers", id, Map.of("granted", false)));
        does(HEAD, "withdrawal-requests", id, Map.of("reason", "确须撤回")).expect(200);
        in("WITHDRAWN", does(REVIEWER, "withdrawal-answers", id, Map.of("granted", true)));
        assertThat(count("select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(id)))
                .isZero();
    }

    @Test
    void letsOneOfFiftyDecideAtOnce() throws Exception {
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        var body = json(verdict("SIGN", id));
        var seen = version(id);
        var executor = Executors.newFixedThreadPool(50);
        try {
            var decide = "/outgoing-documents/" + id + "/decisions";
            var statuses = executor
                    .invokeAll(Stream.generate(UUID::randomUUID)
                            .limit(50)
                            .<Callable<Integer>>map(key ->
                                    () -> BusyServer.insist(() -> at(DEPUTY).post(decide, seen, key, body))
                                            .status())
                            .toList())
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412).hasSize(49);
        } finally {
            executor.shutdownNow();
        }
    }

    private Map<String, Object> answer(boolean confirmed, UUID id) {
        return Map.of("confirmed", confirmed, "textHash", hash(id), "words", "没有同意过。");
    }

    private static Map<String, Object> call(int leader) {
        return Map.of(
                "leaderId", id(leader),
                "callerId", id(DIRECTOR),
                "witnessId", id(REGISTRAR),
                "toldAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "exactWords", "同意,先发,我回来补签。");
    }
}
