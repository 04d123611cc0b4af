package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.calendar.Recount;
import io.duban.platform.persistence.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clocks counted by another calendar, as pieces of a statement: the clocks, the copies of their dates, what hangs on them, and the telling.
 * A clock that is no longer as it was seen is left alone; when none is, somebody was faster and it is all decided anew.
 */
final class RecountPieces {

    private static final String MOVED = """
            update deadline d set original_due_at = r.original_due_at, current_due_at = r.due_at, warn_at = r.warn_at,
                calendar_version = r.calendar_version, checked_version = r.checked_version, provisional = r.provisional,
                shorter_due_at = r.shorter_due_at, shorter_warn_at = r.shorter_warn_at, shorter_original_at = r.shorter_original_at,
                shorter_year = r.shorter_year,
                warned_at = case when d.current_due_at = r.due_at then d.warned_at end,
                overdue_at = case when d.current_due_at = r.due_at then d.overdue_at end,
                second_due_at = case when d.current_due_at = r.due_at then d.second_due_at end,
                second_told_at = case when d.current_due_at = r.due_at then d.second_told_at end
            from recount r
            where d.id = r.id and d.satisfied_at is null and d.current_due_at = r.seen_due_at
              and coalesce(d.checked_version, d.calendar_version) = r.seen_version
            returning d.id, d.subject_type, d.subject_id, d.step, r.seen_due_at as due_before, r.due_at, r.warn_at,
                r.original_due_at, r.kind, coalesce(r.checked_version, r.calendar_version) as version, d.suspended_at""";

    private static final String MOVES = "select * from recounted where due_at <> due_before";

    private static final String REMEMBERED = """
            insert into deadline_change (deadline_id, kind, changed_at, changed_by, due_before, due_after, calendar_version)
            select id, kind, %s, %s, due_before, due_at, version from recounted where kind is not null""";

    /** What was started when another clock would be due is counted anew from its new date. */
    private static final String HANGING_ON = """
            update deadline d set trigger_at = m.due_at, checked_version = regexp_replace(d.calendar_version, '[0-9]+(?=\\+|$)', '', 'g')
            from moves m
            where d.subject_id = m.subject_id and d.trigger_at = m.due_before and d.satisfied_at is null
              and not exists (select 1 from recount r where r.id = d.id)""";

    /** What an overdue clock had opened is off the desks when it is not overdue any more. */
    private static final String TODOS = """
            update todo t set due_at = m.due_at,
                closed_at = case when t.clock_id is not null and m.due_at > %1$s then %1$s end,
                closed_by = case when t.clock_id is not null and m.due_at > %1$s then %2$s end
            from (select subject_id, due_before, max(due_at) as due_at from moves group by subject_id, due_before) m
            where t.subject_id = m.subject_id and t.due_at = m.due_before and t.closed_at is null""";

    private static final String TELLING = """
            insert into event_log (id, type, occurred_at, actor_id, subject_type, subject_id, subject_version, title, priority, permission,
                    unit_ids, participant_ids, told_ids, addressee_ids, state, due_at, light, facts)
            select gen_random_uuid(), m.subject_type || '.' || clock_verb(m.step, 'recomputed'), %1$s, %2$s, m.subject_type, m.subject_id,
                   e.subject_version + case when m.subject_id in (%3$s) then 1 else 0 end, e.title, 'INFO', e.permission, e.unit_ids,
                   e.participant_ids,
                   array(select person_id from todo where todo.subject_id = m.subject_id and closed_at is null and on_behalf_of is not null),
                   array(select person_id from todo where todo.subject_id = m.subject_id and closed_at is null),
                   e.state, m.due_at,
                   case when m.suspended_at is not null then 'GREY' when m.due_at < %1$s then 'RED' when m.warn_at <= %1$s then 'YELLOW'
                        else 'GREEN' end,
                   case when e.facts is not null then jsonb_build_object('original.' || m.step, fact_time(m.original_due_at),
                        'due.' || m.step, fact_time(m.due_at)) end
            from moves m join lateral (
                select subject_version, title, permission, unit_ids, participant_ids, state, facts
                from event_log where subject_id = m.subject_id order by position desc limit 1) e on true""";

    /** In the order of the relation's columns; a column of texts for each, since arrays of anything else are no type of the driver's. */
    private static final List<Function<Recount, @Nullable Object>> COLUMNS = List.of(
            Recount::seenDueAt,
            Recount::seenVersion,
            Recount::kind,
            Recount::dueAt,
            Recount::warnAt,
            Recount::originalDueAt,
            Recount::calendarVersion,
            Recount::checkedVersion,
            Recount::provisional,
            recount -> recount.shorter() == null ? null : recount.shorter().dueAt(),
            recount -> recount.shorter() == null ? null : recount.shorter().warnAt(),
            recount -> recount.shorter() == null ? null : recount.shorter().originalDueAt(),
            recount -> recount.shorter() == null ? null : recount.shorter().year());

    private RecountPieces() {}

    static void write(List<Recount> recounts, List<ClockCopy> copies, Deed deed, Statement statement) {
        if (recounts.isEmpty()) {
            return;
        }
        statement.piece("recount", recount(recounts, statement));
        statement.piece("recounted", MOVED);
        statement.guardedQuery("select 1 from recounted limit 1");
        statement.piece("moves", MOVES);
        var at = statement.value(deed.at());
        var by = statement.value(deed.personId(), UUID.class);
        statement.piece("recount_history", REMEMBERED.formatted(at, by));
        statement.piece("recount_hanging_on", HANGING_ON);
        statement.piece("recount_todos", TODOS.formatted(at, by));
        copy(copies, statement);
        statement.piece("recount_told", TELLING.formatted(at, by, copied(copies)));
    }

    private static void copy(List<ClockCopy> copies, Statement statement) {
        IntStream.range(0, copies.size()).forEach(i -> {
            statement.piece("copied_" + i, copies.get(i).root());
            var parts = copies.get(i).parts();
            IntStream.range(0, parts.size())
                    .forEach(part -> statement.piece("copied_%d_%d".formatted(i, part), parts.get(part)));
        });
    }

    private static String copied(List<ClockCopy> copies) {
        return copies.isEmpty()
                ? "null"
                : IntStream.range(0, copies.size())
                        .mapToObj("select subject_id from copied_%d"::formatted)
                        .collect(Collectors.joining(" union all "));
    }

    private static String recount(List<Recount> recounts, Statement statement) {
        return """
                select id, seen_due_at::timestamptz, seen_version, nullif(kind, '') as kind, due_at::timestamptz, warn_at::timestamptz,
                    original_due_at::timestamptz, calendar_version, nullif(checked_version, '') as checked_version,
                    provisional::boolean, nullif(shorter_due_at, '')::timestamptz as shorter_due_at,
                    nullif(shorter_warn_at, '')::timestamptz as shorter_warn_at,
                    nullif(shorter_original_at, '')::timestamptz as shorter_original_at,
                    nullif(shorter_year, '')::int as shorter_year
                from unnest(%s::uuid[], %s) as r (id, seen_due_at, seen_version, kind, due_at, warn_at, original_due_at,
                    calendar_version, checked_version, provisional, shorter_due_at, shorter_warn_at, shorter_original_at, shorter_year)""".formatted(
                statement.value(recounts.stream().map(Recount::deadlineId).toArray(UUID[]::new)),
                COLUMNS.stream()
                        .map(column -> statement.value(recounts.stream()
                                .map(column)
                                .map(value -> value == null ? "" : value.toString())
                                .toArray(String[]::new)))
                        .map("%s::text[]"::formatted)
                        .collect(Collectors.joining(", ")));
    }
}
