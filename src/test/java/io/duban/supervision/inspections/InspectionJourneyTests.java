package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.duban.platform.jobs.Job;
import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A planned inspection from the plan to its end, and who hears of it when. */
@ServerTest
class InspectionJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseClient reading;

    @Autowired
    @Qualifier("clockSweepJob")
    Job sweep;

    Caller caller;
    MatterSteps matter;
    UUID inspection;

    @BeforeEach
    void issued() {
        caller = new Caller(port);
        matter = new MatterSteps(caller)
                .drafted("SPECIAL", true)
                .submitted()
                .approvedBy(LEADER)
                .issued(true);
        inspection = UUID.randomUUID();
    }

    /** What was seen and handed in is countersigned also when the matter was given up meanwhile: it stays on nobody's desk. */
    @Test
    void endsARecordThatWaitedWhenItsMatterEnded() {
        matter.begin(INSPECTOR, inspection);
        assertThat(matter.record(INSPECTOR, inspection, "PROBLEM", SUPERVISOR).status())
                .isEqualTo(200);
        assertThat(todos(SUPERVISOR)).containsExactly("COUNTERSIGN");
        matter.acted(LEADER, "/cancellations", "{\"reason\": \"重复立项\"}");
        assertThat(matter.countersign(SUPERVISOR, inspection).<String>at("$.status"))
                .isEqualTo("RECORD_SUBMITTED");
        assertThat(todos(SUPERVISOR)).isEmpty();
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("CANCELLED");
    }

    @Test
    void leadsFromThePlanToTheEnd() {
        assertThat(plan(true).status()).isEqualTo(201);
        assertThat(todos(INSPECTOR)).containsExactly("BEGIN");
        assertThat(see(INSPECTOR).<List<String>>at("$.legalActions")).containsExactly("BEGIN");
        assertThat(see(DIRECTOR).<List<String>>at("$.legalActions")).containsExactly("CALL_OFF");

        assertThat(matter.begin(INSPECTOR, inspection).<String>at("$.status")).isEqualTo("ON_SITE");
        assertThat(todos(INSPECTOR)).isEmpty();
        var handedIn = matter.record(INSPECTOR, inspection, "PROBLEM", null);
        assertThat(handedIn.<String>at("$.status")).isEqualTo("ON_SITE");
        assertThat(handedIn.<String>at("$.secondInspectorId"))
                .as("the other one of the plan")
                .isEqualTo(SUPERVISOR.toString());
        assertThat(todos(SUPERVISOR)).containsExactly("COUNTERSIGN");
        assertThat(todos(URBAN_HEAD)).isEmpty();

        assertThat(matter.countersign(SUPERVISOR, inspection).<String>at("$.status"))
                .isEqualTo("RECORD_SUBMITTED");
        assertThat(todos(SUPERVISOR)).isEmpty();
        assertThat(todos(URBAN_HEAD)).containsExactly("ANSWER_RECORD");
        assertThat(see(URBAN_HEAD).<String>at("$.light")).isIn("GREEN", "YELLOW");
        assertThat(see(URBAN_HEAD).<String>at("$.answerDueAt")).isNotNull();

        assertThat(answer(URBAN_LIAISON, "CONFIRM", null).status()).isEqualTo(403);
        assertThat(answer(DONGHU_HEAD, "CONFIRM", null).status()).isEqualTo(403);
        assertThat(answer(URBAN_DEPUTY, "CONFIRM", "属实").<String>at("$.status")).isEqualTo("CONFIRMED_BY_OBJECT");
        assertThat(todos(URBAN_HEAD)).isEmpty();
        assertThat(todos(SUPERVISION_CHIEF)).containsExactly("CLOSE");

        assertThat(close(SUPERVISOR, null).code()).as("he countersigned").isEqualTo("E_GEN_SELF_APPROVAL");
        assertThat(close(SUPERVISION_CHIEF, null).<String>at("$.status")).isEqualTo("CLOSED");
        assertThat(todos(SUPERVISION_CHIEF)).isEmpty();
        assertThat(close(SUPERVISION_CHIEF, null).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void tellsTheObjectNothingOfAnUnannouncedVisitBeforeItsRecordIsIn() {
        plan(false);
        var visits = visits(URBAN_HEAD);
        var begun = visits(DIRECTOR);
        matter.begin(INSPECTOR, inspection);
        assertThat(visits(URBAN_HEAD)).as("by the frequency of visits").isEqualTo(visits);
        assertThat(visits(DIRECTOR)).isEqualTo(begun + 1);
        List.of(URBAN_HEAD, URBAN_LIAISON, DONGHU_HEAD, LEADER).forEach(this::knowsNothing);
        assertThat(caller.post(DUTY_OFFICER, path() + "/hazard-acknowledgements", "{}")
                        .status())
                .as("where no hazard was found")
                .isEqualTo(404);
        assertThat(permissions()).as("of its events").containsOnly("inspection:create");
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "OK");
        assertThat(see(URBAN_HEAD).status()).isEqualTo(200);
        assertThat(inspectionsOfMatter(URBAN_HEAD)).contains(inspection.toString());
        assertThat(permissions()).contains("inspection:read-photo");
    }

    @Test
    void tellsTheUnitOfAnAnnouncedVisitButNotWhatIsFoundBeforeItsRecordIsIn() {
        plan(true);
        assertThat(see(URBAN_HEAD).<Boolean>at("$.announced")).isTrue();
        assertThat(addressees()).contains(URBAN.toString());
        matter.begin(INSPECTOR, inspection);
        caller.post(INSPECTOR, matter.path() + "/field-work", """
                {"start": {"id": "%s", "place": "东湖路12号", "position": {"latitude": 30.5, "longitude": 114.3, "datum": "WGS_84"}},
                 "findings": [{"id": "%s", "number": 1, "standard": "路面平整", "result": "HAZARD"}]}""".formatted(inspection, UUID.randomUUID()));
        assertThat(see(INSPECTOR).<List<?>>at("$.findings")).hasSize(1);
        var seen = see(URBAN_HEAD);
        assertThat(seen.<List<?>>at("$.findings")).isEmpty();
        assertThat(seen.<Boolean>at("$.hazard")).isFalse();
        assertThat(seen.body()).doesNotContain("latitude");
        assertThat(caller.get(URBAN_HEAD, path() + "/photos").status()).isEqualTo(404);
        assertThat(caller.get(URBAN_HEAD, path() + "/declared-photos").status()).isEqualTo(404);
    }

    @Test
    void keepsADisagreementInSightAndAsksWhatCameOfIt() {
        recorded();
        assertThat(answer(URBAN_HEAD, "DISAGREE", null).code()).isEqualTo("E_GEN_VALIDATION");
        assertThat(answer(URBAN_HEAD, "DISAGREE", "当日下雨,积水不是塌陷").<String>at("$.status"))
                .isEqualTo("OBJECT_DISAGREES");
        assertThat(close(SUPERVISION_CHIEF, null).code()).isEqualTo("E_GEN_VALIDATION");
        assertThat(close(SUPERVISION_CHIEF, "晴天复测,确为塌陷").status()).isEqualTo(200);
        assertThat(see(LEADER).<String>at("$.answerWords")).isEqualTo("当日下雨,积水不是塌陷");
        assertThat(caller.get(LEADER, matter.path() + "/timeline").<List<String>>at("$.items[*].step"))
                .contains("DISAGREE", "CLOSE");
    }

    @Test
    void takesSilenceForNoConsentAndPutsItToTheSupervisionChief() {
        recorded();
        assertThat(close(SUPERVISION_CHIEF, "催告无果").code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        database.execute(
                "update deadline set current_due_at = now() - interval '1 minute', warn_at = now() - interval '1 hour' where subject_id = '%s'"
                        .formatted(inspection));
        database.execute("update field_inspection set answer_due_at = now() - interval '1 minute' where id = '%s'"
                .formatted(inspection));
        sweep.work().get().block();
        // The product's own sweep may have been faster, and be still at it.
        await().until(() -> !todos(SUPERVISION_CHIEF).isEmpty());
        assertThat(todos(SUPERVISION_CHIEF)).containsExactly("URGE_ANSWER_RECORD");
        assertThat(see(SUPERVISOR).<String>at("$.light")).isEqualTo("RED");
        assertThat(see(SUPERVISOR).<String>at("$.status")).isEqualTo("RECORD_SUBMITTED");
        assertThat(close(SUPERVISION_CHIEF, null).code()).isEqualTo("E_GEN_VALIDATION");
        var closed = close(SUPERVISION_CHIEF, "两次书面催告未复");
        assertThat(closed.<String>at("$.status")).isEqualTo("CLOSED");
        assertThat(closed.body()).as("it stays unanswered").doesNotContain("answeredAt");
        assertThat(todos(SUPERVISION_CHIEF)).isEmpty();
    }

    @Test
    void refusesAPlanThatLacksSomebodyOrSomething() {
        refusedPlan(planBody(true).replace(", \"%s\"]".formatted(SUPERVISOR), "]"), "/inspectorIds");
        refusedPlan(planBody(true).replaceAll(", \"groupLeaderId\": \"[^\"]*\"", ""), "/groupLeaderId");
        refusedPlan(planBody(true).replace("2099-", "2020-"), "/plannedFor");
        refusedPlan(planBody(true).replace(SUPERVISOR.toString(), URBAN_HEAD.toString()), "/inspectorIds");
        refusedPlan(
                planBody(true).replace("\"place\"", "\"unitId\": \"%s\", \"place\"".formatted(UUID.randomUUID())),
                "/unitId");
        assertThat(caller.post(INSPECTOR, matter.path() + "/planned-inspections", planBody(true))
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        assertThat(caller.post(URBAN_HEAD, matter.path() + "/planned-inspections", planBody(true))
                        .status())
                .isEqualTo(403);
        assertThat(see(SUPERVISOR).status()).isEqualTo(404);
    }

    @Test
    void plansOnceHoweverOftenItIsSent() {
        assertThat(plan(true).status()).isEqualTo(201);
        assertThat(plan(true).status()).isEqualTo(200);
        assertThat(plan(false).code()).isEqualTo("E_GEN_IDEMPOTENCY_CONFLICT");
    }

    @Test
    void callsAPlanOff() {
        var planned = plan(true);
        var reason = "{\"reason\": \"台风\"}";
        assertThat(caller.post(SUPERVISOR, path() + "/cancellations", reason, "\"7\"")
                        .status())
                .isEqualTo(412);
        var off = caller.post(SUPERVISOR, path() + "/cancellations", reason, planned.etag());
        assertThat(off.<String>at("$.status")).isEqualTo("CLOSED");
        assertThat(todos(INSPECTOR)).isEmpty();
        assertThat(matter.begin(INSPECTOR, inspection).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(matter.see(SUPERVISION_CHIEF).<List<String>>at("$.inspections[*].recordedAt"))
                .isEmpty();
    }

    @Test
    void packsWhatIsNeededWhereThereIsNoNetwork() {
        var begun = Instant.now();
        plan(false);
        var pack = caller.get(INSPECTOR, "/me/field-inspections");
        var mine = "$.items[?(@.inspection.id == '%s')]".formatted(inspection);
        assertThat(pack.<List<String>>at(mine + ".matter.title"))
                .containsExactly(matter.see(SUPERVISION_CHIEF).<String>at("$.title"));
        assertThat(pack.<List<String>>at(mine + ".matter.acceptanceCriteria[*]"))
                .containsExactlyElementsOf(matter.see(SUPERVISION_CHIEF).<List<String>>at("$.acceptanceCriteria"));
        assertThat(pack.<List<String>>at(mine + ".inspection.standards[*]")).containsExactly("路面平整度");
        assertThat(pack.<List<Boolean>>at(mine + ".matter.twoInspectors")).containsExactly(true);
        assertThat(pack.<List<String>>at(mine + ".names['%s']".formatted(URBAN)))
                .hasSize(1);
        assertThat(caller.getAgain(INSPECTOR, "/me/field-inspections", pack.etag())
                        .status())
                .isEqualTo(304);
        assertThat(caller.get(SUPERVISION_CHIEF, "/me/field-inspections").body())
                .doesNotContain(inspection.toString());
        assertThat(caller.get(URBAN_HEAD, "/me/field-inspections").status()).isEqualTo(403);

        matter.begin(INSPECTOR, inspection);
        assertThat(caller.getAgain(INSPECTOR, "/me/field-inspections", pack.etag())
                        .status())
                .isEqualTo(200);
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "OK");
        assertThat(caller.get(INSPECTOR, "/me/field-inspections").body())
                .as("nothing is left to do")
                .doesNotContain(inspection.toString());
        assertThat(caller.get(INSPECTOR, "/me/field-inspections?updatedSince=2026-01-01T00:00:00%2B08:00&x=1")
                        .status())
                .isEqualTo(400);
        assertThat(changed(begun).<List<String>>at(mine + ".inspection.status")).containsExactly("RECORD_SUBMITTED");
        assertThat(changed(Instant.parse("2099-01-01T00:00:00Z")).<List<?>>at("$.items"))
                .isEmpty();
    }

    private Answer changed(Instant since) {
        return caller.get(INSPECTOR, "/me/field-inspections?updatedSince=" + since);
    }

    private void recorded() {
        matter.begin(INSPECTOR, inspection);
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "PROBLEM");
    }

    private void knowsNothing(UUID person) {
        var seen = see(person);
        assertThat(seen.status()).isEqualTo(404);
        assertThat(seen.code())
                .isEqualTo(caller.get(person, "/field-inspections/" + UUID.randomUUID())
                        .code());
        assertThat(inspectionsOfMatter(person)).isEmpty();
        assertThat(matter.see(person).<List<?>>at("$.inspections")).isEmpty();
        assertThat(todos(person)).isEmpty();
        assertThat(caller.get(person, matter.path() + "/timeline").body()).doesNotContain("INSPECT", "RECORD");
    }

    private int visits(UUID person) {
        return caller.get(person, matter.path() + "/frequency")
                .<List<Integer>>at("$.items[?(@.unitId == '%s')].visits".formatted(URBAN))
                .get(0);
    }

    private List<String> inspectionsOfMatter(UUID person) {
        return caller.get(person, matter.path() + "/field-inspections").at("$.items[*].id");
    }

    private Answer plan(boolean announced) {
        return caller.post(SUPERVISOR, matter.path() + "/planned-inspections", planBody(announced));
    }

    private String planBody(boolean announced) {
        return """
                {"id": "%s", "plannedFor": "2099-12-01T09:00:00+08:00", "place": "东湖路12号", "inspectorIds": ["%s", "%s"], "groupLeaderId": "%s",
                 "announced": %s, "standards": ["路面平整度"]}""".formatted(inspection, INSPECTOR, SUPERVISOR, INSPECTOR, announced);
    }

    private void refusedPlan(String body, String pointer) {
        var refused = caller.post(SUPERVISOR, matter.path() + "/planned-inspections", body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(pointer);
    }

    private Answer answer(UUID person, String verdict, String words) {
        var body = words == null
                ? "{\"verdict\": \"%s\"}".formatted(verdict)
                : "{\"verdict\": \"%s\", \"words\": \"%s\"}".formatted(verdict, words);
        return caller.post(
                person, path() + "/object-answers", body, see(SUPERVISOR).etag());
    }

    private Answer close(UUID person, String note) {
        var body = note == null ? "{}" : "{\"note\": \"%s\"}".formatted(note);
        return caller.post(person, path() + "/closings", body, see(SUPERVISOR).etag());
    }

    private Answer see(UUID person) {
        return caller.get(person, path());
    }

    private String path() {
        return "/field-inspections/" + inspection;
    }

    private List<String> todos(UUID person) {
        return JsonPath.read(
                Desk.of(caller.port(), person), "$.items[?(@.subjectId == '%s')].action".formatted(inspection));
    }

    private List<String> permissions() {
        return column("permission");
    }

    private List<String> addressees() {
        return column("unnest(addressee_ids)::text");
    }

    private List<String> column(String column) {
        return reading.sql("select distinct %s from event_log where subject_id = '%s' and type not like '%%hazard%%'"
                        .formatted(column, inspection))
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
