package io.duban.networks;

import static io.duban.support.DemoDistrict.DISPATCHER;
import static io.duban.support.DemoDistrict.HOUSING_BUREAU;
import static io.duban.support.DemoDistrict.LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Streams through TLS that the product ends itself, over HTTP/1.1 and over HTTP/2, with OkHttp on the other side. */
@TlsServer
class EncryptedStreamTests {

    private static final int BURST = 600;
    private static final int STREAMS = 60;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    MeterRegistry meters;

    /** A burst goes out in large writes, which TLS cuts into records of its own: no byte of a shared frame may be touched on the way. */
    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void carryEachEventOnceToEach(Protocol protocol) throws Exception {
        var client = client(protocol);
        var board = new Board(path -> get(client, path));
        var phones = new ArrayList<OkHttpPhone>();
        try {
            for (int i = 0; i < 3; i++) {
                phones.add(OkHttpPhone.over(client, origin(), board.start(), i == 0 ? LEADER : DISPATCHER)
                        .opened());
            }
            burst(board);

            assertThat(board.log()).hasSize(BURST);
            for (var phone : phones) {
                phone.heard.isExactly(board::log);
                assertThat(phone.heard.times("stream.opened")).isOne();
            }
        } finally {
            phones.forEach(OkHttpPhone::close);
        }
    }

    @Test
    void shareOneConnectionInHttp2WithEachOtherAndWithRequests() throws Exception {
        var client = client(Protocol.HTTP_2);
        var board = new Board(path -> get(client, path));
        var phones = new ArrayList<OkHttpPhone>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                // One after the other: of connections that are begun together, OkHttp gives up all but one when it sees
                // that one will do.
                phones.add(OkHttpPhone.over(client, origin(), board.start(), LEADER)
                        .opened());
            }
            for (int i = 0; i < 20; i++) {
                LoggedEvents.hotline("call " + i).of(HOUSING_BUREAU).write(database);
                try (var me = answer(client, "/me")) {
                    assertThat(me.protocol()).isEqualTo(Protocol.HTTP_2);
                    assertThat(me.code()).isEqualTo(200);
                }
            }

            for (var phone : phones) {
                phone.heard.isExactly(board::log);
            }
            phones.forEach(phone -> phone.heard.await("a heartbeat", () -> !phone.comments.isEmpty()));
            assertThat(client.connectionPool().connectionCount()).isOne();
        } finally {
            phones.forEach(OkHttpPhone::close);
        }
        // Each was ended by a frame of its own, not with the connection.
        new Heard().await("the streams to end", () -> open() == 0);
        assertThat(client.connectionPool().connectionCount()).isOne();
    }

    /** RFC 9110 leaves gzip to the server; here it is asked for by OkHttp itself, as for any request. */
    @Test
    void areNeverCompressedThoughAnswersAre() throws Exception {
        var client = client(Protocol.HTTP_1_1);
        var board = new Board(path -> get(client, path));
        burst(board);
        var plain = length(client, "identity", board);
        var packed = length(client, "gzip", board);
        System.out.printf("100 events by polling: %d bytes, %d with gzip%n", plain, packed);
        assertThat(packed).isLessThan(plain / 4);

        // The same connection, whose pipeline has just compressed something.
        var request = request("/events?streams=hotline").header("Accept-Encoding", "gzip");
        var call = client.newCall(request.build());
        try (var stream = call.execute()) {
            assertThat(stream.header("Content-Encoding")).isNull();
            assertThat(stream.body().source().readUtf8LineStrict()).isEqualTo("retry: 2000");
            assertThat(client.connectionPool().connectionCount()).isOne();
            call.cancel();
        }
    }

    private long length(OkHttpClient client, String encoding, Board board) throws IOException {
        var request = request("/sync?streams=hotline&limit=100&since=" + board.start())
                .header("Accept-Encoding", encoding);
        try (var answer = client.newCall(request.build()).execute()) {
            assertThat(answer.header("Content-Encoding")).isEqualTo(encoding.equals("gzip") ? "gzip" : null);
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
            return answer.body().bytes().length;
        }
    }

    /** Until all of it may be read: an older transaction anywhere in the server holds it back for a while. */
    private void burst(Board board) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= BURST; i++) {
                LoggedEvents.hotline("burst " + "字".repeat(i % 300))
                        .of(HOUSING_BUREAU)
                        .write(connection);
                if (i % 100 == 0) {
                    connection.commit();
                }
            }
        }
        new Heard().await("the burst", () -> board.log().size() >= BURST);
    }

    /** OkHttp wants HTTP/1.1 to be allowed always, and takes the best that the server speaks. */
    private static OkHttpClient client(Protocol best) {
        return TlsServer.Certificate.client(new LinkedHashSet<>(List.of(best, Protocol.HTTP_1_1)))
                .newBuilder()
                .readTimeout(60, TimeUnit.SECONDS)
                .build();
    }

    private String get(OkHttpClient client, String path) {
        try (var answer = answer(client, path)) {
            return answer.body().string();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response answer(OkHttpClient client, String path) throws IOException {
        return client.newCall(request(path).build()).execute();
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(origin() + "/v1" + path)
                .header("Authorization", "Bearer " + TestTokens.of(LEADER));
    }

    private String origin() {
        return "https://localhost:" + port;
    }

    private int open() {
        return (int) meters.get("duban.streams.open").gauge().value();
    }
}
