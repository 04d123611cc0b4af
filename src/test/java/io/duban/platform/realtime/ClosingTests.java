package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import io.duban.support.EventStream;
import io.duban.support.OwnLoops;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A server that is stopped while phones are connected (F13). */
class ClosingTests {

    /** Half of what the server waits for its last requests. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Test
    void saysGoodbyeBeforeTheServerWaitsForItsLastRequests() throws Exception {
        var server = new SpringApplicationBuilder(DubanApplication.class)
                .initializers(new ServerTest.Surroundings(), new OwnLoops())
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--duban.database.mode=external",
                        "--duban.identity.server.enabled=false");
        var port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (var stream = EventStream.open(port, "/v1/events", TestTokens.of(HOUSING_HANDLER))) {
            assertThat(stream.next(Duration.ofSeconds(5)).event()).isEqualTo("stream.opened");

            var begun = System.nanoTime();
            var closing = CompletableFuture.runAsync(server::close);

            assertThat(stream.next(AT_ONCE).event()).isEqualTo("server.closing");
            assertThat(EventStream.isEnd(stream.next(AT_ONCE))).isTrue();
            closing.get(8, TimeUnit.SECONDS);
            System.out.printf("closed in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
    }

    @Test
    void letsStreamsInAgainWhenTheyAreStartedAgain() {
        try (var server = new SpringApplicationBuilder(DubanApplication.class)
                .initializers(new ServerTest.Surroundings(), new OwnLoops())
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--duban.database.mode=external",
                        "--duban.identity.server.enabled=false")) {
            var lifecycle = server.getBean(StreamLifecycle.class);
            lifecycle.stop();
            lifecycle.start();
            var port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            try (var stream = EventStream.open(port, "/v1/events", TestTokens.of(HOUSING_HANDLER))) {
                assertThat(stream.next(Duration.ofSeconds(5)).event()).isEqualTo("stream.opened");
            }
        }
    }
}
