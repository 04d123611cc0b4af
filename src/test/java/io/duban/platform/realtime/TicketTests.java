package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StillServer
class TicketTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void opensOneStreamForItsHolder() throws Exception {
        var ticket = ticket();
        try (var stream = withTicket(ticket)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            stream.next(SOON);
            LoggedEvents.hotline("by ticket").to(HOUSING_LIAISON).write(database);
            assertThat(JsonPath.<String>read(stream.next(SOON).data(), "$.data.title"))
                    .isEqualTo("by ticket");
        }
        try (var again = withTicket(ticket)) {
            assertThat(again.response().statusCode()).isEqualTo(401);
            assertThat(again.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void letsOneOfManyInWhoComeAtOnce() throws Exception {
        var ticket = ticket();
        var statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> {
                    try (var stream = withTicket(ticket)) {
                        return stream.response().statusCode();
                    }
                })
                .sorted()
                .toArray();
        assertThat(statuses).containsExactly(200, 401, 401, 401, 401, 401, 401, 401);
    }

    @Test
    void isRefusedAfterItsTime() throws Exception {
        var ticket = ticket();
        database.execute("update event_ticket set expires_at = now() - interval '1 second'");
        try (var late = withTicket(ticket)) {
            assertThat(late.response().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void isRefusedWhenUnknown() {
        try (var stream = withTicket("made-up")) {
            assertThat(stream.response().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void opensNothingElse() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/v1/sync?ticket=%s".formatted(port, ticket())))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isIn(400, 401);
    }

    @Test
    void isNotKeptAsItIsAndNotCached() throws Exception {
        var answer = createTicket();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        String ticket = JsonPath.read(answer.body(), "$.ticket");
        assertThat(ticket).hasSizeGreaterThanOrEqualTo(43);
        try (var connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from event_ticket where hash = sha256('" + ticket + "')")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }

    @Test
    void refusesATokenInTheAddress() {
        try (var stream =
                EventStream.open(port, "/v1/events?access_token=" + TestTokens.of(HOUSING_LIAISON), request -> {})) {
            assertThat(stream.response().statusCode()).isEqualTo(400);
        }
    }

    private EventStream withTicket(String ticket) {
        return EventStream.open(port, "/v1/events?ticket=" + ticket, request -> {});
    }

    private String ticket() throws Exception {
        return JsonPath.read(createTicket().body(), "$.ticket");
    }

    private HttpResponse<String> createTicket() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/event-tickets"))
                .header("Authorization", "Bearer " + TestTokens.of(HOUSING_LIAISON))
                .POST(BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
