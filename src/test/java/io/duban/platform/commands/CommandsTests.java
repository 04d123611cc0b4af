package io.duban.platform.commands;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Nothing lost, nothing doubled, no half of a command. */
@ServerTest
class CommandsTests {

    private static final String TICKET = """
            {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"多建公园","words":"多建公园",
             "receivedAt":"2026-11-20T08:00:00+08:00"}""";
    private static final String HUNG_UP = "select count(*) from hotline_ticket where words = 'hang up'";
    private static final String CLASSIFICATION = "{\"categoryCode\":\"c\",\"urgencyClass\":\"ORDINARY\"}";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Test
    void aRepeatedKeyGivesTheSameAnswer() {
        var key = UUID.randomUUID();
        var first = agent().post("/hotline-tickets", key, TICKET).expect(201);
        var again = agent().post("/hotline-tickets", key, TICKET).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count("event_log", first.id())).isEqualTo(1);
    }

    @Test
    void aRepeatedDecisionIsAnsweredEvenThoughTheStateHasMovedOn() {
        var id = agent().post("/hotline-tickets", TICKET).expect(201).id();
        var key = UUID.randomUUID();
        var first =
                dispatcher().post(classifications(id), 1, key, CLASSIFICATION).expect(200);
        assertThat(dispatcher()
                        .post(classifications(id), 1, key, CLASSIFICATION)
                        .expect(200)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        var key = UUID.randomUUID();
        var id = agent().post("/hotline-tickets", key, TICKET).expect(201).id();
        agent().post("/hotline-tickets", key, TICKET.replace("多建公园", "多种树")).refused(422, "E_GEN_IDEMPOTENCY_CONFLICT");
        assertThat(count("event_log", id)).isEqualTo(1);
        // Another person's key of the same value is another key.
        dispatcher().post("/hotline-tickets", key, TICKET).expect(201);
    }

    @Test
    void twinsSentAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        for (int round = 0; round < 5; round++) {
            var key = UUID.randomUUID();
            var answers = atOnce(8, () -> untilAnswered(() -> agent().post("/hotline-tickets", key, TICKET)));
            assertThat(answers).allSatisfy(answer -> answer.expect(201));
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        }
    }

    @Test
    void fiftyDecidersOnOneTicketExactlyOneWins() throws Exception {
        var id = agent().post("/hotline-tickets", TICKET).expect(201).id();
        var answers = atOnce(50, () -> classifiedBy(id, UUID.randomUUID()));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 412)).hasSize(49);
        assertThat(count("event_log", id)).isEqualTo(2);
        assertThat(count("audit_row", id)).isEqualTo(2);
    }

    @Test
    void aPartnersRepeatIsTheFirstTicketAndAChangedOneIsRefused() {
        var sent = TICKET.replaceFirst(
                "\\{", "{\"sourceSystem\":\"CITY_12345\",\"sourceId\":\"x-1\",\"sourceVersion\":1,");
        var first = partner().post("/hotline-tickets", sent).expect(201);
        assertThat(partner().post("/hotline-tickets", sent).expect(200).id()).isEqualTo(first.id());
        partner().post("/hotline-tickets", sent.replace("多建公园", "多种树")).refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
        partner().post("/hotline-tickets", sent.replace("CITY_12345", "OTHER")).refused(400, "E_GEN_VALIDATION");
        assertThat(count("event_log", first.id())).isEqualTo(1);
    }

    @Test
    void aPartnersTwinsUnderDifferentKeysMakeOneTicket() throws Exception {
        var sent = TICKET.replaceFirst(
                "\\{", "{\"sourceSystem\":\"CITY_12345\",\"sourceId\":\"x-2\",\"sourceVersion\":1,");
        var answers = atOnce(8, () -> {
            var key = UUID.randomUUID();
            return untilAnswered(() -> partner().post("/hotline-tickets", key, sent));
        });
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    }

    @Test
    void sixtyFourClientsThatHangUpLeaveNoHalfACommand() throws Exception {
        // On a busy machine a connection may be reset before its request is read at all.
        for (int round = 0; round < 4 || (round < 100 && number(HUNG_UP) == 0); round++) {
            int pause = round * 3;
            atOnce(64, () -> hangUp(pause));
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> number("""
                select count(*) from pg_stat_activity where application_name = 'duban' and datname = current_database()
                    and state like 'idle in transaction%'""") == 0);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var tickets = number(HUNG_UP);
            assertThat(
                            number(
                                    "select count(*) from event_log e join hotline_ticket t on t.id = e.subject_id where words = 'hang up'"))
                    .isEqualTo(tickets);
            assertThat(
                            number(
                                    "select count(*) from audit_row a join hotline_ticket t on t.id = a.subject_id where words = 'hang up'"))
                    .isEqualTo(tickets);
            assertThat(
                            number(
                                    "select count(*) from deadline d join hotline_ticket t on t.id = d.subject_id where words = 'hang up'"))
                    .isEqualTo(tickets);
            assertThat(tickets).isPositive();
        });
        // The pool is whole: as many commands as connections go through at once.
        assertThat(atOnce(10, () -> agent().post("/hotline-tickets", TICKET))).allSatisfy(answer -> answer.expect(201));
    }

    /** A busy server answers 503 and Retry-After; a decent client comes again with the same key. */
    private static Answer untilAnswered(Callable<Answer> sent) throws Exception {
        var answer = sent.call();
        while (answer.status() == 503) {
            assertThat(answer.header("Retry-After")).isNotNull();
            Thread.sleep(200);
            answer = sent.call();
        }
        return answer;
    }

    private Answer classifiedBy(UUID id, UUID key) throws Exception {
        return untilAnswered(() -> dispatcher().post(classifications(id), 1, key, CLASSIFICATION));
    }

    private Answer hangUp(int pause) throws IOException, InterruptedException {
        var body = TICKET.replace("\"words\":\"多建公园\"", "\"words\":\"hang up\"").getBytes(StandardCharsets.UTF_8);
        var head =
                "POST /v1/hotline-tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(TestTokens.of(AGENT), UUID.randomUUID(), body.length);
        try (var socket = new Socket()) {
            socket.setSoLinger(true, 0); // close sends a reset at once, as a phone that lost its network
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            Thread.sleep(pause + (long) (Math.random() * 4));
        }
        return null;
    }

    private static List<Answer> atOnce(int many, Callable<Answer> work)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(many);
        try {
            var futures = threads.invokeAll(
                    IntStream.range(0, many).mapToObj(i -> work).toList());
            return futures.stream()
                    .flatMap(future -> {
                        try {
                            return Stream.ofNullable(future.get());
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Phone agent() {
        return Phone.of(port, AGENT);
    }

    private Phone dispatcher() {
        return Phone.of(port, DISPATCHER);
    }

    private Phone partner() {
        return Phone.of(port, PARTNER);
    }

    private static String classifications(UUID id) {
        return "/hotline-tickets/" + id + "/classifications";
    }

    private long count(String table, UUID subject) {
        return number("select count(*) from " + table + " where subject_id = '" + subject + "'");
    }

    private long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
