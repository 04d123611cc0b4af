package io.duban.platform.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner's server on loopback. It proves itself when it is challenged, except where it is called {@code /mute}; to everything else it does what the head
 * of the path says.
 */
public final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] CHUNK = new byte[16 * 1024];

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong poured = new AtomicLong();
    private final CountDownLatch cut = new CountDownLatch(2);
    private final HttpServer plain;
    private final HttpsServer untrusted;

    public Receiver() {
        try {
            plain = HttpServer.create(loopback(), 0);
            untrusted = HttpsServer.create(loopback(), 0);
            untrusted.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var server : List.of(plain, untrusted)) {
            server.createContext("/", this::answer);
            server.setExecutor(threads);
            server.start();
        }
    }

    /** What came; headers by their names in lower case. */
    public record Received(String path, Map<String, String> headers, String body) {

        public String id() {
            return headers.get("webhook-id");
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        String type() {
            return json().get("type").asString();
        }

        boolean isChallenge() {
            return type().endsWith(".webhook.challenge.v1");
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + plain.getAddress().getPort() + path;
    }

    String untrustedUrl(String path) {
        return "https://127.0.0.1:" + untrusted.getAddress().getPort() + path;
    }

    /** All that came to a path but challenges. */
    public List<Received> at(String path) {
        return received.stream()
                .filter(one -> one.path().equals(path) && !one.isChallenge())
                .toList();
    }

    List<Received> challengesAt(String path) {
        return received.stream()
                .filter(one -> one.path().equals(path) && one.isChallenge())
                .toList();
    }

    /** Bytes that an endless answer got rid of before it was cut. */
    long poured() {
        return poured.get();
    }

    /** Counted down by each answer without end that was cut. */
    CountDownLatch cut() {
        return cut;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath();
        var one = new Received(path, headers, body);
        received.add(one);
        if (one.isChallenge() && !path.startsWith("/mute")) {
            reply(
                    exchange,
                    200,
                    JSON.writeValueAsString(Map.of(
                            "challenge", one.json().get("data").get("challenge").asString())));
            return;
        }
        try {
            behave(exchange, path.split("/")[1]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void behave(HttpExchange exchange, String manner) throws IOException, InterruptedException {
        switch (manner) {
            case "broken" -> reply(exchange, 500, "no");
            case "gone" -> reply(exchange, 410, "");
            case "later" -> {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                reply(exchange, 429, "");
            }
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", url("/trap"));
                reply(exchange, 307, "");
            }
            case "hang" -> closed.await();
            case "endless" -> pour(exchange, CHUNK, 0);
            case "drip" -> pour(exchange, new byte[] {'.'}, 100);
            default -> reply(exchange, 200, "{}");
        }
    }

    private void pour(HttpExchange exchange, byte[] piece, int pauseMs) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            while (closed.getCount() > 0) {
                out.write(piece);
                out.flush();
                poured.addAndGet(piece.length);
                Thread.sleep(pauseMs);
            }
        } catch (IOException hungUp) {
            cut.countDown();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void close() {
        closed.countDown();
        plain.stop(0);
        untrusted.stop(0);
        threads.shutdownNow();
    }
}
