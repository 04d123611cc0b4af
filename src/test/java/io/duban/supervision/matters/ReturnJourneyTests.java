package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static io.duban.supervision.matters.PartSteps.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A unit gives its part back, another gets it, and the second time the office designates (退回改派). */
@ServerTest
class ReturnJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    PartSteps parts;

    @BeforeEach
    void open() {
        parts = PartSteps.issued(port, true);
    }

    @Test
    void givesThePartToAnotherUnitAndDesignatesTheSecondTime() {
        String matterDue = parts.matter().see(SUPERVISOR).at("$.dueAt");
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        assertThat(parts.done(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE))
                        .<String>at("$.status"))
                .isEqualTo("RETURN_REQUESTED");
        assertThat(parts.todos(SUPERVISION_CHIEF)).contains("DECIDE_RETURN:" + URBAN);
        assertThat(parts.todos(URBAN_HEAD)).doesNotContain("SUBMIT_FINAL:" + URBAN);
        parts.refused(DIRECTOR, parts.host(), "return-decisions", verdict(POLICE), 403, "E_GEN_SCOPE");
        parts.refused(SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(DONGHU), 400, "E_GEN_VALIDATION");
        assertThat(parts.done(SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(POLICE))
                        .<String>at("$.status"))
                .isEqualTo("REASSIGNED");
        assertThat(parts.todos(SUPERVISION_CHIEF)).doesNotContain("DECIDE_RETURN:" + URBAN);
        assertThat(parts.matter().see(SUPERVISOR).<String>at("$.dueAt"))
                .as("the matter's own date stays")
                .isEqualTo(matterDue);

        var police = partOf(POLICE);
        assertThat(parts.todos(POLICE_LIAISON)).contains("SIGN_FOR:" + POLICE);
        assertThat(parts.see(POLICE_LIAISON, police).<String>at("$.replacesId")).isEqualTo(parts.host());
        assertThat(parts.actions(POLICE_HEAD, police)).contains("DISPUTE").doesNotContain("REQUEST_RETURN");
        assertThat(parts.done(POLICE_HEAD, police, "return-requests", wish(URBAN))
                        .<String>at("$.status"))
                .isEqualTo("DISPUTED");
        assertThat(parts.todos(DIRECTOR)).contains("DECIDE_RETURN:" + POLICE);
        parts.refused(SUPERVISION_CHIEF, police, "return-decisions", verdict(null), 403, "E_GEN_SCOPE");
        var designated = parts.done(DIRECTOR, police, "return-decisions", verdict(null));
        assertThat(designated.<String>at("$.status")).isEqualTo("PENDING_SIGN");
        assertThat(designated.<Boolean>at("$.designated")).isTrue();
        parts.refused(POLICE_HEAD, police, "return-requests", wish(URBAN), 422, "E_GEN_DESIGNATED");
        assertThat(parts.actions(POLICE_HEAD, police)).doesNotContain("DISPUTE");

        List<Boolean> disputed = parts.history(SUPERVISOR, police).at("$.returns[*].disputed");
        assertThat(disputed).containsExactly(true);
        parts.signed(POLICE_LIAISON, police, POLICE_HANDLER);
        parts.handIn(POLICE_HEAD, police, "已由公安分局疏导恢复通行", "警示设施已撤除");
        parts.done(SUPERVISOR, police, "reviews", "{\"verdict\": \"ACCEPT\"}");
        assertThat(parts.matter().see(LEADER).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
    }

    @Test
    void designatesTheUnitThatHadItFirst() {
        parts.done(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE));
        parts.done(SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(POLICE));
        var police = partOf(POLICE);
        parts.done(POLICE_HEAD, police, "return-requests", wish(URBAN));
        parts.done(DIRECTOR, police, "return-decisions", verdict(URBAN));
        List<String> urban = parts.matter()
                .see(SUPERVISOR)
                .at("$.assignments[?(@.unitId == '%s' && @.status == 'PENDING_SIGN')].id".formatted(URBAN));
        assertThat(urban).hasSize(1).doesNotContain(parts.host());
        parts.refused(URBAN_HEAD, urban.get(0), "return-requests", wish(POLICE), 422, "E_GEN_DESIGNATED");
    }

    @Test
    void refusesAReturnThatIsLateOrAskedAgain() {
        parts.refused(DONGHU_HEAD, parts.host(), "return-requests", wish(POLICE), 403, "E_GEN_SCOPE");
        parts.refused(URBAN_HEAD, parts.host(), "return-requests", wish(URBAN), 400, "E_GEN_VALIDATION");
        parts.done(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE));
        parts.refused(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE), 409, "E_GEN_ILLEGAL_STATE");
        assertThat(parts.done(SUPERVISION_CHIEF, parts.host(), "return-decisions", verdict(null))
                        .<String>at("$.status"))
                .isEqualTo("PENDING_SIGN");
        assertThat(parts.todos(URBAN_LIAISON)).contains("SIGN_FOR:" + URBAN);
        parts.refused(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE), 422, "E_GEN_RETURN_TWICE");
        database.execute("update supervision_assignment set return_until = now() - interval '1 hour' where id = '%s'"
                .formatted(parts.co()));
        assertThat(parts.actions(DONGHU_HEAD, parts.co())).doesNotContain("REQUEST_RETURN");
        parts.refused(DONGHU_HEAD, parts.co(), "return-requests", wish(HEALTH), 422, "E_GEN_RETURN_WINDOW");
    }

    /** The unit's liaison gives it back at the moment its head hands in. */
    @Test
    void letsOneOfAReturnAndAHandInWin() {
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
        var etag = parts.matter().partEtag(parts.host());
        var path = parts.matter().part(parts.host());
        var statuses = together(
                () -> parts.caller()
                        .post(URBAN_LIAISON, path + "/return-requests", wish(POLICE), etag)
                        .status(),
                () -> parts.caller()
                        .post(URBAN_HEAD, path + "/final-feedbacks", result("已通行", "已撤"), etag)
                        .status());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void decidesOnAReturnOnce() {
        parts.done(URBAN_HEAD, parts.host(), "return-requests", wish(POLICE));
        var etag = parts.matter().partEtag(parts.host());
        var path = parts.matter().part(parts.host()) + "/return-decisions";
        var statuses = together(
                () -> parts.caller()
                        .post(SUPERVISION_CHIEF, path, verdict(POLICE), etag)
                        .status(),
                () -> parts.caller()
                        .post(SUPERVISION_CHIEF, path, verdict(null), etag)
                        .status());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(parts.history(SUPERVISOR, parts.host()).<List<String>>at("$.returns[*].decision"))
                .hasSize(1);
    }

    private String partOf(UUID unit) {
        List<String> ids = parts.matter().see(SUPERVISOR).at("$.assignments[?(@.unitId == '%s')].id".formatted(unit));
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static List<Integer> together(Supplier<Integer> one, Supplier<Integer> other) {
        var calls = Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
