package io.duban.platform.realtime;

import io.duban.platform.events.Cursor;
import java.util.concurrent.ThreadLocalRandom;

/** What streams say beside the office's events. Each has {@code data}, or clients would drop it together with its cursor. */
final class Frames {

    static final String AUTH_EXPIRED = "auth.expired";
    static final String SERVER_CLOSING = "server.closing";
    static final String RENEW = "stream.renew";
    static final String REPLACED = "stream.replaced";

    /** A comment, which clients skip. */
    static final Frame HEARTBEAT = Frame.of(":\n\n");

    private static final int RETRY_MS = 2000;
    private static final int CLOSING_JITTER_MS = 3000;

    private Frames() {}

    static String opened(Cursor cursor) {
        return "retry: " + RETRY_MS + "\nid: " + cursor + "\nevent: stream.opened\ndata: {}\n\n";
    }

    static String reset(Cursor cursor, String reason) {
        return "retry: %d\nid: %s\nevent: stream.reset\ndata: {\"reason\":\"%s\"}\n\n"
                .formatted(RETRY_MS, cursor, reason);
    }

    /** The last words of a stream. After a shutdown, the phones must not all come back in the same second. */
    static String ended(Cursor cursor, String event) {
        var jitter = event.equals(SERVER_CLOSING) ? ThreadLocalRandom.current().nextInt(CLOSING_JITTER_MS) : 0;
        return "retry: %d\nid: %s\nevent: %s\ndata: {}\n\n".formatted(RETRY_MS + jitter, cursor, event);
    }
}
