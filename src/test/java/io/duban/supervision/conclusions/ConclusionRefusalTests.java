package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ConclusionRefusalTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void refusesADraftThatIsNotOfTheMatter() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL");
        var foreign = steps.supported()
                .replace(steps.inspection().toString(), UUID.randomUUID().toString());
        steps.draft(SUPERVISOR, foreign).refused(400, "E_GEN_VALIDATION");
        steps.draft(SUPERVISOR, steps.supported().replace(DONGHU.toString(), URBAN.toString()))
                .refused(400, "E_GEN_VALIDATION");
        steps.draft(SUPERVISOR, steps.supported().replace("2099-01-01", "2020-01-01"))
                .refused(400, "E_GEN_VALIDATION");
        steps.draft(URBAN_HEAD, steps.supported()).refused(403, "E_GEN_SCOPE");
        assertThat(count("inspection_conclusion", "matter_id", id(steps.matter().path())))
                .isZero();
        steps.drafted();
        steps.draft(SUPERVISOR, steps.supported()).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void refusesAConclusionBeforeTheVerificationAndNamesAnUnsupportedObject() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL");
        steps.drafted(DraftBodies.draft(
                DraftBodies.evidence("FIELD_INSPECTION", steps.inspection()), steps.heardAtVisit(), null));
        var unheard = steps.submit(SUPERVISOR).refused(422, "E_SUP_CONCLUSION_UNSUPPORTED");
        assertThat(unheard.text("detail")).contains("没有听取其意见").contains("东湖");
        var own = "{\"kind\": \"FEEDBACK\", \"sourceId\": \"%s\"}".formatted(steps.feedback());
        revise(steps, DraftBodies.draft("", own, steps.heardAtVisit()));
        assertThat(steps.submit(SUPERVISOR)
                        .refused(422, "E_SUP_CONCLUSION_UNSUPPORTED")
                        .text("detail"))
                .contains("没有证据");
        revise(
                steps,
                DraftBodies.draft(DraftBodies.evidence("FINAL_FEEDBACK", steps.feedback()), own, steps.heardAtVisit()));
        assertThat(steps.submit(SUPERVISOR)
                        .refused(422, "E_SUP_CONCLUSION_UNSUPPORTED")
                        .text("detail"))
                .contains("只有其本单位的反馈");

        var failed = steps.by(SUPERVISOR)
                .post(
                        steps.matter().path() + "/verifications",
                        steps.version(steps.matter().path()),
                        "{\"notTrue\": \"又塌了\"}");
        failed.expect(200);
        revise(steps, steps.supported());
        steps.submit(SUPERVISOR).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void refusesReviewsByOtherHandsAndOfWhatIsStale() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").drafted();
        steps.review(DIRECTOR, "APPROVE").refused(409, "E_GEN_ILLEGAL_STATE");
        steps.submit(SUPERVISOR).expect(200);
        steps.submit(SUPERVISOR).refused(409, "E_GEN_ILLEGAL_STATE");
        steps.review(LEADER, "APPROVE").refused(403, "E_GEN_SCOPE");
        steps.review(SUPERVISION_CHIEF, "APPROVE").refused(403, "E_GEN_SCOPE");
        steps.by(DIRECTOR)
                .post(steps.path() + "/reviews", 1, "{\"verdict\": \"APPROVE\"}")
                .refused(412, "E_GEN_STALE_VERSION");
        steps.by(DIRECTOR)
                .post(steps.path() + "/reviews", steps.version(steps.path()), "{\"verdict\": \"RETURN\"}")
                .refused(400, "E_GEN_VALIDATION");
        change("update rectification_item set due_at = now() where conclusion_id = '%s'", id(steps.path()));
        steps.review(DIRECTOR, "APPROVE").refused(400, "E_GEN_VALIDATION");
        authoredBy(steps, DIRECTOR);
        steps.review(DIRECTOR, "APPROVE").refused(403, "E_GEN_SELF_APPROVAL");
    }

    @Test
    void refusesObjectionsBeforeTheReceiptAfterTheDaysAndByOthers() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").issued();
        steps.object(URBAN_HEAD).refused(409, "E_GEN_ILLEGAL_STATE");
        steps.signFor(URBAN_HEAD).refused(403, "E_GEN_SCOPE");
        steps.signFor(DONGHU_LIAISON).refused(404, "E_WEB_NOT_FOUND");
        steps.received();
        steps.object(URBAN_LIAISON).refused(403, "E_GEN_SCOPE");
        var finding = id(steps.finding(URBAN));
        change("update object_finding set object_by = now() - interval '1 second' where id = '%s'", finding);
        assertThat(steps.object(URBAN_HEAD).refused(409, "E_GEN_ILLEGAL_STATE").text("detail"))
                .contains("30日");
        assertThat(count("conclusion_objection", "finding_id", finding)).isZero();
    }

    @Test
    void keepsAuthorsAndReviewersAwayFromTheObjection() {
        var steps =
                ConclusionSteps.inspected(port, "SPECIAL").issued().received().objected();
        steps.admit(SUPERVISOR, "ACCEPT").refused(403, "E_SUP_RECUSAL");
        steps.admit(DIRECTOR, "INADMISSIBLE").refused(403, "E_SUP_RECUSAL");
        steps.admit(URBAN_HEAD, "ACCEPT").refused(403, "E_GEN_SCOPE");
        steps.decide(SUPERVISION_CHIEF, "UPHOLD", "").refused(409, "E_GEN_ILLEGAL_STATE");
        steps.accepted();
        steps.decide(DIRECTOR, "UPHOLD", "").refused(403, "E_SUP_RECUSAL");
        steps.decide(SUPERVISOR, "UPHOLD", "").refused(403, "E_GEN_SCOPE");
        steps.decide(SUPERVISION_CHIEF, "CHANGE", "").refused(400, "E_GEN_VALIDATION");
        steps.decide(SUPERVISION_CHIEF, "CHANGE", DraftBodies.change().replace("2099-01-01", "2020-01-01"))
                .refused(400, "E_GEN_VALIDATION");
        var objection = id(steps.objection(URBAN));
        assertThat(count(
                        "deadline",
                        "rule_id = 'SUP_OBJECT_DECIDE' and escalation_action is not null and subject_id",
                        objection))
                .isEqualTo(1);
        assertThat(count("conclusion_objection", "status = 'ACCEPTED' and id", objection))
                .isEqualTo(1);
    }

    @Test
    void refusesRectificationsByOtherHandsAndAnEndWhileOneIsOverdue() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").issued();
        var item = steps.item(URBAN);
        steps.report(URBAN_LIAISON, item).refused(403, "E_GEN_SCOPE");
        steps.judge(SUPERVISOR, item, "VERIFY", "").refused(409, "E_GEN_ILLEGAL_STATE");
        steps.report(URBAN_HEAD, item).expect(200);
        steps.report(URBAN_HEAD, item).refused(409, "E_GEN_ILLEGAL_STATE");
        steps.judge(SUPERVISOR, item, "RETURN", "").refused(400, "E_GEN_VALIDATION");
        steps.judge(URBAN_HEAD, item, "VERIFY", "").refused(403, "E_GEN_SCOPE");
        change("update rectification_item set due_at = now() - interval '1 second' where id = '%s'", id(item));
        var overdue = steps.matter().markHandled(SUPERVISION_CHIEF);
        assertThat(overdue.code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(overdue.<String>at("$.detail")).contains("整改");
        steps.judge(SUPERVISOR, item, "VERIFY", "").expect(200);
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).<String>at("$.status"))
                .isEqualTo("HANDLED");
    }

    private static void revise(ConclusionSteps steps, String body) {
        steps.by(SUPERVISOR)
                .post(steps.path() + "/revisions", steps.version(steps.path()), body)
                .expect(200);
    }

    private void authoredBy(ConclusionSteps steps, UUID person) {
        change(
                "update inspection_conclusion set author_ids = array['" + person + "'::uuid] where id = '%s'",
                id(steps.path()));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void change(String sql, String id) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(id))).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table, String column, String id) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from %s where %s = '%s'".formatted(table, column, id))) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
