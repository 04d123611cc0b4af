package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ConclusionJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    ConclusionResults results;

    @Test
    void leadsFromTheVerificationToTheEndWithAnObjectionThatChangesIt() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL");
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_GEN_ILLEGAL_STATE");
        assertThat(steps.matter().see(SUPERVISOR).<List<String>>at("$.legalActions"))
                .contains("CONCLUDE");
        assertThat(todos(steps, SUPERVISOR)).contains("CONCLUDE");

        steps.drafted();
        assertThat(steps.by(URBAN_HEAD).get(steps.path()).status())
                .as("a draft")
                .isEqualTo(404);
        steps.submit(SUPERVISOR).expect(200);
        assertThat(steps.review(DIRECTOR, "RETURN").expect(200).text("status")).isEqualTo("DRAFT");
        revise(steps);
        steps.submit(SUPERVISOR).expect(200);
        assertThat(actions(DIRECTOR)).contains("ISSUE_CONCLUSION");
        assertThat(steps.review(DIRECTOR, "APPROVE").expect(200).text("status")).isEqualTo("ISSUED");
        assertThat(steps.matter().see(DEPUTY).<String>at("$.status")).isEqualTo("CONCLUDED");
        assertThat(actions(URBAN_LIAISON)).contains("SIGN_FOR_FINDING");
        assertThat(actions(URBAN_HEAD)).contains("REPORT_RECTIFICATION");

        var received = steps.signFor(URBAN_LIAISON).expect(200);
        assertThat(received.text("status")).isEqualTo("RECEIVED");
        assertThat(received.text("objectBy")).isNotEmpty();
        var dropped = steps.item(URBAN);
        steps.objected();
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_SUP_OBJECTION_OPEN");
        assertThat(actions(SUPERVISION_CHIEF)).contains("ACCEPT_OBJECTION");
        steps.accepted();
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_SUP_OBJECTION_OPEN");
        assertThat(steps.decide(SUPERVISION_CHIEF, "CHANGE", DraftBodies.change())
                        .expect(200)
                        .text("status"))
                .isEqualTo("CHANGED");
        assertThat(read(steps, SUPERVISOR, "$.findings[?(@.unitId == '%s')].status".formatted(URBAN)))
                .containsExactly("CHANGED", "PENDING_RECEIPT");
        assertThat(steps.by(URBAN_HEAD).get(dropped).text("status")).isEqualTo("WITHDRAWN");

        assertThat(steps.signFor(URBAN_LIAISON).expect(200).text("objectBy")).isEmpty();
        steps.object(URBAN_HEAD).refused(409, "E_GEN_ILLEGAL_STATE");
        putRight(steps);
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).<String>at("$.status"))
                .as("what Donghu has to put right is scheduled")
                .isEqualTo("HANDLED");
        assertThat(steps.matter().strikeOff(DEPUTY).<String>at("$.status")).isEqualTo("STRUCK_OFF");
        assertThat(steps(steps))
                .containsSubsequence(
                        "SUBMIT_CONCLUSION",
                        "RETURN_CONCLUSION",
                        "SUBMIT_CONCLUSION",
                        "ISSUE_CONCLUSION",
                        "SIGN_FOR_FINDING",
                        "FILE_OBJECTION",
                        "ACCEPT_OBJECTION",
                        "CHANGE_CONCLUSION",
                        "SIGN_FOR_FINDING",
                        "REPORT_RECTIFICATION",
                        "RETURN_RECTIFICATION",
                        "REPORT_RECTIFICATION",
                        "VERIFY_RECTIFICATION",
                        "MARK_HANDLED");
        corrected(steps);
    }

    @Test
    void letsEverydayFollowUpEndWithoutAConclusion() {
        var steps = ConclusionSteps.inspected(port, "ROUTINE");
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).<String>at("$.status"))
                .isEqualTo("HANDLED");
    }

    @Test
    void takesAConclusionAwayFromAnObjectThatWasRight() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL")
                .issued()
                .received()
                .objected()
                .accepted();
        steps.decide(LEADER, "REVOKE", "").expect(200);
        var matter = matterId(steps);
        assertThat(results.stands(matter, URBAN).block()).isFalse();
        assertThat(results.stands(matter, DONGHU).block()).isTrue();
        assertThat(results.corrections(matter)
                        .map(ConclusionResults.Correction::revoked)
                        .collectList()
                        .block())
                .containsExactly(true);
        assertThat(steps.by(URBAN_HEAD).get(steps.item(URBAN)).text("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void letsTheDaysGoOnAfterAnInadmissibleObjection() {
        var steps =
                ConclusionSteps.inspected(port, "SPECIAL").issued().received().objected();
        assertThat(steps.admit(SUPERVISION_CHIEF, "INADMISSIBLE").expect(200).text("status"))
                .isEqualTo("INADMISSIBLE");
        assertThat(steps.by(URBAN_HEAD).get(steps.finding(URBAN)).text("status"))
                .isEqualTo("RECEIVED");
        steps.objected().accepted();
        assertThat(steps.decide(SUPERVISION_CHIEF, "UPHOLD", "").expect(200).text("status"))
                .isEqualTo("UPHELD");
        assertThat(results.stands(matterId(steps), URBAN).block()).isTrue();
        assertThat(steps.matter().markHandled(SUPERVISION_CHIEF).<String>at("$.status"))
                .isEqualTo("HANDLED");
    }

    private static void revise(ConclusionSteps steps) {
        var revised =
                steps.by(SUPERVISOR).post(steps.path() + "/revisions", steps.version(steps.path()), steps.supported());
        assertThat(revised.expect(200).body().get("findings")).hasSize(2);
    }

    private static void putRight(ConclusionSteps steps) {
        var item = steps.item(URBAN);
        assertThat(steps.report(URBAN_HEAD, item).expect(200).text("status")).isEqualTo("REPORTED");
        steps.judge(SUPERVISOR, item, "RETURN", ", \"note\": \"仍不平\"").expect(200);
        steps.report(URBAN_HEAD, item).expect(200);
        assertThat(steps.judge(SUPERVISOR, item, "VERIFY", "").expect(200).text("status"))
                .isEqualTo("VERIFIED");
    }

    private void corrected(ConclusionSteps steps) {
        assertThat(results.stands(matterId(steps), URBAN).block()).isTrue();
        assertThat(results.corrections(matterId(steps)).collectList().block())
                .singleElement()
                .satisfies(correction -> assertThat(correction.unitId()).isEqualTo(URBAN))
                .satisfies(correction -> assertThat(correction.revoked()).isFalse());
    }

    private static UUID matterId(ConclusionSteps steps) {
        var path = steps.matter().path();
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static List<String> steps(ConclusionSteps steps) {
        return JsonPath.read(
                steps.by(DEPUTY).get(steps.matter().path() + "/timeline").body().toString(), "$.items[*].step");
    }

    private static List<String> read(ConclusionSteps steps, UUID person, String path) {
        return JsonPath.read(
                steps.by(person).get(steps.path()).expect(200).body().toString(), path);
    }

    private List<String> todos(ConclusionSteps steps, UUID person) {
        return JsonPath.read(
                Desk.of(port, person), "$.items[?(@.subjectId == '%s')].action".formatted(matterId(steps)));
    }

    private List<String> actions(UUID person) {
        return JsonPath.read(Desk.of(port, person), "$.items[*].action");
    }
}
