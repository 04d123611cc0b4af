package io.duban.networks;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The hotline's board by polling, from a moment on: what each follower of its stream must have heard since. */
final class Board {

    private static final String SYNC = "/sync?streams=hotline&limit=100";

    private final UnaryOperator<String> get;
    private final String start;

    /** @param get gives the body of the answer to a path below /v1 */
    Board(UnaryOperator<String> get) {
        this(get, JsonPath.read(get.apply(SYNC), "$.cursor"));
    }

    Board(UnaryOperator<String> get, String start) {
        this.get = get;
        this.start = start;
    }

    /** The cursor before everything. */
    String start() {
        return start;
    }

    /** The cursors of all events since, in the order of the log. */
    List<String> log() {
        return read("$.events[*].sequence");
    }

    /** Those of one type. */
    List<String> log(String type) {
        return read("$.events[?(@.type=='%s')].sequence".formatted(type));
    }

    private List<String> read(String cursors) {
        var all = new ArrayList<String>();
        var cursor = start;
        var more = true;
        while (more) {
            var batch = JsonPath.parse(get.apply(SYNC + "&since=" + cursor));
            all.addAll(batch.<List<String>>read(cursors));
            cursor = batch.read("$.cursor");
            more = batch.read("$.more");
        }
        return all;
    }
}
