package io.duban.platform.clocks;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.DeadlineChange;
import io.duban.platform.calendar.DeadlineHistory;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DataClassRowMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads clocks with their history. */
@Component
class ClockFiles {

    private static final String OF_SUBJECT =
            "select * from deadline where subject_id = $1 order by trigger_at, current_due_at, id";

    private static final String ONE = "select * from deadline where id = $1";

    private static final String CHANGES = """
            select deadline_id, kind, changed_at, suspended_at, due_before, due_after, calendar_version from deadline_change
            where deadline_id = any($1) order by id""";

    private static final Function<Readable, Deadline> DEADLINE = new DataClassRowMapper<>(Deadline.class)::apply;
    private static final Function<Readable, DeadlineChange> CHANGE =
            new DataClassRowMapper<>(DeadlineChange.class)::apply;

    private final DatabaseClient database;

    ClockFiles(DatabaseClient database) {
        this.database = database;
    }

    /** In the order they were started. */
    Mono<List<ClockFile>> ofSubject(UUID subjectId) {
        return files(
                database.sql(OF_SUBJECT).bind(0, subjectId).map(ClockFiles::row).all());
    }

    Mono<ClockFile> find(UUID deadlineId) {
        return files(database.sql(ONE).bind(0, deadlineId).map(ClockFiles::row).all())
                .flatMap(files -> Mono.justOrEmpty(files.stream().findFirst()));
    }

    /** Of each of these clocks, the oldest first; a clock without any is not named. */
    Mono<Map<UUID, List<DeadlineChange>>> changesOf(List<UUID> deadlineIds) {
        return database.sql(CHANGES)
                .bind(0, deadlineIds.toArray(UUID[]::new))
                .map(row -> new Changed(row.get("deadline_id", UUID.class), CHANGE.apply(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Changed::deadlineId, Collectors.mapping(Changed::change, Collectors.toList())));
    }

    private Mono<List<ClockFile>> files(Flux<ClockFile> clocks) {
        return clocks.collectList()
                .flatMap(bare -> changesOf(bare.stream()
                                .map(clock -> clock.deadline().id())
                                .toList())
                        .map(changes -> bare.stream()
                                .map(clock -> clock.with(
                                        changes.getOrDefault(clock.deadline().id(), List.of())))
                                .toList()));
    }

    static ClockFile row(Readable row) {
        return new ClockFile(
                DEADLINE.apply(row),
                new DeadlineHistory(row.get("suspended_at", Instant.class), List.of()),
                row.get("satisfied_at", Instant.class));
    }

    private record Changed(UUID deadlineId, DeadlineChange change) {}
}
