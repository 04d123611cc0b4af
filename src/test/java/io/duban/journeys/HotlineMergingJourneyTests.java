package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.OneMatter;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Several citizens, one matter: likely repeats are seen, merged, answered together and called back each. */
@ServerTest
class HotlineMergingJourneyTests {

    private static final String HERE = "{\"address\":\"南湖区东湖路1号\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private OneMatter matter;
    private Phone dispatcher;

    @BeforeEach
    void oneMatter() {
        matter = OneMatter.at(port, HERE);
        dispatcher = Phone.of(port, DISPATCHER);
    }

    @Test
    void theAgentSeesWhatADemandWouldRepeatBeforeHeTakesItIn() {
        var before = matter.accepted();
        matter.accepted("{\"address\":\"西山街5号\"}");
        var answer = ask("{\"address\":\"东湖路 1 号3单元402室\"}");
        assertThat(ids(answer)).containsExactly(before);
        assertThat(answer.body().at("/items/0/addressLikeness").asDouble()).isEqualTo(1);
        // Neither clear nor masked; three digits of a number alone would be found in ids.
        assertThat(answer.body().toString()).doesNotContain("李", "13900001234", "139****", "citizen", "phone");
    }

    @Test
    void pointsOfBothCoordinateSystemsAreOnePlace() {
        var wgs = "{\"position\":{\"latitude\":30.5,\"longitude\":114.3,\"datum\":\"WGS_84\"}}";
        // the same spot as maps in China show it, some 550 metres away on paper
        var gcj = "{\"position\":{\"latitude\":30.497550,\"longitude\":114.305430,\"datum\":\"GCJ_02\"}}";
        var id = matter.accepted(wgs);
        assertThat(ids(ask(gcj))).containsExactly(id);
        assertThat(ids(ask(gcj.replace("GCJ_02", "WGS_84")))).isEmpty();
    }

    @Test
    void theDispatcherSeesTheNearestFirst() {
        var at = "{\"position\":{\"latitude\":30.5%s,\"longitude\":114.3}}";
        var mine = matter.accepted(at.formatted("000"));
        var far = matter.accepted(at.formatted("015"));
        var near = matter.accepted(at.formatted("005"));
        matter.accepted(at.formatted("030"));
        var answer = dispatcher.get("/hotline-tickets/" + mine + "/repeats").expect(200);
        assertThat(ids(answer)).containsExactly(near, far);
        assertThat(answer.body().at("/items/0/metres").asInt()).isBetween(54, 57);
    }

    @Test
    void aMergedTicketsCitizenIsAnsweredAndCalledBackToo() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.classified();
        assertThat(matter.read(child).body().get("legalActions").toString()).contains("\"MERGE\"");
        var merged = matter.merge(child, parent).expect(200);
        assertThat(merged.text("status")).isEqualTo("MERGED");
        assertThat(merged.text("parentId")).isEqualTo(parent.toString());
        assertThat(open(child)).isZero();

        var seen = Phone.of(port, URBAN_LIAISON)
                .get("/hotline-tickets/" + parent + "/children")
                .expect(200);
        assertThat(seen.body().at("/items/0/id").asString()).isEqualTo(child.toString());
        Phone.of(port, HOUSING_LIAISON)
                .get("/hotline-tickets/" + parent + "/children")
                .refused(404, "E_WEB_NOT_FOUND");

        matter.handedIn(parent);
        assertThat(matter.read(child).text("status")).isEqualTo("MERGED");
        matter.passed(parent);
        var followed = matter.read(child);
        assertThat(followed.text("status")).isEqualTo("PENDING_CALLBACK");
        assertThat(followed.text("hostUnitId")).isEqualTo(URBAN_BUREAU.toString());
        assertThat(followed.text("feedbackFacts")).isEqualTo("已恢复供水");
        assertThat(number(
                        "select count(*) from todo where subject_id = $1 and action = 'CALL_BACK' and closed_at is null",
                        child))
                .isPositive();
        assertThat(number(
                        "select count(*) from hotline_ticket where id = $1 and audited_by = '" + HOTLINE_AUDITOR + "'",
                        child))
                .isEqualTo(1);
        for (var id : List.of(parent, child)) {
            Phone.of(port, CALLBACK_AGENT)
                    .post(
                            "/hotline-tickets/" + id + "/callbacks",
                            matter.version(id),
                            "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}")
                    .expect(200);
            assertThat(open(id)).isZero();
        }
        assertThat(matter.read(child).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void whatAUnitHadToDoWithAMergedTicketEnds() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.dispatched(HOUSING_BUREAU);
        assertThat(open(child)).isPositive();
        matter.merge(child, parent).expect(200);
        assertThat(open(child)).isZero();
        assertThat(number("select count(*) from deadline where subject_id = $1 and satisfied_at is null", child))
                .isZero();
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.merged' and unit_ids <> '{}'",
                        child))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type = 'hotline.ticket.childrenMerged'",
                        parent))
                .isEqualTo(1);
    }

    @Test
    void theParentIsDueWhenTheEarliestOfThemWas() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.dispatched(matter.classified(matter.accepted(), "UTILITY"), URBAN_BUREAU);
        var due = OffsetDateTime.parse(matter.read(child).text("dueAt"));
        assertThat(due).isBefore(OffsetDateTime.parse(matter.read(parent).text("dueAt")));
        matter.merge(child, parent).expect(200);
        var after = matter.read(parent);
        assertThat(OffsetDateTime.parse(after.text("dueAt"))).isEqualTo(due);
        assertThat(OffsetDateTime.parse(after.text("originalDueAt"))).isEqualTo(due);
        assertThat(number("""
                select count(*) from deadline d join hotline_ticket t on t.id = d.subject_id and t.due_at = d.current_due_at
                where d.subject_id = $1 and d.step = 'HANDLE' and d.satisfied_at is null""", parent)).isEqualTo(1);
    }

    @Test
    void redStaysRed() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.dispatched(URBAN_BUREAU);
        database.sql("""
                        with c as (update deadline set current_due_at = now() - interval '1 hour', warn_at = now() - interval '2 hours'
                            where subject_id = $1 and step = 'HANDLE' returning current_due_at, warn_at)
                        update hotline_ticket set due_at = c.current_due_at, warn_at = c.warn_at from c where id = $1""").bind(0, child).then().block();
        assertThat(matter.read(child).text("light")).isEqualTo("RED");
        matter.merge(child, parent).expect(200);
        assertThat(matter.read(parent).text("light")).isEqualTo("RED");
        assertThat(matter.read(child).text("light")).isEqualTo("NONE");
    }

    @Test
    void aMergedTicketIsTakenOutAgainAndWaitsToBeDispatched() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.dispatched(HOUSING_BUREAU);
        matter.merge(child, parent).expect(200);
        var alone = dispatcher
                .post("/hotline-tickets/" + child + "/unmergings", matter.version(child), "")
                .expect(200);
        assertThat(alone.text("status")).isEqualTo("PENDING_DISPATCH");
        assertThat(alone.text("parentId")).isEmpty();
        assertThat(number(
                        "select count(*) from deadline where subject_id = $1 and step = 'DISPATCH' and satisfied_at is null",
                        child))
                .isEqualTo(1);
        dispatcher
                .post(
                        "/hotline-tickets/" + child + "/dispatches",
                        alone.version(),
                        "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        matter.handedIn(parent);
        matter.passed(parent);
        assertThat(matter.read(child).text("status")).isEqualTo("DISPATCHED");
    }

    @Test
    void whatIsNotOneMatterIsRefusedAndChangesNothing() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.classified();
        var elsewhere = matter.classified(matter.accepted("{\"address\":\"西山街5号\"}"), "ORDINARY");
        var other = OneMatter.at(port, HERE).classified();
        var old = matter.classified();
        database.sql("update hotline_ticket set accepted_at = accepted_at - interval '31 days' where id = $1")
                .bind(0, old)
                .then()
                .block();
        for (var wrong : List.of(elsewhere, other, old, parent)) {
            var refused = matter.merge(wrong, parent).refused(400, "E_GEN_VALIDATION");
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/parentId");
        }
        matter.merge(child, UUID.randomUUID()).refused(400, "E_GEN_VALIDATION");
        matter.merge(child, matter.accepted()).refused(400, "E_GEN_VALIDATION");
        matter.merge(parent, matter.classified()).refused(400, "E_GEN_VALIDATION");
        matter.merge(matter.accepted(), parent).refused(409, "E_GEN_ILLEGAL_STATE");
        matter.merge(child, 1, parent).refused(412, "E_GEN_STALE_VERSION");
        Phone.of(port, HOTLINE_AUDITOR)
                .post("/hotline-tickets/" + child + "/mergings", 2, "{\"parentId\":\"" + parent + "\"}")
                .refused(403, "E_GEN_SCOPE");
        assertThat(matter.read(child).text("status")).isEqualTo("PENDING_DISPATCH");
        assertThat(matter.version(parent)).isEqualTo(3);
    }

    @Test
    void noChainIsMade() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.classified();
        var third = matter.classified();
        matter.merge(child, parent).expect(200);
        matter.merge(third, child).refused(400, "E_GEN_VALIDATION");
        var another = matter.dispatched(URBAN_BUREAU);
        matter.merge(parent, another).refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void aParentThatWasHandedInTakesNoMore() {
        var parent = matter.dispatched(URBAN_BUREAU);
        matter.handedIn(parent);
        var child = matter.classified();
        matter.merge(child, parent).refused(422, "E_HOT_MERGE_CLOSED");
        mergeAll(parent, List.of(child)).refused(422, "E_HOT_MERGE_CLOSED");
        assertThat(matter.read(parent).body().get("legalActions").toString()).doesNotContain("MERGE_CHILDREN");
    }

    @Test
    void inAStormManyAreMergedAtOnceOrNone() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var children = IntStream.range(0, 12).mapToObj(i -> matter.classified()).toList();
        var wrong = matter.classified(matter.accepted("{\"address\":\"西山街5号\"}"), "ORDINARY");
        var mixed = new ArrayList<>(children);
        mixed.set(4, wrong);
        mixed.set(7, UUID.randomUUID());
        var unknown = mergeAll(parent, mixed).refused(400, "E_GEN_VALIDATION");
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/children/7");
        mixed.set(7, children.get(7));
        var refused = mergeAll(parent, mixed).refused(400, "E_GEN_VALIDATION");
        assertThat(refused.body().get("errors")).hasSize(1);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/children/4");
        assertThat(matter.version(parent)).isEqualTo(3);

        var merged = mergeAll(parent, children).expect(200);
        assertThat(merged.body().get("children"))
                .hasSize(12)
                .allMatch(row -> row.get("status").asString().equals("MERGED"));
        assertThat(merged.header("ETag")).isEqualTo("\"4\"");
        assertThat(number("select count(*) from hotline_ticket where parent_id = $1 and status = 'MERGED'", parent))
                .isEqualTo(12);
        matter.handedIn(parent);
        matter.passed(parent);
        assertThat(number(
                        "select count(*) from hotline_ticket where parent_id = $1 and status = 'PENDING_CALLBACK'",
                        parent))
                .isEqualTo(12);
    }

    @RepeatedTest(3)
    void ofAMergingAndADispatchOneIsDone() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.classified();
        var merging = CompletableFuture.supplyAsync(
                () -> matter.merge(child, 2, parent).status());
        var dispatching = CompletableFuture.supplyAsync(() -> dispatcher
                .post("/hotline-tickets/" + child + "/dispatches", 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .status());
        assertThat(List.of(merging.join(), dispatching.join())).containsExactlyInAnyOrder(200, 412);
        var now = matter.read(child).text("status");
        assertThat(now).isEqualTo(merging.join() == 200 ? "MERGED" : "DISPATCHED");
    }

    @RepeatedTest(3)
    void ofTwoMergedIntoEachOtherOneIsTheParent() {
        var one = matter.classified();
        var two = matter.classified();
        var there =
                CompletableFuture.supplyAsync(() -> matter.merge(one, 2, two).status());
        var back = CompletableFuture.supplyAsync(() -> matter.merge(two, 2, one).status());
        assertThat(List.of(there.join(), back.join())).containsOnlyOnce(200);
        assertThat(List.of(matter.read(one).text("status"), matter.read(two).text("status")))
                .containsExactlyInAnyOrder("MERGED", "PENDING_DISPATCH");
    }

    @RepeatedTest(3)
    void aChildMergedWhileItsParentPassesTheAuditIsNotLeftBehind() {
        var parent = matter.dispatched(URBAN_BUREAU);
        var first = matter.classified();
        matter.merge(first, parent).expect(200);
        matter.handedIn(parent);
        var seen = matter.version(parent);
        var released = matter.version(first);
        var passing = CompletableFuture.supplyAsync(() -> Phone.of(port, HOTLINE_AUDITOR)
                .post("/hotline-tickets/" + parent + "/audits", seen, "{\"verdict\":\"PASS\"}")
                .status());
        var leaving = CompletableFuture.supplyAsync(() -> dispatcher
                .post("/hotline-tickets/" + first + "/unmergings", released, "")
                .status());
        assertThat(passing.join()).isEqualTo(200);
        assertThat(matter.read(first).text("status"))
                .isEqualTo(leaving.join() == 200 ? "PENDING_DISPATCH" : "PENDING_CALLBACK");
    }

    private Phone.Answer mergeAll(UUID parent, List<UUID> children) {
        var rows = children.stream()
                .map("{\"ticketId\":\"%s\",\"version\":2}"::formatted)
                .toList();
        return dispatcher.post(
                "/hotline-tickets/" + parent + "/children",
                matter.version(parent),
                "{\"children\":[" + String.join(",", rows) + "]}");
    }

    private Phone.Answer ask(String place) {
        return Phone.of(port, AGENT)
                .post("/hotline-repeats", "{\"categoryCode\":\"%s\",\"place\":%s}".formatted(matter.category(), place))
                .expect(200);
    }

    private static List<UUID> ids(Phone.Answer answer) {
        return StreamSupport.stream(answer.body().get("items").spliterator(), false)
                .map(item -> UUID.fromString(item.get("ticketId").asString()))
                .toList();
    }

    private long open(UUID subject) {
        return number("select count(*) from todo where subject_id = $1 and closed_at is null", subject);
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
