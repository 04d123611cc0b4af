package io.duban.bench.streams;

import io.duban.bench.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Publishes by POST, many in one write over one connection: what the anchors understand. Their events are as long as the product's, and look the same. */
final class Posted implements AutoCloseable {

    /** An envelope as the product sends it. */
    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"/duban/demo","type":"cn.gov.demo.hotline.ticket.dispatched.v1",\
            "subject":"hotline.ticket/%s","time":"2026-11-28T17:00:00+08:00","datacontenttype":"application/json","cursor":"d2f1ab03.123456.1234567",\
            "data":{"subjectType":"hotline.ticket","subjectId":"%s","subjectVersion":1,"title":"%s","state":"DISPATCHED","priority":"ACTION",\
            "unitIds":["01900000-0000-7000-8000-700000000000"],"light":"GREEN"}}""";

    private static final String ID = UUID.randomUUID().toString();
    private static final int TRIES = 600;

    private final Socket socket;
    private final OutputStream out;

    Posted(int port) {
        this.socket = connect(port);
        try {
            this.out = socket.getOutputStream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var reading = new Thread(this::ignoreAnswers, "answers");
        reading.setDaemon(true);
        reading.start();
    }

    private static Socket connect(int port) {
        for (int tried = 1; ; tried++) {
            try {
                var socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return socket;
            } catch (IOException notYet) {
                if (tried == TRIES) {
                    throw new UncheckedIOException(notYet);
                }
                Pause.millis(50);
            }
        }
    }

    void toAll(long first, int count) {
        var text = new ByteArrayOutputStream();
        for (long number = first; number < first + count; number++) {
            add(text, Mark.EVERYBODY, number);
        }
        send(text);
    }

    void toSome(long first, int count, int channels) {
        var text = new ByteArrayOutputStream();
        for (long number = first; number < first + count; number++) {
            add(text, 1 + (int) (number % channels), 1 + number / channels);
        }
        send(text);
    }

    private static void add(ByteArrayOutputStream text, int channel, long number) {
        var body = EVENT.formatted(ID, ID, ID, Mark.text(channel, number, Mark.now()));
        text.writeBytes("""
                POST /pub?id=%d HTTP/1.1\r
                Host: localhost\r
                X-EventSource-Event: cn.gov.demo.hotline.ticket.dispatched.v1\r
                Content-Length: %d\r
                \r
                %s""".formatted(channel, body.length(), body).getBytes(StandardCharsets.US_ASCII));
    }

    private void send(ByteArrayOutputStream text) {
        try {
            text.writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What was lost is seen at the phones. */
    private void ignoreAnswers() {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // when the benchmark is done with it
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
