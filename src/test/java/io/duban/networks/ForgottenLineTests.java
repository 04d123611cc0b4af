package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duban.support.DemoDistrict;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The product's side of a line that a NAT has forgotten, and of a proxy that speaks as proxies did before HTTP/1.1. */
@ImpatientServer
class ForgottenLineTests {

    private static final Heard PATIENCE = new Heard();

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Test
    void isGivenUpWhenNobodyAcknowledgesHeartbeats() throws Exception {
        assumeTrue(Epoll.isAvailable(), "needs Linux, as does TCP_USER_TIMEOUT");
        PATIENCE.await("streams of other tests to end", () -> open() == 0);
        try (var phone = new DeafSocket(port)) {
            PATIENCE.await("a heartbeat", () -> phone.text().contains(":\n\n"));
            assertThat(open()).isOne();
            phone.turnDeaf();

            // Not when the stream ends by itself: that leaves the connection to be idle for another minute.
            PATIENCE.await("the end of the connection", () -> !isKept(phone.port()), Duration.ofSeconds(55));
            PATIENCE.await("the end of the stream", () -> open() == 0);
        }
    }

    /** Whether the kernel has a socket of the product whose other end is this port, in whatever state. */
    private boolean isKept(int other) {
        var ends = Pattern.compile(":%04X [0-9A-F]+:%04X ".formatted(port, other));
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .anyMatch(table -> ends.matcher(sockets(table)).find());
    }

    private static String sockets(String table) {
        try {
            return Files.readString(Path.of(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What nginx speaks to those behind it unless it is told otherwise: no chunks, and the end of the connection is the end of the stream. */
    @Test
    void isSpokenToInHttp10() throws IOException {
        var office = new Office(port);
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(Office.STREAM + "&since=" + office.start(), TestTokens.of(DemoDistrict.LEADER))
                            .getBytes(StandardCharsets.US_ASCII));
            var text = new StringBuilder();
            read(socket, text, "event: stream.opened");
            office.takeCalls(2, Duration.ZERO);
            PATIENCE.await("both calls in the log", () -> office.log().size() >= 2);
            var log = office.log(); // what the board shows after the stream has ended is not on it
            read(socket, text, "event: stream.renew");
            socket.getInputStream().readAllBytes(); // returns when the product has closed

            assertThat(text).containsIgnoringCase("Connection: close").doesNotContainIgnoringCase("Transfer-Encoding");
            assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).startsWith("retry: 2000\nid: ");
            assertThat(log)
                    .isNotEmpty()
                    .allSatisfy(cursor -> assertThat(text).containsOnlyOnce("id: " + cursor + "\nevent: cn.gov."));
        }
    }

    private static void read(Socket socket, StringBuilder text, String until) throws IOException {
        var bytes = new byte[4096];
        while (text.indexOf(until) < 0) {
            var count = socket.getInputStream().read(bytes);
            assertThat(count).as("until %s, but: %s", until, text).isPositive();
            text.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
        }
    }

    private int open() {
        return (int) meters.get("duban.streams.open").gauge().value();
    }
}
