package io.duban.instances;

import static io.duban.support.DemoDistrict.AGENT;

import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Call takers who accept tickets without a pause, through a balancer that asks for readiness as any does. The balancer hands a request on to another
 * instance when its connection was refused, and in no other case. Their app may send a request whose answer never came once more, under the same key.
 */
final class Callers implements AutoCloseable {

    private static final String TICKET = """
            {"channel":"HOTLINE_12345","demandType":"COMPLAINT","categoryCode":"noise","title":"夜间施工","words":"楼下半夜施工",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"}}""";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = TestTokens.of(AGENT, TestTokens.DESKTOP, Duration.ofMinutes(15));
    private final List<Integer> all;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final boolean stubborn;
    private final AtomicInteger refusedConnections = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile List<Integer> ready;
    private volatile boolean over;

    /** @param stubborn whether their app sends a request again when the line broke under it */
    Callers(List<Integer> ports, int number, boolean stubborn) {
        this.stubborn = stubborn;
        all = List.copyOf(ports);
        ready = all;
        begin(this::balance);
        for (int i = 0; i < number; i++) {
            begin(this::call);
        }
    }

    int accepted() {
        return acknowledged.size();
    }

    /** The ids of the tickets they were told are accepted, once for each request. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int sentAgain() {
        return sentAgain.get();
    }

    int refusedConnections() {
        return refusedConnections.get();
    }

    /** Answers other than 201, and connections that broke under a request. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void begin(Runnable work) {
        var thread = new Thread(work, "caller");
        thread.start();
        threads.add(thread);
    }

    private void call() {
        while (!over) {
            var now = ready;
            var port = now.isEmpty() ? all.get(0) : now.get(turn.getAndIncrement() % now.size());
            var key = UUID.randomUUID();
            try {
                accept(port, key);
            } catch (IOException broken) {
                sendAgain(port, key, broken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sendAgain(int port, UUID key, IOException broken) {
        try {
            if (!stubborn) {
                throw broken;
            }
            sentAgain.incrementAndGet();
            accept(another(port), key);
        } catch (IOException failure) {
            failures.add(failure.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int another(int port) {
        return all.get((all.indexOf(port) + 1) % all.size());
    }

    private void accept(int port, UUID key) throws IOException, InterruptedException {
        try {
            var answer = http.send(ticket(port, key), BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                acknowledged.add(JSON.readTree(answer.body()).get("id").asString());
            } else {
                failures.add(answer.statusCode() + " " + answer.body());
            }
            Thread.sleep(20);
        } catch (ConnectException refused) {
            refusedConnections.incrementAndGet();
            accept(another(port), key);
        }
    }

    private HttpRequest ticket(int port, UUID key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/hotline-tickets"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(TICKET))
                .build();
    }

    private void balance() {
        while (!over) {
            ready = all.stream().filter(this::isReady).toList();
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isReady(int port) {
        try {
            var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        over = true;
        for (var thread : threads) {
            try {
                thread.join(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
