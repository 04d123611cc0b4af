package io.duban.networks;

import static io.duban.support.DemoDistrict.AGENT;
import static io.duban.support.DemoDistrict.LEADER;

import io.duban.support.Phone;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The hotline at work, by real commands, and what its board shows of it. */
final class Office {

    static final String STREAM = "/v1/events?streams=hotline";

    static final String CALL = """
            {"channel":"HOTLINE_12345","demandType":"COMPLAINT","categoryCode":"noise","title":"夜间施工噪音","words":"楼下工地半夜还在施工",
             "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},"citizen":{"name":"张三","phone":"13800001234"}}""";

    private final Phone agent;
    private final Board board;

    private Office(int port, Board board) {
        this.agent = Phone.of(port, AGENT);
        this.board = board;
    }

    /** @param port where the commands go, past the bad line */
    Office(int port) {
        this(port, new Board(polling(port)));
    }

    /** The same office, reached elsewhere since the product was started again. */
    Office movedTo(int port) {
        return new Office(port, new Board(polling(port), board.start()));
    }

    private static UnaryOperator<String> polling(int port) {
        var leader = Phone.of(port, LEADER);
        return path -> leader.get(path).expect(200).body().toString();
    }

    /** The cursor before the first call. */
    String start() {
        return board.start();
    }

    void takeCalls(int count, Duration pause) {
        for (int i = 0; i < count; i++) {
            agent.post("/hotline-tickets", CALL).expect(201);
            Heard.pause(pause);
        }
    }

    CompletableFuture<Void> takeCallsMeanwhile(int count, Duration pause) {
        return CompletableFuture.runAsync(() -> takeCalls(count, pause));
    }

    /** One after another for as long as somebody waits for what they bring, however long that takes. */
    CompletableFuture<Void> takeCallsUntil(BooleanSupplier enough, Duration pause) {
        return CompletableFuture.runAsync(() -> {
            while (!enough.getAsBoolean()) {
                takeCalls(1, pause);
            }
        });
    }

    /** The cursors of everything on the board since the start. */
    List<String> log() {
        return board.log();
    }

    /** Those of one type. */
    List<String> log(String type) {
        return board.log(type);
    }
}
