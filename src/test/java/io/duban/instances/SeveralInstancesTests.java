package io.duban.instances;

import static io.duban.support.DemoDistrict.CALLBACK_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import io.duban.support.EventStream;
import io.duban.support.Network;
import io.duban.support.Phone;
import io.duban.support.ProductProcess;
import io.duban.support.RealRedis;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two instances of the product on one database, with a Redis between them to which everything happens (F12, F13, F19). One is a process of its own, so
 * that it can be frozen and ended; the other runs here. {@code -Dduban.instances.seconds=30} makes each fault as long as that.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesTests {

    private static final int FAULT_MS = Integer.getInteger("duban.instances.seconds", 2) * 1_000;
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path home;

    private static RealRedis redis;
    private static Network toRedis;
    private static ProductProcess first;
    private static ConfigurableApplicationContext second;
    private static int secondPort;

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.started();
        toRedis = Network.to(redis.port());
        first = new ProductProcess(
                DATABASE,
                home,
                "--duban.realtime.doorbell=redis",
                "--duban.realtime.redis-uri=redis://127.0.0.1:" + redis.port(),
                "--duban.shutdown-notice=2s");
        second = new SpringApplicationBuilder(DubanApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--duban.home=" + home.resolve("second"),
                        "--duban.database.mode=external",
                        "--duban.identity.server.enabled=false",
                        "--duban.identity.issuer=" + TestTokens.issuer(),
                        "--duban.identity.jwk-set-uri=" + TestTokens.keys(),
                        "--spring.r2dbc.url=" + DATABASE.r2dbcUrl(),
                        "--spring.flyway.url=" + DATABASE.jdbcUrl(),
                        "--spring.flyway.user=" + DATABASE.user(),
                        "--spring.flyway.password=",
                        "--duban.realtime.doorbell=redis",
                        "--duban.realtime.redis-uri=redis://127.0.0.1:" + toRedis.port());
        secondPort = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void end() throws Exception {
        second.close();
        first.close();
        toRedis.close();
        redis.close();
    }

    @Test
    @Order(1)
    void nothingIsLostWhileRedisIsFrozen() throws Exception {
        nothingIsLost(() -> {
            redis.freeze();
            pause(FAULT_MS);
            redis.thaw();
        });
    }

    @Test
    @Order(2)
    void nothingIsLostWhileRedisIsKilledAndStartsEmpty() throws Exception {
        nothingIsLost(() -> {
            redis.kill();
            pause(FAULT_MS);
            redis.start();
        });
    }

    @Test
    @Order(3)
    void nothingIsLostWhileOneIsCutOffFromRedis() throws Exception {
        nothingIsLost(() -> {
            toRedis.cut();
            pause(FAULT_MS);
            toRedis.heal();
        });
    }

    @Test
    @Order(4)
    void nothingIsLostWithoutRedisWhenPostgresEndsTheConnectionsThatListen() throws Exception {
        redis.kill();
        nothingIsLost(() -> {
            for (int i = 0; i < FAULT_MS / 1_000; i++) {
                DATABASE.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query like '%duban_doorbell%' and pid <> pg_backend_pid()""");
                pause(1_000);
            }
        });
        redis.start();
    }

    @Test
    @Order(5)
    void whoIsDisabledIsNobodyOnBoth() {
        DATABASE.execute("update person set enabled = true where id = '%s'".formatted(CALLBACK_AGENT));
        var ports = List.of(first.port(), secondPort);
        var streams = ports.stream()
                .map(port -> EventStream.open(port, "/v1/events", TestTokens.of(CALLBACK_AGENT)))
                .toList();
        for (var port : ports) {
            Phone.of(port, CALLBACK_AGENT).get("/me").expect(200);
        }
        streams.forEach(stream -> assertThat(stream.next(PROMISED).event()).isEqualTo("stream.opened"));

        DATABASE.execute("update person set enabled = false where id = '%s'".formatted(CALLBACK_AGENT));

        for (var stream : streams) {
            assertThat(stream.next(PROMISED).event()).isEqualTo("auth.expired");
            stream.close();
        }
        for (var port : ports) {
            Phone.of(port, CALLBACK_AGENT).get("/me").expect(401);
        }
    }

    @Test
    @Order(6)
    void anotherLeadsWhileTheLeaderIsFrozenAndItDoesNotComeBackAsOne() throws Exception {
        assertThat(leads()).as("who came first leads").isZero();
        first.signal("STOP");
        try {
            await(() -> leads() == 1);
        } finally {
            first.signal("CONT");
        }
        nothingIsLost(() -> pause(FAULT_MS));
        assertThat(leads()).isOne();
    }

    @Test
    @Order(7)
    void nothingIsLostNorFailsWhenOneIsToldToEnd() throws Exception {
        nothingIsLost(() -> {
            first.signal("TERM");
            try {
                assertThat(first.exitCode(Duration.ofSeconds(20))).isIn(0, 143);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Callers on both, phones on both; and while that goes on, a fault. */
    private static void nothingIsLost(Runnable fault) throws Exception {
        var ports = List.of(first.port(), secondPort);
        try (var onFirst = new Follower(first.port(), secondPort);
                var onSecond = new Follower(secondPort, first.port())) {
            var callers = new Callers(ports, 3);
            try (callers) {
                pause(500);
                fault.run();
                pause(500);
            }
            assertThat(callers.failures()).isEmpty();
            assertThat(callers.accepted()).isPositive();
            for (var follower : List.of(onFirst, onSecond)) {
                var logged = logged(follower);
                assertThat(logged).hasSizeGreaterThanOrEqualTo(callers.accepted() / 2);
                assertThat(follower.until(logged.get(logged.size() - 1))).isEqualTo(logged);
            }
            System.out.printf(
                    "%d tickets accepted, %d connections refused, %d streams went over%n",
                    callers.accepted(), callers.refusedConnections(), onFirst.moves() + onSecond.moves());
        }
    }

    /** The ids of what the log has after a follower's begin, in the order of commits. */
    private static List<String> logged(Follower follower) throws SQLException {
        var begun = follower.begun().position();
        try (var connection = DATABASE.connect();
                var select = connection.prepareStatement("""
                        select id::text from event_log
                        where (xid, position) > (?::xid8, ?) and subject_type = 'hotline.ticket' order by xid, position""")) {
            select.setString(1, Long.toString(begun.xid()));
            select.setLong(2, begun.number());
            try (var rows = select.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }

    /** 0 or 1 as the second instance says of itself. */
    private static int leads() {
        var meters = second.getBean(MeterRegistry.class);
        return (int) meters.get("duban.jobs.leads").gauge().value();
    }

    private static void await(BooleanSupplier claim) {
        var came = claim.getAsBoolean();
        for (int i = 0; i < 1_000 && !came; i++) {
            pause(20);
            came = claim.getAsBoolean();
        }
        assertThat(came).as("came true").isTrue();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
