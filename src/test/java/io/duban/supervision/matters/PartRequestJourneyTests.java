package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static io.duban.supervision.matters.PartSteps.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.platform.jobs.Job;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** Chases, co opinions and evaluations of units' parts, and what each may do now. */
@ServerTest
class PartRequestJourneyTests {

    private static final String CALL =
            "{\"channel\": \"TELEPHONE\", \"toWhom\": \"局办公室主任\", \"words\": \"请抓紧\", \"answer\": \"本周完成\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    @Qualifier("clockSweepJob")
    Job sweep;

    PartSteps parts;

    @BeforeEach
    void open() {
        parts = PartSteps.issued(port, true);
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
    }

    @Test
    void chasesAUnitOncePerWorkingDay() {
        var host = parts.host();
        assertThat(parts.actions(SUPERVISOR, host)).contains("CHASE");
        parts.refused(URBAN_HEAD, host, "chases", CALL, 403, "E_GEN_SCOPE");
        parts.done(SUPERVISOR, host, "chases", CALL);
        assertThat(parts.actions(SUPERVISOR, host)).doesNotContain("CHASE");
        parts.refused(SUPERVISION_CHIEF, host, "chases", CALL, 429, "E_GEN_CHASE_TOO_OFTEN");
        var history = parts.history(URBAN_HEAD, host);
        assertThat(history.<List<String>>at("$.chases[*].channel")).containsExactly("TELEPHONE");
        assertThat(history.<List<String>>at("$.chases[*].answer")).containsExactly("本周完成");
        assertThat(parts.history(DONGHU_HEAD, host).code()).isEqualTo("E_GEN_SCOPE");
        database.execute("update supervision_assignment set chased_until = now() where id = '%s'".formatted(host));
        parts.done(SUPERVISION_CHIEF, host, "chases", CALL);
    }

    @Test
    void putsAnOverduePartOnTheDeskOfItsChaserAndKeepsWhatTheSystemSaid() {
        database.execute(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where subject_id = '%s' and step = 'HANDLE:%s'"
                        .formatted(parts.matter().id(), URBAN));
        Flux.just(1, 2).concatMap(again -> sweep.work().get()).blockLast();
        // The product's own sweep may have been faster, and be still at it.
        await().until(() -> parts.todos(SUPERVISOR).contains("CHASE:" + URBAN));
        assertThat(parts.todos(SUPERVISOR)).containsOnlyOnce("CHASE:" + URBAN);
        var history = parts.history(SUPERVISOR, parts.host());
        assertThat(history.<List<Boolean>>at("$.systemChases[*].overdue")).containsExactly(true);
        assertThat(history.<List<String>>at("$.chases[*].id"))
                .as("nobody has chased it yet")
                .isEmpty();
        parts.done(SUPERVISOR, parts.host(), "chases", CALL);
        assertThat(parts.todos(SUPERVISOR)).doesNotContain("CHASE:" + URBAN);
    }

    @Test
    void sendsACoOpinionBackOnceAndDoesNotWaitForASilentOne() {
        parts.signed(DONGHU_LIAISON, parts.co(), DONGHU_HANDLER);
        parts.handIn(DONGHU_HEAD, parts.co(), "同意", "没有意见");
        parts.refused(DONGHU_LIAISON, parts.co(), "co-returns", "{\"defect\": \"没有实质\"}", 403, "E_GEN_SCOPE");
        assertThat(parts.done(URBAN_HEAD, parts.co(), "co-returns", "{\"defect\": \"没有实质\"}")
                        .<String>at("$.status"))
                .isEqualTo("RETURNED_FOR_CORRECTION");

        parts.handIn(URBAN_HEAD, parts.host(), "东湖路塌陷处已回填压实恢复通行", "警示设施已于昨日撤除");
        assertThat(parts.see(SUPERVISOR, parts.co()).<String>at("$.light")).isEqualTo("RED");
        assertThat(parts.todos(SUPERVISION_CHIEF)).contains("COORDINATE:" + DONGHU);
        List<List<String>> silent = parts.history(SUPERVISOR, parts.host()).at("$.finals[*].silentCoUnitIds");
        assertThat(silent.get(0)).containsExactly(DONGHU.toString());

        parts.handIn(DONGHU_HEAD, parts.co(), "街道已组织沿线商户配合围挡并清运渣土", "已派人值守三日");
        assertThat(parts.todos(SUPERVISION_CHIEF)).doesNotContain("COORDINATE:" + DONGHU);
        assertThat(parts.see(SUPERVISOR, parts.co()).<String>at("$.light")).isNotEqualTo("RED");
        parts.done(
                SUPERVISOR,
                parts.host(),
                "reviews",
                "{\"verdict\": \"RETURN_FOR_CORRECTION\", \"defects\": [\"缺数据\"]}");
        parts.refused(URBAN_HEAD, parts.co(), "co-returns", "{\"defect\": \"还是没有\"}", 422, "E_GEN_RETURN_TWICE");
    }

    @Test
    void warnsTheReviewerOfACopiedTextAndKeepsEveryHandIn() {
        var host = parts.host();
        var first = parts.handIn(URBAN_HEAD, host, "紫藤巷积水点改造完成雨后无积水", "沿线围挡和警示牌全部拆除清运");
        assertThat(first.<List<?>>at("$.warnings")).isEmpty();
        parts.done(SUPERVISOR, host, "reviews", "{\"verdict\": \"RETURN_FOR_CORRECTION\", \"defects\": [\"缺数据\"]}");
        assertThat(parts.handIn(URBAN_HEAD, host, "紫藤巷积水点改造完成雨后无积水", "沿线围挡和警示牌全部拆除清运")
                        .<List<String>>at("$.warnings[*].code"))
                .as("handed in again without a change")
                .containsExactly("E_SUP_COPIED_FEEDBACK");

        var other = PartSteps.issued(port, false);
        other.signed(URBAN_LIAISON, other.host(), URBAN_HANDLER);
        var copied = other.handIn(URBAN_HEAD, other.host(), "紫藤巷积水点改造完成,雨后无积水。", "沿线围挡和警示牌全部拆除清运!");
        assertThat(copied.<List<String>>at("$.warnings[*].code")).containsExactly("E_SUP_COPIED_FEEDBACK");
        var seen = other.history(SUPERVISOR, other.host());
        assertThat(seen.<List<String>>at("$.finals[*].resemblesAssignmentId")).containsExactly(host);
        assertThat(seen.<List<Double>>at("$.finals[*].likeness")).containsExactly(1.0);

        parts.done(SUPERVISOR, host, "reviews", "{\"verdict\": \"ACCEPT\"}");
        var history = parts.history(URBAN_HEAD, host);
        assertThat(history.<List<Integer>>at("$.finals[*].attempt")).containsExactly(1, 2);
        assertThat(history.<List<Integer>>at("$.finals[*].round")).containsExactly(1, 1);
        assertThat(history.<List<String>>at("$.finals[*].verdict")).containsExactly("RETURNED", "ACCEPTED");
    }

    @Test
    void saysAWordOnAResultThatItsUnitMayObjectTo() {
        var host = parts.host();
        parts.handIn(URBAN_HEAD, host, "合欢路路灯修复通电全部点亮", "损坏灯杆更换完毕");
        parts.refused(SUPERVISOR, host, "evaluations", grade("PASS"), 409, "E_GEN_ILLEGAL_STATE");
        parts.done(SUPERVISOR, host, "reviews", "{\"verdict\": \"ACCEPT\"}");
        assertThat(parts.done(SUPERVISOR, host, "evaluations", grade("PASS")).<String>at("$.grade"))
                .isEqualTo("PASS");
        parts.refused(SUPERVISOR, host, "evaluations", grade("FAIL"), 409, "E_GEN_ILLEGAL_STATE");
        assertThat(parts.see(URBAN_HEAD, host).<String>at("$.grade")).isEqualTo("PASS");
        assertThat(parts.see(DONGHU_HEAD, host).body())
                .as("another unit does not read it")
                .doesNotContain("\"grade\"");

        assertThat(parts.actions(URBAN_LIAISON, host)).containsExactly("OBJECT_TO_EVALUATION");
        parts.done(URBAN_LIAISON, host, "evaluation-objections", "{\"words\": \"工期受材料影响\"}");
        parts.refused(URBAN_LIAISON, host, "evaluation-objections", "{\"words\": \"再次\"}", 409, "E_GEN_ILLEGAL_STATE");
        assertThat(parts.todos(SUPERVISION_CHIEF)).contains("DECIDE_EVALUATION_OBJECTION:" + URBAN);
        parts.refused(SUPERVISOR, host, "evaluation-decisions", standing("GOOD"), 403, "E_GEN_SCOPE");
        assertThat(parts.done(SUPERVISION_CHIEF, host, "evaluation-decisions", standing("GOOD"))
                        .<String>at("$.grade"))
                .isEqualTo("GOOD");
        assertThat(parts.history(URBAN_HEAD, host).<List<String>>at("$.evaluations[*].decidedGrade"))
                .containsExactly("GOOD");
    }

    @Test
    void keepsTheEvaluatorFromDecidingOnTheObjection() {
        var host = parts.host();
        parts.handIn(URBAN_HEAD, host, "梧桐街违建拆除现场平整", "复绿完成");
        parts.done(SUPERVISOR, host, "reviews", "{\"verdict\": \"ACCEPT\"}");
        parts.done(SUPERVISION_CHIEF, host, "evaluations", grade("FAIL"));
        parts.done(URBAN_HEAD, host, "evaluation-objections", "{\"words\": \"与事实不符\"}");
        parts.refused(SUPERVISION_CHIEF, host, "evaluation-decisions", standing("FAIL"), 403, "E_GEN_SELF_APPROVAL");
        parts.done(DIRECTOR, host, "evaluation-decisions", standing("PASS"));
    }

    @Test
    void wantsAStageReportSeenByTheDeputy() {
        var host = parts.host();
        parts.refused(
                URBAN_LIAISON,
                host,
                "progress-reports",
                "{\"percent\": 30, \"facts\": \"回填\"}",
                400,
                "E_GEN_VALIDATION");
        parts.refused(URBAN_DEPUTY, host, "progress-reports", "{\"facts\": \"回填\"}", 400, "E_GEN_VALIDATION");
        parts.done(URBAN_DEPUTY, host, "progress-reports", "{\"milestone\": \"路基验收\", \"facts\": \"回填\"}");
        assertThat(parts.see(SUPERVISOR, host).<Integer>at("$.percent")).isZero();
    }

    @Test
    void showsEachExactlyWhatWouldBeAcceptedNow() {
        var host = parts.host();
        assertThat(parts.actions(URBAN_HEAD, host))
                .containsExactlyInAnyOrder("REQUEST_RETURN", "REPORT_PROGRESS", "SUBMIT_FINAL", "REQUEST_EXTENSION");
        assertThat(parts.actions(URBAN_DEPUTY, host))
                .containsExactlyInAnyOrder("REQUEST_RETURN", "REPORT_PROGRESS", "SUBMIT_FINAL");
        assertThat(parts.actions(URBAN_LIAISON, host)).containsExactlyInAnyOrder("REQUEST_RETURN", "REPORT_PROGRESS");
        assertThat(parts.actions(DONGHU_HEAD, host)).isEmpty();
        assertThat(parts.actions(SUPERVISOR, host)).containsExactly("CHASE");
        assertThat(parts.actions(REGISTRAR, host)).isEmpty();
        assertThat(parts.actions(INSPECTOR, host)).isEmpty();
        parts.handIn(URBAN_HEAD, host, "白杨里化粪池清掏完成", "异味消除居民回访满意");
        assertThat(parts.actions(SUPERVISOR, host)).containsExactlyInAnyOrder("ACCEPT", "RETURN_FOR_CORRECTION");
        assertThat(parts.actions(URBAN_HEAD, host)).isEmpty();
    }

    private static String grade(String grade) {
        return "{\"grade\": \"%s\", \"note\": \"完成及时\"}".formatted(grade);
    }

    private static String standing(String grade) {
        return "{\"grade\": \"%s\", \"words\": \"经核实\"}".formatted(grade);
    }
}
