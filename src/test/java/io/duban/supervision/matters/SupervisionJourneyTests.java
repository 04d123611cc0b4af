package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SupervisionJourneyTests {

    @LocalServerPort
    int port;

    Caller caller;
    MatterSteps matter;

    @BeforeEach
    void open() {
        caller = new Caller(port);
        matter = new MatterSteps(caller);
    }

    @Test
    void leadsFromTheDraftToTheStrikeOff() {
        matter.drafted("ROUTINE", true).submitted().approvedBy(LEADER).issued(false);
        assertThat(matter.see(DEPUTY).<String>at("$.notices[0].number")).matches("南督〔%d〕\\d+号".formatted(year()));
        assertThat(todos(URBAN_LIAISON)).contains("SIGN_FOR:" + URBAN);
        assertThat(todos(DEPUTY)).contains("FOLLOW");

        matter.signedFor();
        assertThat(todos(URBAN_LIAISON)).doesNotContain("SIGN_FOR:" + URBAN);
        assertThat(matter.see(URBAN_HEAD).<String>at("$.status")).isEqualTo("IN_PROGRESS");

        matter.handedIn().accepted();
        assertThat(matter.see(DEPUTY).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
        assertThat(matter.markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_SUP_NO_FIELD_CHECK");

        var inspection = UUID.randomUUID();
        var begun = matter.begin(INSPECTOR, inspection);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        matter.recordedBy(INSPECTOR, SUPERVISOR, inspection, "OK");

        assertThat(matter.markHandled(SUPERVISION_CHIEF).<String>at("$.status")).isEqualTo("HANDLED");
        assertThat(todos(DEPUTY)).contains("STRIKE_OFF").doesNotContain("FOLLOW");
        assertThat(matter.strikeOff(DEPUTY).<String>at("$.status")).isEqualTo("STRUCK_OFF");
        assertThat(todos(DEPUTY)).doesNotContain("STRIKE_OFF");

        List<String> steps = caller.get(DEPUTY, matter.path() + "/timeline").at("$.items[*].step");
        assertThat(steps)
                .containsExactly(
                        "SUBMIT_MATTER",
                        "APPROVE_MATTER",
                        "ISSUE_NOTICE",
                        "SIGN_FOR",
                        "SUBMIT_FINAL",
                        "ACCEPT",
                        "SUBMIT_RECORD",
                        "MARK_HANDLED",
                        "STRIKE_OFF");
    }

    @Test
    void numbersNoticesOfAYearWithoutAGap() {
        var first = number(new MatterSteps(caller));
        var second = number(new MatterSteps(caller));
        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void returnsAResultAndLetsItsClockGoOn() {
        matter.drafted("ROUTINE", false)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(true)
                .signedFor()
                .handedIn();
        var returned = caller.post(
                SUPERVISOR,
                matter.part(matter.host()) + "/reviews",
                "{\"verdict\": \"RETURN_FOR_CORRECTION\", \"defects\": [\"缺照片\"]}",
                matter.partEtag(matter.host()));
        assertThat(returned.<String>at("$.status")).isEqualTo("RETURNED_FOR_CORRECTION");
        assertThat(todos(URBAN_HEAD)).contains("SUBMIT_FINAL:" + URBAN);
        matter.handedIn().accepted();
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");

        var failed =
                caller.post(SUPERVISOR, matter.path() + "/verifications", "{\"notTrue\": \"路面又塌了\"}", matter.etag());
        assertThat(failed.<String>at("$.status")).isEqualTo("IN_PROGRESS");
        assertThat(failed.<Integer>at("$.assignments[0].round")).isEqualTo(2);
        matter.handedIn().accepted();
        assertThat(matter.markHandled(SUPERVISION_CHIEF).<String>at("$.status")).isEqualTo("HANDLED");

        assertThat(caller.post(OTHER_DEPUTY, matter.path() + "/strike-offs", "{}", matter.etag())
                        .status())
                .isEqualTo(404);
        var again = caller.post(DEPUTY, matter.path() + "/instructions", "{\"words\": \"举一反三,排查全路段\"}", matter.etag());
        assertThat(again.<String>at("$.status")).isEqualTo("REOPENED");
        assertThat(todos(URBAN_LIAISON)).contains("SIGN_FOR:" + URBAN);
        matter.signedFor();
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void lettingTheChiefHandleHisOwnFieldRecordIsRefused() {
        matter.drafted("SPECIAL", true)
                .submitted()
                .approvedBy(LEADER)
                .issued(false)
                .signedFor()
                .handedIn()
                .accepted();
        var inspection = UUID.randomUUID();
        var begun = matter.begin(SUPERVISION_CHIEF, inspection);
        var again = matter.begin(SUPERVISION_CHIEF, inspection);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(caller.get(URBAN_HEAD, "/field-inspections/" + inspection).status())
                .as("an unannounced visit")
                .isEqualTo(404);
        matter.recordedBy(SUPERVISION_CHIEF, INSPECTOR, inspection, "OK");
        assertThat(matter.markHandled(SUPERVISION_CHIEF).code()).isEqualTo("E_GEN_SELF_APPROVAL");
    }

    @Test
    void tellsTheDutyOfficerOfAHazardAtOnce() {
        matter.drafted("SPECIAL", true).submitted().approvedBy(LEADER).issued(false);
        var inspection = UUID.randomUUID();
        assertThat(matter.begin(INSPECTOR, inspection).status()).isEqualTo(201);
        var recorded = matter.record(INSPECTOR, inspection, "HAZARD", SUPERVISOR);
        assertThat(recorded.<Boolean>at("$.hazard")).isTrue();
        assertThat(todos(DUTY_OFFICER, inspection.toString())).containsExactly("ACKNOWLEDGE_HAZARD");
        assertThat(caller.get(URBAN_HEAD, "/field-inspections/" + inspection).status())
                .as("the duty officer hears of it before the unit does")
                .isEqualTo(404);
        assertThat(matter.countersign(SUPERVISOR, inspection).status()).isEqualTo(200);
        assertThat(caller.get(URBAN_HEAD, "/field-inspections/" + inspection).status())
                .isEqualTo(200);
        var noted = caller.post(
                DUTY_OFFICER, "/field-inspections/" + inspection + "/hazard-acknowledgements", "{\"note\": \"已通知公安\"}");
        assertThat(noted.status()).as(noted.body()).isEqualTo(200);
        assertThat(todos(DUTY_OFFICER, inspection.toString())).isEmpty();
    }

    @Test
    void listsExactlyWhatASingleReadShows() {
        matter.drafted("ROUTINE", false).submitted().approvedBy(DIRECTOR).issued(true);
        var id = matter.path().substring(matter.path().lastIndexOf('/') + 1);
        for (var reader : List.of(LEADER, DEPUTY, SUPERVISOR, INSPECTOR, URBAN_HEAD, DONGHU_LIAISON, POLICE_LIAISON)) {
            List<String> listed = caller.get(reader, "/supervision-matters?status=ISSUED&light=GREEN&limit=100")
                    .at("$.items[*].id");
            assertThat(listed.contains(id))
                    .as(reader.toString())
                    .isEqualTo(matter.see(reader).status() == 200);
        }
    }

    private int number(MatterSteps steps) {
        steps.drafted("ROUTINE", false).submitted().approvedBy(DIRECTOR).issued(false);
        String label = steps.see(SUPERVISOR).at("$.notices[0].number");
        return Integer.parseInt(label.replaceAll(".*〕|号", ""));
    }

    private List<String> todos(UUID person) {
        return todos(person, matter.path().substring(matter.path().lastIndexOf('/') + 1));
    }

    private List<String> todos(UUID person, String subject) {
        return JsonPath.read(Desk.of(port, person), "$.items[?(@.subjectId == '%s')].action".formatted(subject));
    }
}
