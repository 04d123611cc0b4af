package io.duban.platform.clocks;

import io.duban.platform.calendar.OpenClock;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds open clocks that were last counted by another calendar than today's. */
@Component
class OpenClocks {

    /** A clock that rests on another one is only counted when that one has been. */
    private static final String OUTDATED = """
            with outdated as (
                select d.* from deadline d
                where satisfied_at is null and exists (
                    select 1 from unnest(string_to_array(coalesce(checked_version, calendar_version), '+')) part
                    join work_calendar_year y on y.year = split_part(part, '.', 1)::int and y.version <> part))
            select o.*, h.trigger_at as host_trigger_at, h.current_due_at as host_due_at, h.provisional as host_provisional
            from outdated o left join deadline h on h.id = o.host_id
            where not exists (
                select 1 from outdated first
                where first.id <> o.id and (first.id = o.host_id
                    or first.subject_id = o.subject_id and first.current_due_at = o.trigger_at))
            order by o.id limit $1""";

    private final DatabaseClient database;
    private final ClockFiles files;

    OpenClocks(DatabaseClient database, ClockFiles files) {
        this.database = database;
        this.files = files;
    }

    Mono<List<OpenClock>> outdated(int limit) {
        return database.sql(OUTDATED)
                .bind(0, limit)
                .map(OpenClocks::found)
                .all()
                .collectList()
                .flatMap(found -> files.changesOf(found.stream()
                                .map(clock -> clock.file().deadline().id())
                                .toList())
                        .map(changes -> found.stream()
                                .map(clock -> new OpenClock(
                                        clock.file().deadline(),
                                        clock.checkedVersion(),
                                        changes.getOrDefault(
                                                clock.file().deadline().id(), List.of()),
                                        clock.host()))
                                .toList()));
    }

    private record Found(ClockFile file, @Nullable String checkedVersion, OpenClock.@Nullable Host host) {}

    private static Found found(Readable row) {
        return new Found(ClockFiles.row(row), row.get("checked_version", String.class), host(row));
    }

    private static OpenClock.@Nullable Host host(Readable row) {
        var trigger = row.get("host_trigger_at", Instant.class);
        var due = row.get("host_due_at", Instant.class);
        return trigger == null || due == null
                ? null
                : new OpenClock.Host(trigger, due, Boolean.TRUE.equals(row.get("host_provisional", Boolean.class)));
    }
}
