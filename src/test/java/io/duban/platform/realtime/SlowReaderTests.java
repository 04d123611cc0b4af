package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/** Clients that ask for the stream and never read (F9), with the patience shortened and a tail that they fall out of. */
@ServerTest
@TestPropertySource(
        properties = {
            "duban.realtime.patience=3s",
            "duban.realtime.heartbeat=500ms",
            "duban.realtime.tail=64",
            "duban.realtime.per-client=100",
            "duban.hotline.board.snapshot-every=1h" // its events are on the board too
        })
class SlowReaderTests {

    private static final int DEAF = 20;
    private static final int EVENTS = 700;
    private static final int MOST_WAITING = 128 * 1024;
    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    LiveStreams streams;

    @Test
    void areCutAndNothingPilesUpForThem() throws Exception {
        var title = "字".repeat(4000); // more in all than sockets hold
        var deaf = new ArrayList<Socket>();
        try (var healthy = EventStream.open(port, "/v1/events?streams=hotline", TestTokens.of(DISPATCHER))) {
            healthy.next(SOON);
            for (int i = 0; i < DEAF; i++) {
                deaf.add(deaf(TestTokens.of(LEADER)));
            }
            await(DEAF + 1);
            long most = 0;
            for (int i = 0; i < EVENTS; i++) {
                LoggedEvents.hotline(title).of(HOUSING_BUREAU).write(database);
                if (i % 20 == 0) {
                    most = Math.max(most, mostWaiting());
                }
            }
            for (int i = 0; i < EVENTS; i++) {
                assertThat(JsonPath.<String>read(healthy.next(SOON).data(), "$.data.title"))
                        .isEqualTo(title);
            }
            await(1);
            System.out.printf("%d deaf clients cut; at most %d bytes waited for one%n", DEAF, most);
            assertThat(most).isBetween(1L, (long) MOST_WAITING);
        } finally {
            close(deaf);
        }
    }

    private void await(int open) throws InterruptedException {
        var patience = System.nanoTime() + SOON.toNanos();
        while (streams.count() != open) {
            assertThat(System.nanoTime()).as("%d streams open", streams.count()).isLessThan(patience);
            Thread.sleep(20);
        }
    }

    private long mostWaiting() {
        return Flux.fromIterable(streams.lanes())
                .flatMap(Lane::mostWaiting)
                .reduce(0L, Math::max)
                .block(SOON);
    }

    private Socket deaf(String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write("GET /v1/events?streams=hotline HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(token)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
