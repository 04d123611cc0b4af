package io.duban.platform.retention;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.duban.platform.events.LogHold;
import io.duban.platform.persistence.OwnerDatabase;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Old partitions leave the logs while everybody works on; what somebody still needs stays, and what is gone is never passed over in silence. */
@ServerTest
@TestPropertySource(properties = {"duban.realtime.tail=64", "duban.realtime.per-client=1000"})
class RetentionTests {

    private static final String TICKET = """
            {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"%s","words":"多建公园",
             "receivedAt":"2026-11-20T08:00:00+08:00"}""";

    private static final int WRITERS = 4;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    LogUpkeep upkeep;

    @Autowired
    RetentionSettings settings;

    @Autowired
    OwnerDatabase owner;

    @Autowired
    DatabaseClient client;

    @Test
    void oldPartitionsLeaveWhileCommandsGoOnAndNoneFailsOrIsLost() throws Exception {
        var over = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(WRITERS);
        var writers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < WRITERS; i++) {
            var name = "writer " + i + " " + UUID.randomUUID();
            writers.add(() -> {
                int done = 0;
                for (; !over.get(); done++) {
                    Phone.of(port, AGENT)
                            .post("/hotline-tickets", TICKET.formatted(name))
                            .expect(201);
                }
                assertThat(OldYear.count(database, "select count(*) from event_log where title = '%s'".formatted(name)))
                        .isEqualTo(done);
                return done;
            });
        }
        var working = writers.stream().map(threads::submit).toList();
        for (int i = 0; i < 5; i++) {
            var old = OldYear.of(database);
            old.event("old");
            assertThat(upkeep.run().block()).isTrue();
            assertThat(KeptLog.ALL).noneMatch(old::isAttached);
            assertThat(old.rows(KeptLog.EVENTS)).isOne();
        }
        over.set(true);
        for (var writer : working) {
            assertThat(writer.get()).isPositive();
        }
        threads.shutdown();
    }

    @Test
    void whatOpenWorkOrAReaderNeedsStays() {
        var old = OldYear.of(database);
        old.event("still open");
        database.execute("""
                insert into todo (id, person_id, subject_type, subject_id, action, title, opened_at)
                select gen_random_uuid(), '%s', subject_type, subject_id, 'held', title, now() from %s""".formatted(AGENT, old.partition(KeptLog.EVENTS)));
        upkeep.run().block();
        assertThat(old.isAttached(KeptLog.EVENTS)).isTrue();

        database.execute("update todo set closed_at = now() where action = 'held'");
        var reader = new Slow(Instant.EPOCH);
        upkeep(reader).run().block();
        assertThat(old.isAttached(KeptLog.EVENTS)).isTrue();

        reader.since = Instant.now();
        upkeep(reader).run().block();
        assertThat(old.isAttached(KeptLog.EVENTS)).isFalse();
    }

    @Test
    void everyInstanceTellsWhatIsHeldWhoeverDidTheWork() {
        var old = OldYear.of(database);
        old.event("still open, and told");
        database.execute("""
                insert into todo (id, person_id, subject_type, subject_id, action, title, opened_at)
                select gen_random_uuid(), '%s', subject_type, subject_id, 'told', title, now() from %s""".formatted(AGENT, old.partition(KeptLog.EVENTS)));
        upkeep.run().block();
        var meters = new SimpleMeterRegistry();
        var figures = RetentionConfiguration.figures(client, settings, meters);
        assertThat(gauge(meters, "duban.retention.held", KeptLog.EVENTS)).isNaN();
        figures.read().block();
        assertThat(gauge(meters, "duban.retention.held", KeptLog.EVENTS)).isPositive();
        assertThat(gauge(meters, "duban.retention.ahead", KeptLog.AUDIT))
                .isGreaterThan(Duration.ofDays(400).toSeconds());

        database.execute("update todo set closed_at = now() where action = 'told'");
        upkeep.run().block();
        figures.read().block();
        assertThat(gauge(meters, "duban.retention.held", KeptLog.EVENTS)).isZero();
    }

    private static double gauge(SimpleMeterRegistry meters, String name, KeptLog log) {
        return meters.get(name).tag("log", log.table()).gauge().value();
    }

    @Test
    void whoeverIsCutOffIsGoneOnAfter() throws Exception {
        var old = OldYear.of(database);
        old.event("half-way");
        var name = old.partition(KeptLog.EVENTS);
        try (var reader = database.connect();
                var connection = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement()
                    .executeQuery("select count(*) from event_log")
                    .close();
            connection.createStatement().execute("set lock_timeout = '300ms'");
            var tables = new PartitionTables(connection);
            var partition = new Partition(KeptLog.EVENTS, name, Instant.EPOCH);
            assertThat(catchThrowable(() -> tables.detach(partition))).hasMessageContaining("lock timeout");
            Phone.of(port, AGENT)
                    .post("/hotline-tickets", TICKET.formatted("meanwhile"))
                    .expect(201);
            reader.rollback();
        }
        assertThat(old.count("select count(*) from pg_inherits where inhdetachpending"))
                .isOne();

        upkeep.run().block();

        assertThat(old.count("select count(*) from pg_inherits where inhdetachpending"))
                .isZero();
        assertThat(settings.archive().resolve(name + ".csv.gz")).exists();
    }

    @Test
    void oneOfSeveralInstancesDoesItAtATime() throws Exception {
        try (var other = database.connect()) {
            var tables = new PartitionTables(other);
            assertThat(tables.alone()).isTrue();
            assertThat(upkeep.run().block()).isFalse();
            tables.letOthers();
        }
        assertThat(upkeep.run().block()).isTrue();
    }

    @Test
    void thereArePartitionsForLongAhead() {
        assertThat(OldYear.count(database, """
                select count(*) from (select log, max(until) as until from log_partition group by log) p where until > now() + interval '400 days'""")).isEqualTo(2);
    }

    private LogUpkeep upkeep(LogHold... holds) {
        return new LogUpkeep(owner, settings, List.of(holds), new JsonMapper());
    }

    /** A reader who has come so far. */
    private static final class Slow implements LogHold {

        private Instant since;

        Slow(Instant since) {
            this.since = since;
        }

        @Override
        public String holder() {
            return "a slow reader";
        }

        @Override
        public Mono<Instant> neededSince() {
            return Mono.just(since);
        }
    }
}
