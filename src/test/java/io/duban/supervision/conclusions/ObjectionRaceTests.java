package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ObjectionRaceTests {

    @LocalServerPort
    int port;

    @Test
    void letsOneOfTwoDecisionsWin() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL")
                .issued()
                .received()
                .objected()
                .accepted();
        var seen = steps.version(steps.objection(URBAN));
        var answers = together(
                () -> steps.decide(SUPERVISION_CHIEF, "CHANGE", DraftBodies.change(), seen)
                        .status(),
                () -> steps.decide(LEADER, "REVOKE", "", seen).status());
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        var decided = steps.by(SUPERVISOR).get(steps.objection(URBAN)).text("status");
        assertThat(decided).isIn("CHANGED", "REVOKED");
        var findings = steps.by(URBAN_HEAD).get(steps.path()).body().get("findings");
        assertThat(findings).hasSize(decided.equals("CHANGED") ? 2 : 1);
    }

    @Test
    void letsOneOfTwoAuthorsBegin() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL");
        var body = steps.supported();
        var answers = together(
                () -> steps.draft(SUPERVISOR, body).status(),
                () -> steps.draft(SUPERVISION_CHIEF, body).status());
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    /** Two objects sign at the same moment: neither is stale for the other, though both move the conclusion and the matter on. */
    @Test
    void letsTwoObjectsSignAtOnce() {
        var steps = ConclusionSteps.inspected(port, "SPECIAL").issued();
        var donghu = steps.finding(DONGHU);
        var seen = steps.version(donghu);
        var answers = together(
                () -> steps.signFor(URBAN_LIAISON).status(),
                () -> steps.by(DONGHU_LIAISON)
                        .post(donghu + "/receipts", seen, "")
                        .status());
        assertThat(answers).containsOnly(200);
    }

    private static List<Integer> together(Supplier<Integer> one, Supplier<Integer> other) {
        return Stream.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
