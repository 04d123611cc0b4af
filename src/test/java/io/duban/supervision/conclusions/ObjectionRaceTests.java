package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ObjectionRaceTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

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

    /** The objection is read before, the finding after somebody else has revoked both. */
    @Test
    void tellsWhoReadHalfOfItBeforeThatHeWasTooLate() throws Exception {
        var steps = ConclusionSteps.inspected(port, "SPECIAL")
                .issued()
                .received()
                .objected()
                .accepted();
        var objection = steps.objection(URBAN);
        var finding = steps.finding(URBAN);
        var seen = steps.version(objection);
        CompletableFuture<Integer> late;
        try (var other = database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table object_finding in access exclusive mode");
            late = CompletableFuture.supplyAsync(() -> steps.by(LEADER)
                    .post(objection + "/decisions", seen, "{\"verdict\": \"REVOKE\", \"reason\": \"重新取样合格\"}")
                    .status());
            Awaitility.await().until(this::somebodyWaitsForFindings);
            statement.execute("update object_finding set status = 'REVOKED', version = version + 1 where id = '%s'"
                    .formatted(last(finding)));
            statement.execute(
                    "update conclusion_objection set status = 'REVOKED', version = version + 1 where id = '%s'"
                            .formatted(last(objection)));
            other.commit();
        }
        assertThat(late.join()).isEqualTo(412);
    }

    private boolean somebodyWaitsForFindings() throws SQLException {
        try (var looking = database.connect();
                var found = looking.createStatement()
                        .executeQuery(
                                "select exists (select from pg_locks where relation = 'object_finding'::regclass and not granted)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
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
