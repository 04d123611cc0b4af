package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who may open a matter, about whom, on what plan, and how often. */
@ServerTest
class DraftingTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    Caller caller;

    @BeforeEach
    void open() {
        caller = new Caller(port);
    }

    @Test
    void refusesWhomTheLawDoesNotLetBeSupervised() {
        assertThat(draft(about(WATER)).code()).isEqualTo("E_SUP_OBJECT_NOT_ALLOWED");
        assertThat(draft(about(WATER)).body()).contains("南湖水务有限公司");
        assertThat(draft(about(SUPERVISION_SECTION)).code()).isEqualTo("E_SUP_OBJECT_NOT_ALLOWED");
        assertThat(draft(about(UUID.randomUUID())).code()).isEqualTo("E_GEN_VALIDATION");
        database.sql(
                        "insert into public_authority values ($1, 'AUTHORISED_BY_LAW', '城市供水条例', null) on conflict do nothing")
                .bind(0, WATER)
                .then()
                .block();
        try {
            assertThat(draft(about(WATER)).status()).isEqualTo(201);
        } finally {
            database.sql("delete from public_authority").then().block();
        }
    }

    @Test
    void letsADepartmentDraftWithinItsDesignationOnly() {
        assertThat(caller.post(HOUSING_HEAD, "/supervision-matters", about(POLICE))
                        .code())
                .isEqualTo("E_SUP_NOT_DESIGNATED");
        assertThat(caller.post(DIRECTOR, "/supervision-designations", designation(today()))
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        assertThat(caller.post(LEADER, "/supervision-designations", designation(today().minusDays(1)))
                        .code())
                .isEqualTo("E_GEN_VALIDATION");
        var designated = caller.post(LEADER, "/supervision-designations", designation(today()));
        assertThat(designated.status()).as(designated.body()).isEqualTo(201);
        String id = designated.at("$.id");

        var repeated = about(POLICE);
        String others = draft(repeated).at("$.id");
        var drafted = caller.post(HOUSING_HEAD, "/supervision-matters", repeated);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        assertThat(drafted.<List<String>>at("$.duplicates[*].matterId")).containsExactly(others);
        assertThat(drafted.<List<String>>at("$.duplicates[*].title"))
                .as("of a matter it may not see")
                .isEmpty();
        assertThat(drafted.<String>at("$.designationId")).isEqualTo(id);
        assertThat(caller.get(HOUSING_HEAD, "/supervision-matters/" + drafted.at("$.id"))
                        .status())
                .isEqualTo(200);
        assertThat(caller.post(HOUSING_HEAD, "/supervision-matters", about(HEALTH))
                        .code())
                .as("outside of its scope")
                .isEqualTo("E_SUP_NOT_DESIGNATED");
        assertThat(caller.post(
                                HOUSING_HEAD,
                                "/supervision-matters",
                                about(POLICE).replace("ROUTINE", "SPECIAL"))
                        .code())
                .as("another kind")
                .isEqualTo("E_SUP_NOT_DESIGNATED");
        assertThat(caller.get(HOUSING_HEAD, "/supervision-designations").<List<String>>at("$.items[*].id"))
                .contains(id);
        assertThat(caller.get(URBAN_HEAD, "/supervision-designations").<List<String>>at("$.items[*].id"))
                .doesNotContain(id);

        assertThat(caller.post(
                                DEPUTY,
                                "/supervision-designations/" + id + "/revocations",
                                "{\"reason\": \"任务已完成\"}",
                                designated.etag())
                        .code())
                .as("in his line")
                .isEqualTo("E_GEN_SCOPE");
        assertThat(caller.post(
                                OTHER_DEPUTY,
                                "/supervision-designations/" + id + "/revocations",
                                "{\"reason\": \"任务已完成\"}",
                                designated.etag())
                        .status())
                .as("of a department that is not in his line")
                .isEqualTo(404);
        var revoked = caller.post(
                LEADER,
                "/supervision-designations/" + id + "/revocations",
                "{\"reason\": \"任务已完成\"}",
                designated.etag());
        assertThat(revoked.<String>at("$.status")).isEqualTo("REVOKED");
        assertThat(caller.post(HOUSING_HEAD, "/supervision-matters", about(POLICE))
                        .code())
                .isEqualTo("E_SUP_NOT_DESIGNATED");
    }

    @Test
    void holdsAProposalToThePlanAndLetsThePlanChangeOnlyWithTheChiefsWord() {
        var proposal = about(HOUSING).replace("CHIEF_INSTRUCTION", "APPROVED_PROPOSAL");
        assertThat(draft(proposal).code()).isEqualTo("E_SUP_NO_BASIS");
        assertThat(draft(with(proposal, "\"unplanned\": \"EMERGENCY\"")).code()).isEqualTo("E_GEN_VALIDATION");
        assertThat(draft(with(proposal, "\"unplanned\": \"EMERGENCY\", \"unplannedReason\": \"塌陷\""))
                        .status())
                .isEqualTo(201);

        var plan = caller.post(SUPERVISION_CHIEF, "/inspection-plans", """
                {"year": 2026, "title": "2026年度督查计划", "entries": [%s]}""".formatted(entry("第一次")));
        assertThat(plan.status()).as(plan.body()).isEqualTo(201);
        var path = "/inspection-plans/" + plan.at("$.id");
        String entry = plan.at("$.entries[0].id");
        assertThat(draft(with(proposal, "\"planEntryId\": \"" + entry + "\"")).code())
                .as("not in force yet")
                .isEqualTo("E_GEN_VALIDATION");
        assertThat(caller.post(SUPERVISOR, "/inspection-plans", """
                {"year": 2026, "title": "另一计划", "entries": [%s]}""".formatted(entry("x")))
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        assertThat(caller.post(SUPERVISION_CHIEF, "/inspection-plans", """
                {"year": 2027, "title": "2027年度督查计划", "entries": [%s]}""".formatted(entry("x")))
                        .code())
                .as("a day of another year")
                .isEqualTo("E_GEN_VALIDATION");
        var submitted = step(SUPERVISION_CHIEF, path + "/submissions", "", plan.etag());
        var approved = step(LEADER, path + "/approvals", "{\"verdict\": \"APPROVE\"}", submitted.etag());
        assertThat(approved.<String>at("$.status")).isEqualTo("APPROVED");
        var drafted = draft(with(proposal, "\"planEntryId\": \"" + entry + "\""));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        assertThat(caller.get(LEADER, "/supervision-matters?planEntryId=" + entry)
                        .<List<String>>at("$.items[*].id"))
                .containsExactly(drafted.<String>at("$.id"));

        var wished = step(
                SUPERVISION_CHIEF,
                path + "/changes",
                "{\"kind\": \"MOVE\", \"entryId\": \"%s\", \"plannedOn\": \"2026-12-20\", \"reason\": \"与考核冲突\"}"
                        .formatted(entry),
                approved.etag());
        assertThat(wished.<String>at("$.status")).isEqualTo("CHANGE_PENDING");
        assertThat(wished.<String>at("$.entries[0].plannedOn")).isEqualTo("2026-12-01");
        var moved = step(LEADER, path + "/change-decisions", "{\"verdict\": \"APPROVE\"}", wished.etag());
        assertThat(moved.<String>at("$.entries[0].plannedOn")).isEqualTo("2026-12-20");
        assertThat(moved.<String>at("$.changes[0].plannedFrom")).isEqualTo("2026-12-01");
        var dropping = step(
                SUPERVISION_CHIEF,
                path + "/changes",
                "{\"kind\": \"DROP\", \"entryId\": \"%s\", \"reason\": \"并入综合督查\"}".formatted(entry),
                moved.etag());
        var kept = step(
                LEADER, path + "/change-decisions", "{\"verdict\": \"REFUSE\", \"opinion\": \"保留\"}", dropping.etag());
        assertThat(kept.<String>at("$.entries[0].state")).isEqualTo("PLANNED");
        assertThat(kept.<List<String>>at("$.changes[*].status")).containsExactly("APPROVED", "REFUSED");
        assertThat(caller.get(LEADER, "/inspection-plans?year=2026").<List<String>>at("$.items[*].id"))
                .contains(plan.<String>at("$.id"));
        assertThat(caller.get(URBAN_HEAD, path).status()).isEqualTo(404);
    }

    @Test
    void capsHowOftenAUnitIsWrittenTo() {
        for (int i = 0; i < 4; i++) {
            var matter =
                    new MatterSteps(caller).drafted(about(POLICE)).submitted().approvedBy(DIRECTOR);
            matter.acted(SUPERVISOR, "/notices", MatterSteps.notice("").replace(URBAN.toString(), POLICE.toString()));
        }
        var fifth = new MatterSteps(caller).drafted(about(POLICE));
        var refused = fifth.submit("{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("E_SUP_FREQUENCY_CAP");
        assertThat(refused.body()).contains("南湖区公安分局");
        assertThat(caller.get(LEADER, fifth.path() + "/frequency").<Boolean>at("$.items[0].over"))
                .isTrue();
        var overridden = fifth.submit("{\"overrideReason\": \"重大安全隐患\"}");
        assertThat(overridden.status()).as(overridden.body()).isEqualTo(200);
        assertThat(overridden.<Integer>at("$.frequency[0].letters")).isGreaterThanOrEqualTo(4);
        assertThat(fifth.see(DIRECTOR).<String>at("$.capOverrideReason")).isEqualTo("重大安全隐患");
        var emergency = new MatterSteps(caller).drafted(about(POLICE).replace("\"URGENT\"", "\"EXTRA_URGENT\""));
        assertThat(emergency.submit("{}").status()).isEqualTo(200);
    }

    @Test
    void letsTheApproverSetTheFinalTermsAndADraftBeAmendedWhenItComesBack() {
        var matter = new MatterSteps(caller).drafted("SPECIAL", false).submitted();
        assertThat(matter.act(LEADER, "/approvals", "{\"verdict\": \"RETURN\"}").code())
                .isEqualTo("E_GEN_VALIDATION");
        matter.acted(LEADER, "/approvals", "{\"verdict\": \"RETURN\", \"opinion\": \"标准不具体\"}");
        var amended = matter.act(SUPERVISOR, "/amendments", MatterSteps.draft("ROUTINE", true));
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
        assertThat(amended.<Boolean>at("$.physicalResult")).isTrue();
        matter.submitted();
        assertThat(matter.act(SUPERVISOR, "/amendments", MatterSteps.draft("ROUTINE", true))
                        .code())
                .isEqualTo("E_GEN_ILLEGAL_STATE");
        var approved = matter.act(LEADER, "/approvals", """
                {"verdict": "APPROVE", "objectUnitIds": ["%s"], "scope": "只看路面", "periodFrom": "2026-12-01", "periodTo": "2026-12-31"}""".formatted(URBAN));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.<List<String>>at("$.objectUnitIds")).containsExactly(URBAN.toString());
        assertThat(approved.<String>at("$.periodTo")).isEqualTo("2026-12-31");
        assertThat(matter.act(SUPERVISOR, "/notices", MatterSteps.notice(MatterSteps.co()))
                        .code())
                .as("a unit the approver left out")
                .isEqualTo("E_SUP_SCOPE_CHANGE");
        matter.issued(false);
    }

    @Test
    void letsTheDirectorApproveOnlyWhatRestsOnALeadersInstruction() {
        var own = about(HOUSING)
                .replace("CHIEF_INSTRUCTION", "SUPERIOR_TASK")
                .replaceAll(", \"instructingLeaderId\": \"[^\"]+\"", "");
        var matter = new MatterSteps(caller).drafted(own).submitted();
        assertThat(matter.act(DIRECTOR, "/approvals", "{\"verdict\": \"APPROVE\"}")
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        matter.approvedBy(LEADER);
    }

    private Answer step(UUID person, String path, String body, String etag) {
        var answer = caller.post(person, path, body, etag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer draft(String body) {
        return caller.post(SUPERVISOR, "/supervision-matters", body);
    }

    private static String about(UUID unit) {
        return MatterSteps.draft("ROUTINE", false)
                .replace("\"%s\", \"%s\"".formatted(URBAN, DONGHU), "\"%s\"".formatted(unit))
                .replace("UNANNOUNCED_VISIT", "RECORDS");
    }

    private static String with(String draft, String more) {
        return draft.substring(0, draft.length() - 1) + ", " + more + "}";
    }

    private static String entry(String subject) {
        return """
                {"kind": "ROUTINE", "subject": "%s", "scope": "施工许可", "objectUnitIds": ["%s"], "plannedOn": "2026-12-01", "leadId": "%s"}""".formatted(subject, HOUSING, DEPUTY);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String designation(LocalDate last) {
        return """
                {"unitId": "%s", "kinds": ["ROUTINE"], "subject": "工地治安联合督查", "duties": "查看现场并报告", "objectUnitIds": ["%s"],
                 "validFrom": "%s", "validTo": "%s"}""".formatted(HOUSING, POLICE, today(), last);
    }
}
