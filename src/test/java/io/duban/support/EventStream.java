package io.duban.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A phone's side of the live stream, over real HTTP: reads events as the standard tells (WHATWG HTML section 9.2). */
public final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** For its head. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Message END = new Message("", "end of stream", "");

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final List<String> comments = new ArrayList<>();

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        var reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** One message: its cursor, its type and its data. */
    public record Message(String id, String event, String data) {}

    /** Opens {@code path} (such as {@code /v1/events?streams=me}); the consumer sets headers. */
    public static EventStream open(int port, String path, Consumer<HttpRequest.Builder> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Accept", "text/event-stream");
        headers.accept(request);
        try {
            return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static EventStream open(int port, String path, String token) {
        return open(port, path, request -> request.header("Authorization", "Bearer " + token));
    }

    public static EventStream resume(int port, String path, String token, String lastEventId) {
        return open(
                port,
                path,
                request -> request.header("Authorization", "Bearer " + token).header("Last-Event-ID", lastEventId));
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** The next message; fails when none comes in time. */
    public Message next(Duration patience) {
        var message = poll(patience);
        if (message == null) {
            throw new AssertionError("no message within " + patience);
        }
        return message;
    }

    /** The next message, or null when none comes in time. */
    public Message poll(Duration patience) {
        try {
            return messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static boolean isEnd(Message message) {
        return message == END;
    }

    /** Comments so far: heartbeats. */
    public List<String> comments() {
        synchronized (comments) {
            return List.copyOf(comments);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var event = "message";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        messages.add(new Message(id, event, data.toString()));
                    }
                    event = "message";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    synchronized (comments) {
                        comments.add(line);
                    }
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        } catch (IOException cut) {
            // the line was cut; for the test it ended
        }
        messages.add(END);
    }

    /** Hangs up, as a phone in a tunnel does. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
