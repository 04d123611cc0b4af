package io.duban.platform.web;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.Lifecycle;
import org.springframework.r2dbc.core.DatabaseClient;

/** What no decent client sends. Each is refused with problem details and a stable code, and changes nothing. */
@ServerTest
class BadInputTests {

    private static final String TICKET = """
            {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
             "receivedAt":"2026-11-20T08:00:00+08:00"}""";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    @Qualifier("jobRunner")
    Lifecycle jobs;

    /** What the product does by itself, for the tickets of other tests, would be counted too. */
    @BeforeEach
    void nobodyElseIsAtWork() {
        jobs.stop();
    }

    @AfterEach
    void theOthersGoOn() {
        jobs.start();
    }

    @Test
    void aCommandWithoutAKeyIsRefused() {
        unchanged(() -> agent().send(post("/hotline-tickets", TICKET)).refused(400, "E_WEB_KEY_REQUIRED"));
    }

    @Test
    void aKeyThatIsNoUuidIsRefused() {
        unchanged(() -> agent().send(post("/hotline-tickets", TICKET).header("Idempotency-Key", "first"))
                .refused(400, "E_GEN_VALIDATION"));
    }

    @Test
    void anUnknownMemberIsRefusedAndNamed() {
        unchanged(() -> {
            var answer = agent().post("/hotline-tickets", TICKET.replaceFirst("\\{", "{\"status\":\"CLOSED\","))
                    .refused(400, "E_GEN_VALIDATION");
            assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/status");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"channel\":\"APP\"}",
                "{\"channel\":1}",
                "{\"channel\":\"APP\",\"channel\":\"APP\"}"
            })
    void anUnreadableOrIncompleteBodyIsRefused(String body) {
        unchanged(() -> agent().post("/hotline-tickets", body).refused(400, "E_GEN_VALIDATION"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":\"a\\u0000b\"",
                "\"title\":\"a\\ud800b\"",
                "\"title\":\"   \"",
                "\"receivedAt\":1700000000",
                "\"receivedAt\":\"+999999999-01-01T00:00:00Z\"",
                "\"receivedAt\":\"0001-01-01T00:00:00Z\"",
                "\"receivedAt\":\"2026-11-20T08:00+08:00\"",
                "\"receivedAt\":\"2090-01-01T00:00:00Z\"",
                "\"sourceVersion\":1.5",
                "\"sourceSystem\":\"CITY_12345\""
            })
    void aValueTheOfficeCannotKeepIsRefused(String member) {
        var name = member.substring(0, member.indexOf(':'));
        var without = TICKET.replaceAll(name + ":\"[^\"]*\",?\\s*", "").replaceAll(",\\s*}", "}");
        unchanged(() -> agent().post(
                        "/hotline-tickets",
                        without.replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{" + member + ",")))
                .refused(400, "E_GEN_VALIDATION"));
    }

    @Test
    void nullInAListIsRefused() {
        var matter = """
                {"kind":"ROUTINE","basis":"GOVERNMENT_DECISION","basisEvidence":"x","title":"t","acceptanceCriteria":[null],
                 "objectUnitIds":["01900000-0000-7000-8000-000000000112"]}""";
        unchanged(() ->
                Phone.of(port, SUPERVISOR).post("/supervision-matters", matter).refused(400, "E_GEN_VALIDATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "words"})
    void theMarkOfAStateSecretIsRefusedInEveryText(String member) {
        var told = "event_log where addressee_ids <> '{}' and title not like '%★%' and";
        var before = refusals(told);
        var marked = TICKET.replace("\"" + member + "\":\"多建公园\"", "\"" + member + "\":\"绝密★10年\"");
        unchanged(() -> {
            var answer = agent().post("/hotline-tickets", marked).refused(422, "E_GEN_CLASSIFIED_REFUSED");
            assertThat(answer.body().toString()).doesNotContain("绝密");
            Phone.of(port, LEADER)
                    .post("/leader-instructions", "{\"title\":\"a\",\"exactWords\":\"机密★\",\"category\":\"ACT\"}")
                    .refused(422, "E_GEN_CLASSIFIED_REFUSED");
        });
        assertThat(refusals(told))
                .as("each is told to the secrecy officer, without a word of it")
                .isEqualTo(before + 2);
    }

    @Test
    void aTimeWithoutAZoneIsRefused() {
        unchanged(() ->
                agent().post("/hotline-tickets", TICKET.replace("+08:00", "")).refused(400, "E_GEN_VALIDATION"));
    }

    @Test
    void tenMegabytesOfJsonAreRefused() {
        unchanged(() -> agent().post(
                        "/hotline-tickets", TICKET.replace("\"words\":\"", "\"words\":\"" + "长".repeat(3_500_000)))
                .refused(413, "E_WEB_TOO_LARGE"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        unchanged(() -> agent().send(agent().request("/hotline-tickets")
                        .header("Content-Type", "text/xml")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString("<a/>")))
                .refused(415, "E_WEB_UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void aBodyThatStopsHalfWayChangesNothing() {
        unchanged(() -> {
            try (var socket = new Socket("127.0.0.1", port)) {
                var head =
                        "POST /v1/hotline-tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                                + "Idempotency-Key: %s\r\nContent-Length: %d\r\n\r\n";
                socket.getOutputStream()
                        .write((head.formatted(TestTokens.of(AGENT), UUID.randomUUID(), TICKET.length() * 3)
                                        + TICKET.substring(0, 40))
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hotline-tickets?statsu=CLOSED",
                "/hotline-tickets?limit=0",
                "/hotline-tickets?limit=x",
                "/hotline-tickets?status=OPEN",
                "/hotline-tickets?cursor=abc",
                "/hotline-tickets?status=",
                "/hotline-tickets?limit=1&limit=2",
                "/hotline-tickets?hostUnitId=",
                "/hotline-tickets?updatedSince=%2B999999999-01-01T00:00:00Z",
                "/hotline-tickets?cursor=a%00b",
                "/hotline-tickets?access_token=x",
                "/hotline-tickets/not-a-uuid"
            })
    void aParameterTheContractDoesNotKnowIsRefused(String path) {
        agent().get(path).refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void anUnknownRouteAndMethodAreProblemsToo() {
        agent().get("/nothing").refused(404, "E_WEB_NOT_FOUND");
        var method =
                agent().send(agent().request("/hotline-tickets").DELETE()).refused(405, "E_WEB_METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).contains("GET", "POST");
        agent().get("//home").refused(400, "E_GEN_VALIDATION");
        assertThat(agent().send(agent().request("/hotline-tickets").header("Accept", "text/xml"))
                        .refused(406, "E_WEB_NOT_ACCEPTABLE")
                        .text("detail"))
                .isNotEmpty();
    }

    @Test
    void aWriteWithoutTheVersionSeenIsRefused() {
        var id = agent().post("/hotline-tickets", TICKET).expect(201).id();
        var dispatcher = Phone.of(port, DISPATCHER);
        var body = "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}";
        unchanged(() -> {
            dispatcher
                    .post("/hotline-tickets/" + id + "/classifications", body)
                    .refused(428, "E_WEB_PRECONDITION_REQUIRED");
            for (var version : new String[] {"*", "W/\"1\"", "1", "\"1\", \"2\""}) {
                dispatcher
                        .send(post("/hotline-tickets/" + id + "/classifications", body)
                                .setHeader("Authorization", "Bearer " + TestTokens.of(DISPATCHER))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("If-Match", version))
                        .refused(400, "E_GEN_VALIDATION");
            }
        });
    }

    @Test
    void aCursorIsGoodForItsOwnQueryAndPersonOnly() {
        agent().post("/hotline-tickets", TICKET).expect(201);
        agent().post("/hotline-tickets", TICKET).expect(201);
        var cursor = agent().get("/hotline-tickets?limit=1").expect(200).text("nextCursor");
        agent().get("/hotline-tickets?limit=5&cursor=" + cursor).expect(200);
        agent().get("/hotline-tickets?light=RED&cursor=" + cursor).refused(400, "E_GEN_VALIDATION");
        Phone.of(port, LEADER).get("/hotline-tickets?cursor=" + cursor).refused(400, "E_GEN_VALIDATION");
    }

    @Test
    void reasonsAreChineseUnlessEnglishIsAskedFor() {
        assertThat(agent().get("/nothing").text("detail")).contains("没有找到");
        assertThat(agent().send(agent().request("/nothing").header("Accept-Language", "en"))
                        .text("detail"))
                .contains("Not found");
    }

    @Test
    void onlyAGoodTokenOpensTheDoor() throws JOSEException {
        var now = Instant.now();
        refusedToken("none of ours");
        refusedToken(new PlainJWT(claims(now).build()).serialize());
        refusedToken(TestTokens.sign(claims(now).audience("another").build()));
        refusedToken(TestTokens.sign(claims(now).issuer("http://elsewhere").build()));
        refusedToken(TestTokens.sign(
                claims(now).expirationTime(Date.from(now.minusSeconds(120))).build()));
        refusedToken(TestTokens.sign(
                claims(now).notBeforeTime(Date.from(now.plusSeconds(600))).build()));
        refusedToken(TestTokens.sign(claims(now).subject("somebody").build()));
        refusedToken(TestTokens.sign(
                claims(now).subject(UUID.randomUUID().toString()).build()));
        refusedToken(TestTokens.signAs("JWT", claims(now).build()));
        refusedToken(TestTokens.signWithAnotherKey(claims(now).build()));
        refusedToken(TestTokens.withSecret(claims(now).build()));
        Phone.withToken(port, TestTokens.sign(claims(now).build())).get("/me").expect(200);
    }

    private void refusedToken(String token) {
        var answer = Phone.withToken(port, token).get("/me").refused(401, "E_WEB_UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(TestTokens.issuer())
                .audience(TestTokens.AUDIENCE)
                .subject(LEADER.toString())
                .claim("client_id", TestTokens.PHONE)
                .claim("scope", "office")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }

    private Phone agent() {
        return Phone.of(port, AGENT);
    }

    private java.net.http.HttpRequest.Builder post(String path, String body) {
        return agent().request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private void unchanged(Runnable attempt) {
        var before = rows();
        attempt.run();
        assertThat(rows()).isEqualTo(before);
    }

    private long refusals(String ofTable) {
        return database.sql("select count(*) from " + ofTable + " subject_type = 'platform.refusal'")
                .mapValue(Long.class)
                .one()
                .block();
    }

    /** All but the record of the refusal itself, which is no work of the office. */
    private long rows() {
        return database.sql("""
                        select (select count(*) from hotline_ticket) + (select count(*) from event_log where subject_type <> 'platform.refusal')
                             + (select count(*) from audit_row where subject_type <> 'platform.refusal')
                             + (select count(*) from idempotency_key) + (select coalesce(sum(version), 0) from hotline_ticket)""")
                .map(row -> row.get(0, java.math.BigDecimal.class))
                .one()
                .block()
                .longValue();
    }
}
