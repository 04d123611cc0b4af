package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ConclusionAudienceTests {

    @LocalServerPort
    int port;

    @Test
    void showsEachObjectItsOwnPartOnly() {
        var steps =
                ConclusionSteps.inspected(port, "SPECIAL").issued().received().objected();
        assertThat(read(steps, URBAN_HEAD, "$.findings[*].unitId")).containsExactly(URBAN.toString());
        assertThat(read(steps, DONGHU_HEAD, "$.findings[*].unitId")).containsExactly(DONGHU.toString());
        assertThat(read(steps, DONGHU_HEAD, "$.rectifications[*].unitId")).containsExactly(DONGHU.toString());
        assertThat(read(steps, DONGHU_HEAD, "$.objections[*].id")).isEmpty();
        assertThat(read(steps, DONGHU_HEAD, "$.evidence[*].kind")).containsExactly("FIELD_INSPECTION");
        assertThat(read(steps, URBAN_HEAD, "$.evidence[*].kind")).containsExactly("FIELD_INSPECTION", "FINAL_FEEDBACK");
        assertThat(steps.by(URBAN_HEAD).get(steps.path()).body().has("opinion")).isFalse();
        assertThat(steps.by(LEADER).get(steps.path()).text("opinion")).isEqualTo("再核");
        assertThat(steps.matter().see(URBAN_HEAD).<List<String>>at("$.conclusions[*].status"))
                .containsExactly("ISSUED");

        for (var path : List.of(steps.finding(URBAN), steps.item(URBAN), steps.objection(URBAN))) {
            steps.by(URBAN_HEAD).get(path).expect(200);
            steps.by(DONGHU_HEAD).get(path).refused(404, "E_WEB_NOT_FOUND");
            steps.by(POLICE_LIAISON).get(path).refused(404, "E_WEB_NOT_FOUND");
        }
        steps.by(POLICE_LIAISON).get(steps.path()).refused(404, "E_WEB_NOT_FOUND");
        steps.by(DONGHU_HEAD)
                .post(steps.item(URBAN) + "/reports", 2, "{\"facts\": \"已整改\"}")
                .expect(404);
    }

    @Test
    void tellsNobodyOfItWhoReadsMattersOnlyMasked() {
        var before = asked(REGISTRAR, "/sync").text("cursor");
        var steps =
                ConclusionSteps.inspected(port, "SPECIAL").issued().received().objected();
        for (var path : List.of(steps.path(), steps.finding(URBAN), steps.item(URBAN), steps.objection(URBAN))) {
            steps.by(REGISTRAR).get(path).refused(403, "E_GEN_SCOPE");
            assertThat(asked(REGISTRAR, "/deadlines?subjectId=" + path.replaceAll(".*/", ""))
                            .body()
                            .get("items"))
                    .isEmpty();
        }
        assertThat(steps.matter().see(REGISTRAR).<List<?>>at("$.conclusions")).isEmpty();
        assertThat(steps.matter().see(REGISTRAR).<List<?>>at("$.inspections")).isEmpty();
        // Whatever the product writes at the same moment holds back what it tells.
        var heard = await().until(
                        () -> asked(REGISTRAR, "/sync?streams=me,supervision&limit=100&since=" + before)
                                .body()
                                .toString(),
                        told -> told.contains("supervision.matter.concluded"));
        assertThat(heard)
                .contains("supervision.matter.concluded", steps.matter().id())
                .doesNotContain(
                        "supervision.conclusion.",
                        "supervision.finding.",
                        "supervision.rectification.",
                        "supervision.objection.",
                        "supervision.inspection.");
    }

    private Phone.Answer asked(UUID person, String path) {
        return Phone.of(port, person).get(path).expect(200);
    }

    @Test
    void tellsUnitsOfNoDraft() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").drafted();
        assertThat(steps.matter().see(SUPERVISOR).<List<String>>at("$.conclusions[*].status"))
                .containsExactly("DRAFT");
        assertThat(steps.matter().see(URBAN_HEAD).<List<?>>at("$.conclusions")).isEmpty();
        var finding = steps.finding(URBAN);
        steps.by(SUPERVISOR).get(finding).expect(404);
    }

    private static List<String> read(ConclusionSteps steps, UUID person, String path) {
        return JsonPath.read(
                steps.by(person).get(steps.path()).expect(200).body().toString(), path);
    }
}
