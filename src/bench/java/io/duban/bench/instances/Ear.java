package io.duban.bench.instances;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One open event stream: when which event came, and how many came twice. */
final class Ear implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream stream;
    private final Map<Long, Long> heardAt = new ConcurrentHashMap<>();
    private final AtomicInteger doubled = new AtomicInteger();

    Ear(URI api, String token) {
        var request = HttpRequest.newBuilder(api.resolve("/v1/events?streams=hotline"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
            }
            stream = answer.body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        var listening = new Thread(this::listen, "ear");
        listening.setDaemon(true);
        listening.start();
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var position = -1L;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    position = Long.parseLong(line.substring(line.lastIndexOf('.') + 1));
                } else if (line.startsWith("event: cn.") && line.contains(".hotline.ticket.")) {
                    note(position);
                }
            }
        } catch (IOException closed) {
            // when the slice is over
        }
    }

    private void note(long position) {
        if (heardAt.putIfAbsent(position, System.nanoTime()) != null) {
            doubled.incrementAndGet();
        }
    }

    /** The moments, by the events' positions in the log. */
    Map<Long, Long> heardAt() {
        return heardAt;
    }

    int doubled() {
        return doubled.get();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
