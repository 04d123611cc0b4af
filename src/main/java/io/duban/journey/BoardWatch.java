package io.duban.journey;

import io.duban.journey.EventParser.Message;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows the live stream as a phone does: whenever it breaks or ends, it goes on after the last event that arrived whole. */
final class BoardWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // The product sends at least a comment every 15 s.
    private static final long SILENCE_NANOS = Duration.ofSeconds(45).toNanos();
    private static final long FIRST_RETRY_MS = 1_000;
    private static final long HEART_MS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final URI address;
    private final Bearer who;
    private final Consumer<Message> reader;
    private final StreamDrops drops;
    private final StreamLife life = new StreamLife();
    private String lastEventId = "";
    private long retryMillis = FIRST_RETRY_MS;
    private volatile InputStream line = InputStream.nullInputStream();
    private volatile long heardAt = System.nanoTime();
    private volatile boolean closed;

    /** @param drops when to let go of the stream on purpose */
    BoardWatch(URI address, Bearer who, StreamDrops drops, Consumer<Message> reader) {
        this.address = address;
        this.who = who;
        this.drops = drops;
        this.reader = reader;
    }

    /** Begins to follow and comes back when the stream is open: what is acknowledged from now on must arrive. */
    void start() {
        daemon("board-watch", this::follow);
        daemon("board-watch-heart", this::feelPulse);
        try {
            if (!opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stream at " + address + " does not open: " + life);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    StreamLife life() {
        return life;
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }

    private void follow() {
        while (!closed) {
            try {
                if (listen() && !closed) {
                    continue; // dropped on purpose: back at once
                }
            } catch (IOException | IllegalStateException broken) {
                noteUnlessClosed(broken);
            } catch (InterruptedException stopped) {
                return;
            }
            pause(retryMillis);
        }
    }

    /** Reads until the stream ends; true when it was let go on purpose. */
    private boolean listen() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(), BodyHandlers.ofInputStream());
        line = response.body();
        try (InputStreamReader text = new InputStreamReader(line, StandardCharsets.UTF_8)) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return read(text, new EventParser(lastEventId, retryMillis, this::take));
        }
    }

    private boolean read(InputStreamReader text, EventParser parser) throws IOException {
        char[] piece = new char[1024];
        for (int length = text.read(piece); length >= 0 && !closed; length = text.read(piece)) {
            heardAt = System.nanoTime();
            parser.feed(new String(piece, 0, length));
            lastEventId = parser.lastEventId();
            retryMillis = parser.retryMillis();
            if (drops.isDue()) {
                life.dropped();
                return true;
            }
        }
        life.ended();
        return false;
    }

    private void take(Message message) {
        life.told(message);
        if (message.event().equals("stream.opened")) {
            opened.countDown();
        }
        if (message.event().startsWith("cn.gov.")) {
            reader.accept(message);
            drops.count();
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + who.accessToken());
        heardAt = System.nanoTime();
        return lastEventId.isEmpty()
                ? request.build()
                : request.header("Last-Event-ID", lastEventId).build();
    }

    /** A connection that died without a word says nothing, not even the comment; only a clock notices. */
    private void feelPulse() {
        while (!closed) {
            pause(HEART_MS);
            if (System.nanoTime() - heardAt > SILENCE_NANOS) {
                heardAt = System.nanoTime();
                hangUp();
            }
        }
    }

    private void hangUp() {
        try {
            line.close();
        } catch (IOException gone) {
            life.broke(gone);
        }
    }

    private void noteUnlessClosed(Exception broken) {
        if (!closed) {
            life.broke(broken);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
