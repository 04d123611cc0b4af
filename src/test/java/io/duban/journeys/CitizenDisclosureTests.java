package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.SmallTicket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who asks is told for a reason, to whoever must know, and never without a trace. */
@ServerTest
class CitizenDisclosureTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void anOperatorIsToldForAReasonAndItIsAudited() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "");
        var seen = Phone.of(port, AGENT).get(ticket.path()).expect(200);
        assertThat(seen.body().toString())
                .doesNotContain(SmallTicket.NAME, SmallTicket.PHONE, SmallTicket.HOME)
                .contains("欧*", "137****5678", "桃花岛路18****", "DISCLOSE_CITIZEN");
        var told = Phone.of(port, AGENT)
                .post(ticket.path("citizen-disclosures"), ask("CORRECT_RECORD", "NAME", "WORDS"))
                .expect(200);
        assertThat(told.text("name")).isEqualTo(SmallTicket.NAME);
        assertThat(told.text("words")).contains(SmallTicket.PHONE);
        assertThat(told.body().has("phone")).isFalse();
        assertThat(told.header("Cache-Control")).contains("no-store");
        assertThat(text(
                        "select action || ' ' || address from audit_row where subject_id = $1 order by seq desc limit 1",
                        ticket.id()))
                .startsWith("discloseHotlineCitizen/CORRECT_RECORD/NAME+WORDS ")
                .contains("127.0.0.1");
        assertThat(text(
                        "select note || array_to_string(fields, '+') from hotline_disclosure where ticket_id = $1",
                        ticket.id()))
                .isEqualTo("核对NAME+WORDS");
    }

    @Test
    void nothingOfTheCitizenIsRememberedBesideTheTicket() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "");
        Phone.of(port, AGENT)
                .post(ticket.path("citizen-disclosures"), ask("CORRECT_RECORD", "NAME", "PHONE", "ADDRESS", "WORDS"))
                .expect(200);
        for (var table : new String[] {"event_log", "todo", "audit_row", "hotline_disclosure"}) {
            assertThat(count("select count(*) from " + table + " t where t::text ~ $1", canaries()))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from idempotency_key where convert_from(body, 'UTF8') ~ $1", canaries()))
                .isZero();
    }

    @Test
    void aLostAnswerIsFetchedAgainWithTheSameKeyAndCountsOnce() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "");
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            var told = Phone.of(port, AGENT)
                    .post(ticket.path("citizen-disclosures"), key, ask("CORRECT_RECORD", "PHONE"))
                    .expect(200);
            assertThat(told.text("phone")).isEqualTo(SmallTicket.PHONE);
        }
        assertThat(count(
                        "select count(*) from hotline_disclosure where ticket_id::text = $1",
                        ticket.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void ofTwentyAtOnceTenAreToldAndTheOthersWait() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "");
        var auditor = Phone.of(port, HOTLINE_AUDITOR);
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> auditor.post(ticket.path("citizen-disclosures"), ask("CORRECT_RECORD", "NAME"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
        var refused = answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(refused).allSatisfy(answer -> {
            answer.refused(429, "E_WEB_TOO_MANY_DISCLOSURES");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(3000, 3700);
        });
    }

    @Test
    void whoMustTelephoneIsToldAsOftenAsItTakes() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "").signedFor();
        var handler = Phone.of(port, URBAN_HANDLER);
        for (int i = 0; i < 12; i++) {
            handler.post(ticket.path("citizen-disclosures"), ask("CONTACT_CITIZEN", "PHONE"))
                    .expect(200);
        }
        assertThat(count(
                        "select count(*) from hotline_disclosure where ordinal is null and ticket_id::text = $1",
                        ticket.id().toString()))
                .isEqualTo(12);
    }

    @Test
    void leadersAndTheUnitsOtherPeopleAreNotTold() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "").signedFor();
        for (var person : new UUID[] {LEADER, URBAN_LIAISON, URBAN_HEAD}) {
            Phone.of(port, person)
                    .post(ticket.path("citizen-disclosures"), ask("VISIT", "ADDRESS"))
                    .refused(403, "E_GEN_SCOPE");
        }
        Phone.of(port, HOUSING_HANDLER)
                .post(ticket.path("citizen-disclosures"), ask("VISIT", "ADDRESS"))
                .refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void whoAskedForSecrecyIsNotToldToTheUnitUnlessTheManagerOpensIt() {
        var ticket =
                SmallTicket.accepted(port, "COMPLAINT", ",\"keepSecret\":true").signedFor();
        var handler = Phone.of(port, URBAN_HANDLER);
        assertThat(handler.get(ticket.path()).expect(200).body().toString()).doesNotContain("欧*", "137****");
        handler.post(ticket.path("citizen-disclosures"), ask("VISIT", "PHONE")).refused(403, "E_GEN_SCOPE");
        var opening = "{\"reason\":\"须上门\"}";
        Phone.of(port, DISPATCHER)
                .post(ticket.path("citizen-openings"), 4, opening)
                .refused(403, "E_GEN_SCOPE");
        Phone.of(port, HOTLINE_MANAGER)
                .post(ticket.path("citizen-openings"), 4, opening)
                .expect(200);
        assertThat(handler.post(ticket.path("citizen-disclosures"), ask("VISIT", "PHONE"))
                        .expect(200)
                        .text("phone"))
                .isEqualTo(SmallTicket.PHONE);
    }

    @Test
    void whatNobodyHandlesYetIsNotOpened() {
        var secret = SmallTicket.accepted(port, "COMPLAINT", ",\"keepSecret\":true");
        Phone.of(port, HOTLINE_MANAGER)
                .post(secret.path("citizen-openings"), 1, "{\"reason\":\"须上门\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void whatIsNoSecretIsNotOpened() {
        var ticket = SmallTicket.accepted(port, "COMPLAINT", "").signedFor();
        Phone.of(port, HOTLINE_MANAGER)
                .post(ticket.path("citizen-openings"), 4, "{\"reason\":\"须上门\"}")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    private static String ask(String reason, String... fields) {
        return "{\"reason\":\"%s\",\"note\":\"核对\",\"fields\":[\"%s\"]}"
                .formatted(reason, String.join("\",\"", fields));
    }

    private static String canaries() {
        return String.join("|", SmallTicket.NAME, SmallTicket.PHONE, SmallTicket.HOME);
    }

    private String text(String sql, UUID subject) {
        return database.sql(sql).bind(0, subject).mapValue(String.class).one().block();
    }

    private long count(String sql, String like) {
        return database.sql(sql).bind(0, like).mapValue(Long.class).one().block();
    }
}
