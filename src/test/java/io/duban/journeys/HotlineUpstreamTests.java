package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The city platform and its tickets here: versions in any order, doubled and at once make one ticket, and what it closes is closed. */
@ServerTest
class HotlineUpstreamTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Traces traces;
    private Phone city;
    private Phone dispatcher;
    private String number;

    @BeforeEach
    void people() {
        traces = new Traces(database);
        city = Phone.of(port, PARTNER);
        dispatcher = Phone.of(port, DISPATCHER);
        number = "UP-" + UUID.randomUUID();
    }

    @Test
    void aNewVersionIsAFurtherRoundOfTheSameTicketAndItsUnitIsReleased() {
        var id = sent(1, "路灯不亮").expect(201).id();
        dispatched(id, 1);
        var again = sent(2, "路灯还是不亮").expect(200);
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.text("status")).isEqualTo("RECEIVED");
        assertThat(again.body().get("round").asInt()).isEqualTo(2);
        assertThat(again.body().get("sourceVersion").asLong()).isEqualTo(2);
        assertThat(again.text("words")).isEqualTo("路灯还是不亮");
        assertThat(again.text("hostUnitId")).isEmpty();
        assertThat(again.text("dueAt")).isEmpty();
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY");
        assertThat(traces.runningClocks(id)).containsExactly("DISPATCH");
        assertThat(traces.events(id)).endsWith("hotline.ticket.released", "hotline.ticket.dispatchedUpstream");
        Phone.of(port, URBAN_LIAISON).get("/hotline-tickets/" + id).refused(404, "E_WEB_NOT_FOUND");
        dispatched(id, again.version());
        assertThat(traces.runningClocks(id)).containsExactly("CONTACT", "HANDLE", "SIGN_FOR");
    }

    @Test
    void aNewVersionOfAReceivedTicketStartsItsClockAnewAndLeavesOneToDo() {
        var id = sent(1, "路灯不亮").expect(201).id();
        sent(2, "路灯还是不亮").expect(200);
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY");
        assertThat(traces.runningClocks(id)).containsExactly("DISPATCH");
        assertThat(traces.number("select count(*) from deadline where subject_id = '" + id + "'"))
                .isEqualTo(2);
        assertThat(traces.number(
                        "select count(distinct person_id) - count(*) from todo where closed_at is null and subject_id = '"
                                + id + "'"))
                .isZero();
    }

    @Test
    void aLateVersionADoubledOneAndAChangedOneAddNothing() {
        var id = sent(3, "第三版").expect(201).id();
        assertThat(sent(2, "第二版").expect(200).id()).isEqualTo(id);
        assertThat(sent(2, "第二版").expect(200).id()).isEqualTo(id);
        assertThat(sent(3, "第三版").expect(200).id()).isEqualTo(id);
        sent(2, "改过的第二版").refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        sent(3, "改过的第三版").refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        var seen = city.get("/hotline-tickets/" + id).expect(200);
        assertThat(seen.version()).isEqualTo(1);
        assertThat(seen.text("words")).isEqualTo("第三版");
        assertThat(traces.events(id)).containsExactly("hotline.ticket.received");
        var versions = city.get("/hotline-tickets/" + id + "/intake")
                .expect(200)
                .body()
                .get("upstreamVersions");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("late").asBoolean()).isFalse();
        assertThat(versions.get(1).get("late").asBoolean()).isTrue();
    }

    @Test
    void versionsSentAtOnceInAnyOrderEndAsOneTicketInItsNewestVersion() throws Exception {
        var answers = atOnce(IntStream.of(4, 1, 3, 2, 4, 1, 3, 2)
                .mapToObj(version -> (Callable<Answer>) () -> sent(version, "第" + version + "版"))
                .toList());
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        var id = answers.get(0).id();
        var seen = city.get("/hotline-tickets/" + id).expect(200);
        assertThat(seen.body().get("sourceVersion").asLong()).isEqualTo(4);
        assertThat(seen.text("words")).isEqualTo("第4版");
        assertThat(traces.openTodos(id)).containsExactly("CLASSIFY");
        assertThat(traces.runningClocks(id)).containsExactly("DISPATCH");
        assertThat(traces.number("select count(*) from hotline_source_version where source_id = '" + number + "'"))
                .isEqualTo(4);
        assertThat(seen.body().get("round").asLong()).isEqualTo(seen.version());
    }

    @Test
    void whatThePlatformClosedIsClosedAndItsUnitIsTold() {
        var id = sent(1, "路灯不亮").expect(201).id();
        dispatched(id, 1);
        var closed = closed(1, "市级已办结").expect(200);
        assertThat(closed.text("status")).isEqualTo("CLOSED");
        assertThat(closed.body().get("closedByUpstream").asBoolean()).isTrue();
        assertThat(traces.openTodos(id)).isEmpty();
        assertThat(traces.runningClocks(id)).isEmpty();
        assertThat(traces.number(
                        "select count(*) from event_log where type like '%.closedByUpstream' and subject_id = '" + id
                                + "' and '" + URBAN_BUREAU + "' = any(addressee_ids)"))
                .isEqualTo(1);
        assertThat(closed(1, "市级已办结").expect(200).version()).isEqualTo(closed.version());
        closed(1, "别的理由").refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        assertThat(sent(2, "又不亮了").expect(200).text("status")).isEqualTo("RECEIVED");
        assertThat(city.get("/hotline-tickets/" + id)
                        .body()
                        .get("closedByUpstream")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aLateClosingClosesNothingAndAClosingThatOvertookItsDispatchHolds() {
        var id = sent(2, "第二版").expect(201).id();
        assertThat(closed(1, "第一版办结").expect(200).text("status")).isEqualTo("RECEIVED");
        assertThat(closed(3, "第三版办结").expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(sent(3, "第三版").expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(sent(4, "第四版").expect(200).text("status")).isEqualTo("RECEIVED");
        assertThat(closed(5, "第五版办结").expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(closed(7, "第七版办结").expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(sent(6, "第六版").expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(traces.openTodos(id)).isEmpty();
    }

    @Test
    void theLastWordOnItsTicketsIsThePlatforms() {
        var id = sent(1, "路灯不亮").expect(201).id();
        Phone.of(port, AGENT)
                .post("/hotline-tickets/" + id + "/withdrawals", 1, "{\"said\":\"不用了\"}")
                .expect(200);
        assertThat(closed(1, "市级已办结").expect(200).text("status")).isEqualTo("WITHDRAWN");
        assertThat(sent(2, "又不亮了").expect(200).text("status")).isEqualTo("RECEIVED");
    }

    @Test
    void aPlatformReachesItsOwnTicketsOnly() {
        var own = Phone.of(port, AGENT)
                .post("/hotline-tickets", body(null, "路灯不亮"))
                .expect(201)
                .id();
        city.get("/hotline-tickets/" + own).refused(404, "E_WEB_NOT_FOUND");
        closed(1, "没有来过").refused(404, "E_WEB_NOT_FOUND");
        city.post("/hotline-upstream-closings", closing(1, "别人的").replace("CITY_12345", "PROVINCE"))
                .refused(400, "E_GEN_VALIDATION");
        Phone.of(port, AGENT)
                .post("/hotline-upstream-closings", closing(1, "不是平台"))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void theDateSetAboveStaysOnTheTicket() {
        var dated = body(1L, "路灯不亮").replaceFirst("\\{", "{\"outerDueAt\":\"2030-01-07T17:00:00+08:00\",");
        var ticket = city.post("/hotline-tickets", dated).expect(201);
        assertThat(ticket.text("outerDueAt")).startsWith("2030-01-07T17:00");
        assertThat(sent(2, "没有期限的第二版").expect(200).text("outerDueAt")).isEmpty();
        city.post(
                        "/hotline-tickets",
                        body(3L, "过期").replaceFirst("\\{", "{\"outerDueAt\":\"2020-01-07T17:00:00+08:00\","))
                .refused(400, "E_GEN_VALIDATION");
    }

    private void dispatched(UUID id, long version) {
        dispatcher
                .post(
                        "/hotline-tickets/" + id + "/classifications",
                        version,
                        "{\"categoryCode\":\"lamp\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(
                        "/hotline-tickets/" + id + "/dispatches",
                        version + 1,
                        "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
    }

    private Answer sent(long version, String words) {
        return city.post("/hotline-tickets", body(version, words));
    }

    private Answer closed(long version, String reason) {
        return city.post("/hotline-upstream-closings", closing(version, reason));
    }

    private String body(Long version, String words) {
        var source = version == null
                ? ""
                : "\"sourceSystem\":\"CITY_12345\",\"sourceId\":\"%s\",\"sourceVersion\":%d,"
                        .formatted(number, version);
        return """
                {%s"channel":"CITY_PLATFORM","demandType":"HELP","categoryCode":"lamp","title":"路灯不亮","words":"%s",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"}}""".formatted(source, words);
    }

    private String closing(long version, String reason) {
        return """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":%d,"reason":"%s"}""".formatted(number, version, reason);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
