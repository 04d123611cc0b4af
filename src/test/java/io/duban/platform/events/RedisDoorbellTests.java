package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import redis.embedded.RedisServer;

class RedisDoorbellTests {

    private final Doorbell here = new Doorbell();
    private final Doorbell there = new Doorbell();
    private final AtomicInteger heardHere = heard(here);
    private final AtomicInteger heardThere = heard(there);
    private int port;
    private RedisServer redis;
    private RedisDoorbell bellHere;
    private RedisDoorbell bellThere;

    @BeforeEach
    void connect() throws IOException {
        port = freePort();
        redis = redis();
        bellHere = new RedisDoorbell(here, "redis://127.0.0.1:" + port);
        bellThere = new RedisDoorbell(there, "redis://127.0.0.1:" + port);
    }

    @AfterEach
    void disconnect() throws IOException {
        bellHere.stop();
        bellThere.stop();
        redis.stop();
    }

    @Test
    void ringsOtherInstances() {
        startBoth();

        here.ring();

        eventually(() -> heardThere.get() == 1);
        pause(100);
        assertThat(heardHere).as("its own ring, and no echo of it").hasValue(1);
        assertThat(heardThere).hasValue(1);
    }

    @Test
    void joinsRingsOfOneMoment() {
        startBoth();

        for (int i = 0; i < 10_000; i++) {
            here.ring();
        }

        eventually(() -> heardThere.get() > 0);
        pause(200);
        assertThat(heardThere.get()).isLessThan(1_000);
    }

    @Test
    void ringsAgainWhenRedisIsBack() throws IOException {
        startBoth();
        redis.stop();
        pause(200);
        here.ring();
        assertThat(heardHere).as("nobody here notices").hasValue(1);

        redis = redis();

        eventually(() -> {
            here.ring();
            pause(50);
            return heardThere.get() >= 3;
        });
    }

    @Test
    void startsBeforeRedisDoes() throws IOException {
        redis.stop();
        bellHere.start();
        bellThere.start();
        here.ring();
        pause(200);

        redis = redis();

        eventually(() -> {
            here.ring();
            pause(50);
            return heardThere.get() >= 3;
        });
    }

    /** What is counted comes after both have been heard and all is quiet. */
    private void startBoth() {
        bellHere.start();
        bellThere.start();
        eventually(() -> heardHere.get() > 0 && heardThere.get() > 0);
        eventually(() -> {
            here.ring();
            pause(100);
            return heardThere.get() >= 2;
        });
        eventually(() -> {
            int before = heardThere.get();
            pause(300);
            return heardThere.get() == before;
        });
        heardHere.set(0);
        heardThere.set(0);
    }

    private RedisServer redis() throws IOException {
        var server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return server;
    }

    private static AtomicInteger heard(Doorbell doorbell) {
        var count = new AtomicInteger();
        doorbell.rings().subscribe(ring -> count.incrementAndGet());
        return count;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void eventually(BooleanSupplier claim) {
        boolean came = claim.getAsBoolean();
        for (int i = 0; i < 500 && !came; i++) {
            pause(20);
            came = claim.getAsBoolean();
        }
        assertThat(came).as("came true").isTrue();
    }

    private static void pause(long millis) {
        Mono.delay(Duration.ofMillis(millis)).block();
    }
}
