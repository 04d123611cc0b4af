package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of papers after they were numbered and issued, and what a draft may not be, over HTTP. */
class AftermathJourneyTests extends WholeWayTests {

    @Test
    void correctsAPaperByAnotherOneAndNeverReplacesIt() {
        var original = issued(Map.of());
        var before = get(original).body();
        draft(Map.of("correctsId", UUID.randomUUID())).refused(400, "E_GEN_VALIDATION");
        draft(Map.of("correctsId", original, "mainRecipients", List.of(URBAN))).refused(400, "E_GEN_VALIDATION");
        var correction = issued(Map.of("correctsId", original, "title", "关于更正供暖保障通知的通知"));
        var after = get(original).body();
        assertThat(after.get("correctedBy").toString()).contains(correction.toString());
        assertThat(after.get("textHash")).isEqualTo(before.get("textHash"));
        assertThat(count("select count(*) from event_log where subject_id = '%s' and type like '%%.corrected'"
                        .formatted(original)))
                .isEqualTo(1);
    }

    @Test
    void tellsEveryRecipientThatAPaperIsNoLongerInForce() {
        var id = issued(Map.of());
        at(234).post("/outgoing-documents/" + id + "/receipts", UUID.randomUUID(), "{}")
                .expect(200);
        var end = Map.of("kind", "REPEAL", "basis", "区政府常务会议决定", "decidedBy", "ISSUER", "endsOn", "2026-12-01");
        does(REGISTRAR, "endings", id, end).expect(403);
        does(
                        DIRECTOR,
                        "endings",
                        id,
                        Map.of("kind", "SUPERSEDE", "basis", "依据", "decidedBy", "ISSUER", "endsOn", "2026-12-01"))
                .refused(400, "E_GEN_VALIDATION");
        in("REPEALED", does(DIRECTOR, "endings", id, end));
        assertThat(todos(234, "NOTE_END", id)).isEqualTo(1);
        assertThat(todos(238, "NOTE_END", id)).isEqualTo(1);
        assertThat(todos(238, "SIGN_FOR", id)).isZero();
        at(234).post("/outgoing-documents/" + id + "/receipts", UUID.randomUUID(), "{}")
                .expect(200);
        assertThat(todos(234, "NOTE_END", id)).isZero();
        assertThat(todos(238, "NOTE_END", id)).isEqualTo(1);

        var other = issued(Map.of());
        in(
                "SUPERSEDED",
                does(
                        DIRECTOR,
                        "endings",
                        other,
                        Map.of(
                                "kind", "SUPERSEDE",
                                "basis", "依据",
                                "decidedBy", "ISSUER",
                                "endsOn", "2026-12-01",
                                "replacedById", issued(Map.of()))));
    }

    @Test
    void leavesNoMainRecipientOut() {
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        sign(DEPUTY, id).expect(200);
        toSeal(id);
        does(REGISTRAR, "issues", id, Map.of("recipients", List.of(URBAN))).refused(400, "E_GEN_VALIDATION");
        in("ISSUED", issue(id));
    }

    @Test
    void archivesWhatEverybodyHasSignedFor() {
        var id = issued(Map.of());
        does(ARCHIVIST, "archivings", id, Map.of("retentionPeriod", "YEARS_30")).refused(422, "E_DOC_OPEN_TASKS");
        at(234).post("/outgoing-documents/" + id + "/receipts", UUID.randomUUID(), "{}")
                .expect(200);
        at(238).post("/outgoing-documents/" + id + "/receipts", UUID.randomUUID(), "{}")
                .expect(200);
        does(REGISTRAR, "archivings", id, Map.of("retentionPeriod", "YEARS_30")).refused(403, "E_GEN_SCOPE");
        does(
                        io.duban.support.Phone.of(port, id(ARCHIVIST)),
                        ARCHIVIST,
                        "archivings",
                        id,
                        Map.of("retentionPeriod", "YEARS_30"))
                .expect(403);
        in("ARCHIVED", does(ARCHIVIST, "archivings", id, Map.of("retentionPeriod", "YEARS_30")));
    }

    @Test
    void keepsTheNumberOfAPaperCancelledBeforeTheIssue() {
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        sign(DEPUTY, id).expect(200);
        does(DIRECTOR, "voids", id, Map.of("reason", "情况变化")).refused(409, "E_GEN_ILLEGAL_STATE");
        toSeal(id);
        var number = get(id).text("documentNumber");
        does(REGISTRAR, "voids", id, Map.of("reason", "情况变化")).refused(403, "E_GEN_SCOPE");
        in("NOT_ISSUED", does(DIRECTOR, "voids", id, Map.of("reason", "情况变化")));
        var year = number.replaceAll(".*〔|〕.*", "");
        assertThat(at(DIRECTOR)
                        .get("/void-numbers?year=" + year)
                        .expect(200)
                        .body()
                        .toString())
                .contains(number, "情况变化");
    }

    @Test
    void handsItsImplementationToSupervisionInTheSameStatement() {
        var title = "关于跟踪落实的通知" + UUID.randomUUID();
        issued(Map.of("trackingCriteria", List.of("全部换热站完成检修"), "title", title));
        assertThat(count("select count(*) from supervision_matter where title = '%s'".formatted(title)))
                .isEqualTo(1);
    }

    @Test
    void refusesAndWarnsOfWhatADraftMayNotBe() {
        draft(Map.of("docType", "REQUEST", "subjects", List.of("资金", "编制"))).refused(422, "E_DOC_MULTI_SUBJECT");
        var toSubdistrict = Map.of("issuer", "OFFICE", "mainRecipients", List.of(id(115)));
        draft(toSubdistrict).refused(422, "E_DOC_NO_AUTHORITY_DOWNWARD");
        var authorised = new java.util.HashMap<String, Object>(toSubdistrict);
        authorised.put("authorisation", "经区政府授权");
        draft(authorised).expect(201);
        draft(Map.of("planEntryId", UUID.randomUUID())).refused(422, "E_DOC_NOT_IN_PLAN");
        draft(Map.of("jointUnitIds", List.of(UUID.randomUUID()))).refused(400, "E_GEN_VALIDATION");

        var tooLong = draft(Map.of("text", "字".repeat(5_001))).expect(201);
        assertThat(tooLong.body().get("warnings").toString()).contains("E_DOC_TOO_LONG");
        assertThat(tooLong.body().get("draftedOnBehalf").asBoolean()).isTrue();
        var special = Map.of("text", "字".repeat(4_001), "specialTask", true, "lengthReason", "专项部署须逐项列明");
        assertThat(draft(special).expect(201).body().get("warnings").size()).isZero();
    }

    @Test
    void plansThePapersOfAYear() {
        var year = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear();
        var entry = Map.of("year", year, "unitId", id(111), "title", "供暖保障", "reason", "年度重点");
        at(LIAISON).post("/issue-plan-entries", json(entry)).expect(403);
        var entered = at(DIRECTOR).post("/issue-plan-entries", json(entry)).expect(201);
        assertThat(at(LIAISON)
                        .get("/issue-plan-entries?year=" + year)
                        .expect(200)
                        .body()
                        .toString())
                .contains("供暖保障");
        draft(Map.of("planEntryId", entered.id())).expect(201);
    }
}
