package io.duban.instances;

import static io.duban.support.DemoDistrict.DISPATCHER;

import io.duban.platform.events.Cursor;
import io.duban.support.EventStream;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A phone that follows the hotline on one instance, and goes on at another where it was when the first hangs up. */
final class Follower implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/v1/events?streams=hotline";

    private final String token = TestTokens.of(DISPATCHER, "phone-" + UUID.randomUUID(), Duration.ofMinutes(15));
    private final int elsewhere;
    private final Cursor begun;
    private final List<String> heard = new ArrayList<>();
    private EventStream stream;
    private String last;
    private int moves;

    /** @param elsewhere the port of the instance it turns to when this one hangs up */
    Follower(int port, int elsewhere) {
        this.elsewhere = elsewhere;
        stream = EventStream.open(port, PATH, token);
        last = stream.next(PATIENCE).id();
        begun = Cursor.parse(last).orElseThrow();
    }

    Cursor begun() {
        return begun;
    }

    int moves() {
        return moves;
    }

    /** The ids of all events of tickets, up to this one. */
    List<String> until(String lastId) {
        while (heard.isEmpty() || !heard.get(heard.size() - 1).equals(lastId)) {
            var message = stream.next(PATIENCE);
            if (EventStream.isEnd(message)) {
                moves++;
                stream = EventStream.resume(elsewhere, PATH, token, last);
            } else {
                take(message);
            }
        }
        return heard;
    }

    private void take(EventStream.Message message) {
        last = message.id().isEmpty() ? last : message.id();
        if (message.event().contains(".hotline.ticket.")) {
            heard.add(JSON.readTree(message.data()).get("id").asString());
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
