package io.duban.hotline.figures;

/** How the log of tickets is read, as it stood at {@code :now}. Every event keeps the facts of its ticket, so the last one tells how it stands. */
final class TicketLog {

    /** Of a ticket {@code %1$s.subject_id}: its state, its unit, and whether another stands for it. */
    static final String LAST = """
            cross join lateral (
                select e.state, (e.facts ->> 'hostUnitId')::uuid as unit_id, e.state = 'MERGED' or e.facts ->> 'parentId' is not null as merged
                from event_log e where e.subject_id = %1$s.subject_id and e.facts ->> 'round' is not null and e.occurred_at <= :now
                order by e.position desc limit 1) last""";

    /** Of a ticket {@code %1$s.subject_id}: why it was taken out of the figures (剔除), if it was. */
    static final String EXCLUSION = """
            left join lateral (
                select coalesce(e.facts ->> 'exclusion', 'EXCLUDED') as reason
                from event_log e where e.subject_id = %1$s.subject_id and e.type = 'hotline.ticket.excluded' and e.occurred_at <= :now
                order by e.position desc limit 1) exclusion on true""";

    /**
     * The events by which a unit got a ticket, thus one for each dispatch, reassignment, designation and redo: the clock of handling begins in
     * each. Where a command told two audiences, the second event says whose it is from then on.
     */
    static final String BEGUN = """
            select distinct on (e.subject_id, e.subject_version) e.position as id, e.subject_id, e.subject_version as version,
                   e.occurred_at as began_at, (e.facts ->> 'round')::int as round, (e.facts ->> 'hostUnitId')::uuid as unit_id
            from %s
            where e.subject_type = 'hotline.ticket' and e.facts ->> 'begun.HANDLE' is not null and e.occurred_at <= :now and %s
            order by e.subject_id, e.subject_version, e.position desc""";

    /**
     * What became of the tickets {@code begun} while that unit had them, until the next {@code begun} of the same ticket. {@code given_away}: a
     * return was approved, and another unit has it. {@code designated}: after a dispute the same unit has it, and began anew. {@code ended} and
     * {@code ended_at}: it came to an end without a result of the unit. Clocks also stop where nothing was met (a return is asked for, another unit
     * begins), so a receipt and a first contact count only where they led to their state.
     */
    static final String HELD = """
            select b.*, own.*, exclusion.reason,
                   own.was_merged as merged, next.began_at as next_at, next.round > b.round as again,
                   own.asked and coalesce(next.round = b.round and next.unit_id <> b.unit_id, false) as given_away,
                   own.asked and coalesce(next.round = b.round and next.unit_id = b.unit_id, false) as designated
            from begun b
            left join lateral (
                select e.subject_version as version, e.occurred_at as began_at, (e.facts ->> 'round')::int as round,
                       (e.facts ->> 'hostUnitId')::uuid as unit_id
                from event_log e
                where e.subject_id = b.subject_id and e.subject_version > b.version and e.facts ->> 'begun.HANDLE' is not null
                  and e.occurred_at <= :now
                order by e.subject_version, e.position desc limit 1) next on true
            cross join lateral (
                select (min(e.facts ->> 'met.SIGN_FOR') filter (where e.state = 'SIGNED'))::timestamptz as signed_at,
                       (min(e.facts ->> 'met.CONTACT') filter (where e.state = 'IN_PROGRESS'))::timestamptz as contacted_at,
                       %1$s as sign_due, %2$s as contact_due, %3$s as original_due_at, %4$s as current_due_at,
                       bool_or(e.type = 'hotline.ticket.returnRequested') as asked,
                       max(e.occurred_at) filter (where e.type = 'hotline.ticket.returnRequested') as asked_at,
                       bool_or(e.type = 'hotline.ticket.returnRefused') as refused,
                       coalesce(bool_or(e.state = 'MERGED'), false) as was_merged,
                       (min(e.facts ->> 'feedbackAt') filter (where e.type = 'hotline.ticket.auditPassed'))::timestamptz as satisfied_at,
                       (array_agg(e.state order by e.position desc) filter (where e.facts ->> 'round' is not null))[1] as state,
                       ((array_agg(e.facts ->> 'feedbackAt' order by e.position desc) filter (where e.facts ->> 'round' is not null))[1])::timestamptz
                           as feedback_at,
                       max(e.occurred_at) filter (where e.type = 'hotline.ticket.listedAsHard') as suspended_at,
                       min(e.occurred_at) filter (where %5$s) as ended_at,
                       (array_agg(case when e.facts ->> 'closedByUpstream' = 'true' then 'CLOSED_UPSTREAM' else e.state end order by e.position)
                           filter (where %5$s))[1] as ended
                from event_log e
                where e.subject_id = b.subject_id and e.subject_version >= b.version
                  and (next.version is null or e.subject_version < next.version) and e.occurred_at <= :now) own
            %6$s""".formatted(
                    latest("due.SIGN_FOR"),
                    latest("due.CONTACT"),
                    latest("original.HANDLE"),
                    latest("due.HANDLE"),
                    "e.state in ('WITHDRAWN', 'TERMINATED') or e.state = 'CLOSED' and e.facts ->> 'closedByUpstream' = 'true'",
                    EXCLUSION.formatted("b"));

    private TicketLog() {}

    private static String latest(String fact) {
        return "((array_agg(e.facts ->> '%1$s' order by e.position desc) filter (where e.facts ->> '%1$s' is not null))[1])::timestamptz"
                .formatted(fact);
    }
}
