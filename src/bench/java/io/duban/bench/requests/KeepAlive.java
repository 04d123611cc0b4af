package io.duban.bench.requests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Callers that keep a connection each and send one request after the other. Plain sockets: the JDK's client costs as much processor time for a request as
 * the product, and both share the machine.
 */
record KeepAlive(int port, int callers) {

    private static final int PATIENCE_MILLIS = 30_000;

    /**
     * Each caller sends one at least.
     *
     * @param first the number of the first request
     * @param request the bytes of a numbered request
     * @throws IllegalStateException when an answer is no success: figures of failed work are worth nothing
     */
    Ran run(Duration time, AtomicLong first, LongFunction<byte[][]> request) {
        var crew = Executors.newFixedThreadPool(callers);
        try {
            var begun = System.nanoTime();
            var until = begun + time.toNanos();
            var millis = new ArrayList<Double>();
            Callable<List<Double>> caller = () -> caller(until, first, request);
            for (var one : crew.invokeAll(Collections.nCopies(callers, caller))) {
                millis.addAll(one.get());
            }
            return new Ran(millis, (System.nanoTime() - begun) / 1e9, Map.of());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            crew.shutdownNow();
        }
    }

    private List<Double> caller(long until, AtomicLong next, LongFunction<byte[][]> request) throws IOException {
        var millis = new ArrayList<Double>();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream(), 65_536);
            do {
                var messages = request.apply(next.getAndIncrement());
                var begun = System.nanoTime();
                for (var message : messages) {
                    socket.getOutputStream().write(message);
                    requireSuccess(in);
                }
                millis.add((System.nanoTime() - begun) / 1e6);
            } while (System.nanoTime() < until);
        }
        return millis;
    }

    private static void requireSuccess(InputStream in) throws IOException {
        var status = line(in);
        var length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = in.readNBytes(length);
        if (status.charAt(9) != '2') {
            throw new IllegalStateException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** A request with everything it needs; {@code headers} are whole lines. */
    static byte[] message(String method, String path, String headers, byte[] body) {
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(method, path, body.length, headers)
                .getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
