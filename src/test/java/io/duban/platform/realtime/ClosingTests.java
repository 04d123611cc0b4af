package io.duban.platform.realtime;

import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.EventStream;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@DirtiesContext
@TestPropertySource(properties = "duban.realtime.per-client=4")
class ClosingTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void saysGoodbyeBeforeTheServerWaitsForItsLastRequests() throws Exception {
        try (var stream = EventStream.open(port, "/v1/events", TestTokens.of(HOUSING_HANDLER))) {
            assertThat(stream.next(Duration.ofSeconds(5)).event()).isEqualTo("stream.opened");

            var begun = System.nanoTime();
            var closing = CompletableFuture.runAsync(context::close);

            assertThat(stream.next(Duration.ofSeconds(1)).event()).isEqualTo("server.closing");
            assertThat(EventStream.isEnd(stream.next(Duration.ofSeconds(1)))).isTrue();
            closing.get(8, TimeUnit.SECONDS);
            System.out.printf("closed in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
    }
}
