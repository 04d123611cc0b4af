package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import io.duban.support.DemoDistrict;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** The product is stopped and started again, and phones that follow it do not lose a word. Without TLS it speaks HTTP/2 to whoever knows beforehand (h2c). */
class RestartTests {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isToldAndOutlivedOverBothProtocols() throws Exception {
        var server = start();
        var office = new Office(port(server));
        var cleartext2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .readTimeout(45, TimeUnit.SECONDS)
                .build();
        try (var line = new BadLine(port(server));
                var line2 = new BadLine(port(server));
                var one = OkHttpPhone.of(line.port(), office.start()).opened();
                var two = OkHttpPhone.over(
                                cleartext2, "http://127.0.0.1:" + line2.port(), office.start(), DemoDistrict.DISPATCHER)
                        .opened()) {
            office.takeCalls(3, Duration.ZERO);
            one.heard.await("three calls", () -> one.heard.events() >= 3);

            var begun = System.nanoTime();
            server.close();
            System.out.printf("closed in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            one.heard.awaitWord("server.closing", 1);
            two.heard.awaitWord("server.closing", 1);

            server = start();
            line.leadTo(port(server));
            line2.leadTo(port(server));
            var again = office.movedTo(port(server));
            again.takeCalls(3, Duration.ZERO);
            one.heard.awaitWord("stream.opened", 2);
            two.heard.awaitWord("stream.opened", 2);

            var log = again.log();
            assertThat(log).hasSizeGreaterThanOrEqualTo(6);
            one.heard.isExactly(log);
            two.heard.isExactly(log);
        } finally {
            server.close();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(DubanApplication.class)
                .initializers(
                        new ServerTest.Surroundings(),
                        context -> TestPropertyValues.of(
                                        "spring.r2dbc.url=" + database.r2dbcUrl(),
                                        "spring.flyway.url=" + database.jdbcUrl())
                                .applyTo(context))
                .run(
                        "--server.port=0",
                        "--server.http2.enabled=true",
                        "--management.server.port=0",
                        "--duban.database.mode=external",
                        "--duban.realtime.heartbeat=300ms",
                        "--duban.identity.server.enabled=false");
    }

    private static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
