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

    /**
     * The calendars that open clocks were counted by are few and the clocks are many: looked for every half minute, the calendars are gone through
     * one by one in their index, and only the clocks of an outdated one are read. A clock that rests on another one is counted when that one has been.
     */
    private static final String OUTDATED = """
            with recursive calendars as (
                (select coalesce(checked_version, calendar_version) as version from deadline where satisfied_at is null order by 1 limit 1)
                union all
                select (select coalesce(checked_version, calendar_version) from deadline
                        where satisfied_at is null and coalesce(checked_version, calendar_version) > before.version order by 1 limit 1)
                from calendars before where before.version is not null),
            past as (
                select version from calendars where exists (
                    select 1 from unnest(string_to_array(version, '+')) part
                    join work_calendar_year y on y.year = split_part(part, '.', 1)::int and y.version <> part)),
            outdated as (
                select d.* from deadline d
                where satisfied_at is null and coalesce(checked_version, calendar_version) in (select version from past))
            select o.*, h.trigger_at as host_trigger_at, h.current_due_at as host_due_at, h.provisional as host_provisional
            from outdated o left join deadline h on h.id = o.host_id
            where not exists (
                    select 1 from deadline host where host.id = o.host_id and host.id <> o.id and host.satisfied_at is null
                      and coalesce(host.checked_version, host.calendar_version) in (select version from past))
              and not exists (
                    select 1 from deadline first
                    where first.subject_id = o.subject_id and first.id <> o.id and first.current_due_at = o.trigger_at and first.satisfied_at is null
                      and coalesce(first.checked_version, first.calendar_version) in (select version from past))
            limit $1""";

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
