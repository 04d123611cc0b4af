package io.duban.networks;

import static io.duban.support.DemoDistrict.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.TestDatabase;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The product is told to end while clients of HTTP/2 work with it: OkHttp, and the JDK's own, which before Java 24 gives up whatever it waits for when
 * it hears GOAWAY. Each sends one call after the other and follows the stream on the same connection; when the end begins, the database
 * keeps both waiting for an answer.
 */
class GoAwayTests {

    private static final String NOTICE = "--duban.shutdown-notice=8s";

    private static final int BEFORE = 20;
    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final TestDatabase database = TestDatabase.create();
    private final AtomicBoolean working = new AtomicBoolean(true);

    /** One for each that waits; the threads all tests share are fewer than they are here on a machine of four processors. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        working.set(false);
        threads.shutdown();
    }

    @Test
    void movesClientsToOtherConnectionsAndLosesNothing() throws Exception {
        try (var product = ProductProcess.on(database, "--server.http2.enabled=true", NOTICE);
                var okLine = new BadLine(product.port());
                var jdkLine = new BadLine(product.port())) {
            var ok = new OkHttp("http://127.0.0.1:" + okLine.port());
            var jdk = new JdkCaller("http://127.0.0.1:" + jdkLine.port());
            ok.call(); // of connections that are begun together, OkHttp would keep one
            jdk.upgrade();
            var okStream = CompletableFuture.supplyAsync(ok::stream, threads);
            var jdkStream = CompletableFuture.supplyAsync(jdk::stream, threads);
            var okCalls = work(ok::call);
            for (int i = 0; i < BEFORE; i++) {
                assertThat(jdk.call()).isEqualTo(201);
            }
            new Heard().await("work", () -> okCalls.done.get() > BEFORE);
            assertThat(okLine.accepted()).hasSize(1);
            assertThat(jdkLine.accepted()).hasSize(1);

            CompletableFuture<Integer> inWork;
            CompletableFuture<Boolean> end;
            try (var blocking = database.connect()) {
                blocking.setAutoCommit(false);
                blocking.createStatement().execute("lock table hotline_ticket in exclusive mode");
                inWork = CompletableFuture.supplyAsync(jdk::callOnce, threads);
                new Heard().await("both to wait for the database", () -> waiting(blocking) >= 2);
                end = CompletableFuture.supplyAsync(() -> stop(product), threads);
                assertThat(okStream.get(10, TimeUnit.SECONDS)).contains("server.closing");
                assertThat(jdkStream.get(10, TimeUnit.SECONDS)).contains("server.closing");
                Heard.pause(A_WHILE);
                blocking.rollback();
            }
            assertThat(inWork.get(10, TimeUnit.SECONDS)).isEqualTo(201);
            assertThat(jdk.call()).isEqualTo(201);
            Heard.pause(A_WHILE);
            assertThat(jdk.call()).isEqualTo(201);
            working.set(false);
            okCalls.over.get(10, TimeUnit.SECONDS);

            assertThat(okLine.accepted()).as("connections of OkHttp").hasSize(2);
            assertThat(jdkLine.accepted()).as("connections of the JDK's client").hasSize(2);
            assertThat(end.get(30, TimeUnit.SECONDS)).isTrue();
            var answered = 1 + okCalls.done.get() + BEFORE + 3;
            System.out.printf("%d calls answered, 0 lost, 0 doubled%n", answered);
            assertThat(tickets()).isEqualTo(answered);
        }
    }

    /** Who waits for the table; the product gives them two and a half seconds, so that nobody here may lose time. */
    private static int waiting(Connection blocking) {
        var waiting = "select count(*) from pg_locks where not granted and relation = 'hotline_ticket'::regclass";
        try (var found = blocking.createStatement().executeQuery(waiting)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int tickets() throws SQLException {
        try (var connection = database.connect();
                var found = connection.createStatement().executeQuery("select count(*) from hotline_ticket")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static boolean stop(ProductProcess product) {
        try {
            product.stop();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Any fault ends it, and is found in {@code over}. */
    private record Calls(AtomicInteger done, CompletableFuture<Void> over) {}

    private Calls work(Callable<Integer> call) {
        var done = new AtomicInteger();
        return new Calls(done, CompletableFuture.runAsync(() -> work(call, done), threads));
    }

    private void work(Callable<Integer> call, AtomicInteger done) {
        try {
            while (working.get()) {
                assertThat(call.call()).isEqualTo(201);
                done.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException("after " + done + " calls", e);
        }
    }

    /** Knows beforehand that HTTP/2 is spoken. */
    private record OkHttp(OkHttpClient client, String origin) {

        OkHttp(String origin) {
            this(
                    new OkHttpClient.Builder()
                            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                            .retryOnConnectionFailure(false)
                            .build(),
                    origin);
        }

        int call() throws IOException {
            var request = new Request.Builder()
                    .url(origin + "/v1/hotline-tickets")
                    .header("Authorization", "Bearer " + TestTokens.of(AGENT))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(RequestBody.create(Office.CALL, MediaType.get("application/json")));
            try (var answer = client.newCall(request.build()).execute()) {
                assertThat(answer.protocol()).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
                return answer.code();
            }
        }

        /** All of it, until it ends as it should. */
        String stream() {
            var request = new Request.Builder()
                    .url(origin + Office.STREAM)
                    .header("Authorization", "Bearer " + TestTokens.of(DemoDistrict.DISPATCHER));
            try (var answer = client.newCall(request.build()).execute()) {
                return answer.body().string();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
