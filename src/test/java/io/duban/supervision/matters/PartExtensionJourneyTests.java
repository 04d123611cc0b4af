package io.duban.supervision.matters;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.Desk;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More time for a unit's part (延期): once, before it is due, by whoever may grant so much. */
@ServerTest
class PartExtensionJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    PartSteps parts;

    @BeforeEach
    void open() {
        parts = PartSteps.issued(port, true);
        parts.signed(URBAN_LIAISON, parts.host(), URBAN_HANDLER);
    }

    @Test
    void lengthensAPartOnceCountedFromItsOriginalDate() {
        var host = parts.host();
        String original = parts.see(SUPERVISOR, host).at("$.dueAt");
        var wish = parts.moreTime(host, Duration.ofDays(3));
        parts.refused(URBAN_DEPUTY, host, "extension-requests", wish, 403, "E_GEN_SCOPE");
        parts.done(URBAN_HEAD, host, "extension-requests", wish);
        assertThat(parts.todos(DIRECTOR)).contains("DECIDE_EXTENSION:" + URBAN);
        assertThat(parts.see(SUPERVISOR, host).<String>at("$.dueAt"))
                .as("silence is no consent")
                .isEqualTo(original);
        parts.refused(URBAN_HEAD, host, "extension-requests", wish, 409, "E_GEN_ILLEGAL_STATE");
        parts.refused(DEPUTY, host, "extension-decisions", granted(true), 403, "E_GEN_SCOPE");
        assertThat(parts.actions(DIRECTOR, host)).contains("DECIDE_EXTENSION");
        assertThat(parts.actions(DEPUTY, host)).doesNotContain("DECIDE_EXTENSION");

        var longer = parts.done(DIRECTOR, host, "extension-decisions", granted(true));
        assertThat(longer.<String>at("$.originalDueAt")).isEqualTo(original);
        assertThat(longer.<String>at("$.dueAt")).isGreaterThan(original);
        assertThat(parts.matter().see(LEADER).<String>at("$.dueAt")).isEqualTo(longer.at("$.dueAt"));
        List<String> due = JsonPath.read(
                Desk.of(parts.caller().port(), URBAN_HEAD),
                "$.items[?(@.subjectId == '%s')].dueAt".formatted(parts.matter().id()));
        assertThat(due).as("the to-do moves with it").containsExactly(longer.<String>at("$.dueAt"));
        parts.refused(
                URBAN_HEAD,
                host,
                "extension-requests",
                parts.moreTime(host, Duration.ofDays(4)),
                422,
                "E_GEN_EXTENSION_TWICE");
        assertThat(parts.history(URBAN_HEAD, host).<List<Boolean>>at("$.extensions[*].granted"))
                .containsExactly(true);
    }

    @Test
    void leavesALongExtensionToTheLeaderAndALateOneToNobody() {
        var host = parts.host();
        parts.done(URBAN_HEAD, host, "extension-requests", parts.moreTime(host, Duration.ofDays(60)));
        assertThat(parts.todos(DEPUTY)).contains("DECIDE_EXTENSION:" + URBAN);
        parts.refused(DIRECTOR, host, "extension-decisions", granted(true), 403, "E_GEN_SCOPE");
        parts.done(DEPUTY, host, "extension-decisions", granted(false));
        database.execute(
                "update supervision_assignment set due_at = now() - interval '1 hour' where id = '%s'".formatted(host));
        assertThat(parts.actions(URBAN_HEAD, host)).doesNotContain("REQUEST_EXTENSION");
        parts.refused(
                URBAN_HEAD,
                host,
                "extension-requests",
                parts.moreTime(host, Duration.ofDays(3)),
                422,
                "E_GEN_EXTENSION_LATE");
    }

    @Test
    void takesOneOfTwoDecisionsOnAnExtension() {
        var host = parts.host();
        parts.done(URBAN_HEAD, host, "extension-requests", parts.moreTime(host, Duration.ofDays(3)));
        var etag = parts.matter().partEtag(host);
        var path = parts.matter().part(host) + "/extension-decisions";
        var statuses = Stream.of(true, false)
                .map(yes -> CompletableFuture.supplyAsync(() ->
                        parts.caller().post(DIRECTOR, path, granted(yes), etag).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void keepsACoUnitFromBeingLengthenedPastItsHost() {
        parts.refused(
                DONGHU_HEAD,
                parts.co(),
                "extension-requests",
                parts.moreTime(parts.co(), Duration.ofDays(60)),
                422,
                "E_SUP_CO_DUE_LATE");
    }

    private static String granted(boolean yes) {
        return "{\"granted\": %s, \"words\": \"已阅\"}".formatted(yes);
    }
}
