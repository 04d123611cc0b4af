package io.duban.hotline.figures;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** What the log keeps of a ticket for statistics: enough for every figure, and nothing of any person. */
@ServerTest
class FactsTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** Names of facts, and what a value may look like: a code, a number, an instant, a yes, or the id of a unit or a ticket. */
    private static final String VALUE =
            "[A-Z][A-Z_0-9]*|\\d{1,3}|true|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void everyEventOfAJourneyKeepsFactsAndNoneOfThemIsOfAPerson() {
        var secrets = Set.of("王小明", "13912345678", "解放路 8 号", "路灯坏了三天", "已修好", "已电话告知", "按规定", "很好", "答非所问");
        var id = Phone.of(port, AGENT).post("/hotline-tickets", """
                {"channel":"APP","demandType":"HELP","categoryCode":"light","title":"路灯不亮","words":"路灯坏了三天","place":{"address":"解放路 8 号"},
                 "citizen":{"name":"王小明","phone":"13912345678"},"receivedAt":"2026-11-20T08:00:00+08:00"}""").expect(201).id();
        var dispatcher = Phone.of(port, DISPATCHER);
        dispatcher
                .post(path(id, "classifications"), 1, "{\"categoryCode\":\"light\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(path(id, "dispatches"), 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        Phone.of(port, URBAN_LIAISON)
                .post(path(id, "receipts"), 3, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
        Phone.of(port, URBAN_HANDLER)
                .post(
                        path(id, "contacts"),
                        4,
                        "{\"contactedAt\":\"%s\",\"way\":\"PHONE\",\"result\":\"REACHED\",\"note\":\"已电话告知\"}"
                                .formatted(Instant.now()))
                .expect(200);
        Phone.of(port, URBAN_HEAD)
                .post(
                        path(id, "feedbacks"),
                        5,
                        "{\"result\":\"RESOLVED\",\"facts\":\"已修好\",\"legalBasis\":\"按规定\",\"toldCitizenAt\":\"%s\",\"toldCitizenWhat\":\"已修好\"}"
                                .formatted(Instant.now()))
                .expect(200);
        Phone.of(port, HOTLINE_AUDITOR)
                .post(path(id, "audits"), 6, "{\"verdict\":\"PASS\"}")
                .expect(200);
        Phone.of(port, CALLBACK_AGENT)
                .post(
                        path(id, "callbacks"),
                        7,
                        "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\",\"note\":\"很好\"}")
                .expect(200);

        var events = facts(id);
        assertThat(events).hasSize(8);
        var persons = persons();
        for (var facts : events) {
            assertThat(facts).containsKeys("round", "channel", "demandType");
            facts.forEach((name, value) -> {
                assertThat(secrets).as(name).noneMatch(value::contains);
                assertThat(persons).as(name).doesNotContain(value);
                if (name.endsWith("Id") || name.equals("reopenOf")) {
                    assertThat(value).matches("[0-9a-f-]{36}");
                } else if (!name.equals("categoryCode")) {
                    assertThat(value).as(name).matches(VALUE);
                }
            });
        }
        var dispatched = events.get(2);
        assertThat(dispatched)
                .containsEntry("hostUnitId", URBAN_BUREAU.toString())
                .containsKeys(
                        "begun.HANDLE", "original.HANDLE", "due.HANDLE", "due.SIGN_FOR", "due.CONTACT", "met.DISPATCH");
        assertThat(events.get(3)).containsKey("met.SIGN_FOR").doesNotContainKey("begun.HANDLE");
        assertThat(events.get(4)).containsKey("met.CONTACT");
        assertThat(events.get(6)).containsKey("feedbackAt");
        assertThat(events.get(7))
                .containsEntry("callbackOutcome", "ANSWERED")
                .containsEntry("resolved", "YES")
                .containsKey("closedAt");
    }

    @Test
    void aSubjectThatIsCountedByItsRowsKeepsNone() {
        assertThat(database.sql(
                                "select count(*) from event_log where facts is not null and subject_type <> 'hotline.ticket'")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    private List<Map<String, String>> facts(UUID id) {
        return database.sql("select facts::text as facts from event_log where subject_id = $1 order by position")
                .bind(0, id)
                .map(row -> {
                    Map<String, String> facts = new TreeMap<>();
                    JSON.readTree(row.get("facts", String.class))
                            .properties()
                            .forEach(fact ->
                                    facts.put(fact.getKey(), fact.getValue().asString()));
                    return facts;
                })
                .all()
                .collectList()
                .block();
    }

    private Set<String> persons() {
        return new HashSet<>(database.sql("select id::text as id from person")
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    private static String path(UUID id, String part) {
        return "/hotline-tickets/" + id + "/" + part;
    }
}
