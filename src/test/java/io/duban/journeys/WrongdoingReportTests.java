package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.support.Desk;
import io.duban.support.EventStream;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.SmallTicket;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who reports a wrongdoing is known to two people; whoever is reported knows nothing of it, were he the leader of all. */
@ServerTest
class WrongdoingReportTests {

    private static final String ASK =
            "{\"reason\":\"INVESTIGATE\",\"note\":\"核查\",\"fields\":[\"NAME\",\"PHONE\",\"ADDRESS\"]}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void theTicketNamesNoReporterAndNoTableHoldsHimInTheClear() {
        var report = report(null, null);
        var seen = Phone.desktop(port, HOTLINE_MANAGER).get(report.path()).expect(200);
        assertThat(seen.body().at("/citizen/name").isMissingNode()).isTrue();
        assertThat(text(
                        "select concat(citizen_name, citizen_phone, citizen_address) from hotline_ticket where id = $1",
                        report.id()))
                .isEmpty();
        for (var table : new String[] {"hotline_reporter", "event_log", "todo", "audit_row"}) {
            assertThat(number("select count(*) from " + table + " t where t::text ~ $1", SmallTicket.NAME))
                    .isZero();
        }
        assertThat(number(
                        "select count(*) from idempotency_key where convert_from(body, 'UTF8') ~ $1", SmallTicket.NAME))
                .isZero();
    }

    @Test
    void onlyTheManagerAndTheHandlerAreToldAndOnlyAtADesktop() {
        var report = report(null, null).signedFor();
        for (var person : new UUID[] {HOTLINE_MANAGER, URBAN_HANDLER}) {
            Phone.of(port, person).post(report.path("citizen-disclosures"), ASK).refused(403, "E_GEN_SCOPE");
            var told = Phone.desktop(port, person)
                    .post(report.path("citizen-disclosures"), ASK)
                    .expect(200);
            assertThat(told.text("name") + told.text("phone") + told.text("address"))
                    .isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
        }
        for (var person : new UUID[] {AGENT, DISPATCHER, CALLBACK_AGENT, LEADER, URBAN_HEAD}) {
            Phone.desktop(port, person)
                    .post(report.path("citizen-disclosures"), ASK)
                    .refused(403, "E_GEN_SCOPE");
        }
    }

    @Test
    void theReportedSeeItNeitherInListsNorAloneNorInFiguresNorOnTheirDesks() {
        var leaderBefore = onTheBoard(LEADER);
        var directorBefore = onTheBoard(DIRECTOR);
        var report = report(URBAN_BUREAU, LEADER);
        for (var person : new UUID[] {LEADER, URBAN_HEAD, URBAN_HANDLER}) {
            var phone = Phone.of(port, person);
            phone.get(report.path()).refused(404, "E_WEB_NOT_FOUND");
            assertThat(lists(phone, report.id())).isFalse();
            assertThat(phone.get("/deadlines?subjectId=" + report.id())
                            .expect(200)
                            .body()
                            .get("items"))
                    .isEmpty();
        }
        assertThat(lists(Phone.of(port, DIRECTOR), report.id())).isTrue();
        assertThat(onTheBoard(LEADER)).isEqualTo(leaderBefore);
        assertThat(onTheBoard(DIRECTOR)).isEqualTo(directorBefore + 1);
    }

    @Test
    void aReportedOperatorGetsNoTodoOfIt() {
        var ofHim = report(null, DISPATCHER).id().toString();
        var ofAnother = report(null, LEADER).id().toString();
        assertThat(Desk.of(port, DISPATCHER)).contains(ofAnother).doesNotContain(ofHim);
    }

    @Test
    void whatHappensToItIsNotOnTheStreamOfTheReported() {
        var leader = cursor(LEADER);
        var director = cursor(DIRECTOR);
        try (var live = EventStream.open(port, "/v1/events?streams=hotline,me", TestTokens.of(LEADER))) {
            var report = report(null, LEADER);
            var after = SmallTicket.accepted(port, "COMPLAINT", "");
            // Whatever the product writes at the same moment holds back what it tells.
            await().until(() -> told(DIRECTOR, director).contains(after.id().toString()));
            assertThat(told(DIRECTOR, director)).contains(report.id().toString());
            assertThat(told(LEADER, leader))
                    .contains(after.id().toString())
                    .doesNotContain(report.id().toString());
            var heard = "";
            while (!heard.contains(after.id().toString())) {
                heard += live.next(Duration.ofSeconds(10)).data();
            }
            assertThat(heard).doesNotContain(report.id().toString());
        }
    }

    @Test
    void whoeverIsNamedLaterLosesSightOfItWithHisTodos() {
        var report = report(null, null);
        assertThat(Desk.of(port, DISPATCHER)).contains(report.id().toString());
        Phone.of(port, AGENT)
                .post(report.path("reported-parties"), 1, reported(null, DISPATCHER))
                .expect(200);
        Phone.of(port, DISPATCHER).get(report.path()).refused(404, "E_WEB_NOT_FOUND");
        assertThat(Desk.of(port, DISPATCHER)).doesNotContain(report.id().toString());
        Phone.of(port, AGENT)
                .post(report.path("reported-parties"), 2, reported(null, null))
                .refused(403, "E_GEN_SCOPE");
        Phone.of(port, HOTLINE_MANAGER)
                .post(report.path("reported-parties"), 2, reported(null, null))
                .expect(200);
        Phone.of(port, DISPATCHER).get(report.path()).expect(200);
        assertThat(Phone.of(port, AGENT)
                        .get(report.path("reported-parties"))
                        .expect(200)
                        .body()
                        .get("personIds"))
                .isEmpty();
    }

    @Test
    void onlyAReportNamesWhomItIsAbout() {
        var complaint = SmallTicket.accepted(port, "COMPLAINT", "");
        Phone.of(port, AGENT)
                .post(complaint.path("reported-parties"), 1, reported(null, LEADER))
                .refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void whatItIsEscalatedToIsKeptFromTheReportedToo() {
        var report = report(null, LEADER).signedFor();
        var words = "{\"words\":\"请核查并报结果\"}";
        var matter = Phone.of(port, HOTLINE_MANAGER)
                .post(report.path("escalations"), 4, words)
                .expect(200)
                .text("matterId");
        var instruction = Phone.of(port, DEPUTY)
                .post(report.path("escalations"), 5, words)
                .expect(200)
                .text("instructionId");
        for (var path : new String[] {"/supervision-matters/" + matter, "/leader-instructions/" + instruction}) {
            Phone.of(port, LEADER).get(path).refused(404, "E_WEB_NOT_FOUND");
            Phone.of(port, DIRECTOR).get(path).expect(200);
        }
    }

    @Test
    void aReportedDirectorIsNotAskedToSeeToIt() {
        var report = report(null, DIRECTOR).signedFor();
        var matter = Phone.of(port, HOTLINE_MANAGER)
                .post(report.path("escalations"), 4, "{\"words\":\"请核查并报结果\"}")
                .expect(200)
                .text("matterId");
        Phone.of(port, DIRECTOR).get("/supervision-matters/" + matter).refused(404, "E_WEB_NOT_FOUND");
        assertThat(number(
                        "select count(*) from supervision_matter where id::text = $1 and instructing_leader_id is null",
                        matter))
                .isEqualTo(1);
    }

    @Test
    void theListOfExclusionsNamesItToNobodyWhoIsReported() {
        var report = report(null, LEADER).signedFor();
        database.sql("""
                        insert into hotline_exclusion (id, version, ticket_id, unit_id, round, reason, evidence, requested_by_id, requested_at)
                        values (gen_random_uuid(), 1, $1, $2, 1, 'MALICIOUS', '属实', $3, now())""")
                .bind(0, report.id())
                .bind(1, URBAN_BUREAU)
                .bind(2, URBAN_HEAD)
                .then()
                .block();
        var number = Phone.of(port, DIRECTOR).get(report.path()).expect(200).text("ticketNumber");
        var list = "/hotline-exclusions?limit=100";
        assertThat(Phone.of(port, LEADER).get(list).expect(200).body().toString())
                .doesNotContain(number);
        var open = Phone.of(port, DIRECTOR).get(list).expect(200).body().get("items");
        assertThat(StreamSupport.stream(open.spliterator(), false)
                        .filter(row -> row.get("ticketNumber").asString().equals(number)))
                .singleElement()
                .satisfies(row -> assertThat(row.get("title")).isNull());
    }

    private SmallTicket report(UUID unit, UUID person) {
        return SmallTicket.accepted(port, "REPORT_WRONGDOING", ",\"reported\":" + reported(unit, person));
    }

    private static String reported(UUID unit, UUID person) {
        return "{\"unitIds\":%s,\"personIds\":%s}".formatted(list(unit), list(person));
    }

    private static String list(UUID id) {
        return id == null ? "[]" : "[\"" + id + "\"]";
    }

    private static boolean lists(Phone phone, UUID id) {
        var items = phone.get("/hotline-tickets?limit=100").expect(200).body().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .anyMatch(item -> item.get("id").asString().equals(id.toString()));
    }

    private long onTheBoard(UUID person) {
        var counts =
                Phone.of(port, person).get("/hotline-board").expect(200).body().get("counts");
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToLong(count -> count.get("count").asLong())
                .sum();
    }

    private String told(UUID person, String since) {
        return Phone.of(port, person)
                .get("/sync?streams=hotline&since=" + since)
                .expect(200)
                .body()
                .toString();
    }

    private String cursor(UUID person) {
        return Phone.of(port, person).get("/sync").expect(200).text("cursor");
    }

    private String text(String sql, UUID id) {
        return database.sql(sql).bind(0, id).mapValue(String.class).one().block();
    }

    private long number(String sql, String like) {
        return database.sql(sql).bind(0, like).mapValue(Long.class).one().block();
    }

    @Test
    void aReportTakenUpAgainAndOneToldInTheCallOfAnotherMatterAreSealedAnew() {
        var agent = Phone.of(port, AGENT);
        var report = report(URBAN_BUREAU, LEADER);
        database.sql("update hotline_ticket set status = 'CLOSED', closed_at = now() where id = $1")
                .bind(0, report.id())
                .then()
                .block();
        var version = agent.get(report.path()).expect(200).version();
        var again = agent.post(report.path("reopenings"), version, "{\"newFacts\":\"又收了一次钱\"}")
                .expect(201)
                .id();
        assertThat(disclosed(again)).isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
        Phone.of(port, LEADER).get("/hotline-tickets/" + again).refused(404, "E_WEB_NOT_FOUND");
        Phone.of(port, URBAN_HEAD).get("/hotline-tickets/" + again).refused(404, "E_WEB_NOT_FOUND");
        var complaint = SmallTicket.accepted(port, "COMPLAINT", "");
        var told = agent.post(complaint.path("splits"), """
                        {"demandType":"REPORT_WRONGDOING","categoryCode":"bribe","title":"举报","words":"有人收钱"}""").expect(201).id();
        assertThat(disclosed(told)).isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
        assertThat(text(
                        "select concat(citizen_name, citizen_phone, citizen_address) from hotline_ticket where id = $1",
                        told))
                .isEmpty();
    }

    @Test
    void noOtherMatterOfTheCallLeadsToTheReportNorBack() {
        var agent = Phone.of(port, AGENT);
        var complaint = SmallTicket.accepted(port, "COMPLAINT", "");
        var told = agent.post(complaint.path("splits"), """
                        {"demandType":"REPORT_WRONGDOING","categoryCode":"bribe","title":"举报","words":"有人收钱"}""").expect(201).id();
        var further = agent.post("/hotline-tickets/" + told + "/splits", """
                        {"demandType":"HELP","categoryCode":"lamp","title":"路灯","words":"路灯不亮"}""").expect(201);
        assertThat(further.body().at("/citizen/name").isMissingNode()).isTrue();
        for (var id : new UUID[] {complaint.id(), told, further.id()}) {
            assertThat(agent.get("/hotline-tickets/" + id + "/intake")
                            .expect(200)
                            .body()
                            .get("callTicketIds"))
                    .hasSize(1);
        }
    }

    @Test
    void aFurtherReportOfTheSameCallIsKeptFromThoseTheFirstReports() {
        var report = report(URBAN_BUREAU, LEADER);
        var further = Phone.of(port, AGENT)
                .post(report.path("splits"), """
                        {"demandType":"REPORT_WRONGDOING","categoryCode":"bribe","title":"举报","words":"还有人收钱"}""")
                .expect(201)
                .id();
        assertThat(disclosed(further)).isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
        for (var person : new UUID[] {LEADER, URBAN_HEAD}) {
            Phone.of(port, person).get("/hotline-tickets/" + further).refused(404, "E_WEB_NOT_FOUND");
        }
    }

    @Test
    void whoseMatterAReportIsIsToldToNobody() {
        var report = SmallTicket.accepted(
                port, "REPORT_WRONGDOING", ",\"thirdParty\":{\"concernedName\":\"李四\",\"relation\":\"女儿\"}");
        var intake =
                Phone.of(port, AGENT).get(report.path("intake")).expect(200).body();
        assertThat(intake.has("concernedName") || intake.has("relation")).isFalse();
    }

    @Test
    void aFurtherRoundFromAboveKeepsTheReporterAndWhoeverWasReported() {
        var city = Phone.of(port, PARTNER);
        var number = UUID.randomUUID().toString();
        var sent = """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":%d,"channel":"CITY_PLATFORM","demandType":"REPORT_WRONGDOING",
                 "categoryCode":"bribe","title":"举报","words":"有人收钱","receivedAt":"2026-11-20T08:00:00+08:00"%s}""";
        var citizen = ",\"citizen\":{\"name\":\"%s\",\"phone\":\"%s\",\"address\":\"%s\"},\"reported\":%s"
                .formatted(SmallTicket.NAME, SmallTicket.PHONE, SmallTicket.HOME, reported(null, LEADER));
        var id = city.post("/hotline-tickets", sent.formatted(number, 1, citizen))
                .expect(201)
                .id();
        var further = ",\"reported\":" + reported(URBAN_BUREAU, null);
        for (var more : new String[] {"", further, citizen.replace(SmallTicket.NAME, "周伯通")}) {
            var version = more.isEmpty() ? 2 : more.equals(further) ? 3 : 4;
            city.post("/hotline-tickets", sent.formatted(number, version, more)).expect(200);
            assertThat(disclosed(id)).isEqualTo(SmallTicket.NAME + SmallTicket.PHONE + SmallTicket.HOME);
            Phone.of(port, LEADER).get("/hotline-tickets/" + id).refused(404, "E_WEB_NOT_FOUND");
        }
        Phone.of(port, URBAN_HEAD).get("/hotline-tickets/" + id).refused(404, "E_WEB_NOT_FOUND");
        var named = Phone.of(port, AGENT)
                .get("/hotline-tickets/" + id + "/reported-parties")
                .expect(200)
                .body();
        assertThat(named.get("personIds")).hasSize(1);
        assertThat(named.get("unitIds")).hasSize(1);
    }

    private String disclosed(UUID ticketId) {
        var told = Phone.desktop(port, HOTLINE_MANAGER)
                .post("/hotline-tickets/" + ticketId + "/citizen-disclosures", ASK)
                .expect(200);
        return told.text("name") + told.text("phone") + told.text("address");
    }
}
