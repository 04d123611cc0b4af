package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ReviewRaceTests {

    @LocalServerPort
    int port;

    Caller caller;
    MatterSteps matter;

    @BeforeEach
    void open() {
        caller = new Caller(port);
        matter = new MatterSteps(caller)
                .drafted("ROUTINE", false)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(true)
                .signedFor()
                .handedIn();
    }

    @Test
    void letsOneOfTwoReviewersWin() {
        var etag = matter.partEtag(matter.host());
        var answers = together(List.of(SUPERVISOR, SUPERVISION_CHIEF), matter.host(), etag);
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
    }

    @Test
    void acceptsTwoPartsAtOnceWithoutMakingEitherStale() {
        handInCo();
        var host = CompletableFuture.supplyAsync(() -> accept(SUPERVISOR, matter.host(), etag(matter.host())));
        var co = CompletableFuture.supplyAsync(() -> accept(SUPERVISION_CHIEF, matter.coPart(), etag(matter.coPart())));
        assertThat(List.of(host.join(), co.join())).containsOnly(200);
        assertThat(matter.see(LEADER).<String>at("$.status")).isEqualTo("PENDING_VERIFICATION");
        assertThat(matter.see(LEADER).<List<String>>at("$.assignments[*].status"))
                .containsOnly("ACCEPTED");
    }

    /** Ten matters are issued at the same moment: their numbers follow one another, whoever came first. */
    @Test
    void numbersWithoutAGapUnderConcurrency() {
        var matters = new ArrayList<MatterSteps>();
        for (int i = 0; i < 10; i++) {
            matters.add(new MatterSteps(caller)
                    .drafted("ROUTINE", false)
                    .submitted()
                    .approvedBy(DIRECTOR));
        }
        var issued = matters.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> one.issued(false)))
                .toList();
        var numbers = issued.stream()
                .map(CompletableFuture::join)
                .map(one -> one.see(SUPERVISOR).<String>at("$.notices[0].number"))
                .map(label -> Integer.parseInt(label.replaceAll(".*〕|号", "")))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(9) - numbers.get(0)).isEqualTo(9);
    }

    private void handInCo() {
        var signed = caller.post(
                DONGHU_LIAISON,
                matter.part(matter.coPart()) + "/receipts",
                "{\"handlerId\": \"%s\"}".formatted(DONGHU_HANDLER),
                etag(matter.coPart()));
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
        var handedIn = caller.post(
                DONGHU_HEAD,
                matter.part(matter.coPart()) + "/final-feedbacks",
                "{\"result\": \"RESOLVED\", \"facts\": [\"已配合\", \"已配合\"]}",
                signed.etag());
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
    }

    private List<Integer> together(List<UUID> reviewers, String part, String etag) {
        var calls = reviewers.stream()
                .map(reviewer -> CompletableFuture.supplyAsync(() -> accept(reviewer, part, etag)))
                .toList();
        return Stream.of(calls.get(0), calls.get(1))
                .map(CompletableFuture::join)
                .toList();
    }

    private int accept(UUID reviewer, String part, String etag) {
        return caller.post(reviewer, matter.part(part) + "/reviews", "{\"verdict\": \"ACCEPT\"}", etag)
                .status();
    }

    private String etag(String part) {
        return matter.partEtag(part);
    }
}
