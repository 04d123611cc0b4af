package io.duban.hotline.board;

import io.duban.hotline.tickets.OpenTickets;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.LogCursor;
import io.duban.platform.events.Priority;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Says what the boards show, at most every so often and only of those that changed (board.snapshot, domain 2.5). What changes a board is announced
 * itself, lights too; so where the log stands still there is nothing to count. Rows are guarded: of several instances one says it.
 */
@Configuration(proxyBeanMethods = false)
class BoardSnapshots {

    private final Boards boards;
    private final OpenTickets tickets;
    private final LogCursor log;
    private final Commands commands;
    private final Clock clock;
    private final Duration pause;
    private final AtomicReference<@Nullable String> seen = new AtomicReference<>();

    BoardSnapshots(
            Boards boards,
            OpenTickets tickets,
            LogCursor log,
            Commands commands,
            Clock clock,
            @Value("${duban.hotline.board.snapshot-every:30s}") Duration pause) {
        this.boards = boards;
        this.tickets = tickets;
        this.log = log;
        this.commands = commands;
        this.clock = clock;
        this.pause = pause;
    }

    @Bean
    Job boardSnapshotJob() {
        return new Job("the snapshots of the board", pause, this::look);
    }

    Mono<Void> look() {
        return log.currentCursor()
                .filter(cursor -> !cursor.equals(seen.get()))
                .filterWhen(cursor -> before().hasElement())
                .delayUntil(cursor -> commands.unattended("takeBoardSnapshot", Mono.defer(this::changed)))
                .doOnNext(seen::set)
                .then();
    }

    private Mono<Outcome<Board>> changed() {
        return before().flatMap(before -> {
            var now = now();
            return tickets.tallies(now).flatMap(tallies -> new Changes(before, tallies, now).outcome());
        });
    }

    /** What the boards said; empty while the pause after the last of them, on whichever instance, is not over. */
    private Mono<List<Board>> before() {
        return boards.findAll()
                .collectList()
                .filter(all -> all.stream()
                        .noneMatch(board -> board.takenAt().plus(pause).isAfter(now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The boards that say something else than before; one without tickets says so once. */
    private record Changes(List<Board> before, Map<UUID, OpenTickets.Tally> tallies, Instant now) {

        Mono<Outcome<Board>> outcome() {
            var known = new HashMap<UUID, Board>();
            before.forEach(board -> known.put(OpenTickets.key(board.unitId()), board));
            var all = new HashSet<>(tallies.keySet());
            all.addAll(known.keySet());
            var fresh = new ArrayList<Board>();
            var next = new ArrayList<Board>();
            for (var key : all) {
                var tally = tallies.getOrDefault(key, OpenTickets.Tally.NONE);
                var board = known.get(key);
                if (board == null) {
                    fresh.add(Board.first(OpenTickets.unit(key), tally, now));
                } else if (!board.says(tally)) {
                    next.add(board.next(tally, now));
                }
            }
            return Mono.justOrEmpty(said(fresh, next));
        }

        private @Nullable Outcome<Board> said(List<Board> fresh, List<Board> next) {
            if (fresh.isEmpty() && next.isEmpty()) {
                return null;
            }
            var outcome = Outcome.about(next.isEmpty() ? fresh.get(0) : next.get(0));
            fresh.forEach(board -> outcome.inserting(board).announcing(snapshot(board)));
            next.forEach(board -> outcome.updating(board).announcing(snapshot(board)));
            return outcome;
        }

        private Event snapshot(Board board) {
            return Event.of("snapshot", Priority.INFO, board, now);
        }
    }
}
