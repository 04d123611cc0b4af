package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SupervisionRefusalTests {

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
    void refusesWhatTheRulesForbid() {
        assertThat(caller.post(LEADER, "/supervision-matters", MatterSteps.draft("ROUTINE", false))
                        .code())
                .isEqualTo("E_SUP_NOT_DESIGNATED");
        assertThat(caller.post(URBAN_HEAD, "/supervision-matters", MatterSteps.draft("ROUTINE", false))
                        .status())
                .isEqualTo(403);
        var baseless = MatterSteps.draft("ROUTINE", false).replace("区长11月20日批示", " ");
        assertThat(caller.post(SUPERVISOR, "/supervision-matters", baseless).code())
                .isEqualTo("E_SUP_NO_BASIS");

        matter.drafted("SPECIAL", false).submitted();
        assertThat(caller.post(DIRECTOR, matter.path() + "/approvals", "{\"verdict\": \"APPROVE\"}", matter.etag())
                        .code())
                .isEqualTo("E_GEN_SCOPE");
        matter.approvedBy(LEADER);
        assertThat(issue(MatterSteps.notice("").replace("HOST", "CO"))).isEqualTo("E_GEN_HOST_REQUIRED");
        assertThat(issue(MatterSteps.notice("").replace("11月底前修复塌陷路面,恢复通行,并撤除警示设施", "请于月底前上报书面材料,并召开专题会议")))
                .isEqualTo("E_SUP_PAPER_ONLY");
        var late =
                ", {\"unitId\": \"%s\", \"duty\": \"CO\", \"dueAt\": \"2099-01-01T00:00:00+08:00\"}".formatted(DONGHU);
        assertThat(issue(MatterSteps.notice(late))).isEqualTo("E_SUP_CO_DUE_LATE");

        matter.issued(true);
        assertThat(matter.see(POLICE_LIAISON).status()).isEqualTo(404);
        var foreign = caller.post(
                DONGHU_LIAISON,
                matter.part(matter.host()) + "/receipts",
                "{\"handlerId\": \"%s\"}".formatted(URBAN_HANDLER),
                matter.partEtag(matter.host()));
        assertThat(foreign.code()).isEqualTo("E_GEN_SCOPE");
        matter.signedFor();
        assertThat(matter.submitFinal(URBAN_DEPUTY).code()).isEqualTo("E_SUP_UNSIGNED");
        assertThat(progress(60).status()).isEqualTo(200);
        assertThat(progress(40).code()).isEqualTo("E_SUP_PROGRESS_REVERSED");

        matter.handedIn().accepted();
        assertThat(matter.see(REGISTRAR).<Boolean>at("$.masked")).isTrue();
        assertThat(matter.see(REGISTRAR).body()).doesNotContain("已恢复通行", "区长11月20日批示");
        assertThat(matter.markHandled(SUPERVISION_CHIEF).code())
                .as("an inspection without its conclusion")
                .isEqualTo("E_GEN_ILLEGAL_STATE");
    }

    @Test
    void refusesAStrikeOffByOthers() {
        matter.drafted("ROUTINE", false)
                .submitted()
                .approvedBy(LEADER)
                .issued(false)
                .signedFor()
                .handedIn()
                .accepted();
        assertThat(matter.markHandled(SUPERVISION_CHIEF).status()).isEqualTo(200);
        assertThat(matter.strikeOff(DIRECTOR).status()).isEqualTo(404);
        assertThat(matter.strikeOff(SUPERVISOR).status()).isEqualTo(403);
        assertThat(matter.strikeOff(LEADER).status()).isEqualTo(200);
    }

    private Caller.Answer progress(int percent) {
        return caller.post(
                URBAN_LIAISON,
                matter.part(matter.host()) + "/progress-reports",
                "{\"percent\": %d, \"facts\": \"正在回填\", \"seenById\": \"%s\"}".formatted(percent, URBAN_DEPUTY),
                matter.partEtag(matter.host()));
    }

    private String issue(String notice) {
        return caller.post(SUPERVISOR, matter.path() + "/notices", notice, matter.etag())
                .code();
    }
}
