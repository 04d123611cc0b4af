package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.supervision.Words;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** 严禁重复督查、多头督查: what is under way is not opened again unless somebody answers for it. */
@ServerTest
class DuplicateTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    Caller caller;
    MatterSteps first;
    MatterSteps second;
    String draft;

    @BeforeEach
    void draftTwice() {
        caller = new Caller(port);
        draft = MatterSteps.draft("ROUTINE", false);
        first = new MatterSteps(caller).drafted(draft);
        second = new MatterSteps(caller).drafted(draft);
    }

    @Test
    void namesWhatItWouldRepeatAndLetsItThroughWithAReason() {
        List<String> found =
                caller.get(SUPERVISOR, second.path() + "/duplicates").at("$.items[*].matterId");
        assertThat(found).containsExactly(first.id());
        assertThat(outcomes(second)).containsExactly("FOUND");

        var refused = second.submit("{\"overrideReason\": \"急\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("E_SUP_DUPLICATE");
        assertThat(refused.body()).contains(first.id(), "南湖区城市管理局");
        assertThat(second.see(SUPERVISOR).<String>at("$.status")).isEqualTo("DRAFT");
        assertThat(outcomes(second)).as("counted, though nothing changed").containsExactly("FOUND", "INTERCEPTED");

        var let = second.submit(reason(first));
        assertThat(let.status()).as(let.body()).isEqualTo(200);
        assertThat(let.<List<String>>at("$.duplicates[*].matterId")).containsExactly(first.id());
        assertThat(outcomes(second)).containsExactly("FOUND", "INTERCEPTED", "JUSTIFIED");
    }

    @Test
    void mergesADraftIntoWhatIsUnderWay() {
        first.submitted();
        var merged =
                second.act(SUPERVISOR, "/mergers", "{\"intoId\": \"%s\", \"reason\": \"同一事项\"}".formatted(first.id()));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.<String>at("$.status")).isEqualTo("CANCELLED");
        assertThat(merged.<String>at("$.mergedIntoId")).isEqualTo(first.id());
        assertThat(outcomes(second)).containsExactly("FOUND", "MERGED");
        assertThat(caller.get(LEADER, first.path() + "/timeline").<List<String>>at("$.items[*].step"))
                .contains("MERGE_MATTER");
        var again = new MatterSteps(caller).drafted(draft);
        var itself = again.act(SUPERVISOR, "/mergers", "{\"intoId\": \"%s\", \"reason\": \"同\"}".formatted(again.id()));
        assertThat(itself.code()).isEqualTo("E_GEN_VALIDATION");
    }

    @Test
    void findsTheSamePlaceWhateverItIsCalled() {
        var place = Words.some() + "12号";
        var here = placed(place, "30.51000", "114.31000");
        var sameWords = placed(place, "31.00000", "115.00000");
        var sameSpot = placed(Words.some(), "30.51010", "114.31010");
        assertThat(matched(sameWords)).containsExactly(here.id());
        assertThat(matched(sameSpot)).containsExactly(here.id());
        assertThat(matched(placed(Words.some(), "32.00000", "116.00000"))).isEmpty();
    }

    @Test
    void doesNotMindOtherUnitsOrWhatHasEnded() {
        var elsewhere =
                draft.replace(URBAN.toString(), HOUSING.toString()).replace(DONGHU.toString(), POLICE.toString());
        assertThat(matched(new MatterSteps(caller).drafted(elsewhere))).isEmpty();
        first.acted(LEADER, "/cancellations", "{\"reason\": \"不再需要\"}");
        assertThat(matched(second)).isEmpty();
    }

    @Test
    void letsOnlyOneOfTwoLikeDraftsThroughUnanswered() {
        var submitted = Stream.of(first, second)
                .map(one -> CompletableFuture.supplyAsync(
                        () -> one.submit("{\"overrideReason\": \"急\"}").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(submitted).containsExactly(200, 409);
    }

    @Test
    void letsOneOfTwoSubmittersWin() {
        var etag = first.etag();
        var submitted = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> caller.post(
                                SUPERVISION_CHIEF, first.path() + "/submissions", "{\"overrideReason\": \"急\"}", etag)
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(submitted).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void letsEitherTheApprovalOrTheCancellationWin() {
        first.submitted();
        var etag = first.etag();
        var approval = CompletableFuture.supplyAsync(
                () -> caller.post(LEADER, first.path() + "/approvals", "{\"verdict\": \"APPROVE\"}", etag)
                        .status());
        var cancellation = CompletableFuture.supplyAsync(
                () -> caller.post(DIRECTOR, first.path() + "/cancellations", "{\"reason\": \"不再需要\"}", etag)
                        .status());
        assertThat(List.of(approval.join(), cancellation.join())).containsExactlyInAnyOrder(200, 412);
    }

    private MatterSteps placed(String place, String latitude, String longitude) {
        var contents = MatterSteps.draft("ROUTINE", false);
        return new MatterSteps(caller)
                .drafted(contents.substring(0, contents.length() - 1)
                        + ", \"place\": \"%s\", \"latitude\": %s, \"longitude\": %s}"
                                .formatted(place, latitude, longitude));
    }

    private List<String> matched(MatterSteps matter) {
        return caller.get(SUPERVISOR, matter.path() + "/duplicates").at("$.items[*].matterId");
    }

    private static String reason(MatterSteps repeated) {
        return "{\"overrideReason\": \"急\", \"duplicates\": [{\"matterId\": \"%s\", \"reason\": \"对象和时段不同\"}]}"
                .formatted(repeated.id());
    }

    private List<String> outcomes(MatterSteps matter) {
        return database.sql("select outcome from supervision_duplicate where matter_id = $1 order by at, id")
                .bind(0, UUID.fromString(matter.id()))
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
