package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The turns a matter takes beside its straight way, over HTTP. */
@ServerTest
class TurnsJourneyTests {

    private static final String SUSPENSION = """
            {"ground": "COURT_PROCEEDINGS", "authority": "区政府常务会议", "reason": "涉及行政诉讼", "resumeCondition": "判决生效"%s}""";

    private static final String TRACKING = """
            {"stageResult": "已完成一期", "milestones": [{"year": 2027, "goal": "二期开工"}, {"year": 2028, "goal": "全部完工"}], "reportMonths": 3}""";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    OwnerSweep owners;

    Caller caller;
    MatterSteps matter;

    @BeforeEach
    void putToWork() {
        caller = new Caller(port);
        matter = new MatterSteps(caller).drafted("ROUTINE", false).submitted().approvedBy(DIRECTOR);
    }

    @Test
    void suspendsAndResumesWithAllItsClocks() {
        work();
        var due = OffsetDateTime.parse(matter.see(LEADER).at("$.assignments[0].dueAt"));
        assertThat(matter.act(DIRECTOR, "/suspensions", SUSPENSION.formatted(""))
                        .code())
                .as("without the court's file number")
                .isEqualTo("E_GEN_VALIDATION");
        var late =
                SUSPENSION.formatted(", \"courtFileNo\": \"(2026)行初12号\", \"reviewAt\": \"2099-01-01T00:00:00+08:00\"");
        assertThat(matter.act(DIRECTOR, "/suspensions", late).code()).isEqualTo("E_GEN_VALIDATION");
        var order = SUSPENSION.formatted(", \"courtFileNo\": \"(2026)行初12号\"");
        assertThat(matter.act(SUPERVISOR, "/suspensions", order).code()).isEqualTo("E_GEN_SCOPE");

        var suspended = matter.act(DIRECTOR, "/suspensions", order);
        assertThat(suspended.status()).as(suspended.body()).isEqualTo(200);
        assertThat(suspended.<String>at("$.light")).isEqualTo("GREY");
        assertThat(suspended.<String>at("$.assignments[0].light")).isEqualTo("GREY");
        assertThat(steps("suspended_at is not null")).contains("HANDLE:" + URBAN);
        assertThat(steps("suspended_at is null and satisfied_at is null")).containsExactly("SUSPENSION_REVIEW");
        assertThat(caller.get(LEADER, "/supervision-suspensions").<List<String>>at("$.items[*].matterId"))
                .contains(matter.id());
        assertThat(caller.get(URBAN_HEAD, "/supervision-matters?light=GREY").<List<String>>at("$.items[*].id"))
                .contains(matter.id());
        assertThat(matter.submitFinal(URBAN_HEAD).code()).isEqualTo("E_GEN_ILLEGAL_STATE");

        var resumed = matter.act(DIRECTOR, "/resumptions", "{\"note\": \"判决已生效\"}");
        assertThat(resumed.<String>at("$.status")).isEqualTo("IN_PROGRESS");
        assertThat(OffsetDateTime.parse(resumed.at("$.assignments[0].dueAt"))).isAfterOrEqualTo(due);
        assertThat(steps("suspended_at is not null")).isEmpty();
        assertThat(steps("satisfied_at is null")).contains("HANDLE:" + URBAN).doesNotContain("SUSPENSION_REVIEW");
        assertThat(caller.get(LEADER, "/supervision-suspensions").<List<String>>at("$.items[*].matterId"))
                .doesNotContain(matter.id());
        matter.handedIn().accepted();
    }

    @Test
    void showsAfterASuspensionWhatItsClocksSay() {
        matter = new MatterSteps(caller)
                .drafted(MatterSteps.draft("ROUTINE", false).replace("\"URGENT\"", "\"NORMAL\""))
                .submitted()
                .approvedBy(DIRECTOR);
        work();
        matter.acted(DIRECTOR, "/suspensions", SUSPENSION.formatted(", \"courtFileNo\": \"(2026)行初12号\""));
        database.sql(
                        "update deadline set suspended_at = suspended_at - interval '7 days' where subject_id = $1 and suspended_at is not null")
                .bind(0, UUID.fromString(matter.id()))
                .then()
                .block();
        matter.acted(DIRECTOR, "/resumptions", "{\"note\": \"判决已生效\"}");
        for (var step : List.of("HANDLE", "STAGE")) {
            var clock = texts("select current_due_at::text from deadline where subject_id = $1 and step = '%s:%s'"
                    .formatted(step, URBAN));
            assertThat(texts("select %s::text from supervision_assignment where matter_id = $1 and unit_id = '%s'"
                            .formatted(step.equals("STAGE") ? "stage_due_at" : "due_at", URBAN)))
                    .isEqualTo(clock);
            var todo = step.equals("STAGE") ? step : "SUBMIT_FINAL";
            assertThat(texts(
                            "select distinct due_at::text from todo where subject_id = $1 and closed_at is null and action = '%s:%s'"
                                    .formatted(todo, URBAN)))
                    .as("on the desks")
                    .isEqualTo(clock);
        }
    }

    @Test
    void cancelsWhatUnitsAreAtWorkOnAndStopsEverything() {
        work();
        assertThat(matter.act(SUPERVISION_CHIEF, "/cancellations", "{\"reason\": \"越权\"}")
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        var cancelled = matter.act(DIRECTOR, "/cancellations", "{\"reason\": \"属省级督查事项\", \"wrongLevel\": true}");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.<String>at("$.status")).isEqualTo("CANCELLED");
        assertThat(cancelled.<Boolean>at("$.wrongLevel")).isTrue();
        assertThat(steps("satisfied_at is null")).isEmpty();
        assertThat(openTodos()).isEmpty();
        assertThat(matter.act(DIRECTOR, "/cancellations", "{\"reason\": \"再撤\"}")
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void changesItsScopeOnlyWithTheApproversWord() {
        work();
        var wish = "{\"hostUnitIds\": [\"%s\"], \"removeUnitIds\": [\"%s\"], \"reason\": \"职能调整\"}"
                .formatted(HOUSING, DONGHU);
        assertThat(matter.act(SUPERVISOR, "/scope-changes", wish.replace(DONGHU.toString(), HEALTH.toString()))
                        .code())
                .as("a unit without a part")
                .isEqualTo("E_GEN_VALIDATION");
        var all = "{\"removeUnitIds\": [\"%s\"], \"reason\": \"x\"}".formatted(URBAN);
        assertThat(matter.act(SUPERVISOR, "/scope-changes", all).code()).isEqualTo("E_GEN_HOST_REQUIRED");
        matter.acted(SUPERVISOR, "/scope-changes", wish);
        assertThat(matter.see(SUPERVISOR).<List<String>>at("$.legalActions")).doesNotContain("PROPOSE_SCOPE");
        assertThat(matter.see(DIRECTOR).<List<String>>at("$.legalActions")).contains("CHANGE_SCOPE");
        String change = changes().at("$.items[0].id");
        var decision = "/scope-changes/" + change + "/decisions";
        assertThat(matter.act(SUPERVISION_CHIEF, decision, "{\"verdict\": \"APPROVE\"}")
                        .code())
                .isEqualTo("E_SUP_SCOPE_CHANGE");
        var changed = matter.act(DIRECTOR, decision, "{\"verdict\": \"APPROVE\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.<List<String>>at("$.objectUnitIds"))
                .containsExactlyInAnyOrder(URBAN.toString(), HOUSING.toString());
        assertThat(changed.<List<String>>at("$.assignments[?(@.unitId == '%s')].status".formatted(DONGHU)))
                .containsExactly("RELEASED");
        assertThat(steps("satisfied_at is null"))
                .contains("HANDLE:" + HOUSING, "SIGN_FOR:" + HOUSING)
                .doesNotContain("HANDLE:" + DONGHU);
        assertThat(matter.see(HOUSING_LIAISON).status()).isEqualTo(200);
        assertThat(matter.act(DIRECTOR, decision, "{\"verdict\": \"APPROVE\"}").status())
                .isEqualTo(404);

        matter.acted(SUPERVISOR, "/scope-changes", "{\"coUnitIds\": [\"%s\"], \"reason\": \"协助\"}".formatted(POLICE));
        String second = changes().at("$.items[1].id");
        var refused = matter.act(
                DIRECTOR, "/scope-changes/" + second + "/decisions", "{\"verdict\": \"REFUSE\", \"opinion\": \"不扩大\"}");
        assertThat(refused.<List<String>>at("$.objectUnitIds")).doesNotContain(POLICE.toString());
    }

    @Test
    void asksForVerificationWhenTheLastWhoOwedSomethingIsReleased() {
        work();
        matter.acted(
                SUPERVISOR, "/scope-changes", "{\"hostUnitIds\": [\"%s\"], \"reason\": \"增加\"}".formatted(HOUSING));
        decide("APPROVE");
        matter.handedIn().accepted();
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("IN_PROGRESS");
        matter.acted(
                SUPERVISOR, "/scope-changes", "{\"removeUnitIds\": [\"%s\"], \"reason\": \"减少\"}".formatted(HOUSING));
        assertThat(decide("APPROVE").<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
        assertThat(matter.markHandled(SUPERVISION_CHIEF).status()).isEqualTo(200);
    }

    @Test
    void tracksForYearsWithARepeatingReport() {
        work();
        var tracked = matter.act(DIRECTOR, "/trackings", TRACKING);
        assertThat(tracked.status()).as(tracked.body()).isEqualTo(200);
        assertThat(tracked.<String>at("$.status")).isEqualTo("LONG_TERM_TRACKING");
        assertThat(steps("satisfied_at is null")).containsExactly("TRACKING_REPORT:1");
        assertThat(matter.see(URBAN_LIAISON).<List<String>>at("$.legalActions")).containsExactly("TRACKING_REPORT");
        assertThat(matter.act(DONGHU_LIAISON, "/tracking-reports", "{\"facts\": \"x\"}")
                        .code())
                .as("a co-handler")
                .isEqualTo("E_GEN_SCOPE");
        matter.acted(URBAN_LIAISON, "/tracking-reports", "{\"facts\": \"二期已完成设计\"}");
        assertThat(steps("satisfied_at is null")).containsExactly("TRACKING_REPORT:2");
        assertThat(openTodos()).containsExactlyInAnyOrder("FOLLOW", "TRACKING_REPORT");
        var trackings = caller.get(LEADER, matter.path() + "/trackings");
        assertThat(trackings.<Integer>at("$.items[0].reports")).isOne();
        assertThat(trackings.<List<String>>at("$.items[0].milestones[*].goal")).containsExactly("二期开工", "全部完工");
        var ended = matter.act(DIRECTOR, "/tracking-ends", "{\"reason\": \"已全部完工\"}");
        assertThat(ended.<String>at("$.status")).isEqualTo("IN_PROGRESS");
        assertThat(steps("satisfied_at is null")).contains("HANDLE:" + URBAN).doesNotContain("TRACKING_REPORT:2");
        matter.handedIn().accepted();
    }

    @Test
    void hidesNoRedLightInTracking() {
        work();
        database.sql("update supervision_matter set due_at = now() - interval '1 day' where id = $1")
                .bind(0, UUID.fromString(matter.id()))
                .then()
                .block();
        assertThat(matter.see(DIRECTOR).<List<String>>at("$.legalActions")).doesNotContain("CONVERT_LONG_TERM");
        assertThat(matter.act(DIRECTOR, "/trackings", TRACKING).code()).isEqualTo("E_GEN_SCOPE");
        assertThat(matter.act(LEADER, "/trackings", TRACKING).status()).isEqualTo(200);
    }

    @Test
    void judgesWhatWasHandedInBeforeItIsTracked() {
        work();
        matter.handedIn();
        assertThat(matter.see(DIRECTOR).<List<String>>at("$.legalActions")).doesNotContain("CONVERT_LONG_TERM");
        assertThat(matter.act(DIRECTOR, "/trackings", TRACKING).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void strikesOffOneObjectWhileTheOtherIsAtWork() {
        work();
        var one = "{\"unitIds\": [\"%s\"]}";
        assertThat(matter.act(DEPUTY, "/strike-offs", one.formatted(DONGHU)).code())
                .as("not accepted yet")
                .isEqualTo("E_GEN_VALIDATION");
        acceptCo();
        assertThat(matter.act(OTHER_DEPUTY, "/strike-offs", one.formatted(DONGHU))
                        .status())
                .isEqualTo(404);
        var struck = matter.act(DEPUTY, "/strike-offs", one.formatted(DONGHU));
        assertThat(struck.status()).as(struck.body()).isEqualTo(200);
        assertThat(struck.<String>at("$.status")).isEqualTo("IN_PROGRESS");
        assertThat(struck.<List<String>>at("$.struckOffObjectIds")).containsExactly(DONGHU.toString());
        assertThat(matter.act(DEPUTY, "/strike-offs", one.formatted(DONGHU)).code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
        matter.handedIn().accepted();
        assertThat(matter.markHandled(SUPERVISION_CHIEF).status()).isEqualTo(200);
        var whole = matter.act(DEPUTY, "/strike-offs", one.formatted(URBAN));
        assertThat(whole.<String>at("$.status")).as("the last of them").isEqualTo("STRUCK_OFF");
    }

    @Test
    void reopensWhatCameBack() {
        work();
        matter.handedIn().accepted();
        matter.markHandled(SUPERVISION_CHIEF);
        matter.strikeOff(DEPUTY);
        var back = "{\"facts\": \"路面再次塌陷\", \"evidence\": \"12345工单3件\"}";
        assertThat(matter.act(LEADER, "/reopenings", back).code()).isEqualTo("E_GEN_SCOPE");
        var reopened = matter.act(DIRECTOR, "/reopenings", back);
        assertThat(reopened.status()).as(reopened.body()).isEqualTo(200);
        assertThat(reopened.<String>at("$.status")).isEqualTo("REOPENED");
        assertThat(reopened.<List<String>>at("$.struckOffObjectIds")).doesNotContain(URBAN.toString());
        assertThat(rebounds()).isOne();
        matter.signedFor();
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void asksTheCitizenBeforeWhatHeAskedForIsHandled() {
        var draft = MatterSteps.draft("ROUTINE", false);
        matter = new MatterSteps(caller)
                .drafted(draft.substring(0, draft.length() - 1) + ", \"sourceKind\": \"TICKET\"}")
                .submitted()
                .approvedBy(DIRECTOR);
        work();
        matter.handedIn().accepted();
        assertThat(matter.markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_GEN_VALIDATION");
        var unhappy = "{\"verification\": \"已复核\", \"satisfaction\": \"DISSATISFIED\"%s}";
        assertThat(matter.act(SUPERVISION_CHIEF, "/handlings", unhappy.formatted(""))
                        .code())
                .isEqualTo("E_GEN_VALIDATION");
        var handled = matter.act(
                SUPERVISION_CHIEF, "/handlings", unhappy.formatted(", \"satisfactionNote\": \"诉求超出政策,已当面说明\""));
        assertThat(handled.<String>at("$.satisfaction")).isEqualTo("DISSATISFIED");
    }

    @Test
    void passesAPartToTheSuccessorOfItsUnit() {
        work();
        var due = matter.see(LEADER).<String>at("$.assignments[0].dueAt");
        var succession = "{\"unitId\": \"%s\", \"successorUnitId\": \"%s\", \"reason\": \"机构改革\"}";
        assertThat(matter.act(SUPERVISION_CHIEF, "/successions", succession.formatted(URBAN, HOUSING))
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        assertThat(matter.act(DIRECTOR, "/successions", succession.formatted(URBAN, DONGHU))
                        .code())
                .isEqualTo("E_GEN_VALIDATION");
        var passed = matter.act(DIRECTOR, "/successions", succession.formatted(URBAN, HOUSING));
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        assertThat(passed.<List<String>>at("$.assignments[?(@.unitId == '%s')].dueAt".formatted(HOUSING)))
                .containsExactly(due);
        assertThat(steps("satisfied_at is null")).contains("HANDLE:" + HOUSING).doesNotContain("HANDLE:" + URBAN);
        assertThat(matter.see(HOUSING_HEAD).status()).isEqualTo(200);
        assertThat(matter.submitFinal(HOUSING_HEAD).status()).isEqualTo(200);
    }

    @Test
    void passesToWhoHoldsTheLeadersPostNow() {
        work();
        assertThat(matter.act(DIRECTOR, "/owners", "{\"leaderId\": \"%s\", \"reason\": \"分工调整\"}".formatted(URBAN_HEAD))
                        .body())
                .contains("E_GEN_VALIDATION", "\"/leaderId\"");
        var passed =
                matter.act(DIRECTOR, "/owners", "{\"leaderId\": \"%s\", \"reason\": \"分工调整\"}".formatted(OTHER_DEPUTY));
        assertThat(passed.<String>at("$.instructingLeaderId")).isEqualTo(OTHER_DEPUTY.toString());
        matter.handedIn().accepted();
        matter.markHandled(SUPERVISION_CHIEF);
        assertThat(matter.strikeOff(DEPUTY).code()).isEqualTo("E_SUP_NOT_OWNER");
        assertThat(matter.strikeOff(OTHER_DEPUTY).status()).isEqualTo(200);
    }

    @Test
    void passesWhatALeaderWhoLeftHadAskedForToThePost() {
        work();
        var left = UUID.randomUUID();
        database.sql("""
                        with gone as (insert into person (id, name, username, organization_id, enabled)
                            values ($1, '离任', $2, '01900000-0000-7000-8000-000000000101', false) returning id)
                        update supervision_matter set instructing_leader_id = $1, basis = 'DEPUTY_INSTRUCTION' where id = $3""")
                .bind(0, left)
                .bind(1, left.toString())
                .bind(2, UUID.fromString(matter.id()))
                .then()
                .block();
        owners.sweep().block();
        assertThat(matter.see(LEADER).<String>at("$.instructingLeaderId")).isEqualTo(DEPUTY.toString());
        assertThat(openTodos()).contains("FOLLOW");
    }

    @Test
    void countsForTheLeaderAndFiltersByUnit() {
        work();
        assertThat(caller.get(LEADER, "/home").body())
                .contains(
                        "supervision.running",
                        "supervision.dueThisWeek",
                        "supervision.red",
                        "supervision.awaitingStrikeOff");
        matter.handedIn().accepted();
        matter.markHandled(SUPERVISION_CHIEF);
        assertThat(listed(DEPUTY, "awaitingMe=true")).contains(matter.id());
        assertThat(listed(LEADER, "awaitingMe=true")).doesNotContain(matter.id());
        assertThat(listed(LEADER, "unitId=" + DONGHU + "&status=HANDLED&kind=ROUTINE"))
                .contains(matter.id());
        assertThat(listed(LEADER, "unitId=" + HEALTH)).doesNotContain(matter.id());
    }

    private void work() {
        matter.issued(true).signedFor();
    }

    private Answer decide(String verdict) {
        List<String> open = changes().at("$.items[?(@.status == 'PROPOSED')].id");
        var decided = matter.act(
                DIRECTOR, "/scope-changes/" + open.get(0) + "/decisions", "{\"verdict\": \"%s\"}".formatted(verdict));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return decided;
    }

    private Answer changes() {
        return caller.get(LEADER, matter.path() + "/scope-changes");
    }

    private void acceptCo() {
        var part = matter.part(matter.coPart());
        caller.post(
                DONGHU_LIAISON,
                part + "/receipts",
                "{\"handlerId\": \"%s\"}".formatted(DONGHU_HANDLER),
                matter.partEtag(matter.coPart()));
        caller.post(
                DONGHU_HEAD,
                part + "/final-feedbacks",
                "{\"result\": \"RESOLVED\", \"facts\": [\"已配合\", \"已配合\"]}",
                matter.partEtag(matter.coPart()));
        var accepted = caller.post(
                SUPERVISOR, part + "/reviews", "{\"verdict\": \"ACCEPT\"}", matter.partEtag(matter.coPart()));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    private List<String> listed(UUID person, String query) {
        return caller.get(person, "/supervision-matters?limit=100&" + query).at("$.items[*].id");
    }

    /** The steps of its clocks of which this is so. */
    private List<String> steps(String condition) {
        return texts("select step from deadline where subject_id = $1 and " + condition + " order by step");
    }

    private List<String> openTodos() {
        return texts("select action from todo where subject_id = $1 and closed_at is null");
    }

    private long rebounds() {
        return texts("select facts from supervision_rebound where matter_id = $1")
                .size();
    }

    private List<String> texts(String sql) {
        return database.sql(sql)
                .bind(0, UUID.fromString(matter.id()))
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
