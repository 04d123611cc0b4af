package io.duban.hotline.imports;

import static io.duban.support.DemoDistrict.AGENT;
import static io.duban.support.DemoDistrict.HOTLINE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.support.EventStream;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A file of demands is taken in row by row, each once, whatever breaks; and each row says what became of it. */
@ServerTest
class ImportJourneyTests {

    private static final String HEADER = "sourceId,channel,demandType,categoryCode,title,words,receivedAt,address\n";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ImportWork work;

    private Phone manager;
    private String system;

    @BeforeEach
    void people() {
        manager = Phone.of(port, HOTLINE_MANAGER);
        system = "file-" + UUID.randomUUID();
    }

    @Test
    void takesInWhatItMayAndSaysOfEachRowWhatBecameOfIt() {
        var file = HEADER
                + row("1", "COMPLAINT", "东湖路1号")
                + row("2", "COMPLAINT", "")
                + row("1", "COMPLAINT", "东湖路1号")
                + row("4", "SHOUT", "东湖路1号")
                + row("", "HELP", "东湖路1号");
        var operation = taken(file, 5);
        assertThat(numbers(operation)).containsExactly(1, 1, 3);
        var report = report(operation, "?limit=1000").split("\r\n");
        assertThat(report[0]).isEqualTo("row,sourceId,outcome,ticketNumber,ticketId,code,reason");
        assertThat(report[1]).matches("1,1,ACCEPTED,RX\\d{14},[0-9a-f-]{36},,");
        assertThat(report[2]).startsWith("2,2,REFUSED,,,E_HOT_PLACE_REQUIRED,");
        assertThat(report[3]).matches("3,1,WAS_THERE,RX\\d{14},[0-9a-f-]{36},,");
        assertThat(report[4]).startsWith("4,4,REFUSED,,,E_GEN_VALIDATION,");
        assertThat(report[5]).startsWith("5,,REFUSED,,,E_GEN_VALIDATION,");
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void aFileSentAgainFindsItsTicketsThere() {
        var file = HEADER + row("1", "HELP", "东湖路1号") + row("2", "HELP", "东湖路2号");
        assertThat(numbers(taken(file, 2))).containsExactly(2, 0, 0);
        assertThat(numbers(taken(file, 2))).containsExactly(0, 2, 0);
        assertThat(tickets()).isEqualTo(2);
    }

    @Test
    void theReportComesInPages() {
        var operation = taken(HEADER + rows(5), 5);
        var page = send("GET", "/hotline-imports/" + operation + "/report?limit=3");
        assertThat(new String(page.raw().body()).lines()).hasSize(4);
        var rest =
                send("GET", "/hotline-imports/" + operation + "/report?limit=3&cursor=" + page.header("Next-Cursor"));
        assertThat(new String(rest.raw().body()).lines()).hasSize(3);
        assertThat(rest.header("Next-Cursor")).isNull();
    }

    @Test
    void whatOneInstanceLeavesAnotherTakesUpAndNothingIsDoneTwice() throws InterruptedException {
        var operation = started(HEADER + rows(80));
        var begun = new CountDownLatch(1);
        var killed = work.takeOneIn(UUID.randomUUID())
                .doOnSubscribe(subscribed -> begun.countDown())
                .subscribe();
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> number(
                                "select count(*) from hotline_import_row where import_id::text = $1",
                                operation.toString())
                        >= 10);
        killed.dispose();
        // As if its lease had run out, which takes 15 s.
        database.sql("update operation set held_until = now() - interval '1 s' where id = $1")
                .bind(0, operation)
                .then()
                .block();
        awaitEnd(operation);
        assertThat(numbers(operation)).containsExactly(80, 0, 0);
        assertThat(tickets()).isEqualTo(80);
    }

    @Test
    void whatIsGivenUpStaysAsFarAsItCameAndTheFileIsForgotten() {
        var operation = started(HEADER + rows(400));
        manager.post("/operations/" + operation + "/cancellations", "").expect(200);
        manager.post("/operations/" + operation + "/cancellations", "").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(send("GET", "/operations/" + operation).text("status")).isEqualTo("CANCELLED");
        work.takeOneIn(UUID.randomUUID()).block();
        assertThat(number(
                        "select count(*) from hotline_import where id::text = $1 and content is not null",
                        operation.toString()))
                .isZero();
        assertThat(tickets()).isLessThan(400);
    }

    @Test
    void aStormsRowsShareATitleButNotATicket() {
        var rows = IntStream.range(0, 3)
                .mapToObj(i -> row("s" + i, "HELP", "东湖路" + i + "号").replace("噪音", ""))
                .collect(Collectors.joining());
        var operation = taken(HEADER + rows, 3, "&title=%E5%8F%B0%E9%A3%8E%E5%81%9C%E7%94%B5");
        assertThat(numbers(operation)).containsExactly(3, 0, 0);
        assertThat(number("select count(*) from hotline_ticket where source_system = $1 and title = '台风停电'", system))
                .isEqualTo(3);
    }

    @Test
    void onlyPartnersAndTheManagerSendFilesAndOthersDoNotFindThem() {
        upload(Phone.of(port, AGENT), "duban", HEADER + rows(1), "").refused(403, "E_GEN_SCOPE");
        upload(manager, "none", HEADER + rows(1), "").refused(400, "E_GEN_VALIDATION");
        upload(manager, "duban", HEADER, "").refused(400, "E_GEN_VALIDATION");
        var operation = taken(HEADER + rows(1), 1);
        Phone.of(port, AGENT).get("/operations/" + operation).refused(404, "E_WEB_NOT_FOUND");
        Phone.of(port, AGENT).get("/hotline-imports/" + operation + "/report").refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void aReporterDoesNotTravelInAFile() {
        var file = "sourceId,channel,demandType,categoryCode,title,words,receivedAt,citizenPhone\n"
                + "1,APP,REPORT_WRONGDOING,c,t,w,2026-11-20T08:00:00+08:00,13700001111\n";
        assertThat(numbers(taken(file, 1))).containsExactly(0, 0, 1);
    }

    private UUID taken(String file, int rows) {
        return taken(file, rows, "");
    }

    private UUID taken(String file, int rows, String further) {
        try (var live = EventStream.open(port, "/v1/events?streams=me", TestTokens.of(HOTLINE_MANAGER))) {
            var answer = upload(manager, "duban", file, further).expect(202);
            assertThat(answer.body().get("rows").asInt()).isEqualTo(rows);
            var operation = UUID.fromString(answer.text("operationId"));
            assertThat(answer.header("Location")).isEqualTo("/v1/operations/" + operation);
            var message = live.next(Duration.ofSeconds(30));
            while (!(message.event().contains("operation.finished")
                    && message.data().contains(operation.toString()))) {
                message = live.next(Duration.ofSeconds(30));
            }
            return operation;
        }
    }

    private UUID started(String file) {
        return UUID.fromString(upload(manager, "duban", file, "").expect(202).text("operationId"));
    }

    private void awaitEnd(UUID operation) {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        !send("GET", "/operations/" + operation).text("status").equals("RUNNING"));
    }

    private Answer upload(Phone phone, String mapping, String file, String further) {
        return phone.send(phone.request("/hotline-imports?mapping=" + mapping + "&sourceSystem=" + system + further)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(file)));
    }

    private Answer send(String method, String path) {
        return manager.send(manager.request(path).method(method, BodyPublishers.noBody()))
                .expect(200);
    }

    private String report(UUID operation, String query) {
        return new String(send("GET", "/hotline-imports/" + operation + "/report" + query)
                .raw()
                .body());
    }

    private int[] numbers(UUID operation) {
        var body = send("GET", "/operations/" + operation).body();
        return new int[] {
            body.get("succeeded").asInt(),
            body.get("unchanged").asInt(),
            body.get("failed").asInt()
        };
    }

    private long tickets() {
        return number("select count(*) from hotline_ticket where source_system = $1", system);
    }

    private long number(String sql, String like) {
        return database.sql(sql).bind(0, like).mapValue(Long.class).one().block();
    }

    private static String rows(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> row("r" + i, "HELP", "东湖路" + i + "号"))
                .collect(Collectors.joining());
    }

    private static String row(String id, String type, String address) {
        return "%s,APP,%s,noise,噪音,夜里吵,2026-11-20T08:00:00+08:00,%s\n".formatted(id, type, address);
    }
}
