package io.duban.platform.web;

import static io.duban.support.DemoDistrict.AGENT;
import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static io.duban.support.DemoDistrict.URBAN_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.EventStream;
import io.duban.support.LoggedEvents;
import io.duban.support.Network;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The network to the database swallows every byte and tells nobody. Connections from before are never heard of again, as behind a firewall that forgot them. */
@ServerTest
@DirtiesContext
@TestPropertySource(properties = "duban.realtime.per-client=100")
class DeadNetworkTests {

    private static final Network NETWORK = Network.to(TestDatabase.create().port());
    private static final int EACH = 40;
    private static final String COMMAND = """
            {"channel":"HOTLINE_12345","demandType":"COMPLAINT","categoryCode":"noise","title":"施工扰民","words":"夜里施工",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},
             "citizen":{"name":"欧阳锋","phone":"13712345678","address":"桃花岛路18号"}}""";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(40);

    @TestConfiguration(proxyBeanMethods = false)
    static class ThroughTheNetwork {

        @Bean
        ConnectionFactoryOptionsBuilderCustomizer throughTheNetwork() {
            return options -> options.option(ConnectionFactoryOptions.PORT, NETWORK.port());
        }
    }

    private final ExecutorService people = Executors.newCachedThreadPool();

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    MeterRegistry meters;

    @AfterAll
    static void end() throws IOException {
        NETWORK.close();
    }

    @Test
    void everybodyIsToldInTimeAndAllIsWellWhenItIsBack() {
        try (var open = stream(HOUSING_HANDLER)) {
            assertThat(open.next(SOON).event()).isEqualTo("stream.opened");

            NETWORK.cut();
            var answers = all();
            System.out.printf(
                    "longest answer on a dead network: %s%n",
                    answers.stream().map(Told::after).max(Duration::compareTo));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status).isEqualTo(503);
                assertThat(answer.retryAfter).isTrue();
                assertThat(answer.after).isLessThan(LONGEST_ANSWER);
            });

            NETWORK.forget();
            var back = System.nanoTime();
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(all()).extracting(Told::status).containsOnly(201, 200));
            System.out.printf("well again after %d ms%n", (System.nanoTime() - back) / 1_000_000);
            LoggedEvents.hotline("after it").to(HOUSING_HANDLER).write(database);
            assertThat(open.next(SOON).data()).contains("after it");
        }
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(gauge("r2dbc.pool.acquired")).isZero();
            assertThat(gauge("r2dbc.pool.pending")).isZero();
        });
        people.shutdown();
    }

    private record Told(int status, boolean retryAfter, Duration after) {}

    /** Commands and openings, all at once. */
    private List<Told> all() {
        var asked = IntStream.range(0, EACH)
                .boxed()
                .flatMap(i -> Stream.of(asking(this::command), asking(this::opening)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Told> asking(Supplier<Told> question) {
        return CompletableFuture.supplyAsync(question, people);
    }

    private Told command() {
        var begun = System.nanoTime();
        var answer = Phone.of(port, AGENT).post("/hotline-tickets", COMMAND);
        return new Told(answer.status(), answer.header("Retry-After") != null, since(begun));
    }

    /** Of somebody nobody has looked up before the network died. */
    private Told opening() {
        var begun = System.nanoTime();
        try (var stream = stream(URBAN_HANDLER)) {
            var head = stream.response();
            return new Told(
                    head.statusCode(), head.headers().firstValue("Retry-After").isPresent(), since(begun));
        }
    }

    private EventStream stream(UUID person) {
        return EventStream.open(port, "/v1/events", TestTokens.of(person));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
