package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static io.duban.supervision.matters.PartSteps.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wherever a part goes on, its clocks call somebody, what is next lies on a desk, and who lost it hears so. */
@ServerTest
class PartResumingTests {

    private static final String FAR = "\"dueAt\": \"2099-01-04T17:00:00+08:00\"";

    private static final String TRACKING =
            "{\"stageResult\": \"一期\", \"milestones\": [{\"year\": 2027, \"goal\": \"二期\"}], \"reportMonths\": 3}";

    private static final String PASSED = "{\"unitId\": \"%s\", \"successorUnitId\": \"%s\", \"reason\": \"机构改革\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    PartSteps parts;

    @BeforeEach
    void open() {
        parts = PartSteps.issued(port, true);
    }

    @Test
    void passesAReturnThatIsNotDecidedWithTheDeskItLiesOn() {
        parts.done(URBAN_LIAISON, parts.host(), "return-requests", wish(POLICE));
        parts.matter().acted(DIRECTOR, "/successions", PASSED.formatted(URBAN, HOUSING));
        assertThat(parts.todos(SUPERVISION_CHIEF)).containsExactly("DECIDE_RETURN:" + HOUSING);
        assertThat(parts.todos(HOUSING_HEAD)).isEmpty();
        assertThat(clocksThatCallNobody()).isEmpty();
        parts.done(SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(null));
        assertThat(parts.todos(HOUSING_LIAISON)).containsExactly("SIGN_FOR:" + HOUSING);
    }

    @Test
    void givesNoPartToWhomSupervisionHasNoAuthorityOver() {
        parts.done(URBAN_LIAISON, parts.host(), "return-requests", wish(POLICE));
        parts.refused(
                SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(WATER), 422, "E_SUP_OBJECT_NOT_ALLOWED");
    }

    @Test
    void tellsTheUnitThatLostItsPartAndNothingAfterThat() {
        parts.matter().acted(DIRECTOR, "/successions", PASSED.formatted(URBAN, HOUSING));
        assertThat(heardBy(URBAN)).endsWith("supervision.matter.released");
        assertThat(heardBy(HOUSING)).containsExactly("supervision.matter.partPassed");
        assertThat(events("1 = 1")).as("what says whose it is").endsWith("supervision.matter.partPassed");
    }

    @Test
    void tellsAUnitThatTheScopeChangeReleases() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        changeScope("\"removeUnitIds\": [\"%s\"]".formatted(DONGHU));
        assertThat(heardBy(DONGHU)).endsWith("supervision.matter.released");
        assertThat(events("1 = 1")).endsWith("supervision.matter.scopeChanged");
    }

    @Test
    void keepsAReleasedUnitOutUntilItIsCalledBackIn() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        changeScope("\"removeUnitIds\": [\"%s\"]".formatted(DONGHU));
        parts.done(
                URBAN_LIAISON,
                parts.host(),
                "progress-reports",
                "{\"percent\": 10, \"facts\": \"已进场\", \"seenById\": \"%s\"}".formatted(URBAN_DEPUTY));
        assertThat(parts.matter().see(DONGHU_HEAD).status())
                .as("after another unit's step")
                .isEqualTo(404);
        changeScope("\"coUnitIds\": [\"%s\"]".formatted(DONGHU));
        assertThat(parts.todos(DONGHU_LIAISON)).containsExactly("SIGN_FOR:" + DONGHU);
        List<String> dates = parts.matter().see(SUPERVISOR).at("$.assignments[?(@.status != 'RELEASED')].dueAt");
        assertThat(dates.get(1)).as("before its host").isLessThan(dates.get(0));
    }

    @Test
    void goesOnAfterTrackingWhereEachUnitStood() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        parts.matter().acted(DIRECTOR, "/trackings", TRACKING);
        assertThat(parts.todos(DONGHU_LIAISON)).isEmpty();
        parts.matter().acted(DIRECTOR, "/tracking-ends", "{\"reason\": \"提前完工\", %s}".formatted(FAR));
        assertThat(parts.todos(DONGHU_LIAISON)).containsExactly("SIGN_FOR:" + DONGHU);
        assertThat(parts.todos(URBAN_LIAISON)).containsExactly("STAGE:" + URBAN);
        assertThat(clocks("satisfied_at is null"))
                .containsExactlyInAnyOrder(
                        "HANDLE:" + URBAN, "STAGE:" + URBAN, "HANDLE:" + DONGHU, "SIGN_FOR:" + DONGHU);
        assertThat(clocksThatCallNobody()).isEmpty();
    }

    @Test
    void asksForStageReportsFromTheFailedVerificationOn() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        parts.matter().handedIn().accepted();
        parts.matter().acted(SUPERVISOR, "/verifications", "{\"notTrue\": \"未恢复通行\", %s}".formatted(FAR));
        assertThat(parts.todos(URBAN_LIAISON)).containsExactly("STAGE:" + URBAN);
        assertThat(clocks("satisfied_at is null")).contains("STAGE:" + URBAN);
        assertThat(parts.see(URBAN_HEAD, parts.host()).body()).contains("stageDueAt");
    }

    @Test
    void failsNoVerificationThatNobodyWouldDoAnythingAbout() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        parts.matter().handedIn().accepted();
        parts.matter().acted(DEPUTY, "/strike-offs", "{\"unitIds\": [\"%s\"]}".formatted(URBAN));
        var nobody = parts.matter().act(SUPERVISOR, "/verifications", "{\"notTrue\": \"未恢复通行\"}");
        assertThat(nobody.code()).isEqualTo("E_GEN_VALIDATION");
        assertThat(nobody.body()).contains("/unitIds").contains("单独销号");
        assertThat(parts.matter().see(SUPERVISOR).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
        var named = "{\"notTrue\": \"未恢复通行\", \"unitIds\": [\"%s\"]}".formatted(URBAN);
        parts.matter().acted(SUPERVISOR, "/verifications", named);
        assertThat(parts.todos(URBAN_HEAD)).containsExactly("SUBMIT_FINAL:" + URBAN);
    }

    @Test
    void asksCoUnitsAndTheLeadersEyeAgainInTheNextRound() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER).signed(DONGHU_LIAISON, parts.co(), DONGHU_HANDLER);
        parts.handIn(DONGHU_HEAD, parts.co(), "已派人配合清理", "无撤除任务");
        parts.matter().handedIn().accepted();
        assertThat(parts.matter().markHandled(SUPERVISION_CHIEF).status()).isEqualTo(200);
        assertThat(parts.todos(SUPERVISOR)).isEmpty();
        parts.matter().acted(DEPUTY, "/instructions", "{\"words\": \"再查一次\"}");
        assertThat(parts.todos(SUPERVISOR)).as("the co unit's opinion").containsExactly("REVIEW:" + DONGHU);
        assertThat(parts.todos(DEPUTY)).containsExactly("FOLLOW");
        assertThat(parts.todos(URBAN_LIAISON)).containsExactly("SIGN_FOR:" + URBAN);
        assertThat(clocksThatCallNobody()).isEmpty();
    }

    @Test
    void plansNothingForADayThatIsPast() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        parts.refused(
                URBAN_HEAD,
                parts.host(),
                "final-feedbacks",
                "{\"result\": \"PLANNED\", \"facts\": [\"一\", \"二\"], \"plannedOn\": \"2020-01-01\"}",
                400,
                "E_GEN_VALIDATION");
    }

    private void changeScope(String wish) {
        parts.matter().acted(SUPERVISOR, "/scope-changes", "{%s, \"reason\": \"职能调整\"}".formatted(wish));
        List<String> open = parts.caller()
                .get(SUPERVISOR, parts.matter().path() + "/scope-changes")
                .at("$.items[?(@.status == 'PROPOSED')].id");
        parts.matter().acted(DIRECTOR, "/scope-changes/" + open.get(0) + "/decisions", "{\"verdict\": \"APPROVE\"}");
    }

    private List<String> clocksThatCallNobody() {
        return clocks("satisfied_at is null and escalation_action is null");
    }

    private List<String> clocks(String condition) {
        return texts("select step from deadline where subject_id = $1 and " + condition);
    }

    private List<String> heardBy(UUID unit) {
        return events("'%1$s' = any(unit_ids) and '%1$s' = any(addressee_ids)".formatted(unit));
    }

    private List<String> events(String condition) {
        return texts("select type from event_log where subject_id = $1 and " + condition + " order by position");
    }

    private List<String> texts(String sql) {
        return database.sql(sql)
                .bind(0, UUID.fromString(parts.matter().id()))
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
