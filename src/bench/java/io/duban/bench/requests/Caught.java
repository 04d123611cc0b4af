package io.duban.bench.requests;

import io.duban.bench.Database;
import io.duban.bench.Pause;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Catches in the database's log what the product sends for one request. */
final class Caught {

    /** Longer than what the product asks by itself takes to come round. */
    private static final long ROUND_MILLIS = 6_000;

    private static final long SOON_MILLIS = 400;

    /** Each command's statement keeps its answer under its idempotency key. */
    private static final String REMEMBERS = "insert into idempotency_key";

    private final Database database;
    private final Path log;

    Caught(Database database, Path log) {
        this.database = database;
        this.log = log;
    }

    /**
     * The statements of one request as a script of pgbench.
     *
     * @param request sends one, each time about another ticket
     */
    String script(String start, Runnable request) {
        database.execute("alter system set log_statement = 'all'", "select pg_reload_conf()");
        try {
            Pause.millis(SOON_MILLIS);
            var before = Spoken.length(log);
            Pause.millis(ROUND_MILLIS);
            var always = Spoken.texts(Spoken.since(log, before, Set.of()));
            // Who asks is remembered for some seconds: the first request reads it, the ones that count do not.
            request.run();
            Pause.millis(SOON_MILLIS);
            return Script.of(start, caught(request, always), caught(request, always));
        } finally {
            database.execute("alter system reset log_statement", "select pg_reload_conf()");
        }
    }

    private List<Spoken> caught(Runnable request, Set<String> always) {
        var before = Spoken.length(log);
        request.run();
        Pause.millis(SOON_MILLIS);
        return untilItsCommand(Spoken.since(log, before, always));
    }

    /** What follows a command's one statement is not its own: those who read the log are woken by it, and read for all commands since. */
    private static List<Spoken> untilItsCommand(List<Spoken> all) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).sql().contains(REMEMBERS)) {
                return all.subList(0, at + 1);
            }
        }
        return all;
    }
}
