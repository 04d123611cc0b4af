package io.duban.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import io.duban.support.Network;
import io.duban.support.OwnLoops;
import io.duban.support.ProductProcess;
import io.duban.support.RealRedis;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Two instances on one database: a process of its own, so that it can be frozen and ended, and one in this JVM, whose way to Redis can be cut. */
final class TwoInstances implements AutoCloseable {

    private static final String LEADER = """
            select coalesce(max(pid), 0) from pg_locks where locktype = 'advisory' and granted
              and (classid::bigint << 32) + objid::bigint = 7308325467190
              and database = (select oid from pg_database where datname = current_database())""";

    private final TestDatabase database = TestDatabase.create();
    private final RealRedis redis = RealRedis.started();
    private final Network toRedis = Network.to(redis.port());
    private final ProductProcess first;
    private final ConfigurableApplicationContext second;

    /** @param both properties of both, such as {@code --duban.quiet-hours=none} */
    TwoInstances(Path home, String... both) throws IOException, InterruptedException {
        first = new ProductProcess(
                database,
                home,
                with(
                        both,
                        "--duban.realtime.doorbell=redis",
                        "--duban.realtime.redis-uri=redis://127.0.0.1:" + redis.port(),
                        "--duban.shutdown-notice=2s"));
        second = new SpringApplicationBuilder(DubanApplication.class)
                .initializers(new OwnLoops())
                .run(with(
                        both,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--duban.home=" + home.resolve("second"),
                        "--duban.database.mode=external",
                        "--duban.identity.server.enabled=false",
                        "--duban.identity.issuer=" + TestTokens.issuer(),
                        "--duban.identity.jwk-set-uri=" + TestTokens.keys(),
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--spring.flyway.url=" + database.jdbcUrl(),
                        "--spring.flyway.user=" + database.user(),
                        "--spring.flyway.password=",
                        "--duban.realtime.doorbell=redis",
                        "--duban.realtime.redis-uri=redis://127.0.0.1:" + toRedis.port()));
    }

    private static String[] with(String[] both, String... own) {
        return Stream.concat(Stream.of(own), Stream.of(both)).toArray(String[]::new);
    }

    TestDatabase database() {
        return database;
    }

    RealRedis redis() {
        return redis;
    }

    /** What lies between the second and Redis. */
    Network toRedis() {
        return toRedis;
    }

    /** The one that leads at first, as it came first. */
    ProductProcess first() {
        return first;
    }

    List<Integer> ports() {
        return List.of(first.port(), second.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    boolean secondLeads() {
        return second.getBean(MeterRegistry.class)
                        .get("duban.jobs.leads")
                        .gauge()
                        .value()
                == 1;
    }

    /** The second stands back until the first has taken its place. */
    void letFirstLead() throws SQLException {
        var leadership = second.getBean("leadership", SmartLifecycle.class);
        var before = leader();
        leadership.stop(); // its session ends a little later
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> leader() != 0 && leader() != before);
        leadership.start();
    }

    /** The session that leads; 0 when none does. */
    private int leader() throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(LEADER)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Callers on both, phones on both; and while that goes on, a fault under which no request fails. */
    void loseNothingDuring(Runnable fault) throws SQLException {
        loseNothingDuring(false, fault);
    }

    /**
     * The same, where a line may break under a request.
     *
     * @param stubborn whether callers' apps then send it again
     */
    Callers loseNothingDuring(boolean stubborn, Runnable fault) throws SQLException {
        var ports = ports();
        try (var onFirst = new Follower(ports.get(0), ports.get(1));
                var onSecond = new Follower(ports.get(1), ports.get(0))) {
            var callers = new Callers(ports, 3, stubborn);
            try (callers) {
                SeveralInstancesTests.pause(500);
                fault.run();
                SeveralInstancesTests.pause(500);
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
            return callers;
        }
    }

    /** The ids of what the log has after a follower's begin, in the order of commits. */
    private List<String> logged(Follower follower) throws SQLException {
        var begun = follower.begun().position();
        try (var connection = database.connect();
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

    @Override
    public void close() throws IOException, InterruptedException {
        second.close();
        first.close();
        toRedis.close();
        redis.close();
    }
}
