package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.Traces;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who asks again: with something new a closed ticket is taken up again, and the third time the manager looks at it. */
@ServerTest
class HotlineReopeningTests {

    private static final String QUESTION = """
            {"channel":"HOTLINE_12345","demandType":"%s","categoryCode":"%s","title":"井盖缺失","words":"路口井盖缺失",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"%s"}%s}""";
    private static final String NEW_FACTS = "{\"newFacts\":\"今天又有人掉进去\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Traces traces;
    private Phone agent;

    @BeforeEach
    void people() {
        traces = new Traces(database);
        agent = Phone.of(port, AGENT);
    }

    @Test
    void aClosedTicketIsTakenUpAgainOnlyWithSomethingNew() {
        var closed = closed(accepted("CONSULTATION", "cover", "中山路1号", caller()));
        for (var nothing : new String[] {"{}", "{\"newFacts\":\"  \"}", "{\"newFacts\":\"路口 井盖缺失!\"}"}) {
            agent.post(path(closed, "reopenings"), 2, nothing).refused(422, "E_HOT_NO_NEW_FACTS");
        }
        agent.post(path(closed, "reopenings"), 1, NEW_FACTS).refused(412, "E_GEN_STALE_VERSION");
        Phone.of(port, HOTLINE_AUDITOR)
                .post(path(closed, "reopenings"), 2, NEW_FACTS)
                .refused(403, "E_GEN_SCOPE");
        var again = agent.post(path(closed, "reopenings"), 2, NEW_FACTS).expect(201);
        assertThat(again.text("status")).isEqualTo("RECEIVED");
        assertThat(again.text("reopenOf")).isEqualTo(closed.toString());
        assertThat(again.text("words")).isEqualTo("今天又有人掉进去");
        assertThat(again.body().at("/citizen/name").asString()).isEqualTo("张*");
        assertThat(again.body().at("/place/address").asString()).isEqualTo("中山路1号");
        assertThat(traces.openTodos(again.id())).containsExactly("CLASSIFY");
        assertThat(agent.get("/hotline-tickets/" + closed).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void oneTicketAtATimeTakesItUpAgain() {
        var closed = closed(accepted("CONSULTATION", "cover", "中山路2号", caller()));
        var again =
                agent.post(path(closed, "reopenings"), 2, NEW_FACTS).expect(201).id();
        agent.post(path(closed, "reopenings"), 2, NEW_FACTS).refused(409, "E_GEN_ILLEGAL_STATE");
        agent.post(path(again, "withdrawals"), 1, "{\"said\":\"不用了\"}").expect(200);
        agent.post(path(closed, "reopenings"), 2, NEW_FACTS).expect(201);
    }

    @Test
    void anOpenTicketIsNotReopened() {
        var open = accepted("CONSULTATION", "cover", "中山路3号", caller());
        agent.post(path(open, "reopenings"), 1, NEW_FACTS).refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void theThirdTimeTheSameCitizenAsksAboutTheSameMatterTheManagerIsTold() {
        var caller = caller();
        var first = accepted("COMPLAINT", "cover", "解放路1号", caller);
        accepted("COMPLAINT", "noise", "解放路1号", caller);
        accepted("COMPLAINT", "cover", "解放路99号", caller);
        accepted("COMPLAINT", "cover", "解放路1号", caller());
        var second = accepted("COMPLAINT", "cover", " 解放路 1号", caller);
        assertThat(isRepeat(second)).isFalse();
        var third = accepted("COMPLAINT", "cover", "解放路1号", caller.replaceFirst("139", "+86 139"));
        assertThat(isRepeat(third)).isTrue();
        assertThat(traces.openTodos(third)).containsExactly("CLASSIFY", "REVIEW_REPEAT_DEMAND");
        var fourth = accepted("COMPLAINT", "cover", "解放路1号", caller);
        assertThat(isRepeat(fourth)).as("the manager is looking at it already").isFalse();
        assertThat(traces.number(
                        "select count(*) from event_log where facts ->> 'repeats' is not null and subject_id in ('"
                                + third + "', '" + fourth + "')"))
                .as("and it is a repeated demand all the same")
                .isEqualTo(2);
        var manager = Phone.of(port, HOTLINE_MANAGER);
        var alert = manager.get(path(third, "intake")).expect(200).body().at("/callerAlerts/0");
        assertThat(alert.get("earlierTicketIds")).hasSize(2);
        assertThat(alert.get("earlierTicketIds").toString()).contains(first.toString(), second.toString());
        manager.post(
                        path(third, "caller-alerts/" + alert.get("id").asString() + "/decisions"),
                        1,
                        "{\"confirmed\":true,\"note\":\"已约承办单位\"}")
                .expect(200);
        assertThat(traces.openTodos(third)).containsExactly("CLASSIFY");
        assertThat(isRepeat(accepted("COMPLAINT", "cover", "解放路1号", caller))).isTrue();
    }

    @Test
    void aTicketTakenUpAgainAndAgainIsARepeatWhereverItIs() {
        var caller = caller();
        var first = closed(accepted("CONSULTATION", "cover", "人民路1号", caller));
        var second = closed(
                agent.post(path(first, "reopenings"), 2, NEW_FACTS).expect(201).id());
        var third = agent.post(path(second, "reopenings"), 2, "{\"newFacts\":\"还是没有人来\"}")
                .expect(201)
                .id();
        assertThat(isRepeat(second)).isFalse();
        assertThat(isRepeat(third)).isTrue();
    }

    @Test
    void nobodyCountsAnonymousCallersAndReportersOfWrongdoing() {
        for (var citizen : new String[] {"", caller()}) {
            var type = citizen.isEmpty() ? "COMPLAINT" : "REPORT_WRONGDOING";
            for (int i = 0; i < 3; i++) {
                assertThat(isRepeat(accepted(type, "cover", "建设路1号", citizen))).isFalse();
            }
        }
    }

    @Test
    void theNumberOfACallerIsInNoRowButHisTicket() {
        var number = "139" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
        var id = accepted("COMPLAINT", "cover", "和平路1号", ",\"citizen\":{\"name\":\"张三\",\"phone\":\"" + number + "\"}");
        assertThat(traces.number("select octet_length(caller_key) from hotline_call where id = '" + id + "'"))
                .isEqualTo(32);
        assertThat(traces.number("select count(*) from hotline_call c where c::text like '%" + number + "%'"))
                .isZero();
        assertThat(traces.number("select count(*) from event_log e where e::text like '%" + number + "%'"))
                .isZero();
    }

    private boolean isRepeat(UUID id) {
        return traces.events(id).contains("hotline.repeat.detected");
    }

    private UUID accepted(String type, String category, String address, String citizen) {
        return agent.post("/hotline-tickets", QUESTION.formatted(type, category, address, citizen))
                .expect(201)
                .id();
    }

    private UUID closed(UUID id) {
        agent.post(path(id, "direct-answers"), 1, "{\"answer\":\"已转达\",\"knowledgeItemId\":\"KB-1\"}")
                .expect(200);
        return id;
    }

    private static String caller() {
        return ",\"citizen\":{\"name\":\"张三\",\"phone\":\"139%d\"}"
                .formatted(ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999));
    }

    private static String path(UUID id, String step) {
        return "/hotline-tickets/" + id + "/" + step;
    }
}
