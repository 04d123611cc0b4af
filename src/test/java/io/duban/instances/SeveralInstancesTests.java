package io.duban.instances;

import static io.duban.support.DemoDistrict.CALLBACK_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.EventStream;
import io.duban.support.Phone;
import io.duban.support.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of the product on one database, with a Redis between them to which everything happens (F12, F13, F19). {@code -Dduban.instances.seconds=30} makes each fault as long as that.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesTests {

    private static final int FAULT_MS = Integer.getInteger("duban.instances.seconds", 2) * 1_000;
    private static final Duration PROMISED = Duration.ofSeconds(5);

    @TempDir
    static Path home;

    private static TwoInstances instances;

    @BeforeAll
    static void start() throws Exception {
        instances = new TwoInstances(home);
    }

    @AfterAll
    static void end() throws Exception {
        instances.close();
    }

    @Test
    @Order(1)
    void nothingIsLostWhileRedisIsFrozen() throws Exception {
        instances.loseNothingDuring(() -> {
            instances.redis().freeze();
            pause(FAULT_MS);
            instances.redis().thaw();
        });
    }

    @Test
    @Order(2)
    void nothingIsLostWhileRedisIsKilledAndStartsEmpty() throws Exception {
        instances.loseNothingDuring(() -> {
            instances.redis().kill();
            pause(FAULT_MS);
            instances.redis().start();
        });
    }

    @Test
    @Order(3)
    void nothingIsLostWhileOneIsCutOffFromRedis() throws Exception {
        instances.loseNothingDuring(() -> {
            instances.toRedis().cut();
            pause(FAULT_MS);
            instances.toRedis().heal();
        });
    }

    @Test
    @Order(4)
    void nothingIsLostWithoutRedisWhenPostgresEndsTheConnectionsThatListen() throws Exception {
        instances.redis().kill();
        instances.loseNothingDuring(() -> {
            for (int i = 0; i < FAULT_MS / 1_000; i++) {
                instances.database().execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query like '%duban_doorbell%' and pid <> pg_backend_pid()""");
                pause(1_000);
            }
        });
        instances.redis().start();
    }

    @Test
    @Order(5)
    void whoIsDisabledIsNobodyOnBoth() {
        instances.database().execute("update person set enabled = true where id = '%s'".formatted(CALLBACK_AGENT));
        var ports = instances.ports();
        var streams = ports.stream()
                .map(port -> EventStream.open(port, "/v1/events", TestTokens.of(CALLBACK_AGENT)))
                .toList();
        for (var port : ports) {
            Phone.of(port, CALLBACK_AGENT).get("/me").expect(200);
        }
        streams.forEach(stream -> assertThat(stream.next(PROMISED).event()).isEqualTo("stream.opened"));

        instances.database().execute("update person set enabled = false where id = '%s'".formatted(CALLBACK_AGENT));

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
        assertThat(instances.secondLeads()).as("who came first leads").isFalse();
        instances.first().signal("STOP");
        try {
            await(instances::secondLeads);
        } finally {
            instances.first().signal("CONT");
        }
        instances.loseNothingDuring(() -> pause(FAULT_MS));
        assertThat(instances.secondLeads()).isTrue();
    }

    @Test
    @Order(7)
    void nothingIsLostNorFailsWhenOneIsToldToEnd() throws Exception {
        instances.loseNothingDuring(() -> {
            instances.first().signal("TERM");
            try {
                assertThat(instances.first().exitCode(Duration.ofSeconds(20))).isIn(0, 143);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void await(BooleanSupplier claim) {
        var came = claim.getAsBoolean();
        for (int i = 0; i < 1_000 && !came; i++) {
            pause(20);
            came = claim.getAsBoolean();
        }
        assertThat(came).as("came true").isTrue();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
